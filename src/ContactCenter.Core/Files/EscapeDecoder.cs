using System.Net;

namespace ContactCenter.Files;

/// <summary>Turns entities and escapes (<c>&amp;#52; &amp;nbsp; \u0034 \n</c>) into what they stand for.</summary>
/// <remarks>As lenient as browsers. What stands for no character becomes a replacement or a space.</remarks>
internal sealed class EscapeDecoder(Action<char> emit)
{
    private const int LongestName = 40;
    private const int HexOfEscape = 4;

    // Of the names without a semicolon that browsers know, those that can stand between digits.
    private static readonly string[] Bare = ["&nbsp", "&shy", "&middot"];

    private static readonly string[] Unseen =
    [
        "&ZeroWidthSpace;", "&NoBreak;", "&InvisibleComma;", "&ic;", "&InvisibleTimes;", "&it;", "&ApplyFunction;",
        "&af;", "&NegativeThinSpace;", "&NegativeVeryThinSpace;", "&NegativeMediumSpace;", "&NegativeThickSpace;",
    ];

    private readonly char[] _pending = new char[LongestName];
    private int _length;
    private int _radix;
    private int _digits;
    private int _value;

    internal void Add(char character)
    {
        if (_length == 0 && character is not ('&' or '\\'))
        {
            emit(character);
        }
        else if (!TryContinue(character))
        {
            Flush();
            Add(character);
        }
    }

    /// <summary>What was begun is not continued.</summary>
    internal void Flush()
    {
        if (_digits > 0 && _pending[0] == '&')
        {
            EmitNumber();
            return;
        }

        var pending = _pending.AsSpan(0, _length);
        foreach (var name in Bare)
        {
            if (pending.StartsWith(name))
            {
                emit(' ');
                pending = pending[name.Length..];
                break;
            }
        }

        Emit(pending);
    }

    private bool TryContinue(char character) => _length == 0 ? Keep(character)
        : _pending[0] == '\\' ? TryContinueEscape(character)
        : _radix > 0 ? TryContinueNumber(character)
        : TryContinueName(character);

    private bool TryContinueEscape(char character)
    {
        if (_radix > 0)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }

            Keep(character);
            Count(character);
            if (_digits == HexOfEscape)
            {
                EmitNumber();
            }

            return true;
        }

        if (character == 'u')
        {
            _radix = 16;
            return Keep(character);
        }

        Reset();
        emit(character is 'n' or 'r' or 't' or 'b' or 'f' ? ' ' : character);
        return true;
    }

    private bool TryContinueNumber(char character)
    {
        if (_digits == 0 && _radix == 10 && character is ('x' or 'X') && _pending[_length - 1] == '#')
        {
            _radix = 16;
            return Keep(character);
        }

        if (_radix == 16 ? char.IsAsciiHexDigit(character) : char.IsAsciiDigit(character))
        {
            // The digits themselves need not be kept: there is no end to leading zeros.
            Count(character);
            return true;
        }

        if (character == ';' && _digits > 0)
        {
            EmitNumber();
            return true;
        }

        return false;
    }

    private bool TryContinueName(char character)
    {
        if (character == '#' && _length == 1)
        {
            _radix = 10;
            return Keep(character);
        }

        if (_length < LongestName - 1 && char.IsAsciiLetterOrDigit(character))
        {
            return Keep(character);
        }

        if (character != ';' || _length == 1)
        {
            return false;
        }

        Keep(character);
        var name = new string(_pending, 0, _length);
        var text = WebUtility.HtmlDecode(name);
        Reset();
        if (text != name)
        {
            Emit(text);
        }
        else if (!Unseen.Contains(name))
        {
            emit(' ');
        }

        return true;
    }

    private bool Keep(char character)
    {
        _pending[_length++] = character;
        return true;
    }

    private void Count(char digit)
    {
        _digits = Math.Min(_digits + 1, int.MaxValue - 1);
        _value = _value > char.MaxValue * 256 ? _value : (_value * _radix) + ValueOf(digit);
    }

    private static int ValueOf(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private void EmitNumber()
    {
        var (value, isUnit) = (_value, _pending[0] == '\\');
        Reset();
        if (isUnit || (value is > 0 and <= char.MaxValue && !char.IsSurrogate((char)value)))
        {
            emit((char)value);
        }
        else
        {
            Emit(value is > char.MaxValue and <= 0x10FFFF ? char.ConvertFromUtf32(value) : "\uFFFD");
        }
    }

    private void Emit(ReadOnlySpan<char> text)
    {
        Reset();
        foreach (var character in text)
        {
            emit(character);
        }
    }

    private void Reset() => _length = _radix = _digits = _value = 0;
}

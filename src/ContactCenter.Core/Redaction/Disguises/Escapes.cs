using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ContactCenter.Redaction;

/// <summary>Undoes the ways in which machines write a character: %34, &amp;#52;, &amp;ndash; and \u0034.</summary>
internal static class Escapes
{
    private const int MostEntityDigits = 7;
    private const int LongestName = 20;
    private const int OfByte = 3;
    private const int OfUnit = 6;

    /// <summary>What every escape begins with.</summary>
    public static readonly SearchValues<char> Signs = SearchValues.Create("%&\\");

    // What is written between digits, and what nobody sees there.
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Names =
        new Dictionary<string, int>
        {
            ["nbsp"] = ' ',
            ["ensp"] = ' ',
            ["emsp"] = ' ',
            ["thinsp"] = ' ',
            ["hairsp"] = ' ',
            ["numsp"] = ' ',
            ["puncsp"] = ' ',
            ["Tab"] = ' ',
            ["NewLine"] = ' ',
            ["ndash"] = '-',
            ["mdash"] = '-',
            ["minus"] = '-',
            ["hyphen"] = '-',
            ["dash"] = '-',
            ["middot"] = '.',
            ["bull"] = '.',
            ["period"] = '.',
            ["comma"] = ',',
            ["colon"] = ':',
            ["sol"] = '/',
            ["lowbar"] = '_',
            ["amp"] = '&',
            ["num"] = '#',
            ["percnt"] = '%',
            ["ZeroWidthSpace"] = 0x200B,
            ["zwnj"] = 0x200C,
            ["zwj"] = 0x200D,
            ["lrm"] = 0x200E,
            ["rlm"] = 0x200F,
            ["NoBreak"] = 0x2060,
            ["shy"] = 0xAD,
        }
        .ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether so many bytes are written as %34 that they part digits of a number: %EF%BC%94 is one.</summary>
    public static bool MayPart(ReadOnlySpan<char> text) => text.Count('%') >= CardReading.MinDigits;

    public static void Read(in DisguiseText text, ref DisguiseText reading)
    {
        var characters = text.Characters;
        for (var i = 0; i < characters.Length;)
        {
            var length = LengthAt(characters[i..], out var code);
            if (length == 0 || !TextReading.TryFold(code, out var character))
            {
                reading.Keep(text, i++);
                continue;
            }

            if (character == default)
            {
                reading.Skip(text, i + length);
            }
            else
            {
                reading.Write(character, text, i, i + length);
            }

            i += length;
        }
    }

    private static int LengthAt(ReadOnlySpan<char> text, out int code)
    {
        code = default;
        return text switch
        {
            ['%', ..] => OfBytes(text, out code),
            ['\\', 'u' or 'U', '{', ..] => OfHex(text, 3, '}', out code),
            ['\\', 'u' or 'U', ..] => OfUnits(text, out code),
            ['\\', 'x' or 'X', ..] => OfCode(text, 2, 2, out code),
            ['\\', 'n' or 'r' or 't', ..] => Blank(out code),
            ['&', '#', 'x' or 'X', ..] => OfHex(text, 3, ';', out code),
            ['&', '#', ..] => OfNumber(text, 2, NumberStyles.None, ';', out code),
            ['&', ..] => OfName(text, out code),
            _ => 0,
        };
    }

    private static int Blank(out int code)
    {
        code = ' ';
        return 2;
    }

    private static int OfCode(ReadOnlySpan<char> text, int start, int digits, out int code)
    {
        code = default;
        return text.Length >= start + digits
            && int.TryParse(
                text.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)
            ? start + digits
            : 0;
    }

    // As UTF-8 writes a character, a byte each.
    private static int OfBytes(ReadOnlySpan<char> text, out int code)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && text[(count * OfByte)..] is ['%', ..] next && OfCode(next, 1, 2, out code) > 0)
        {
            bytes[count++] = (byte)code;
        }

        Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used);
        code = rune.Value;
        return count == 0 || rune == Rune.ReplacementChar ? 0 : used * OfByte;
    }

    // As UTF-16 writes it: beyond the first plane in two units.
    private static int OfUnits(ReadOnlySpan<char> text, out int code)
    {
        var length = OfCode(text, 2, 4, out code);
        if (length > 0 && char.IsHighSurrogate((char)code)
            && text[length..] is ['\\', 'u' or 'U', ..] next
            && OfCode(next, 2, 4, out var low) > 0
            && char.IsLowSurrogate((char)low))
        {
            code = char.ConvertToUtf32((char)code, (char)low);
            length += OfUnit;
        }

        return length;
    }

    private static int OfHex(ReadOnlySpan<char> text, int start, char end, out int code) =>
        OfNumber(text, start, NumberStyles.AllowHexSpecifier, end, out code);

    // Whoever reads it does without the end if it is left out, but not in a brace.
    private static int OfNumber(ReadOnlySpan<char> text, int start, NumberStyles style, char end, out int code)
    {
        code = default;
        var digits = text[start..].IndexOfAnyExcept(Digits(style));
        digits = digits < 0 ? text.Length - start : digits;
        var isEnded = start + digits < text.Length && text[start + digits] == end;
        return digits is > 0 and <= MostEntityDigits
            && (isEnded || end == ';')
            && int.TryParse(text.Slice(start, digits), style, CultureInfo.InvariantCulture, out code)
            ? start + digits + (isEnded ? 1 : 0)
            : 0;
    }

    private static ReadOnlySpan<char> Digits(NumberStyles style) =>
        style == NumberStyles.None ? "0123456789" : "0123456789abcdefABCDEF";

    private static int OfName(ReadOnlySpan<char> text, out int code)
    {
        code = default;
        var end = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
        return end > 1 && Names.TryGetValue(text[1..end], out code) ? end + 1 : 0;
    }
}

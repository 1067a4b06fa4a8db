using System.Globalization;
using System.Text;

namespace ContactCenter.Routing;

/// <summary>Takes the text of a requirement apart into words, quoted texts and signs.</summary>
internal sealed class RequirementScanner(string text)
{
    private int _at;

    /// <summary>The first fault that was found, by whomever.</summary>
    internal RequirementFault? Fault { get; private set; }

    /// <summary>Keeps the first fault; what follows from it is not told.</summary>
    internal void Report(int position, string code, string expected, string found) =>
        Fault ??= new RequirementFault(position, code, expected, found);

    internal RequirementToken Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        if (_at == text.Length)
        {
            return new(TokenKind.End, _at, string.Empty);
        }

        return text[_at] switch
        {
            '(' => Mark(TokenKind.Open, 1),
            ')' => Mark(TokenKind.Close, 1),
            ',' => Mark(TokenKind.Comma, 1),
            '=' => Mark(TokenKind.Sign, 1, ComparisonSign.Equal),
            '!' when IsEqualSign(_at + 1) => Mark(TokenKind.Sign, 2, ComparisonSign.Unequal),
            '<' when IsEqualSign(_at + 1) => Mark(TokenKind.Sign, 2, ComparisonSign.AtMost),
            '<' => Mark(TokenKind.Sign, 1, ComparisonSign.Below),
            '>' when IsEqualSign(_at + 1) => Mark(TokenKind.Sign, 2, ComparisonSign.AtLeast),
            '>' => Mark(TokenKind.Sign, 1, ComparisonSign.Above),
            '"' or '\'' => Quoted(),
            var unit when IsPartOfWord(unit) => Word(),
            _ => Unexpected(),
        };
    }

    private bool IsEqualSign(int index) => index < text.Length && text[index] == '=';

    private static bool IsPartOfWord(char unit) => char.IsLetterOrDigit(unit) || unit is '-' or '_' or '.' or '+';

    private RequirementToken Mark(TokenKind kind, int length, ComparisonSign sign = default)
    {
        var position = _at;
        _at += length;
        return new(kind, position, text[position.._at], sign);
    }

    private RequirementToken Word()
    {
        var end = _at;
        while (end < text.Length && IsPartOfWord(text[end]))
        {
            end++;
        }

        return Mark(TokenKind.Word, end - _at);
    }

    private RequirementToken Quoted()
    {
        var position = _at;
        var quote = text[_at++];
        var content = new StringBuilder();
        while (_at < text.Length)
        {
            var unit = text[_at++];
            if (unit == quote)
            {
                return new(TokenKind.Text, position, content.ToString());
            }

            if (unit == '\\' && !TryEscape(out unit))
            {
                return Faulty(
                    _at - 1,
                    "escape-unknown",
                    """one of \\ \" \' \n \r \t or \u and four hex digits""",
                    "another");
            }

            content.Append(unit);
        }

        return Faulty(position, "text-unclosed", $"a closing {quote}", "the end");
    }

    // After the backslash; moves on only over what it could read.
    private bool TryEscape(out char unit)
    {
        unit = _at < text.Length ? text[_at] : '\0';
        switch (unit)
        {
            case '\\' or '"' or '\'':
                break;
            case 'n':
                unit = '\n';
                break;
            case 'r':
                unit = '\r';
                break;
            case 't':
                unit = '\t';
                break;
            case 'u' when _at + 5 <= text.Length && ushort.TryParse(
                text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                unit = (char)code;
                _at += 4;
                break;
            default:
                return false;
        }

        _at++;
        return true;
    }

    private RequirementToken Unexpected()
    {
        var unit = text[_at];
        return Faulty(
            _at,
            "character-unexpected",
            "a name, a value, a sign or a parenthesis",
            char.IsControl(unit) || char.IsSurrogate(unit)
                ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)unit:X4}")
                : $"'{unit}'");
    }

    private RequirementToken Faulty(int position, string code, string expected, string found)
    {
        Report(position, code, expected, found);
        return new(TokenKind.Faulty, position, string.Empty);
    }
}

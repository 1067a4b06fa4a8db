using System.Globalization;
using System.Text;

namespace ContactCenter.Routing;

/// <summary>Values as requirements write them.</summary>
internal static class Literal
{
    internal static string Of(AttributeValue value) => value.Kind switch
    {
        AttributeKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
        AttributeKind.Text => AttributeName.IsValid(value.Text) ? value.Text : Quoted(value.Text),
        _ => value.IsTrue ? "true" : "false",
    };

    /// <summary>Whether a bare word is a number, and which: infinite where it is too large to be one.</summary>
    internal static bool IsNumber(string word, out double number)
    {
        // The words for infinities and for what is no number are texts like any other, hence the look at the digits.
        var digits = word.AsSpan().TrimStart("+-").TrimStart('.');
        number = 0;
        return digits.Length > 0
            && char.IsAsciiDigit(digits[0])
            && double.TryParse(
                word,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out number);
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var unit in text)
        {
            if (unit is '"' or '\\')
            {
                quoted.Append('\\').Append(unit);
            }
            else if (char.IsControl(unit) || unit is '\u2028' or '\u2029')
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            }
            else
            {
                quoted.Append(unit);
            }
        }

        return quoted.Append('"').ToString();
    }
}

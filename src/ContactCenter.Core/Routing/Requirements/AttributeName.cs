using System.Text;

namespace ContactCenter.Routing;

/// <summary>What an attribute may be called, so that a requirement can always speak of it.</summary>
internal static class AttributeName
{
    internal const int MaxLength = 64;

    private static readonly string[] Keywords = ["and", "or", "not", "in", "has", "true", "false"];

    /// <summary>A letter, then letters, digits or any of <c>- _ .</c>, composed; no word of the language.</summary>
    internal static bool IsValid(string? name)
    {
        if (name is null || name.Length is 0 or > MaxLength || !char.IsLetter(name[0]) || IsKeyword(name))
        {
            return false;
        }

        var ascii = true;
        foreach (var unit in name)
        {
            if (!char.IsLetterOrDigit(unit) && unit is not ('-' or '_' or '.'))
            {
                return false;
            }

            ascii &= char.IsAscii(unit);
        }

        return ascii || name.IsNormalized(NormalizationForm.FormC);
    }

    internal static bool IsKeyword(string word)
    {
        foreach (var keyword in Keywords)
        {
            if (string.Equals(word, keyword, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

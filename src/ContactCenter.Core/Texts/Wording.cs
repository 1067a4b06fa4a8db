using System.Globalization;
using System.Text;

namespace ContactCenter.Texts;

/// <summary>What a text must be to be sent at all.</summary>
internal static class Wording
{
    /// <summary>Nothing in it would be seen.</summary>
    internal static bool IsEmpty(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (!Rune.IsWhiteSpace(rune)
                && category is not (UnicodeCategory.Format
                    or UnicodeCategory.Control))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>No NUL, no half of a surrogate pair: every store and transport keeps it as it is.</summary>
    internal static bool IsWellFormed(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var index = first < 0 ? text.Length : first; index < text.Length; index++)
        {
            var unit = text[index];
            if (char.IsSurrogate(unit))
            {
                if (!char.IsHighSurrogate(unit) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
                {
                    return false;
                }

                index++;
            }
        }

        return true;
    }
}

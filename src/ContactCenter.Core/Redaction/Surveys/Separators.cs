using System.Globalization;

namespace ContactCenter.Redaction;

/// <summary>What may stand between two groups of one card number.</summary>
/// <remarks>
/// Every space, line end, dash, bracket, punctuation mark and picture, but no letter that is not drawn as a dash, no
/// currency, and none of the signs with which links, formulas and card tracks are built.
/// </remarks>
internal static class Separators
{
    public const int MaxGap = 4;

    private static readonly bool[] AsciiSeparators = [.. Enumerable.Range(0, 0x80).Select(code => IsAscii((char)code))];

    /// <summary>How many separators lead from the end of one group to the next; 0 when something else does.</summary>
    public static int GapAt(ReadOnlySpan<char> text, int end)
    {
        for (var i = end; i < text.Length && i <= end + MaxGap; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                return i - end;
            }

            // One star separates, and two where text is set in bold; more of them are a mask.
            if (!IsSeparator(text[i]) || (i > end + 1 && text.Slice(i - 2, 3) is [Masks.Star, Masks.Star, Masks.Star]))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>The same from the beginning of a group back to the one before it.</summary>
    public static int GapBefore(ReadOnlySpan<char> text, int start)
    {
        var first = Math.Max(0, start - MaxGap - 1);
        for (var i = start - 1; i >= first; i--)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                return GapAt(text, i + 1);
            }

            if (!IsSeparator(text[i]))
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsAscii(char character) =>
        !char.IsAsciiLetterOrDigit(character) && !"$%=&@?!^\\".Contains(character);

    // Who types Japanese or Korean has these letters where others have a dash.
    public static bool IsSeparator(char character) => character < 0x80
        ? AsciiSeparators[character]
        : character is '\u30FC' or '\uFF70' or '\u3161' || !IsLetter(CharUnicodeInfo.GetUnicodeCategory(character));

    // And what else is no separator: what counts, and what money is counted in.
    private static bool IsLetter(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
        or UnicodeCategory.OtherNumber or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.CurrencySymbol;
}

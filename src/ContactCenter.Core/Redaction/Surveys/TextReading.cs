using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ContactCenter.Redaction;

/// <summary>Turns a text into the form that rules read, and positions in it back into positions in the text.</summary>
internal static class TextReading
{
    private const int Kept = -1;
    private const int Dropped = -2;

    // Stands for what one character cannot hold: nearly all of it is pictures.
    private const char Picture = '\u25A1';

    // More marks than anybody writes onto one digit; the rest of a hostile pile may stay, it shows nothing.
    private const int MostMarks = 32;

    /// <summary>Whether the text already is in that form, decided without looking anything up.</summary>
    /// <remarks>
    /// The ranges hold nearly all characters of European, Korean, Japanese and Chinese text, and no digit, mark or
    /// invisible character beyond ASCII.
    /// </remarks>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return true;
        }

        var units = MemoryMarshal.Cast<char, ushort>(text);
        if (units.Length < Vector256<ushort>.Count)
        {
            foreach (var character in text)
            {
                if (!IsPlain(character))
                {
                    return false;
                }
            }

            return true;
        }

        // The last block overlaps the one before it, so that no rest is left.
        for (var i = 0; ; i = Math.Min(i + Vector256<ushort>.Count, units.Length - Vector256<ushort>.Count))
        {
            if (!ArePlain(Vector256.Create(units[i..])))
            {
                return false;
            }

            if (i == units.Length - Vector256<ushort>.Count)
            {
                return true;
            }
        }
    }

    /// <summary>Writes the reading of a text, which is never longer than the text.</summary>
    /// <param name="text">Any text, well formed or not.</param>
    /// <param name="reading">Takes the characters.</param>
    /// <param name="origins">Takes for each of them where it stood in the text.</param>
    /// <returns>How many characters were written.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<char> reading, Span<int> origins)
    {
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            var origin = i;
            var character = text[i++];
            if (!IsPlain(character))
            {
                var second = '\0';
                if (char.IsHighSurrogate(character) && i < text.Length && char.IsLowSurrogate(text[i]))
                {
                    second = text[i++];
                }

                var codePoint = second == '\0' ? character : char.ConvertToUtf32(character, second);
                var folded = Fold(codePoint, afterDigit: length > 0 && char.IsAsciiDigit(reading[length - 1]));
                if (folded is Dropped)
                {
                    continue;
                }

                if (folded is Kept && second != '\0')
                {
                    origins[length] = origin;
                    reading[length++] = character;
                    origin++;
                    character = second;
                }
                else if (folded is not Kept)
                {
                    character = (char)folded;
                }
            }

            origins[length] = origin;
            reading[length++] = character;
        }

        return length;
    }

    /// <summary>Where a character that begins there ends, with the marks written onto it.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = start + WidthAt(text, start);
        var last = Math.Min(text.Length, end + MostMarks);
        while (end < last && IsMark(CharUnicodeInfo.GetUnicodeCategory(CodePointAt(text, end))))
        {
            end += WidthAt(text, end);
        }

        return end;
    }

    // Anything that folds to a digit, and any high surrogate: most scripts' digits lie beyond the first plane.
    private static bool MayBeDigit(char character) => character < 0x80
        ? char.IsAsciiDigit(character)
        : char.IsHighSurrogate(character)
            || CharUnicodeInfo.GetUnicodeCategory(character)
                is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber;

    /// <summary>How rules read a character that is written as its number; false where they do not.</summary>
    /// <param name="codePoint">The number.</param>
    /// <param name="character">The reading; 0 for what nobody sees.</param>
    public static bool TryFold(int codePoint, out char character)
    {
        character = default;
        if (!Rune.IsValid(codePoint))
        {
            return false;
        }

        var folded = Fold(codePoint, afterDigit: false);
        folded = folded != Kept ? folded
            : codePoint < ' ' ? ' '
            : codePoint > char.MaxValue ? Picture
            : codePoint;
        character = folded is Dropped ? default : (char)folded;
        return true;
    }

    private static int Fold(int codePoint, bool afterDigit)
    {
        if (codePoint is >= 0xFF01 and <= 0xFF5E)
        {
            return codePoint - 0xFEE0;
        }

        if (IsInvisible(codePoint))
        {
            return Dropped;
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(codePoint);
        return category switch
        {
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => DigitOf(codePoint),
            UnicodeCategory.Format => Dropped,
            _ when afterDigit && IsMark(category) => Dropped,
            _ => Kept,
        };
    }

    // Decimal digits of every script, and superscript, circled and bracketed ones; not fractions, tens or hundreds.
    private static int DigitOf(int codePoint)
    {
        var value = Rune.GetNumericValue(new Rune(codePoint));
        return value is >= 0 and <= 9 && double.IsInteger(value) ? '0' + (int)value : Kept;
    }

    // Default-ignorable code points that are not of the category Format: fillers, joiners, selectors, tags.
    private static bool IsInvisible(int codePoint) => codePoint
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static int WidthAt(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;

    private static int CodePointAt(ReadOnlySpan<char> text, int index) =>
        WidthAt(text, index) == 2 ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];

    /// <summary>How many digits there are at most, of any script, in whatever form.</summary>
    public static int MostDigits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            digits += MayBeDigit(character) ? 1 : 0;
        }

        return digits;
    }

    /// <summary>The same as <see cref="IsPlain(ReadOnlySpan{char})"/>, for sixteen characters.</summary>
    internal static bool ArePlain(Vector256<ushort> lanes) => PlainLanes(lanes) == Vector256<ushort>.AllBitsSet;

    internal static bool IsPlain(char character) => (int)character
        is < 0xAD or (>= 0xBA and <= 0x2FF) or (>= 0x370 and <= 0x482) or (>= 0x2010 and <= 0x2027)
        or (>= 0x3000 and <= 0x3029) or (>= 0x302E and <= 0x3098) or (>= 0x309B and <= 0x3163)
        or (>= 0x3165 and <= 0xA61F) or (>= 0xAC00 and <= 0xD7FF);

    private static Vector256<ushort> PlainLanes(Vector256<ushort> lanes) =>
        Within(lanes, 0, 0xAC) | Within(lanes, 0xBA, 0x2FF) | Within(lanes, 0x370, 0x482)
        | Within(lanes, 0x2010, 0x2027)
        | Within(lanes, 0x3000, 0x3029) | Within(lanes, 0x302E, 0x3098) | Within(lanes, 0x309B, 0x3163)
        | Within(lanes, 0x3165, 0xA61F) | Within(lanes, 0xAC00, 0xD7FF);

    private static Vector256<ushort> Within(Vector256<ushort> lanes, ushort first, ushort last) =>
        Vector256.LessThanOrEqual(lanes - Vector256.Create(first), Vector256.Create((ushort)(last - first)));
}

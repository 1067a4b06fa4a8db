using System.Collections.Frozen;

namespace ContactCenter.Redaction;

/// <summary>What a message holds of a number that may be told over several: a few digits, and hardly a word.</summary>
/// <remarks>Its digits are copied to where the reader says and nowhere else.</remarks>
internal readonly record struct Fragment
{
    /// <summary>A longer message tells something else.</summary>
    private const int LongestText = 96;

    private const int MostLetters = 8;
    private const int MostKnownLetters = 40;
    private const int MostUnknownWords = 2;
    private const int FewestAmongWords = 4;
    private const int FewestOfTorn = 13;
    private const int FewestBehindMarker = 3;

    private const Cue OfOthers = Cue.Other | Cue.Perishable | Cue.Place | Cue.Passport | Cue.Licence | Cue.Account
        | Cue.Bank | Cue.Routing | Cue.Phone | Cue.SocialSecurity | Cue.Resident;

    private static readonly string[] Counts =
    [
        "st", "nd", "rd", "th", "digit", "number", "자리", "번째", "桁", "番目", "位", "dígito", "chiffre", "stellen",
        "ziffern", "cifre",
    ];

    /// <summary>What people say who tell a number in parts.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Places =
        new[] { "first", "second", "third", "last", "rest", "remaining", "final", "half", "마지막" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many digits there are.</summary>
    public int Digits { get; private init; }

    /// <summary>How many stars there are in their place: it was masked before.</summary>
    public int Stars { get; private init; }

    /// <summary>Whether there is anything of a number at all.</summary>
    public bool Exists => Digits + Stars > 0;

    /// <summary>Hardly anything but the digits is there, and nothing says that they are something else.</summary>
    public bool MayBePart { get; private init; }

    /// <summary>Nothing but digits and what parts them.</summary>
    public bool IsBare { get; private init; }

    /// <summary>The digits stand in fours.</summary>
    public bool IsFours { get; private init; }

    /// <summary>Its words say which part of a number it is, and it is one or more fours.</summary>
    public bool IsNamedPart { get; private init; }

    /// <summary>Nothing but fours, the last of which was torn off before its end.</summary>
    public bool IsTorn { get; private init; }

    /// <summary>As a card has it: fours, and nothing else but which of them.</summary>
    public bool IsPrinted => (IsBare && IsFours) || IsNamedPart;

    /// <summary>Its digits are words, or some of them are.</summary>
    public bool IsInWords { get; private init; }

    /// <summary>Reads a message.</summary>
    /// <param name="text">As it was typed, or as it was stored.</param>
    /// <param name="digits">Takes the digits, as numbers; no part has more than it has room for.</param>
    /// <param name="mayBeInWords">Whether words may be digits, since a card is spoken of.</param>
    public static Fragment Of(ReadOnlySpan<char> text, Span<byte> digits, bool mayBeInWords)
    {
        if (text.Length > LongestText)
        {
            return default;
        }

        Span<char> reading = stackalloc char[LongestText];
        Span<int> origins = stackalloc int[LongestText];
        try
        {
            var length = TextReading.Read(text, reading, origins);
            return mayBeInWords && SpelledDigits.MayBeCodeIn(reading[..length])
                ? ReadWords(reading[..length], origins, digits)
                : Read(reading[..length], digits);
        }
        finally
        {
            reading.Clear();
        }
    }

    private static Fragment ReadWords(ReadOnlySpan<char> text, Span<int> places, Span<byte> digits)
    {
        Span<char> characters = stackalloc char[LongestText * 2];
        Span<int> more = stackalloc int[LongestText * 3];
        var written = new DisguiseText(characters, places, more);
        var reading = new DisguiseText(characters[LongestText..], more[LongestText..], more[(LongestText * 2)..]);
        written.Copy(text);
        SpelledDigits.Read(written, ref reading, SpelledDigits.FewestOfCode);
        var fragment = Read(reading.Characters, digits) with { IsInWords = reading.HasChanged };
        characters.Clear();
        return fragment;
    }

    private static Fragment Read(ReadOnlySpan<char> text, Span<byte> digits)
    {
        if (!text.ContainsAnyInRange('0', '9') && !text.Contains(Masks.Star))
        {
            return default;
        }

        var (count, stars, letters, unknown, last) = (0, 0, 0, 0, 0);
        var (isOther, areFours, areWhole, isTorn, isNamedPart) = (false, true, true, false, false);
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            var word = text[reader.Start..reader.End];
            switch (IsFigures(reader, word) ? WordToken.Number : reader.Token)
            {
                case WordToken.Number when count == 0 && MarkerAt(text, reader.Start) is var end and > 0:
                    reader.End = end;
                    break;
                case WordToken.Number when IsCount(text, reader):
                    letters += word.Length;
                    break;
                case WordToken.Number or WordToken.Mask:
                    var figures = word.Count(Masks.Star);
                    if (count + word.Length - figures > digits.Length
                        || (figures > 0 && figures < word.Length)
                        || (count + stars > 0 && !MayPart(text[last..reader.Start], word.Length)))
                    {
                        return default;
                    }

                    for (var i = 0; figures == 0 && i < word.Length; i++)
                    {
                        digits[count + i] = (byte)(word[i] - '0');
                    }

                    (count, stars, last) = (count + word.Length - figures, stars + figures, reader.End);
                    isTorn = areFours && word.Length < 4;
                    areFours &= word.Length == 4;
                    areWhole &= word.Length % 4 == 0;
                    break;
                case WordToken.Sign when IsEdge(text, reader.Start):
                    break;
                case WordToken.Sign:
                    isOther |= word[0] is '$' or '\u20AC' or '\u00A3' or '\u00A5' or '\u20A9' or '\u20B9' or '%' or '@'
                        or '+' or '=' or '#' or '/';
                    break;
                default:
                    letters += word.Length;
                    isOther |= Names(reader, word, isBehind: last > 0 && reader.Start - last <= 1);
                    unknown += reader.Token == WordToken.Unknown ? 1 : 0;
                    isNamedPart |= Places.Contains(word);
                    break;
            }
        }

        var isShort = letters <= Math.Max(MostLetters, count + stars);
        var isSaid = letters <= MostKnownLetters && unknown <= MostUnknownWords && count >= FewestAmongWords;
        return new Fragment
        {
            Digits = count,
            Stars = stars,
            MayBePart = count + stars > 0 && !isOther && (isShort || isSaid),
            IsBare = letters == 0,
            IsFours = areFours,
            IsNamedPart = isNamedPart && areWhole && count > 0,
            IsTorn = isTorn && letters == 0 && count >= FewestOfTorn,
        };
    }

    // Some figures are words too: "the 3 on the back".
    private static bool IsFigures(in WordReader reader, ReadOnlySpan<char> word) =>
        reader.Token == WordToken.Known && !word.ContainsAnyExceptInRange('0', '9');

    // "#4111", "4111/": signs that part what stands in several messages.
    private static bool IsEdge(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '#' => at == 0 && text.Length > 1 && char.IsAsciiDigit(text[1]),
        '/' => at == text.Length - 1,
        _ => false,
    };

    // "1) 4111", "2/4: 4111", "3. 4111": where the number of the part ends; -1 where there is none.
    private static int MarkerAt(ReadOnlySpan<char> text, int start)
    {
        var end = DigitRuns.EndOf(text, start);
        if (end - start > 2)
        {
            return -1;
        }

        if (end + 1 < text.Length && text[end] == '/' && char.IsAsciiDigit(text[end + 1]))
        {
            end = DigitRuns.EndOf(text, end + 1);
        }

        if (end >= text.Length || text[end] is not (')' or ']' or ':' or '.'))
        {
            return -1;
        }

        var next = end + 1;
        while (next < text.Length && text[next] == ' ')
        {
            next++;
        }

        var isApart = text[end] is ')' or ']' || next > end + 1;
        return isApart && next < text.Length && char.IsAsciiDigit(text[next])
            && DigitRuns.EndOf(text, next) - next >= FewestBehindMarker ? end : -1;
    }

    // "The first 8 digits are", "앞 8자리는", "1st": they say of which digits, and are none of them.
    private static bool IsCount(ReadOnlySpan<char> text, in WordReader reader)
    {
        if (reader.End - reader.Start > 2)
        {
            return false;
        }

        var behind = text[reader.End..];
        behind = behind.StartsWith(' ') ? behind[1..] : behind;
        foreach (var count in Counts)
        {
            if (behind.StartsWith(count, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // A unit counts only right behind a figure: in some languages it is a syllable of many words.
    private static bool Names(in WordReader reader, ReadOnlySpan<char> word, bool isBehind) =>
        (reader.Cue & OfOthers) != Cue.None
        || (isBehind && (reader.Cue & (Cue.Unit | Cue.Filler)) == Cue.Unit)
        || (reader.Token == WordToken.Unknown && NumberWords.RoleOf(word) == WordRole.Other);

    // Two groups of one number; "12.50" and "12:30" are none.
    private static bool MayPart(ReadOnlySpan<char> gap, int next) =>
        gap.Length <= Separators.MaxGap
        && !gap.ContainsAny(':', '/')
        && !(gap is "." or "," && next < FewestAmongWords - 1);
}

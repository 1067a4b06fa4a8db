namespace ContactCenter.Redaction;

/// <summary>
/// What goes with a card number and is written behind it without a name: for some messages, what is nothing but an
/// expiry, a code, or both is taken for it.
/// </summary>
internal sealed class Particulars
{
    private const int LongestText = 48;
    private const int Messages = 4;
    private const int MessagesToRepeat = 2;

    private const Cue OfCards = Cue.SecurityCode | Cue.SecurityHint | Cue.Expiry | Cue.ExpiryHint | Cue.Card;

    private Actor? _holder;
    private int _until;
    private bool _hasExpiry;

    /// <summary>Whether they may come with the message that follows so many.</summary>
    public bool AreDue(int count) => count < _until;

    /// <summary>Whether the message is nothing else.</summary>
    public bool AreIn(ReadOnlySpan<char> text, Actor author, int count)
    {
        // Four digits alone are more often the first of a number, or the last of another.
        return AreDue(count) && text.Length <= LongestText
            && (_holder is { } holder ? author == holder : author.Kind == ActorKind.Customer)
            && Read(text, mayBeFour: _hasExpiry);
    }

    /// <summary>A message was committed.</summary>
    public void Advance(in Topic topic, Actor author, RedactedText kept, bool isNumber, int count)
    {
        if (isNumber)
        {
            (_holder, _until, _hasExpiry) = (author, count + Messages, false);
        }
        else if (topic.IsAboutDetails && author.Kind != ActorKind.Customer)
        {
            (_holder, _until, _hasExpiry) = (null, count + Messages, false);
        }
        else if (topic is { IsAboutCards: false, Asks: AskedFor.None }
            && (topic.IsQuestion || topic.IsAboutOthers))
        {
            _until = 0;
        }
        else if (AreDue(count))
        {
            foreach (var finding in kept.Findings)
            {
                _hasExpiry |= finding.Kind == RedactionKind.CardExpiry;
                _until = finding.Kind == RedactionKind.CardExpiry ? count + Messages
                    : finding.Kind == RedactionKind.SecurityCode ? count + MessagesToRepeat
                    : _until;
            }
        }
    }

    private static bool Read(ReadOnlySpan<char> text, bool mayBeFour)
    {
        Span<char> reading = stackalloc char[LongestText];
        Span<int> origins = stackalloc int[LongestText];
        try
        {
            return AreAll(reading[..TextReading.Read(text, reading, origins)], mayBeFour);
        }
        finally
        {
            reading.Clear();
        }
    }

    private static bool AreAll(ReadOnlySpan<char> text, bool mayBeFour)
    {
        var (expiries, codes, areFour, isNamed) = (0, 0, false, false);
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            var word = text[reader.Start..reader.End];
            if (!word.ContainsAnyExceptInRange('0', '9'))
            {
                var end = EndOfExpiry(text, reader.Start);
                (reader.End, expiries, codes) =
                    end > 0 ? (end, expiries + 1, codes) : (reader.End, expiries, codes + 1);
                if (end < 0 && word.Length is not (3 or 4))
                {
                    return false;
                }

                areFour |= end < 0 && word.Length == 4;
            }
            else if (!IsOfCard(reader, word))
            {
                return false;
            }

            isNamed |= reader.Token == WordToken.Known;
        }

        return (expiries, codes) is (1, 0) or (0, 1) or (1, 1)
            && (!areFour || mayBeFour || isNamed || expiries > 0);
    }

    private static bool IsOfCard(in WordReader reader, ReadOnlySpan<char> word) => reader.Token switch
    {
        WordToken.Known => (reader.Cue & OfCards) != Cue.None
            || word.Equals("code", StringComparison.OrdinalIgnoreCase),
        WordToken.Sign => word is "," or "." or ":" or ";" or "-" or "\n" or "\r",
        _ => false,
    };

    // "12/28", "1 / 2028": a month and a year, and no day.
    private static int EndOfExpiry(ReadOnlySpan<char> text, int start)
    {
        var end = DigitRuns.EndOf(text, start);
        if (text[start..end] is not ([>= '1' and <= '9'] or ['0', >= '1'] or ['1', <= '2']))
        {
            return -1;
        }

        var year = SkipSpaces(text, end);
        if (year >= text.Length || text[year] != '/')
        {
            return -1;
        }

        year = SkipSpaces(text, year + 1);
        end = year < text.Length ? DigitRuns.EndOf(text, year) : year;
        return (end - year == 2 || (end - year == 4 && text[year..].StartsWith("20"))) && !IsDate(text, end) ? end : -1;
    }

    private static bool IsDate(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] is ('/' or '-') && char.IsAsciiDigit(text[end + 1]);

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }
}

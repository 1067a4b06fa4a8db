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
    private const int DigitsOfCode = 3;

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

    /// <summary>A number was told before somebody here followed the conversation.</summary>
    public void Begin(Actor author, int count) => (_holder, _until, _hasExpiry) = (author, count + Messages, false);

    /// <summary>Something that goes with it was told behind it, of so many characters.</summary>
    public void Recall(int length, int count)
    {
        _hasExpiry |= length > DigitsOfCode;
        _until = count + (length > DigitsOfCode ? Messages : MessagesToRepeat);
    }

    /// <summary>A message was committed.</summary>
    public void Advance(in Topic topic, Actor author, RedactedText kept, bool isNumber, int count)
    {
        if (isNumber)
        {
            Begin(author, count);
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
        var (expiries, codes, areFour, isNamed, isAnyYear) = (0, 0, false, false, false);
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            var word = text[reader.Start..reader.End];
            if (EndOfExpiry(text, reader.Start, ref isAnyYear) is var end and > 0)
            {
                (reader.End, expiries) = (end, expiries + 1);
            }
            else if (!word.ContainsAnyExceptInRange('0', '9') && word.Length is 3 or 4)
            {
                codes++;
                areFour |= word.Length == 4;
            }
            else if (!IsOfCard(reader, word))
            {
                return false;
            }

            isNamed |= reader.Token == WordToken.Known;
        }

        return (expiries, codes) is (1, 0) or (0, 1) or (1, 1)
            && (!isAnyYear || codes > 0)
            && (!areFour || mayBeFour || isNamed || expiries > 0);
    }

    // With the code behind it an expiry may be of any year: the card may have expired. By itself "12/55" is a score.
    private static int EndOfExpiry(ReadOnlySpan<char> text, int start, ref bool isAnyYear)
    {
        var end = default(ExpiryShape).EndOf(text, start, Cue.None);
        var stroke = DigitRuns.EndOf(text, start);
        if (end <= 0 && stroke > start && stroke < text.Length && text[stroke] == '/')
        {
            end = default(ExpiryShape).EndOf(text, start, Cue.Expiry);
            isAnyYear |= end > 0;
        }

        return end;
    }

    private static bool IsOfCard(in WordReader reader, ReadOnlySpan<char> word) => reader.Token switch
    {
        WordToken.Known => (reader.Cue & OfCards) != Cue.None
            || word.Equals("code", StringComparison.OrdinalIgnoreCase),
        WordToken.Unknown => word.Equals("cv", StringComparison.OrdinalIgnoreCase),
        WordToken.Sign => word is "," or "." or ":" or ";" or "-" or "\n" or "\r",
        _ => false,
    };
}

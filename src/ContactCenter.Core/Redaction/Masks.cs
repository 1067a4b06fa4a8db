using System.Text;

namespace ContactCenter.Redaction;

/// <summary>Writes masks over what was found.</summary>
/// <remarks>
/// PCI DSS 3.4.1 lets the issuer's digits and the last four of a card number be shown at most. A mask keeps the first
/// six and the last four of 15 and more digits, and only the last four of fewer; one format, so that two masks of one
/// number tell no more than one. Everything else is blanked, character by character.
/// </remarks>
internal static class Masks
{
    public const char Star = '*';

    private const int HeadDigits = 6;
    private const int TailDigits = 4;
    private const int FewestDigitsWithHead = 15;
    private const int CharactersOnStack = 128;

    /// <summary>Replaces each span, and moves the spans to where their masks stand in the answer.</summary>
    public static string Over(string text, Span<FoundSpan> spans, ReadOnlySpan<RuleIdentity> rules)
    {
        var answer = new StringBuilder(text.Length);
        var copied = 0;
        foreach (ref var span in spans)
        {
            answer.Append(text, copied, span.Start - copied);
            copied = span.End;
            var start = answer.Length;
            var isCard = !span.IsBlanked && IsCard(rules[span.Rule].Kind);
            if (!isCard || !AppendCard(answer, text.AsSpan(span.Start, span.Length)))
            {
                answer.Append(Star, span.Length);
            }

            span = span with
            {
                Start = start,
                Length = answer.Length - start,
                SourceStart = span.Start,
                SourceEnd = span.End,
            };
        }

        return answer.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Replaces each character of each span, so that every position stays what it was.</summary>
    public static string Blank(string text, ReadOnlySpan<FoundSpan> spans)
    {
        var answer = text.ToCharArray();
        foreach (var span in spans)
        {
            answer.AsSpan(span.Start, span.Length).Fill(Star);
        }

        return new string(answer);
    }

    private static bool IsCard(RedactionKind kind) =>
        kind == RedactionKind.CardNumber || kind == RedactionKind.SuspectedCardNumber;

    // False when this is no card number after all, whatever the rule says: then nothing of it may stay.
    private static bool AppendCard(StringBuilder answer, ReadOnlySpan<char> written)
    {
        Span<char> reading = written.Length <= CharactersOnStack
            ? stackalloc char[CharactersOnStack]
            : new char[written.Length];
        Span<int> origins = written.Length <= CharactersOnStack
            ? stackalloc int[CharactersOnStack]
            : new int[written.Length];
        Span<char> digits = stackalloc char[CardReading.MaxDigits];
        var count = 0;
        foreach (var character in reading[..TextReading.Read(written, reading, origins)])
        {
            if (!char.IsAsciiDigit(character))
            {
                continue;
            }

            if (count == digits.Length)
            {
                return false;
            }

            digits[count++] = character;
        }

        if (count < CardReading.MinDigits)
        {
            return false;
        }

        var head = count >= FewestDigitsWithHead ? HeadDigits : 0;
        answer.Append(digits[..head])
            .Append(Star, count - head - TailDigits)
            .Append(digits[(count - TailDigits)..count]);
        return true;
    }
}

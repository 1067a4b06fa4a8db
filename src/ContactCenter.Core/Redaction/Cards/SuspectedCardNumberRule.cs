namespace ContactCenter.Redaction;

/// <summary>Finds what people call a card number although it is none: mistyped, made up, of no issuer.</summary>
/// <remarks>
/// <para>
/// One wrong digit is nearly a card number and shows as much. It is believed where the words next to it say so ("my
/// card number is …"), or where the conversation is about a card (<see cref="RedactionContext.IsAboutCards"/>) and the
/// words do not name another number. What <see cref="CardNumberRule"/> found is not found again, so this rule comes
/// after it.
/// </para>
/// <para>Immutable and thread safe; one pass, linear in the length of the text.</para>
/// </remarks>
public sealed class SuspectedCardNumberRule : IRedactionRule
{
    // A group of digits is read at most a few times, with the words to both sides.
    private const int WorkPerGroup = 8;

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.SuspectedCardNumber;

    /// <inheritdoc/>
    public string Version => IssuerRanges.Version;

    /// <inheritdoc/>
    public int FewestDigits => CardReading.MinDigits;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        var isAsked = (text.Context.AskedFor & AskedFor.CardNumber) != AskedFor.None;
        var isAboutCards = isAsked || text.Context.IsAboutCards;
        if (!text.MayHoldNumber || (!isAboutCards && !NumberWords.SpeakOfCards(characters)))
        {
            return;
        }

        for (var from = 0; DigitClusters.TryNext(characters, from, out var start, out from);)
        {
            Read(characters, start, from, isAboutCards, ref findings);
        }
    }

    private static void Read(
        ReadOnlySpan<char> text, int start, int end, bool isAboutCards, ref FindingList findings)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            findings.Spend(WorkPerGroup);
            var span = SuspectReading.From(text, i, isAboutCards);
            if (span.Exists && !findings.Overlap(span.Start, span.End))
            {
                findings.Add(span.Start, span.Length, span.Confidence);
                i = span.End;
            }
            else
            {
                i = DigitRuns.EndOf(text, i);
            }
        }
    }
}

namespace ContactCenter.Redaction;

/// <summary>Finds the numbers of payment cards, however they are written.</summary>
/// <remarks>
/// <para>
/// A number counts when its issuer range and length exist, its check digit holds (ISO/IEC 7812-1, Luhn), it is grouped
/// as people group card numbers, and nothing around it says that it is something else: a link, a decimal fraction, a
/// hexadecimal id, a telephone number, an IBAN. Between the groups stand up to four spaces, dashes, dots, line ends or
/// other signs, and in a message more of them, or words such as "dash" and "then"; the digits may be of any script. A
/// run of more than 19 digits is no card number, unless it is one with its expiry.
/// </para>
/// <para>
/// Thirteen digits count unless they are the number of a product as well. A doubtful grouping counts where the words
/// next to the number call it a card's. Escapes, base64, hexadecimal, words and look-alikes are read by the pipeline.
/// </para>
/// <para>
/// <see cref="Confidence.Low"/> means a length its issuer hardly uses, or a doubtful grouping, or a UnionPay number
/// whose check digit fails, which exists. Immutable and thread safe; one pass, linear in the length of the text.
/// </para>
/// </remarks>
public sealed class CardNumberRule : IRedactionRule
{
    // Reading ahead from one group costs at most 19 digits and the gaps between them.
    private const int WorkPerGroup = 4;

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.CardNumber;

    /// <inheritdoc/>
    public string Version => IssuerRanges.Version;

    /// <inheritdoc/>
    public int FewestDigits => CardReading.MinDigits;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        var reading = new CardReading(characters);
        for (var from = 0; DigitClusters.TryNext(characters, from, out var start, out from);)
        {
            reading.Begin(start, from);
            Read(ref reading, ref findings);
        }

        if (reading.HasRunOn)
        {
            RunOnCard.FindNumbers(characters, ref findings);
        }

        text.Tell(reading, holdsCard: reading.HasEnough ? reading.HasValid : FindApart(characters, ref findings));
    }

    // Where no digits stand together they may yet be told together.
    private static bool FindApart(ReadOnlySpan<char> text, ref FindingList findings)
    {
        var before = findings.Count;
        DictatedNumber.Find(text, ref findings);
        return findings.Count > before || WideGaps.Find(text, ref findings);
    }

    private static void Read(ref CardReading reading, ref FindingList findings)
    {
        var found = default(CardSpan);
        while (reading.Start is var start and >= 0)
        {
            findings.Spend(WorkPerGroup);
            if (found.Exists && start >= found.End)
            {
                findings.Add(found.Start, found.Length, found.Confidence);
                found = default;
            }

            // A surer number that begins inside a doubtful one takes its place.
            var candidate = reading.Next();
            if (candidate.Exists && (!found.Exists || candidate.Confidence > found.Confidence))
            {
                found = candidate;
            }
        }

        if (found.Exists)
        {
            findings.Add(found.Start, found.Length, found.Confidence);
        }
    }
}

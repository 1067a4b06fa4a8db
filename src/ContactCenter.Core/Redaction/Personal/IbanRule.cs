namespace ContactCenter.Redaction;

/// <summary>Finds international bank account numbers (IBAN).</summary>
/// <remarks>
/// A country, the length that ISO 13616 gives for it, and check digits that hold (ISO 7064); solid, in groups, in small
/// letters. Immutable and thread safe; one pass, linear in the length of the text.
/// </remarks>
public sealed class IbanRule : IRedactionRule
{
    private const int Shortest = 15;
    private const int WorkPerNumber = 64;

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.Iban;

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public int FewestDigits => 2;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        if (characters.Length < Shortest || !FewDigits.HaveAtLeast(characters, 2))
        {
            return;
        }

        for (var digits = DigitRuns.Next(characters, 0); digits >= 0; digits = DigitRuns.Next(characters, digits))
        {
            findings.Spend(1);
            var start = digits - 2;
            var next = DigitRuns.EndOf(characters, digits);
            if (start >= 0 && char.IsAsciiLetter(characters[start]))
            {
                findings.Spend(WorkPerNumber);
                var end = Iban.EndAt(characters, start);
                if (end > 0 && !Letters.IsPartOfId(characters, start - 1) && !Letters.IsPartOfId(characters, end))
                {
                    findings.Add(start, end - start);
                    next = end;
                }
            }

            digits = next;
        }
    }
}

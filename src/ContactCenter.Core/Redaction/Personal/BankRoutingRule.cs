namespace ContactCenter.Redaction;

/// <summary>Finds routing numbers of banks in the United States (ABA) beside their name.</summary>
/// <remarks>
/// Nine digits that begin with a Federal Reserve district and whose check digit holds. Immutable and thread safe; one
/// pass, linear in the length of the text.
/// </remarks>
public sealed class BankRoutingRule : IRedactionRule
{
    private const int Digits = 9;

    private static readonly WordTrie Words = CueWords.Of(Cue.Routing);

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.BankRouting;

    /// <inheritdoc/>
    public string Version => CueWords.Version;

    /// <inheritdoc/>
    public int FewestDigits => Digits;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        if (!FewDigits.HaveAtLeast(characters, Digits))
        {
            return;
        }

        findings.Spend(characters.Length);
        if (Words.OccursIn(characters))
        {
            new CuedNumbers<BankRoutingShape>(characters, default, Words).Find(ref findings);
        }
    }
}

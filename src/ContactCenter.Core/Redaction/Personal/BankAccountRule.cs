namespace ContactCenter.Redaction;

/// <summary>Finds numbers of bank accounts beside the word for one, or behind the name of a Korean bank.</summary>
/// <remarks>
/// Six to seventeen digits, in groups or not; ten at least where only the bank is named. Accounts have no check digit
/// that all banks share, so the word decides, in any of some fifteen languages. Immutable and thread safe; one pass,
/// linear in the length of the text.
/// </remarks>
public sealed class BankAccountRule : IRedactionRule
{
    private const int Fewest = 6;

    private static readonly WordTrie Words = CueWords.Of(Cue.Account | Cue.Bank);

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.BankAccount;

    /// <inheritdoc/>
    public string Version => CueWords.Version;

    /// <inheritdoc/>
    public int FewestDigits => Fewest;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        if (!FewDigits.HaveAtLeast(characters, Fewest))
        {
            return;
        }

        findings.Spend(characters.Length);
        if (Words.OccursIn(characters))
        {
            new CuedNumbers<BankAccountShape>(characters, default, Words).Find(ref findings);
        }
    }
}

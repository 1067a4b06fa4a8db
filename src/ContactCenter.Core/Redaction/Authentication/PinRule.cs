namespace ContactCenter.Redaction;

/// <summary>Finds the PIN of a card: four to eight digits with its name before or behind them.</summary>
/// <remarks>
/// In any of some twenty languages; two digits only where their name says that they are the first two. Where a password
/// of anything is named by the same word (<c>비밀번호</c>, <c>senha</c>), four to six digits right behind it count, with
/// <see cref="Confidence.Medium"/>. Six digits behind "pin code" are a place in India. Immutable and thread safe; one
/// pass, linear in the length of the text.
/// </remarks>
public sealed class PinRule : IRedactionRule, ICuedRule
{
    private const int Fewest = 2;
    private const int FewestWhole = 4;
    private const int MostDigits = 8;

    private const Cue Words = Cue.Pin | Cue.PinHint;

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.Pin;

    /// <inheritdoc/>
    public string Version => CueWords.Version;

    /// <inheritdoc/>
    public int FewestDigits => Fewest;

    Cue ICuedRule.Words => Words;

    int ICuedRule.FewestDigitsWithoutWords => int.MaxValue;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        if (text.Context.PartOf == Kind)
        {
            ToldPart.Find(text, ref findings);
            return;
        }

        var characters = text.Characters;
        var isAsked = (text.Context.AskedFor & AskedFor.Pin) != AskedFor.None;
        if ((isAsked || text.Speaks(Words)) && MayBeIn(characters))
        {
            // Many a bank asks for the first two digits alone.
            findings.Spend(characters.Length);
            var asked = isAsked ? Cue.Pin | Cue.FirstDigits : Cue.None;
            new CuedNumbers<PinShape>(characters, default, CueWords.WithCards, asked).Find(ref findings);
        }
    }

    // All digits, or the first two. Three are as common as four, and none.
    private static bool MayBeIn(ReadOnlySpan<char> text) =>
        FewDigits.MayBeIn(text, FewestWhole, MostDigits) || FewDigits.MayBeIn(text, Fewest, Fewest);
}

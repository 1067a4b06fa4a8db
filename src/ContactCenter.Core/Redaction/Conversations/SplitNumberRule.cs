namespace ContactCenter.Redaction;

/// <summary>Finds the part of a card number in one message that is told over several.</summary>
/// <remarks>
/// It knows nothing by itself: a floor follows each conversation and says that a message holds such a part. With a
/// pipeline without this rule it joins no messages. Immutable and thread safe.
/// </remarks>
public sealed class SplitNumberRule : IRedactionRule, ICuedRule
{
    internal const string RuleName = "split-card-number";

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.CardNumber;

    /// <inheritdoc/>
    public string Name => RuleName;

    /// <inheritdoc/>
    public string Version => IssuerRanges.Version;

    /// <inheritdoc/>
    public int FewestDigits => CardReading.MinDigits;

    Cue ICuedRule.Words => Cue.None;

    int ICuedRule.FewestDigitsWithoutWords => int.MaxValue;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        if (text.Context.PartOf == Kind)
        {
            ToldPart.Find(text, ref findings);
        }
    }
}

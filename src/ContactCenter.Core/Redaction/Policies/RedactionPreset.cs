namespace ContactCenter.Redaction;

/// <summary>What a pipeline begins with: its built-in rules, and what it does with doubtful findings.</summary>
/// <remarks>
/// <para>
/// Both have the rules for card data: card numbers, suspected ones, security codes, expiries, tracks, PINs and PIN
/// blocks. Personal data is looked for only where <see cref="RedactionOptions.PersonalData"/> says so or its kind is
/// named.
/// </para>
/// <para>Whatever the preset, security codes, tracks, PINs and PIN blocks are erased.</para>
/// </remarks>
public enum RedactionPreset
{
    /// <summary>
    /// Everything that reaches <see cref="RedactionOptions.MinimumConfidence"/> is masked: where it is not clear
    /// whether a number is a card's, it is one.
    /// </summary>
    PciStrict,

    /// <summary>
    /// Where it is not clear, the text passes and the finding is flagged: a finding below
    /// <see cref="Confidence.High"/>, a suspected card number, an expiry without any other card data in the same text.
    /// An allowance may speak for any card number.
    /// </summary>
    Balanced,
}

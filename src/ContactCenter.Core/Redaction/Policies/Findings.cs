namespace ContactCenter.Redaction;

/// <summary>What a result tells besides the text.</summary>
/// <param name="Masked">What was masked, or, of a text that was refused, why.</param>
/// <param name="Unmasked">What was found and left as it is.</param>
/// <param name="FailedRule">The rule that could not judge the text.</param>
internal sealed record Findings(Finding[] Masked, Finding[] Unmasked, string? FailedRule);

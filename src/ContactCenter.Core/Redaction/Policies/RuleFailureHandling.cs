namespace ContactCenter.Redaction;

/// <summary>What becomes of a text that a rule could not judge: it threw, or worked longer than it may.</summary>
public enum RuleFailureHandling
{
    /// <summary>It is refused.</summary>
    RefuseTheText,

    /// <summary>
    /// It is delivered, masked by the other rules alone: what the rule would have found may stand in it. The result
    /// says so (<see cref="RedactionResult.FailedRule"/>), and a floor logs it. Too many findings, or rules that find
    /// no end, still refuse the text.
    /// </summary>
    DeliverWithoutThatRulesProtection,
}

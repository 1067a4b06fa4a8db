namespace ContactCenter.Redaction;

/// <summary>Where options let more of card data through than they have to.</summary>
internal static class RedactionConcessions
{
    public static string[] Of(RedactionOptions options)
    {
        var found = new List<string>();
        if (options.Preset != RedactionPreset.PciStrict)
        {
            found.Add("preset:balanced");
        }

        if (options.MinimumConfidence > Confidence.Medium)
        {
            found.Add("minimum-confidence:high");
        }

        foreach (var policy in options.AllPolicies())
        {
            if (policy is { Kind: { } kind, Action: RedactionAction.Flag or RedactionAction.Pass }
                && (Truncation.IsOfCards(kind) || kind == RedactionKind.CardExpiry))
            {
                found.Add($"{(policy.Action == RedactionAction.Flag ? "flag" : "pass")}:{kind}");
            }
        }

        found.AddRange(options.Allowances.Select(allowance => $"allow:{allowance.Kind}:{allowance.Name}"));
        if (options.WhenRuleFails != RuleFailureHandling.RefuseTheText)
        {
            found.Add("deliver-when-rule-fails");
        }

        return [.. found.Distinct()];
    }
}

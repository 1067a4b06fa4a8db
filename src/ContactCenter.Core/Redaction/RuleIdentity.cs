namespace ContactCenter.Redaction;

/// <summary>What a rule says about itself, read once so that it cannot change its mind, or throw, later.</summary>
internal readonly record struct RuleIdentity(RedactionKind Kind, string Name, string Version)
{
    public static RuleIdentity[] Of(ReadOnlySpan<IRedactionRule> rules)
    {
        var identities = new RuleIdentity[rules.Length];
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Length; i++)
        {
            var rule = rules[i];
            ArgumentNullException.ThrowIfNull(rule, nameof(rules));
            var identity = new RuleIdentity(rule.Kind, rule.Name, rule.Version);
            ArgumentException.ThrowIfNullOrWhiteSpace(identity.Name, nameof(rules));
            ArgumentException.ThrowIfNullOrWhiteSpace(identity.Version, nameof(rules));
            if (identity.Kind == default)
            {
                throw new ArgumentException($"The redaction rule '{identity.Name}' has no kind.", nameof(rules));
            }

            if (!names.Add(identity.Name))
            {
                throw new ArgumentException($"Two redaction rules are called '{identity.Name}'.", nameof(rules));
            }

            identities[i] = identity;
        }

        return identities;
    }
}

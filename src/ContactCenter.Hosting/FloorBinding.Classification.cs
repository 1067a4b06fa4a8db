using ContactCenter.Routing;

namespace ContactCenter.Hosting;

/// <summary>Reads what contacts are classified by.</summary>
internal static partial class FloorBinding
{
    private static void Bind(SectionReader section, IDictionary<string, ClassificationPolicy> policies)
    {
        var policy = In(policies, section.Key);
        var rules = new List<ClassificationRule>();
        section
            .Text(nameof(policy.FallbackQueue), value => policy = policy with { FallbackQueue = value })
            .Children(nameof(policy.Rules), rule => rules.Add(Rule(rule)))
            .End();

        // Rules of one's own take the place of those that were there.
        policies[section.Key] = rules.Count > 0 ? policy with { Rules = [.. rules] } : policy;
    }

    private static ClassificationRule Rule(SectionReader section)
    {
        var rule = new ClassificationRule();
        section
            .Text(nameof(rule.When), value => rule = rule with { When = value })
            .Text(nameof(rule.Queue), value => rule = rule with { Queue = value })
            .Text(nameof(rule.QueueLabels), value => rule = rule with { QueueLabels = value })
            .Texts(
                nameof(rule.QueueMatches),
                (_, name) => rule = rule with { QueueMatches = rule.QueueMatches.Add(name) })
            .Number(nameof(rule.Priority), value => rule = rule with { Priority = value })
            .Children(
                nameof(rule.Requirements),
                one => rule = rule with { Requirements = rule.Requirements.Add(RequirementOf(one)) })
            .Texts(
                nameof(rule.AgentMatches),
                (_, name) => rule = rule with { AgentMatches = rule.AgentMatches.Add(name) })
            .End();
        return rule;
    }

    private static RoutingRequirement RequirementOf(SectionReader section)
    {
        var one = new RoutingRequirement(string.Empty);
        section
            .Text(nameof(one.Text), value => one = one with { Text = value })
            .Period(nameof(one.For), value => one = one with { For = value })
            .End();
        return one;
    }
}

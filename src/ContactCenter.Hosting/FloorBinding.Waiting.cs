using ContactCenter.Routing;

namespace ContactCenter.Hosting;

/// <summary>Reads what becomes of those who wait too long, or in vain.</summary>
internal static partial class FloorBinding
{
    private static void Bind(SectionReader section, IList<WaitRule> rules)
    {
        var rule = new WaitRule();
        section
            .Period(nameof(rule.After), value => rule = rule with { After = value })
            .Text(nameof(rule.MoveTo), value => rule = rule with { MoveTo = value })
            .Flag(nameof(rule.End), value => rule = rule with { End = value })
            .Number(nameof(rule.Priority), value => rule = rule with { Priority = value })
            .Text(nameof(rule.Requirement), value => rule = rule with { Requirement = value })
            .End();
        rules.Add(rule);
    }

    private static NoAgentRule NoAgents(SectionReader section, NoAgentRule rule)
    {
        section
            .Period(nameof(rule.After), value => rule = rule with { After = value })
            .Period(nameof(rule.NewcomersAfter), value => rule = rule with { NewcomersAfter = value })
            .Text(nameof(rule.MoveTo), value => rule = rule with { MoveTo = value })
            .Flag(nameof(rule.End), value => rule = rule with { End = value })
            .End();
        return rule;
    }
}

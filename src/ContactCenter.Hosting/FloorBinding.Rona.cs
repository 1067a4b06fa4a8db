using ContactCenter.Routing;

namespace ContactCenter.Hosting;

/// <summary>Reads what follows from offers that come to nothing.</summary>
internal static partial class FloorBinding
{
    private static RonaPolicy Rona(SectionReader section, RonaPolicy policy)
    {
        var (agents, teams) = (new List<string>(), new List<string>());
        section
            .Child(nameof(policy.Missed), rule => policy = policy with { Missed = Rule(rule, policy.Missed) })
            .Child(nameof(policy.Declined), rule => policy = policy with { Declined = Rule(rule, policy.Declined) })
            .Child(nameof(policy.Failed), rule => policy = policy with { Failed = Rule(rule, policy.Failed) })
            .Period(nameof(policy.RecoversAfter), value => policy = policy with { RecoversAfter = value })
            .Texts(nameof(policy.ExemptAgents), (_, agent) => agents.Add(agent))
            .Texts(nameof(policy.ExemptTeams), (_, team) => teams.Add(team))
            .End();
        return policy with
        {
            ExemptAgents = agents.Count == 0 ? policy.ExemptAgents : [.. agents],
            ExemptTeams = teams.Count == 0 ? policy.ExemptTeams : [.. teams],
        };
    }

    private static RonaRule Rule(SectionReader section, RonaRule rule)
    {
        section
            .Flag(nameof(rule.Counts), value => rule = rule with { Counts = value })
            .Number(nameof(rule.Threshold), value => rule = rule with { Threshold = value })
            .Choice<RonaConsequence>(nameof(rule.Then), value => rule = rule with { Then = value })
            .Text(nameof(rule.IdleCode), value => rule = rule with { IdleCode = value })
            .Period(nameof(rule.CoolOff), value => rule = rule with { CoolOff = value })
            .Period(nameof(rule.CoolOffBelowThreshold), value => rule = rule with { CoolOffBelowThreshold = value })
            .Fraction(nameof(rule.BackOff), value => rule = rule with { BackOff = value })
            .Period(nameof(rule.MaxCoolOff), value => rule = rule with { MaxCoolOff = value })
            .End();
        return rule;
    }
}

using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Who works with whom.</summary>
internal static partial class ConfigurationFaults
{
    private const string CardLikeFault = "a name or code reads as a card number";

    /// <summary>Teams, sites and supervisors, and what agents may reach.</summary>
    private static IEnumerable<string> Organisation(FloorConfiguration configuration)
    {
        var sites = Names(configuration.Sites.Select(site => site.Name));
        var teams = Names(configuration.Teams.Select(team => team.Name));
        var queues = Names(configuration.Queues.Select(queue => queue.Name));
        var reasons = Names(configuration.WrapUp.Reasons.Select(reason => reason.Code));
        foreach (var (what, names) in new (string, IEnumerable<string>)[]
        {
            ("site", configuration.Sites.Select(site => site.Name)),
            ("team", configuration.Teams.Select(team => team.Name)),
            ("supervisor", configuration.Supervisors.Select(supervisor => supervisor.Id)),
        })
        {
            foreach (var name in names.Where(name => !Identifier.IsValid(name)))
            {
                yield return $"{what} '{name}' is no name";
            }

            foreach (var name in Twice(names))
            {
                yield return $"{what} {name} is there twice";
            }
        }

        foreach (var team in configuration.Teams.Where(team => team.Site is { } site && !sites.Contains(site)))
        {
            yield return $"team {team.Name} is at site {team.Site}, which is not there";
        }

        foreach (var supervisor in configuration.Supervisors)
        {
            foreach (var team in supervisor.Teams.Where(team => !teams.Contains(team)))
            {
                yield return $"supervisor {supervisor.Id} has team {team}, which is not there";
            }
        }

        foreach (var agent in configuration.Agents)
        {
            if (agent.Team is { } own && !teams.Contains(own))
            {
                yield return $"agent {agent.Id} is of team {own}, which is not there";
            }

            foreach (var unknown in agent.TransferQueues.Names.Where(name => !queues.Contains(name))
                .Concat(agent.TransferTeams.Names.Where(name => !teams.Contains(name)))
                .Concat(agent.WrapUpReasons.Where(code => !reasons.Contains(code))))
            {
                yield return $"agent {agent.Id} is given {unknown}, which is not there";
            }
        }

        if (!Enum.IsDefined(configuration.RonaScope) || !Enum.IsDefined(configuration.Sessions.Logins)
            || !Enum.IsDefined(configuration.Collaboration.TransferRelease)
            || !Enum.IsDefined(configuration.Collaboration.TransferFallback)
            || !Enum.IsDefined(configuration.Collaboration.ConferenceWrapUp))
        {
            yield return "a policy of the floor is not known";
        }
    }

    /// <summary>Names, codes and conditions are kept as they are, so none may read as a card number.</summary>
    private static IEnumerable<string> CardLike(FloorConfiguration configuration) =>
        configuration.Queues.Select(queue => queue.Name)
            .Concat(configuration.Agents.Select(agent => agent.Id))
            .Concat(configuration.Teams.Select(team => team.Name))
            .Concat(configuration.Sites.Select(site => site.Name))
            .Concat(configuration.Supervisors.Select(supervisor => supervisor.Id))
            .Concat(configuration.IdleCodes.Select(code => code.Code))
            .Concat(configuration.WrapUp.Reasons.Select(reason => reason.Code))
            .Concat(configuration.Queues.SelectMany(queue => queue.Rings).SelectMany(ring => ring.Drops))
            .Concat(configuration.Queues.SelectMany(queue => queue.Labels).Select(label => label.Name))
            .Concat(configuration.Queues.SelectMany(queue => queue.Labels).Select(label => label.Value))
            .Concat(configuration.Agents.SelectMany(agent => agent.Attributes).Select(one => one.Name))
            .Concat(configuration.Agents.SelectMany(agent => agent.Attributes).Select(one => one.Value))
            .Concat(configuration.Classifications.Select(one => one.Name))
            .Concat(configuration.Classifications.SelectMany(one => one.Policy.Rules).SelectMany(Conditions))
            .Concat(configuration.Queues.SelectMany(Conditions))
            .Where(CardLikeId.Is)
            .Select(_ => CardLikeFault);

    private static IEnumerable<string> Conditions(QueueProfile queue) =>
        queue.WaitRules.Select(rule => rule.Requirement).Append(queue.OverflowRequirement).OfType<string>();

    private static IEnumerable<string> Conditions(ClassificationRule rule) =>
        rule.Requirements.Select(one => one.Text).Concat(rule.QueueMatches).Concat(rule.AgentMatches)
            .Concat(new[] { rule.When, rule.QueueLabels }.OfType<string>());
}

using ContactCenter.Redaction;

namespace ContactCenter.Floors;

/// <summary>Who works with whom.</summary>
internal static partial class ConfigurationFaults
{
    internal const string CardLikeFault = "a name or code reads as a card number";

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

    /// <summary>All words are kept and shown as they are: none may hold a card number, or what proves one.</summary>
    private static IEnumerable<string> CardLike(FloorConfiguration configuration) =>
        ConfigurationJson.WordsIn(ConfigurationJson.Write(configuration))
            .Where(CardLikeId.IsIn)
            .Select(_ => CardLikeFault);
}

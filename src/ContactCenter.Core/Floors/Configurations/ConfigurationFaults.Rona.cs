using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What follows from offers that come to nothing.</summary>
internal static partial class ConfigurationFaults
{
    private static IEnumerable<string> Rona(FloorConfiguration configuration)
    {
        var agents = Names(configuration.Agents.Select(agent => agent.Id));
        var teams = Names(configuration.Teams.Select(team => team.Name));
        var codes = Names(configuration.IdleCodes.Select(code => code.Code));
        var policies = configuration.Queues.Where(queue => queue.Rona is not null)
            .Select(queue => (Of: $"queue {queue.Name}: RONA", Policy: queue.Rona!))
            .Prepend((Of: "floor: RONA", Policy: configuration.Rona));
        foreach (var (of, policy) in policies)
        {
            foreach (var fault in policy.Faults())
            {
                yield return $"{of}: {fault}";
            }

            foreach (var gone in policy.ExemptAgents.Where(agent => !agents.Contains(agent))
                .Concat(policy.ExemptTeams.Where(team => !teams.Contains(team))))
            {
                yield return $"{of}: {gone} is exempt and not there";
            }

            foreach (var rule in (RonaRule[])[policy.Missed, policy.Declined, policy.Failed])
            {
                if (rule.IdleCode is { } code && !codes.Contains(code))
                {
                    yield return $"{of}: idle code {code} is not there";
                }
            }
        }
    }
}

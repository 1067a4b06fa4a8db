using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What is wrong with what agents serve, and how, and with what they can do.</summary>
internal static partial class ConfigurationFaults
{
    private static IEnumerable<string> Agents(FloorConfiguration configuration)
    {
        var queues = Names(configuration.Queues.Select(queue => queue.Name));
        var codes = Names(configuration.IdleCodes.Select(code => code.Code));
        foreach (var id in Twice(configuration.Agents.Select(agent => agent.Id)))
        {
            yield return $"agent {id} is there twice";
        }

        foreach (var agent in configuration.Agents)
        {
            if (!Identifier.IsValid(agent.Id))
            {
                yield return $"agent id '{agent.Id}' is no id";
            }

            foreach (var queue in agent.Queues.Where(queue => !queues.Contains(queue)))
            {
                yield return $"agent {agent.Id} serves queue {queue}, which is not there";
            }

            foreach (var code in agent.IdleCodes.Where(code => !codes.Contains(code)))
            {
                yield return $"agent {agent.Id} is given idle code {code}, which is not there";
            }

            var attributes = Attributes("attribute", agent.Attributes.Select(one => (one.Name, one.Value)));
            foreach (var fault in Memberships(agent).Concat(attributes)
                .Concat(agent.Pace?.Faults() ?? [])
                .Concat(configuration.MediaOf(agent).Faults()))
            {
                yield return $"agent {agent.Id}: {fault}";
            }
        }
    }

    private static IEnumerable<string> Memberships(AgentProfile agent)
    {
        foreach (var one in agent.Memberships)
        {
            if (!agent.Queues.Contains(one.Queue))
            {
                yield return $"it says how queue {one.Queue} is served, which is not";
            }

            foreach (var fault in one.Faults())
            {
                yield return fault;
            }
        }
    }

    /// <param name="what">What they are called where they are said.</param>
    private static IEnumerable<string> Attributes(string what, IEnumerable<(string Name, string Value)> said)
    {
        var count = 0;
        foreach (var (name, text) in said)
        {
            count++;
            if (!AttributeValue.TryParse(text, out var value) || !AttributeBag.TryOf([(name, value)], out _, out _))
            {
                yield return $"{what} '{name}' cannot be '{text}'";
            }
        }

        if (count > AttributeBag.MaxCount)
        {
            yield return $"{count} {what}s are more than {AttributeBag.MaxCount}";
        }
    }
}

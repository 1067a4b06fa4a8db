using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Floors;

/// <summary>A change of a floor's configuration as a command, so that it can be asked and refused.</summary>
internal sealed class Revision(Specification floor)
{
    private FloorConfiguration Now => floor.State.Configuration;

    internal static Configure To(FloorConfiguration wanted) =>
        new(Actor.Host, wanted, ConfigurationHash.Of(wanted));

    internal Configure By(Func<FloorConfiguration, FloorConfiguration> change) => To(change(Now));

    /// <summary>The same floor with one profile more, or another one; an agent without queues serves all.</summary>
    internal Configure With(AgentProfile agent) => By(now => now with
    {
        Agents =
        [
            .. now.Agents.Where(other => other.Id != agent.Id),
            agent.Queues.IsEmpty ? agent with { Queues = [.. now.Queues.Select(queue => queue.Name)] } : agent,
        ],
    });
}

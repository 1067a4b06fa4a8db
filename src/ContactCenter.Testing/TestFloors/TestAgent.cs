using ContactCenter.Agents;

namespace ContactCenter.Testing;

/// <summary>An agent of a <see cref="TestFloor"/>, as they were when asked for.</summary>
public sealed class TestAgent
{
    private readonly AgentId _id;
    private readonly Availability[] _byChannel;

    internal TestAgent(Agent agent, IReadOnlyList<TestContact> offers, IReadOnlyList<TestContact> contacts)
    {
        (_id, Availability, Code) = (agent.Id, agent.Availability, agent.Code);
        _byChannel = [.. Enum.GetValues<Channel>().Select(agent.AvailabilityFor)];
        PausedQueues = [.. agent.QueuePauses?.Select(pause => pause.Queue) ?? []];
        (Offers, Contacts) = (offers, contacts);
    }

    /// <summary>What the agent is like, channels apart.</summary>
    public Availability Availability { get; }

    /// <summary>The idle code; null for who is not idle.</summary>
    public string? Code { get; }

    /// <summary>The contacts that they are offered, the oldest offer first.</summary>
    public IReadOnlyList<TestContact> Offers { get; }

    /// <summary>The contacts that they have or have yet to wrap up, in the order in which they took them.</summary>
    public IReadOnlyList<TestContact> Contacts { get; }

    /// <summary>The queues that are paused for them.</summary>
    public IReadOnlyList<QueueName> PausedQueues { get; }

    /// <summary>What the agent is like for one channel, which a pause or a miss may have stopped alone.</summary>
    /// <param name="channel">Which channel.</param>
    public Availability AvailabilityFor(Channel channel) => _byChannel[(int)channel];

    /// <summary>The agent is like this, channels apart.</summary>
    /// <param name="availability">What they must be.</param>
    public void ShouldBe(Availability availability)
    {
        if (Availability != availability)
        {
            throw new SpecificationFailedException(
                $"Expected {_id} to be {availability}, but they are {Availability}.");
        }
    }
}

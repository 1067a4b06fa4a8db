namespace ContactCenter.Collaboration;

/// <summary>Where a chat is given to: a queue, or one agent. A supervisor who takes chats is an agent too.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public readonly record struct TransferTarget
{
    private TransferTarget(QueueName? queue, AgentId? agent) => (Queue, Agent) = (queue, agent);

    /// <summary>The queue; null where it is an agent.</summary>
    public QueueName? Queue { get; }

    /// <summary>The agent; null where it is a queue.</summary>
    public AgentId? Agent { get; }

    /// <summary>A queue, which routes it as usual.</summary>
    /// <param name="queue">Its name.</param>
    public static TransferTarget To(QueueName queue) => new(queue, null);

    /// <summary>One agent, who gets a contact request.</summary>
    /// <param name="agent">Who.</param>
    public static TransferTarget To(AgentId agent) => new(null, agent);

    /// <summary>The name of the queue or agent.</summary>
    public override string ToString() => Agent is { } agent ? $"agent {agent}" : $"queue {Queue}";
}

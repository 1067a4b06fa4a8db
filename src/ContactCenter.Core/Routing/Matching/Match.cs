namespace ContactCenter.Routing;

/// <summary>Who should be offered what next, and why.</summary>
/// <param name="Contact">The contact's number.</param>
/// <param name="Queue">The queue it waits in.</param>
/// <param name="Agent">The agent to be offered it.</param>
/// <param name="Why">The reason: the strategy's name, or what it said.</param>
public readonly record struct Match(long Contact, QueueName Queue, AgentId Agent, string Why);

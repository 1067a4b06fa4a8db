namespace ContactCenter.Routing;

/// <summary>The next contact to offer, the agent to offer it to, and why.</summary>
/// <param name="Contact">The contact's number.</param>
/// <param name="Queue">The queue it waits in.</param>
/// <param name="Agent">The agent to be offered it.</param>
/// <param name="Why">The reason: the strategy's name, or the reason that the strategy gave.</param>
public readonly record struct Match(long Contact, QueueName Queue, AgentId Agent, string Why);

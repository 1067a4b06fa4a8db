namespace ContactCenter.Agents;

/// <summary>Something that has happened to one agent.</summary>
internal abstract record AgentEvent(AgentId Agent) : Event;

/// <summary>The agent's availability moved.</summary>
/// <param name="Trigger">The move in <see cref="AgentLifecycle.Table"/>.</param>
/// <param name="Code">The idle code from now on; null unless idle.</param>
/// <param name="By">Who changed it: the agent, a supervisor or the system.</param>
/// <param name="Reason">Why, as a code, where one was given.</param>
/// <param name="Channel">One channel that goes out of rotation or comes back; null for all of them.</param>
internal sealed record AvailabilityChanged(
    AgentId Agent, AvailabilityTrigger Trigger, string? Code, Actor By, string? Reason, Channel? Channel = null)
    : AgentEvent(Agent);

/// <summary>The agent did something at their desk.</summary>
internal sealed record AgentActive(AgentId Agent) : AgentEvent(Agent);

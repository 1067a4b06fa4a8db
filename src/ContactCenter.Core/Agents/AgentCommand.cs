namespace ContactCenter.Agents;

/// <summary>Something that is asked about one agent.</summary>
internal abstract record AgentCommand(Actor By, AgentId Agent) : Command(By);

internal sealed record SignInAgent(Actor By, AgentId Agent) : AgentCommand(By, Agent);

/// <param name="Reason">Why, as a code, where a supervisor does it for the agent.</param>
internal sealed record SignOutAgent(Actor By, AgentId Agent, string? Reason = null) : AgentCommand(By, Agent);

/// <param name="Reason">Why, as a code, where a supervisor does it for the agent.</param>
/// <param name="Channel">One channel; null for all.</param>
/// <param name="Queue">One queue that was paused; null for all.</param>
internal sealed record MakeAvailable(
    Actor By, AgentId Agent, string? Reason = null, Channel? Channel = null, QueueName? Queue = null)
    : AgentCommand(By, Agent);

/// <param name="Code">The idle code; null for the floor's default.</param>
/// <param name="Channel">One channel; null for all.</param>
/// <param name="Queue">One queue, to pause; null for all.</param>
internal sealed record MakeIdle(
    Actor By,
    AgentId Agent,
    string? Code = null,
    string? Reason = null,
    Channel? Channel = null,
    QueueName? Queue = null)
    : AgentCommand(By, Agent);

/// <summary>The agent does something at their desk, so that inactivity begins anew.</summary>
internal sealed record ReportActivity(Actor By, AgentId Agent) : AgentCommand(By, Agent);

/// <summary>What the alarm asks when an agent has not done anything for too long.</summary>
internal sealed record SignOutInactive(AgentId Agent) : AgentCommand(Actor.System, Agent);

/// <summary>What the alarm asks when a contact counts no more for an agent's pace.</summary>
internal sealed record EasePace(AgentId Agent) : AgentCommand(Actor.System, Agent);

/// <summary>What the alarm asks when what keeps an agent from offers is over.</summary>
internal sealed record EndCoolOff(AgentId Agent) : AgentCommand(Actor.System, Agent);

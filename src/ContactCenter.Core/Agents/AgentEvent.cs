using ContactCenter.Routing;

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

/// <summary>An offer of theirs came to nothing, and how many did so in a row matters.</summary>
/// <param name="Count">Which in a row it was.</param>
/// <param name="Consequence">What follows; a move of the agent comes right after.</param>
/// <param name="Until">When it is over by itself; null where it is not, or nothing follows.</param>
/// <param name="Channel">The channel it stops; null for all of them.</param>
internal sealed record RonaCounted(
    AgentId Agent,
    RonaCause Cause,
    int Count,
    RonaConsequence Consequence,
    DateTimeOffset? Until,
    Channel? Channel = null) : AgentEvent(Agent);

/// <summary>They get offers again that were withheld for a while.</summary>
/// <param name="Channel">The channel it was about; null for all of them.</param>
/// <param name="By">Whose doing it is: the system's once it is time, else whoever asked for offers.</param>
internal sealed record CoolOffEnded(AgentId Agent, Channel? Channel, Actor By) : AgentEvent(Agent);

/// <summary>Contacts that they took long enough ago count no more for their pace.</summary>
internal sealed record PaceEased(AgentId Agent) : AgentEvent(Agent);

/// <summary>It is a queue's turn for which they have no room yet: until then nothing else is offered to them.</summary>
internal sealed record AgentHeld(AgentId Agent, QueueName Queue) : AgentEvent(Agent);

/// <summary>They have room for the queue they were held for, or it is of no use any more.</summary>
internal sealed record AgentLetGo(AgentId Agent) : AgentEvent(Agent);

/// <summary>Nothing more is offered to them from one queue.</summary>
/// <param name="Availability">Why: idle, or a miss.</param>
/// <param name="Code">The idle code; null after a miss.</param>
/// <param name="Until">When it is over by itself; null where it is not.</param>
/// <param name="By">Who has done it: the agent, a supervisor or the system.</param>
/// <param name="Reason">Why, as a code, where one was given.</param>
internal sealed record QueuePaused(
    AgentId Agent,
    QueueName Queue,
    Availability Availability,
    string? Code,
    DateTimeOffset? Until,
    Actor By,
    string? Reason) : AgentEvent(Agent);

/// <summary>A queue that was paused is offered to them again.</summary>
internal sealed record QueueResumed(AgentId Agent, QueueName Queue, Actor By) : AgentEvent(Agent);

/// <summary>The agent did something at their desk.</summary>
internal sealed record AgentActive(AgentId Agent) : AgentEvent(Agent);

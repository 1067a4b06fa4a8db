using ContactCenter.Agents;

namespace ContactCenter.Collaboration;

/// <summary>
/// To whom an agent may give a chat, or whom they may invite, as things stand now. Asking again refreshes it.
/// </summary>
/// <param name="Queues">The queues of the chat's channel, by name.</param>
/// <param name="Agents">The agents, those who can take it first, then by name.</param>
/// <remarks>
/// The one who asks is not among them, nor is whoever their profile does not reach. Immutable, safe for any thread.
/// Source: chat specification R95 to R97, R109.
/// </remarks>
public sealed record TransferDirectory(
    IReadOnlyList<DirectoryQueue> Queues, IReadOnlyList<DirectoryAgent> Agents);

/// <summary>A queue in a directory.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Waiting">How many contacts wait in it.</param>
/// <param name="Free">How many agents are free for it.</param>
/// <param name="IsOpen">By its opening hours contacts are offered from it now.</param>
public sealed record DirectoryQueue(QueueName Queue, int Waiting, int Free, bool IsOpen = true);

/// <summary>An agent in a directory.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Name">What to call them; null where the configuration does not say.</param>
/// <param name="Team">Their team; null where they have none.</param>
/// <param name="Availability">Whether they get contacts of the chat's channel: the coloured mark.</param>
/// <param name="IdleCode">Why they are idle; null unless they are.</param>
/// <param name="HasRoom">One more contact of the chat's channel fits.</param>
/// <param name="IsSupervisor">They are a supervisor too.</param>
public sealed record DirectoryAgent(
    AgentId Agent,
    string? Name,
    string? Team,
    Availability Availability,
    string? IdleCode,
    bool HasRoom,
    bool IsSupervisor)
{
    /// <summary>Until when they are kept from contacts of the chat's channel; null for most.</summary>
    public DateTimeOffset? CoolsOffUntil { get; init; }

    /// <summary>A transfer or an invitation would reach them now.</summary>
    public bool CanTake => Availability == Availability.Available && HasRoom && CoolsOffUntil is null;
}

using System.Collections.Immutable;

namespace ContactCenter.Agents;

/// <summary>What a supervisor may do for the agents of their teams.</summary>
[Flags]
public enum SupervisorRights
{
    /// <summary>Look, and nothing else.</summary>
    None = 0,

    /// <summary>Change an agent's availability.</summary>
    ChangeState = 1,

    /// <summary>Sign an agent out.</summary>
    SignOut = 2,

    /// <summary>Read a running chat along.</summary>
    Monitor = 4,

    /// <summary>Say something that only the agents of a chat see.</summary>
    Whisper = 8,

    /// <summary>Join a conversation.</summary>
    BargeIn = 16,

    /// <summary>Give a chat to another queue or agent.</summary>
    Reassign = 32,

    /// <summary>End a chat and submit the wrap-ups that are due for it.</summary>
    Complete = 64,

    /// <summary>Hold or erase what is kept of a customer, and read who has seen it.</summary>
    Privacy = 128,

    /// <summary>
    /// Have what tokens stand for: card numbers, personal data. Only supervisors who are listed and given it by name.
    /// </summary>
    Reveal = 256,

    /// <summary>All of it, but for <see cref="Reveal"/>.</summary>
    All = ChangeState | SignOut | Monitor | Whisper | BargeIn | Reassign | Complete | Privacy,
}

/// <summary>A supervisor, as the floor's configuration says.</summary>
internal sealed record SupervisorProfile
{
    public string Id { get; init; } = string.Empty;

    /// <summary>The teams they supervise; empty for all.</summary>
    public ImmutableArray<string> Teams { get; init; } = [];

    public SupervisorRights Rights { get; init; } = SupervisorRights.All;

    internal bool Supervises(string? team) => Teams.IsEmpty || (team is not null && Teams.Contains(team));
}

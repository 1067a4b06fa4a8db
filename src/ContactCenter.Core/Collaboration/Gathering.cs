using ContactCenter.Chats;

namespace ContactCenter.Collaboration;

/// <summary>The agents of one chat: the responsible one, and a second who is there or invited.</summary>
/// <param name="State">The state of the chat.</param>
/// <param name="Owner">The agent who is responsible; null while nobody is.</param>
/// <param name="Other">
/// The second agent: invited while the conference is requested, in it while it runs; else null.
/// </param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record Gathering(ChatState State, AgentId? Owner, AgentId? Other = null)
{
    /// <summary>A chat that one agent has accepted.</summary>
    /// <param name="owner">The agent.</param>
    public static Gathering Of(AgentId owner) => new(ChatState.Active, owner);

    internal ChatRole? RoleOf(AgentId agent) =>
        agent == Owner ? ChatRole.Owner
        : agent != Other ? null
        : State == ChatState.Conference ? ChatRole.Conferee
        : ChatRole.Invitee;
}

/// <summary>The result of an action among the agents of a chat.</summary>
/// <param name="Rejection">Why it is rejected; null if it is not.</param>
/// <param name="Next">The agents afterwards; unchanged if it is rejected.</param>
/// <param name="Leaving">Who leaves, and whether they owe a wrap-up; the one who asks first.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record Step(Rejection? Rejection, Gathering Next, IReadOnlyList<Departure> Leaving);

/// <summary>One agent who leaves a chat.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="OwesWrapUp">Whether the agent owes a wrap-up.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public readonly record struct Departure(AgentId Agent, bool OwesWrapUp);

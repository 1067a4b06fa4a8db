namespace ContactCenter.Wire;

/// <summary>An agent gives a chat to a queue; a supervisor reassigns it.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Queue">The queue.</param>
public sealed record TransferToQueueVerb(ChatId Chat, QueueName Queue) : Verb;

/// <summary>An agent gives a chat to one agent; a supervisor reassigns it.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Agent">The agent.</param>
public sealed record TransferToAgentVerb(ChatId Chat, AgentId Agent) : Verb;

/// <summary>An agent takes back a transfer that nobody has accepted yet.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record WithdrawTransferVerb(ChatId Chat) : Verb;

/// <summary>An agent invites another into a chat.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Agent">Whom.</param>
public sealed record InviteVerb(ChatId Chat, AgentId Agent) : Verb;

/// <summary>An agent takes back an invitation that was not accepted yet.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record WithdrawInvitationVerb(ChatId Chat) : Verb;

/// <summary>An agent releases the second agent of a conference.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record EndConferenceVerb(ChatId Chat) : Verb;

/// <summary>An agent leaves a conference, which the other goes on with as a plain chat.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record ExitConferenceVerb(ChatId Chat) : Verb;

/// <summary>An agent asks to whom a contact may be given.</summary>
/// <param name="Channel">The contact's channel; null for chat.</param>
/// <param name="Search">Part of a name; null for all.</param>
public sealed record DirectoryVerb(Channel? Channel = null, string? Search = null) : Verb;

/// <summary>Asks what was said beside a conversation: whispers, and notices to agents.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="After">The sequence to begin after; 0 for the beginning.</param>
/// <param name="Limit">How many lines at most, 1 to 1,000.</param>
public sealed record AsidesVerb(ChatId Chat, int After = 0, int Limit = 1_000) : Verb
{
    internal override string? FieldOutOfBounds => After < 0 ? "after" : Limit is < 1 or > 1_000 ? "limit" : null;
}

/// <summary>Asks for the table of who may do what in a chat, and when.</summary>
public sealed record PermissionsVerb : Verb;

/// <summary>A sign of life of a session.</summary>
public sealed record HeartbeatVerb : Verb;

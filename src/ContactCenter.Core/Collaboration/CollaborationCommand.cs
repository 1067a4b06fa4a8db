using ContactCenter.Chats;

namespace ContactCenter.Collaboration;

/// <summary>Gives a chat to a queue, or to one agent; by the agent who has it, or a supervisor.</summary>
/// <param name="Queue">The queue; null where it goes to an agent.</param>
/// <param name="Agent">The agent; null where it goes to a queue.</param>
internal sealed record TransferChat(Actor By, long Chat, QueueName? Queue, AgentId? Agent) : ChatCommand(By, Chat);

/// <summary>Whoever has the chat gives it back to the queue it came from, whatever else they may transfer to.</summary>
internal sealed record ReturnChat(Actor By, long Chat) : ChatCommand(By, Chat);

/// <summary>Takes back a transfer that nobody has accepted yet.</summary>
internal sealed record WithdrawTransfer(Actor By, long Chat) : ChatCommand(By, Chat);

/// <summary>Invites a second agent.</summary>
internal sealed record InviteAgent(Actor By, long Chat, AgentId Agent) : ChatCommand(By, Chat);

/// <summary>Takes back an invitation that was not accepted yet.</summary>
internal sealed record WithdrawInvitation(Actor By, long Chat) : ChatCommand(By, Chat);

/// <summary>Releases the second agent.</summary>
internal sealed record EndConference(Actor By, long Chat) : ChatCommand(By, Chat);

/// <summary>Leaves a conference, which the other agent goes on with as a plain chat.</summary>
internal sealed record ExitConference(Actor By, long Chat) : ChatCommand(By, Chat);

/// <summary>A supervisor comes to a chat, joins its conversation, or goes.</summary>
internal sealed record MoveObserver(Actor By, long Chat, ObserverTrigger Trigger) : ChatCommand(By, Chat);

/// <summary>A supervisor says something that only the agents of the chat see.</summary>
internal sealed record Whisper(Actor By, long Chat, Body Body) : ChatCommand(By, Chat);

/// <summary>A supervisor ends a chat, if it runs, and submits every wrap-up that is due for it.</summary>
internal sealed record CompleteContact(Actor By, long Chat, IReadOnlyList<string> Reasons) : ChatCommand(By, Chat);

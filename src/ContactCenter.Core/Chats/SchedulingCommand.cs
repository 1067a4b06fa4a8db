namespace ContactCenter.Chats;

/// <summary>What the alarm asks when a scheduled contact is due.</summary>
internal sealed record ComeDue(long Chat) : ChatCommand(Actor.System, Chat);

/// <summary>It leaves its line, and is offered to nobody until somebody activates it.</summary>
internal sealed record SuspendContact(Actor By, long Chat) : ChatCommand(By, Chat);

/// <summary>A suspended contact comes back to its line, or a scheduled one to its queue before it is due.</summary>
internal sealed record ActivateContact(Actor By, long Chat) : ChatCommand(By, Chat);

/// <summary>The customer does not wait on the line any more, and is called back.</summary>
/// <param name="DueAt">When; null where the contact keeps its place.</param>
internal sealed record AskForCallback(Actor By, long Chat, DateTimeOffset? DueAt) : ChatCommand(By, Chat);

/// <summary>A contact that no agent has is over, for a reason.</summary>
internal sealed record CancelContact(Actor By, long Chat, IReadOnlyList<string> Reasons) : ChatCommand(By, Chat);

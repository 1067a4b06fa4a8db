namespace ContactCenter.Chats;

/// <summary>How a contact was over for its customer.</summary>
internal sealed record Ending(DateTimeOffset At, Actor By);

namespace ContactCenter.Chats;

/// <summary>A question to the bot that waits for its answer.</summary>
internal sealed record BotEffect(long Number, long Chat, int UpTo, DateTimeOffset DueAt) : Effect(Number);

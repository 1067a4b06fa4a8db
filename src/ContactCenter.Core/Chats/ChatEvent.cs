using System.Collections.Immutable;

namespace ContactCenter.Chats;

/// <summary>Something that has happened to one chat.</summary>
internal abstract record ChatEvent(long Chat) : Event;

internal sealed record ChatStarted(long Chat, CustomerId Customer, QueueName Queue, Channel Channel) : ChatEvent(Chat);

internal sealed record ChatQueued(long Chat) : ChatEvent(Chat);

/// <param name="Length">Of the redacted text, in UTF-16 units.</param>
/// <param name="Digest">Salted; see <see cref="Body"/>.</param>
/// <param name="Redacted">Something was masked in it.</param>
internal sealed record MessagePosted(
    long Chat, int Sequence, Actor Author, int Length, UInt128 Digest, bool Redacted) : ChatEvent(Chat);

/// <param name="Subject">The agent or queue that the notice is about; empty for none.</param>
internal sealed record NoticeShown(long Chat, int Sequence, string Code, string Subject) : ChatEvent(Chat);

/// <param name="Trigger"><see cref="ChatTrigger.End"/> or <see cref="ChatTrigger.Leave"/>.</param>
internal sealed record ChatEnded(long Chat, ChatTrigger Trigger, Actor By) : ChatEvent(Chat);

/// <param name="DueAt">When it is submitted by itself; null where it waits for the agent.</param>
internal sealed record WrapUpStarted(long Chat, AgentId Agent, DateTimeOffset? DueAt) : ChatEvent(Chat);

internal sealed record WrapUpHeld(long Chat, AgentId Agent) : ChatEvent(Chat);

/// <param name="Automatic">Submitted by the alarm.</param>
internal sealed record WrapUpCompleted(long Chat, AgentId Agent, ImmutableArray<string> Reasons, bool Automatic)
    : ChatEvent(Chat);

internal sealed record ChatClosed(long Chat) : ChatEvent(Chat);

/// <summary>The bot is to answer: a pending effect, which the shell carries out after commit.</summary>
/// <param name="UpTo">The last line that the bot is to take into account.</param>
internal sealed record BotAsked(long Effect, long Chat, int UpTo, DateTimeOffset DueAt) : ChatEvent(Chat);

/// <summary>The effect has its answer, or nobody waits for one any more.</summary>
internal sealed record BotEffectClosed(long Effect, long Chat) : ChatEvent(Chat);

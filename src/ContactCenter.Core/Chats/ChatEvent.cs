using System.Collections.Immutable;
using ContactCenter.Routing;

namespace ContactCenter.Chats;

/// <summary>Something that has happened to one chat.</summary>
internal abstract record ChatEvent(long Chat) : Event;

/// <summary>Something that has happened to one agent's part in a chat.</summary>
/// <param name="Part">The number of the offer that it began with.</param>
internal abstract record PartEvent(long Chat, long Part, AgentId Agent) : ChatEvent(Chat);

internal sealed record ChatStarted(long Chat, CustomerId Customer, QueueName Queue, Channel Channel) : ChatEvent(Chat);

internal sealed record ChatQueued(long Chat) : ChatEvent(Chat);

/// <summary>What it asks of whoever takes it, from now on.</summary>
/// <param name="ByRule">
/// A rule of its queue or of a policy says so, nobody who asks: the place that was asked for stays.
/// </param>
internal sealed record ContactWished(long Chat, ContactWishes Wishes, bool ByRule = false) : ChatEvent(Chat);

/// <summary>All that is said of it from now on.</summary>
internal sealed record ContactLabelled(long Chat, AttributeBag Attributes) : ChatEvent(Chat);

/// <summary>A policy has classified it.</summary>
/// <param name="By">The name of the policy.</param>
/// <param name="Requirements">How many of its requirements, the last ones, are the policy's.</param>
internal sealed record ContactClassified(long Chat, string By, int Requirements) : ChatEvent(Chat);

/// <summary>It asks for a position in its line, which it gets when it begins to wait.</summary>
internal sealed record PositionAsked(long Chat, int Position) : ChatEvent(Chat);

/// <summary>It was given the place that it had asked for.</summary>
internal sealed record ContactPlaced(long Chat, AskedPlace Place) : ChatEvent(Chat);

/// <summary>An agent has declined it and is not offered it again, until then or until they are available anew.
/// </summary>
internal sealed record ContactWithheld(long Chat, AgentId Agent, DateTimeOffset Until) : ChatEvent(Chat);

/// <summary>It may be offered again to an agent who has declined it.</summary>
internal sealed record ContactOfferable(long Chat, AgentId Agent) : ChatEvent(Chat);

/// <summary>It has waited long enough for something to change.</summary>
internal sealed record ContactAged(long Chat, TimeSpan Waited) : ChatEvent(Chat);

/// <param name="Length">Of the redacted text, in UTF-16 units.</param>
/// <param name="Digest">Salted; see <see cref="Body"/>.</param>
/// <param name="Redacted">Something was masked in it.</param>
internal sealed record MessagePosted(
    long Chat, int Sequence, Actor Author, int Length, UInt128 Digest, bool Redacted) : ChatEvent(Chat);

/// <param name="Subject">The agent or queue that the notice is about; empty for none.</param>
internal sealed record NoticeShown(long Chat, int Sequence, string Code, string Subject) : ChatEvent(Chat);

/// <param name="Trigger"><see cref="ChatTrigger.End"/> or <see cref="ChatTrigger.Leave"/>.</param>
internal sealed record ChatEnded(long Chat, ChatTrigger Trigger, Actor By) : ChatEvent(Chat);

/// <summary>It goes to another queue or agent.</summary>
/// <param name="Trigger">
/// <see cref="ChatTrigger.Transfer"/>, or <see cref="ChatTrigger.HandOver"/> where whoever has it stays responsible.
/// </param>
/// <param name="Queue">The queue it waits in from now on; with an agent, the one it falls back to.</param>
/// <param name="Agent">The agent who is offered it first; null where its queue decides.</param>
internal sealed record ChatTransferred(long Chat, ChatTrigger Trigger, QueueName Queue, AgentId? Agent, Actor By)
    : ChatEvent(Chat);

/// <summary>The transfer came to nothing; whoever has the chat keeps it.</summary>
internal sealed record TransferCalledOff(long Chat) : ChatEvent(Chat);

/// <summary>Its agent is lost for good; it waits again, at the place that its age gives it.</summary>
internal sealed record ChatRequeued(long Chat) : ChatEvent(Chat);

/// <summary>Its queue is no longer configured: it belongs to another from now on, with its age and place.</summary>
internal sealed record ChatMoved(long Chat, QueueName From, QueueName To) : ChatEvent(Chat);

/// <summary>It waits, or will wait, in another queue than the one it came to, with its age and place.</summary>
internal sealed record ChatDiverted(long Chat, QueueName From, QueueName To, Diversion Why) : ChatEvent(Chat);

/// <summary>It has waited so long that a rule of its queue says what follows.</summary>
/// <param name="After">The wait that the rule names.</param>
internal sealed record WaitRuleFired(long Chat, QueueName Queue, TimeSpan After) : ChatEvent(Chat);

/// <summary>
/// It has waited so long that a rule of its queue follows, but is being offered: nobody more is asked, and the rule
/// comes before the next offer.
/// </summary>
/// <param name="After">The wait that the rule names.</param>
internal sealed record ContactOverdue(long Chat, TimeSpan After) : ChatEvent(Chat);

/// <summary>No agent has been there for its queue for so long that a rule of the queue says what follows.</summary>
internal sealed record NoAgentRuleFired(long Chat, QueueName Queue) : ChatEvent(Chat);

/// <summary>Its customer had left the line a moment ago: it waits at the place that they had.</summary>
/// <param name="Since">When they had begun to wait.</param>
internal sealed record PlaceRegained(long Chat, DateTimeOffset Since) : ChatEvent(Chat);

/// <summary>Its customer has been silent for long, so it takes no room of its agents'; or it is awake again.</summary>
internal sealed record ChatSleeps(long Chat, bool IsAsleep) : ChatEvent(Chat);

/// <summary>Its agent is called away to a contact that comes before it, and will be back.</summary>
/// <param name="By">The number of the offer that comes before it.</param>
internal sealed record WorkInterrupted(long Chat, long Part, AgentId Agent, long By) : PartEvent(Chat, Part, Agent);

/// <summary>Its agent is back.</summary>
internal sealed record WorkResumed(long Chat, long Part, AgentId Agent) : PartEvent(Chat, Part, Agent);

/// <summary>One of two agents leaves a conference. What they owe follows; the other is responsible.</summary>
internal sealed record ConferenceReduced(long Chat) : ChatEvent(Chat);

/// <summary>A part of an agent is over, and no wrap-up is due.</summary>
internal sealed record PartReleased(long Chat, long Part, AgentId Agent) : PartEvent(Chat, Part, Agent);

/// <summary>A part of an agent is over, and a wrap-up is due.</summary>
/// <param name="DueAt">When it is submitted by itself; null where it waits for the agent.</param>
/// <param name="HoldsSlot">The agent's slot stays taken until it is submitted.</param>
internal sealed record WrapUpStarted(
    long Chat, long Part, AgentId Agent, DateTimeOffset? DueAt, bool HoldsSlot = true) : PartEvent(Chat, Part, Agent);

internal sealed record WrapUpHeld(long Chat, long Part, AgentId Agent) : PartEvent(Chat, Part, Agent);

/// <param name="By">The agent, a supervisor for them, or the system at the end of the countdown.</param>
internal sealed record WrapUpCompleted(
    long Chat, long Part, AgentId Agent, ImmutableArray<string> Reasons, Actor By) : PartEvent(Chat, Part, Agent)
{
    internal bool Automatic => By.Kind == ActorKind.System;
}

/// <summary>A supervisor comes to a chat, joins its conversation, or goes.</summary>
internal sealed record ObserverMoved(long Chat, AgentId Supervisor, ObserverTrigger Trigger) : ChatEvent(Chat);

/// <summary>Something is said that only the agents and supervisors of the chat see.</summary>
/// <param name="Sequence">1, 2, 3 … beside the conversation: it leaves no gap in what the customer sees.</param>
internal sealed record AsidePosted(
    long Chat, int Sequence, Actor Author, int Length, UInt128 Digest, bool Redacted) : ChatEvent(Chat);

/// <summary>The engine tells the agents and supervisors of the chat something.</summary>
internal sealed record AsideShown(long Chat, int Sequence, string Code, string Subject) : ChatEvent(Chat);

/// <summary>What was said before reads otherwise from now on: it was part of a number, or read once more.</summary>
/// <param name="IsAside">It stands beside the conversation.</param>
/// <param name="Length">Of the new text, in UTF-16 units.</param>
/// <param name="Digest">Of the new text, salted anew; that of the old one has nothing to belong to any more.</param>
internal sealed record MessageRedacted(long Chat, int Sequence, bool IsAside, int Length, UInt128 Digest)
    : ChatEvent(Chat);

/// <summary>A card number is being told, and its parts are masked as they come; or no longer.</summary>
internal sealed record MaskingTurned(long Chat, bool IsOn) : ChatEvent(Chat);

/// <summary>More lines have reached somebody, or were read by them.</summary>
internal sealed record LinesMarked(long Chat, Actor By, int Delivered, int Read) : ChatEvent(Chat);

/// <summary>The customer has been silent so long that they were warned.</summary>
internal sealed record SilenceNoticed(long Chat) : ChatEvent(Chat);

/// <summary>One agent more may be offered it at the same time.</summary>
internal sealed record OffersWidened(long Chat) : ChatEvent(Chat);

/// <summary>It is over for everybody: what the shell holds of it is wiped.</summary>
internal sealed record ChatClosed(long Chat) : ChatEvent(Chat)
{
    internal override bool ActsOutside => true;
}

/// <summary>The bot is to answer: a pending effect, which the shell carries out after commit.</summary>
/// <param name="UpTo">The last line that the bot is to take into account.</param>
internal sealed record BotAsked(long Effect, long Chat, int UpTo, DateTimeOffset DueAt) : ChatEvent(Chat)
{
    internal override bool ActsOutside => true;
}

/// <summary>The effect has its answer, or nobody waits for one any more.</summary>
internal sealed record BotEffectClosed(long Effect, long Chat) : ChatEvent(Chat);

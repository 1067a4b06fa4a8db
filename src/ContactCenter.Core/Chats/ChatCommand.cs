using System.Collections.Immutable;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Chats;

/// <summary>Something that is asked about one chat.</summary>
internal abstract record ChatCommand(Actor By, long Chat) : Command(By);

/// <param name="Name">What to call the customer; empty when not known.</param>
/// <param name="WithBot">Whether the bot speaks first; null for what the queue says.</param>
internal sealed record StartContact(
    Actor By, CustomerId Customer, QueueName Queue, RedactedText Name, RedactedText Email, bool? WithBot)
    : Command(By)
{
    /// <summary>What it asks of whoever takes it.</summary>
    internal ContactWishes Wishes { get; init; } = ContactWishes.None;

    /// <summary>When it comes to its queue; null for at once.</summary>
    internal DateTimeOffset? DueAt { get; init; }

    /// <summary>Once due it waits until somebody activates it.</summary>
    internal bool SuspendWhenDue { get; init; }

    /// <summary>Where it comes to stand in its line; null for the place of its age.</summary>
    internal int? Position { get; init; }

    /// <summary>What is said of it.</summary>
    internal AttributeBag Attributes { get; init; } = AttributeBag.Empty;

    /// <summary>The name of the policy that classifies it; null for none.</summary>
    internal string? Classification { get; init; }
}

/// <summary>Something else is said of it, and it is classified anew.</summary>
/// <param name="Patch">What is said anew; null under a name for what is no longer said.</param>
/// <param name="Classification">The name of the policy; null for none.</param>
internal sealed record ClassifyContact(
    Actor By, long Chat, ImmutableArray<(string Name, AttributeValue? Value)> Patch, string? Classification)
    : ChatCommand(By, Chat);

/// <summary>It asks for something else from now on.</summary>
internal sealed record ReclassifyContact(Actor By, long Chat, ContactWishes Wishes) : ChatCommand(By, Chat)
{
    /// <summary>Where it comes to stand in its line; null for the place of its age.</summary>
    internal int? Position { get; init; }
}

/// <summary>What the alarm asks when waiting changes something for a contact.</summary>
internal sealed record AgeContact(long Chat) : ChatCommand(Actor.System, Chat);

internal sealed record PostMessage(Actor By, long Chat, Body Body) : ChatCommand(By, Chat);

/// <summary>What somebody was refused makes a number of what was said before: that is masked by itself.</summary>
internal sealed record HideParts(long Chat, IReadOnlyList<Rewording> Rewordings) : ChatCommand(Actor.System, Chat);

/// <summary>Says how far the lines have reached somebody, and how far they have read.</summary>
internal sealed record MarkLines(Actor By, long Chat, int Delivered, int Read) : ChatCommand(By, Chat);

/// <summary>An agent writes something down that the customer never sees.</summary>
internal sealed record WriteNote(Actor By, long Chat, Body Body) : ChatCommand(By, Chat);

/// <summary>What the alarm asks when the customer has been silent too long: first a warning, then the end.</summary>
internal sealed record MindSilence(long Chat) : ChatCommand(Actor.System, Chat);

/// <summary>What the alarm asks when a contact has waited so long that a rule says what follows.</summary>
internal sealed record FollowWaitRule(long Chat) : ChatCommand(Actor.System, Chat);

/// <summary>The customer, or the host for them, asks for a person instead of the bot.</summary>
internal sealed record AskForAgent(Actor By, long Chat) : ChatCommand(By, Chat);

/// <summary>Ends the chat for its customer: the agent ends it, or the customer leaves.</summary>
internal sealed record EndChat(Actor By, long Chat) : ChatCommand(By, Chat);

internal sealed record CompleteWrapUp(Actor By, long Chat, IReadOnlyList<string> Reasons) : ChatCommand(By, Chat);

/// <summary>Cancels the countdown to auto wrap-up.</summary>
internal sealed record HoldWrapUp(Actor By, long Chat) : ChatCommand(By, Chat);

/// <summary>What the alarm asks when the time for wrap-up is over.</summary>
internal sealed record AutoCompleteWrapUp(long Chat, long Part) : ChatCommand(Actor.System, Chat);

/// <summary>The bot's answer to an effect: words, a hand-over, or both.</summary>
internal sealed record AnswerForBot(long Effect, Body? Body, bool HandOver) : Command(Actor.Bot);

/// <summary>The bot threw, or the alarm found it silent.</summary>
internal sealed record GiveUpOnBot(long Effect) : Command(Actor.System);

using ContactCenter.Responses;

namespace ContactCenter.Wire;

/// <summary>An agent signs in.</summary>
public sealed record SignInVerb : Verb;

/// <summary>An agent signs out.</summary>
public sealed record SignOutVerb : Verb;

/// <summary>An agent asks for work.</summary>
/// <param name="Channel">One channel, to come back to; null for all.</param>
/// <param name="Queue">One queue, to resume; null for all. Not with a channel.</param>
public sealed record SetAvailableVerb(Channel? Channel = null, QueueName? Queue = null) : Verb
{
    internal override string? FieldOutOfBounds => Channel is not null && Queue is not null ? "queue" : null;
}

/// <summary>An agent takes an idle code.</summary>
/// <param name="Code">The idle code; null for the floor's default.</param>
/// <param name="Channel">One channel, to go out of rotation; null for all.</param>
/// <param name="Queue">One queue, to pause; null for all. Not with a channel.</param>
/// <param name="Reason">Why a queue is paused, as a code; null for no reason.</param>
public sealed record SetIdleVerb(
    string? Code = null, Channel? Channel = null, QueueName? Queue = null, string? Reason = null) : Verb
{
    internal override string? FieldOutOfBounds => Channel is not null && Queue is not null ? "queue" : null;
}

/// <summary>An agent does something at their desk: inactivity begins anew.</summary>
public sealed record ReportActivityVerb : Verb;

/// <summary>A connecting request has reached the agent's desk.</summary>
/// <param name="Offer">Which offer.</param>
public sealed record PresentVerb(OfferId Offer) : Verb;

/// <summary>An agent takes an offered contact.</summary>
/// <param name="Offer">Which offer.</param>
/// <param name="Automatic">The desk accepts by itself, which only the agent's first session may.</param>
public sealed record AcceptVerb(OfferId Offer, bool Automatic = false) : Verb;

/// <summary>An agent takes every offered contact but calls.</summary>
/// <remarks>Its command id is not remembered: sent again, it takes what is offered then.</remarks>
public sealed record AcceptAllVerb : Verb;

/// <summary>An agent declines an offered contact.</summary>
/// <param name="Offer">Which offer.</param>
/// <param name="Reason">Why, as a code; null for no reason.</param>
/// <param name="RetryAfter">After how many seconds they may be asked again, 1 to 86,400; null for what the queue says.
/// </param>
public sealed record DeclineVerb(OfferId Offer, string? Reason = null, int? RetryAfter = null) : Verb
{
    internal override string? FieldOutOfBounds => RetryAfter is < 1 or > 86_400 ? "retryAfter" : null;
}

/// <summary>An agent asks what waits in their manual queues.</summary>
/// <param name="Offset">How many to skip, 0 to 10,000.</param>
/// <param name="Limit">How many at most, 1 to 1,000.</param>
public sealed record PickListVerb(int Offset = 0, int Limit = 100) : Verb
{
    internal override string? FieldOutOfBounds =>
        Offset is < 0 or > 10_000 ? "offset" : Limit is < 1 or > 1_000 ? "limit" : null;
}

/// <summary>An agent takes a contact that waits in a manual queue.</summary>
/// <param name="Chat">Which contact.</param>
public sealed record PickVerb(ChatId Chat) : Verb;

/// <summary>An agent gives a chat back to the queue it came from.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record ReturnVerb(ChatId Chat) : Verb;

/// <summary>An agent submits a wrap-up.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Reasons">Codes of the floor's wrap-up reasons; null for none.</param>
public sealed record WrapUpVerb(ChatId Chat, IReadOnlyList<string>? Reasons = null) : Verb
{
    // The contract of a list says nothing about what is in it.
    internal override string? FieldOutOfBounds => Reasons?.Contains(null!) == true ? "reasons" : null;
}

/// <summary>An agent cancels the countdown to auto wrap-up.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record HoldWrapUpVerb(ChatId Chat) : Verb;

/// <summary>An agent asks which wrap-up reasons there are to choose from.</summary>
/// <param name="Search">Part of a name or code; null for all.</param>
public sealed record WrapUpReasonsVerb(string? Search = null) : Verb;

/// <summary>An agent asks which idle codes there are to choose from.</summary>
public sealed record IdleCodesVerb : Verb;

/// <summary>An agent asks which contacts they have.</summary>
public sealed record MyContactsVerb : Verb;

/// <summary>An agent asks for the predefined responses to choose from.</summary>
/// <param name="Chat">The chat that they are for.</param>
/// <param name="Search">A part of the title or the text, at most 200 characters; null for all.</param>
/// <param name="Category">The category, exactly; null for all.</param>
/// <param name="Locale">The language, as a BCP-47 tag; null for all.</param>
/// <param name="Limit">How many at most, 1 to 200.</param>
public sealed record ResponsesVerb(
    ChatId Chat, string? Search = null, string? Category = null, string? Locale = null, int Limit = 50) : Verb
{
    internal override string? FieldOutOfBounds => Limit is < 1 or > 200 ? "limit" : null;

    internal ResponseSearch Asked => new()
    {
        Search = Search,
        Category = Category,
        Locale = Locale,
        Limit = Limit,
    };
}

/// <summary>An agent picks a predefined response for the message that they are writing. Nothing is said.</summary>
/// <param name="Chat">The chat that it is for.</param>
/// <param name="Id">Which response.</param>
public sealed record PickResponseVerb(ChatId Chat, string Id) : Verb;

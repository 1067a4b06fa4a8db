namespace ContactCenter.Wire;

/// <summary>A customer begins a chat.</summary>
/// <param name="Queue">The queue it is for.</param>
/// <param name="Name">What to call them; null when not said.</param>
/// <param name="Email">Their e-mail address; null when not said.</param>
/// <param name="WithBot">Whether the bot speaks first; null for what the queue says.</param>
/// <param name="DueAt">When it comes to its queue, at most 90 days ahead; null for at once.</param>
/// <remarks>
/// For customers alone, who choose neither their agent nor their turn: the wishes, attributes and classification of a
/// <see cref="Runtime.StartChat"/> are the host's word and have no wire form. A host with something to say of one of
/// its customers answers this verb itself, by <see cref="Runtime.ChatVerbs.StartAsync"/>.
/// </remarks>
public sealed record StartChatVerb(
    QueueName Queue,
    string? Name = null,
    string? Email = null,
    bool? WithBot = null,
    DateTimeOffset? DueAt = null) : Verb;

/// <summary>A customer or an agent says something.</summary>
/// <param name="Chat">In which chat.</param>
/// <param name="Text">What, as it was typed.</param>
public sealed record SayVerb(ChatId Chat, string Text) : Verb;

/// <summary>A customer or an agent is typing.</summary>
/// <param name="Chat">In which chat.</param>
public sealed record TypingVerb(ChatId Chat) : Verb;

/// <summary>A client says how far the lines of a chat have come.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Delivered">The sequence of the last line on the screen; 0 for no news.</param>
/// <param name="Read">The sequence of the last line that was read; 0 for no news.</param>
public sealed record MarkVerb(ChatId Chat, int Delivered = 0, int Read = 0) : Verb
{
    internal override string? FieldOutOfBounds => Delivered < 0 ? "delivered" : Read < 0 ? "read" : null;
}

/// <summary>An agent notes something down that the customer never sees.</summary>
/// <param name="Chat">In which chat.</param>
/// <param name="Text">What, as it was typed.</param>
public sealed record NoteVerb(ChatId Chat, string Text) : Verb;

/// <summary>A customer asks for a person instead of the bot.</summary>
/// <param name="Chat">In which chat.</param>
public sealed record AskForAgentVerb(ChatId Chat) : Verb;

/// <summary>An agent ends a chat, or a customer leaves it.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record EndVerb(ChatId Chat) : Verb;

/// <summary>Asks what was said in a chat.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="After">The sequence to begin after; 0 for the beginning.</param>
/// <param name="Limit">How many lines at most, 1 to 1,000.</param>
public sealed record TranscriptVerb(ChatId Chat, int After = 0, int Limit = 1_000) : Verb
{
    internal override string? FieldOutOfBounds => After < 0 ? "after" : Limit is < 1 or > 1_000 ? "limit" : null;
}

/// <summary>An agent or a supervisor asks for the closed contacts of a customer, newest first.</summary>
/// <param name="Chat">A chat of the customer; null where the customer is named.</param>
/// <param name="Customer">The customer, and no chat is looked at; null for that of the chat.</param>
/// <param name="Before">The contact to go on before, as the last page said; null for the newest.</param>
/// <param name="Limit">How many of each source at most, 1 to 1,000.</param>
public sealed record HistoryVerb(
    ChatId? Chat = null, CustomerId? Customer = null, ChatId? Before = null, int Limit = 50) : Verb
{
    internal override string? FieldOutOfBounds =>
        Chat is null && Customer is null ? "chat" : Limit is < 1 or > 1_000 ? "limit" : null;
}

/// <summary>Asks what else another source of history knows of a customer.</summary>
/// <param name="Customer">Whose history.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="Page">Where the page before ended, as the source has said; null for the first.</param>
/// <param name="Limit">How many at most, 1 to 1,000.</param>
public sealed record HistoryMoreVerb(CustomerId Customer, string Source, string? Page = null, int Limit = 50) : Verb
{
    internal override string? FieldOutOfBounds => Limit is < 1 or > 1_000 ? "limit" : null;
}

/// <summary>Asks how a chat stands.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record StateVerb(ChatId Chat) : Verb;

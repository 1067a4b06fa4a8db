namespace ContactCenter.Collaboration;

/// <summary>When whoever transfers a chat is released from it.</summary>
public enum TransferRelease : byte
{
    /// <summary>At the request: the transfer is blind, and the queue is responsible meanwhile.</summary>
    OnRequest,

    /// <summary>Once somebody accepts: until then the sender goes on, and may take the transfer back.</summary>
    OnAccept,
}

/// <summary>Where a chat goes whose transfer to an agent comes to nothing.</summary>
public enum TransferFallback : byte
{
    /// <summary>To the queue it came from, at the place that its age gives it.</summary>
    Queue,

    /// <summary>Back to the sender, where they are still in the chat; else to the queue.</summary>
    Sender,
}

/// <summary>Which agents of a conference owe a wrap-up when it, or their part in it, is over.</summary>
public enum ConferenceWrapUp : byte
{
    /// <summary>The one who is responsible for the chat.</summary>
    Owner,

    /// <summary>The one who was invited.</summary>
    Conferee,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>What an agent who joins a chat later may read of it.</summary>
public enum JoinerHistory : byte
{
    /// <summary>The whole conversation so far, the bot's part included.</summary>
    All,

    /// <summary>What is said from their joining on.</summary>
    FromJoining,
}

/// <summary>How agents work together in a chat: what a floor may choose about transfer and conference.</summary>
/// <remarks>Source: the decisions at the top of the chat specification. Immutable, safe for any thread.</remarks>
public sealed record CollaborationPolicy
{
    /// <summary>When the sender of a transfer is released.</summary>
    /// <value>Default: at the request.</value>
    public TransferRelease TransferRelease { get; init; }

    /// <summary>Where a chat goes whose transfer to an agent comes to nothing.</summary>
    /// <value>Default: to the queue it came from.</value>
    public TransferFallback TransferFallback { get; init; }

    /// <summary>Whether ending a conference ends the contact, instead of going back to a plain chat.</summary>
    /// <value>Default: no.</value>
    public bool EndConferenceEndsContact { get; init; }

    /// <summary>Whether the one who is responsible may leave a conference; the other is responsible then.</summary>
    /// <value>Default: no; an agent who is lost always hands over.</value>
    public bool OwnerMayExitConference { get; init; }

    /// <summary>Whether an invitation to a conference may be declined, which is no miss.</summary>
    /// <value>Default: no; it is accepted or missed.</value>
    public bool AllowDeclineInvitation { get; init; }

    /// <summary>Who owes a wrap-up after a conference.</summary>
    /// <value>Default: the one who is responsible.</value>
    public ConferenceWrapUp ConferenceWrapUp { get; init; }

    /// <summary>What an agent reads of a chat that they take over or join.</summary>
    /// <value>Default: the whole conversation. Source: chat specification R58.</value>
    public JoinerHistory History { get; init; }
}

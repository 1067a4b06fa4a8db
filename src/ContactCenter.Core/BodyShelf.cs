namespace ContactCenter;

/// <summary>
/// Where a body stands beside the log: what must never be read together stands apart, each with a sequence of its own.
/// </summary>
public enum BodyShelf : byte
{
    /// <summary>What everybody in a chat reads; the contact card is its 0.</summary>
    Conversation,

    /// <summary>What the customer of a chat must never see.</summary>
    Asides,

    /// <summary>What the attachments of a chat are called, by their numbers.</summary>
    Files,

    /// <summary>Who has read what, of the whole floor: its chat is 0.</summary>
    Audit,
}

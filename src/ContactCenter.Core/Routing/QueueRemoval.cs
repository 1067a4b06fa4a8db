namespace ContactCenter.Routing;

/// <summary>What becomes of the contacts of a queue that is removed while there are any.</summary>
public enum QueueRemoval : byte
{
    /// <summary>It is not removed: the revision is refused until its last contact is closed.</summary>
    Refuse,

    /// <summary>They go to the queue that replaces it, with their age and their place; chats that run go on.</summary>
    MoveTo,

    /// <summary>
    /// Those that wait or are with the bot end, and their customers are told. Open offers can still be accepted, and
    /// chats that run go on; one that would wait again ends.
    /// </summary>
    End,
}

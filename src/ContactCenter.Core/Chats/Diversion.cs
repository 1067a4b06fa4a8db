namespace ContactCenter.Chats;

/// <summary>Why a contact waits in another queue than the one it came to.</summary>
internal enum Diversion : byte
{
    /// <summary>As many waited in that one as may.</summary>
    QueueFull,

    /// <summary>It has waited there for too long.</summary>
    WaitedLong,

    /// <summary>No agent was there.</summary>
    NoAgents,

    /// <summary>It was classified anew, and belongs there.</summary>
    Reclassified,
}

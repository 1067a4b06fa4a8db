namespace ContactCenter.Testing;

/// <summary>What can go wrong with a journal.</summary>
public enum JournalFault
{
    /// <summary>Nothing: the next call is an ordinary one.</summary>
    None,

    /// <summary>The append is made, and answered late.</summary>
    Delayed,

    /// <summary>The append fails, and nothing of it is written.</summary>
    FailedBefore,

    /// <summary>The append is made, and its caller sees an error all the same.</summary>
    DoneButError,

    /// <summary>
    /// The machine dies within the append: half a record is at the end of the log. Nothing more is answered until the
    /// journal is opened again.
    /// </summary>
    TornTail,

    /// <summary>Another owner opens the floor right before the append, which is not taken.</summary>
    Fenced,

    /// <summary>The head is read as it was before the last append: a copy that lags behind.</summary>
    StaleHead,

    /// <summary>The log is read without its last record: a copy that lags behind.</summary>
    StaleTail,
}

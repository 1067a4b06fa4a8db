using ContactCenter.StateMachines;
using static ContactCenter.Attachments.AttachmentState;
using static ContactCenter.Attachments.AttachmentTrigger;

namespace ContactCenter.Attachments;

/// <summary>Where an attachment is on its way from its sender to everybody else in the chat.</summary>
public enum AttachmentState : byte
{
    /// <summary>In quarantine; the scanners look at it.</summary>
    Scanning,

    /// <summary>The scanners have found nothing; it is being taken out of quarantine.</summary>
    Clean,

    /// <summary>It is a line of the conversation.</summary>
    Delivered,

    /// <summary>It is not delivered, and is being destroyed.</summary>
    Blocked,

    /// <summary>Nothing of it is left.</summary>
    Destroyed,

    /// <summary>A rescan has found something in it: nobody may open it any more, and it is being destroyed.</summary>
    Withdrawn,
}

/// <summary>What moves an attachment on.</summary>
public enum AttachmentTrigger : byte
{
    /// <summary>Every scanner has spoken, and the worst of them says that it is clean.</summary>
    Clear,

    /// <summary>A scanner found something, or could not read it, or ran late; or the chat is over.</summary>
    Block,

    /// <summary>It is out of quarantine.</summary>
    Deliver,

    /// <summary>It is gone.</summary>
    Destroy,

    /// <summary>The scanners of a later day have found something in it.</summary>
    Withdraw,
}

/// <summary>The whole life of an attachment.</summary>
/// <remarks>Source: chat specification 1.6 and R90. Immutable, safe for any thread.</remarks>
public static class AttachmentLifecycle
{
    /// <summary>Every move there is.</summary>
    public static TransitionTable<AttachmentState, AttachmentTrigger> Table { get; } = new(
        initial: Scanning,
        final: [Destroyed],
#pragma warning disable IDE0055 // the columns are the point
        (Scanning,  Clear,    Clean),
        (Scanning,  Block,    Blocked),

        (Clean,     Deliver,  Delivered),
        (Clean,     Block,    Blocked),     // the chat is over, or the store failed

        (Delivered, Withdraw, Withdrawn),   // a rescan; a masked copy may take its place

        (Blocked,   Destroy,  Destroyed),
        (Withdrawn, Destroy,  Destroyed));
#pragma warning restore IDE0055
}

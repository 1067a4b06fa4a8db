namespace ContactCenter.Collaboration;

/// <summary>What somebody may do in a chat; what a desk has a button for.</summary>
/// <remarks>Source: chat specification 1.9 to 1.12 and 1.15.</remarks>
public enum ChatAction : byte
{
    /// <summary>Read what was said.</summary>
    Read,

    /// <summary>Say something that everybody in the chat sees.</summary>
    Say,

    /// <summary>Send files.</summary>
    Attach,

    /// <summary>Ask for a person instead of the bot.</summary>
    AskForAgent,

    /// <summary>Accept what is offered: the chat, or a place in its conference.</summary>
    Accept,

    /// <summary>Decline it, where queue or policy allow it.</summary>
    Decline,

    /// <summary>End the chat; a customer leaves it.</summary>
    End,

    /// <summary>Give the chat to another queue or agent.</summary>
    Transfer,

    /// <summary>Take a transfer back that nobody has accepted yet.</summary>
    WithdrawTransfer,

    /// <summary>Invite a second agent.</summary>
    Invite,

    /// <summary>Take an invitation back that was not accepted yet.</summary>
    WithdrawInvitation,

    /// <summary>Release the second agent and go on alone.</summary>
    EndConference,

    /// <summary>Leave a conference; the other agent goes on.</summary>
    ExitConference,

    /// <summary>Submit a wrap-up.</summary>
    WrapUp,

    /// <summary>Cancel the countdown to auto wrap-up.</summary>
    HoldWrapUp,

    /// <summary>Read along, unseen.</summary>
    Monitor,

    /// <summary>Say something that only the agents of the chat see.</summary>
    Whisper,

    /// <summary>Join the conversation as a supervisor.</summary>
    BargeIn,

    /// <summary>Go again, after reading along or joining.</summary>
    StopMonitoring,

    /// <summary>Write something down that only agents and supervisors see.</summary>
    Note,

    /// <summary>End the chat, if it runs, and submit every wrap-up that is due for it.</summary>
    Complete,

    /// <summary>Set the chat aside: it is offered to nobody until somebody activates it.</summary>
    Suspend,

    /// <summary>Let a chat that was set aside, or is for later, wait in its queue now.</summary>
    Activate,

    /// <summary>Have the customer called back, instead of waiting.</summary>
    CallBack,

    /// <summary>End a chat that no agent has, for a reason.</summary>
    Cancel,
}

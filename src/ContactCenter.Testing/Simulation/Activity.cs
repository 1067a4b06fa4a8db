namespace ContactCenter.Testing;

/// <summary>What can go on in one step of a simulation.</summary>
internal enum Activity
{
    SignIn,
    SignOut,
    GoAvailable,
    GoIdle,
    Accept,
    Decline,
    Fail,
    Start,
    Post,
    Mark,
    Note,
    AskForAgent,
    End,
    WrapUp,
    HoldWrapUp,
    BotAnswers,
    BotDies,
    SendFiles,
    Judge,
    Settle,
    Read,
    Hold,
    Erase,
    GoOnErasing,
    Rescan,
    GoOnRescanning,
    Pick,
    Return,
    Schedule,
    Suspend,
    Activate,
    CallBack,
    Cancel,
    Transfer,
    WithdrawTransfer,
    Invite,
    WithdrawInvitation,
    EndConference,
    ExitConference,
    Observe,
    Whisper,
    Reclassify,
    Complete,
    Connect,
    Disconnect,
    Present,
    ReportActivity,
    Reconfigure,

    /// <summary>Many customers at once, or the whole shift closes or opens: more offers than a batch holds.</summary>
    Flood,

    /// <summary>Time passes, with the alarms on the way.</summary>
    Pass,

    /// <summary>An answer comes in the very tick of the alarm, or the one before.</summary>
    Race,

    /// <summary>A caller sends a command again, or another one under its id.</summary>
    Resend,

    /// <summary>The floor's memory is lost.</summary>
    Crash,

    /// <summary>It is lost for so long that alarms are overdue when it comes back.</summary>
    Outage,

    /// <summary>A snapshot is kept.</summary>
    Snapshot,

    /// <summary>A command is stamped by a clock that has gone back.</summary>
    ClockGoesBack,
}

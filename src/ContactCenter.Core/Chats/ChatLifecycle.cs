using ContactCenter.StateMachines;
using static ContactCenter.Chats.ChatState;
using static ContactCenter.Chats.ChatTrigger;

namespace ContactCenter.Chats;

/// <summary>The state of a chat; it is in exactly one at any time.</summary>
/// <remarks>Source: chat specification 2.3.</remarks>
public enum ChatState : byte
{
    /// <summary>Just begun; never seen outside the batch that starts it.</summary>
    Created,

    /// <summary>With the bot, until an agent is asked for.</summary>
    Bot,

    /// <summary>Waiting in its queue.</summary>
    Queued,

    /// <summary>Presented to one agent, or to several at the same time, and nobody has accepted yet.</summary>
    Offered,

    /// <summary>With one agent.</summary>
    Active,

    /// <summary>With one agent, who has invited another and waits for the answer.</summary>
    ConferenceRequested,

    /// <summary>With two agents.</summary>
    Conference,

    /// <summary>With one agent, who hands it over and stays responsible until somebody accepts it.</summary>
    Transferring,

    /// <summary>Over for the customer; somebody has yet to wrap it up.</summary>
    Ended,

    /// <summary>Over for everybody.</summary>
    Closed,

    /// <summary>For later: until it is due it waits nowhere.</summary>
    Scheduled,

    /// <summary>Set aside: offered to nobody until somebody activates it.</summary>
    Suspended,
}

/// <summary>The triggers that move a chat from state to state.</summary>
public enum ChatTrigger : byte
{
    /// <summary>The bot is asked to say something.</summary>
    AskBot,

    /// <summary>The chat goes to its queue, from the start or handed over by the bot.</summary>
    Enqueue,

    /// <summary>An offer of the chat is made to an agent.</summary>
    Present,

    /// <summary>The agent accepts the offer.</summary>
    Accept,

    /// <summary>The last open offer came to nothing: missed, declined, withdrawn or failed.</summary>
    Return,

    /// <summary>Somebody says something.</summary>
    Post,

    /// <summary>It goes to another queue or agent, and whoever had it is released at once.</summary>
    Transfer,

    /// <summary>It goes to another queue or agent, and whoever has it is released once somebody accepts.</summary>
    HandOver,

    /// <summary>The agent who has it invites another.</summary>
    Invite,

    /// <summary>The invited agent accepts.</summary>
    Join,

    /// <summary>The invitation, or the transfer that waits for somebody, comes to nothing: all is as before.</summary>
    CallOff,

    /// <summary>One of two agents leaves; the other goes on.</summary>
    Exit,

    /// <summary>The agent is lost for good: it waits again, at the place that its age gives it.</summary>
    Requeue,

    /// <summary>An agent or a supervisor ends the chat.</summary>
    End,

    /// <summary>The customer leaves.</summary>
    Leave,

    /// <summary>Nobody owes a wrap-up any more.</summary>
    Close,

    /// <summary>It is for later, from the start or because its customer is called back.</summary>
    Schedule,

    /// <summary>It is set aside: by somebody, or because it is due and somebody is to look first.</summary>
    Suspend,

    /// <summary>Somebody lets it wait in its queue: at its old place, or before it is due.</summary>
    Activate,
}

/// <summary>
/// The lifecycle of a chat. Deciding asks the table what is allowed; applying asks it for the next state.
/// </summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public static class ChatLifecycle
{
    /// <summary>Every move of a chat.</summary>
    public static TransitionTable<ChatState, ChatTrigger> Table { get; } = new(
        initial: Created,
        final: [Closed],
#pragma warning disable IDE0055 // the columns are the point
        (Created,             AskBot,   Bot),
        (Created,             Enqueue,  Queued),
        (Created,             Schedule, Scheduled),

        (Scheduled,           Post,     Scheduled),
        (Scheduled,           Schedule, Scheduled),         // at another time
        (Scheduled,           Enqueue,  Queued),            // due
        (Scheduled,           Suspend,  Suspended),         // due, and somebody looks first
        (Scheduled,           Activate, Queued),            // before it is due
        (Scheduled,           End,      Ended),
        (Scheduled,           Leave,    Ended),

        (Bot,                 AskBot,   Bot),
        (Bot,                 Post,     Bot),
        (Bot,                 Enqueue,  Queued),            // handed over, or the bot fell silent
        (Bot,                 End,      Ended),
        (Bot,                 Leave,    Ended),

        (Queued,              Post,     Queued),
        (Queued,              Present,  Offered),
        (Queued,              Transfer, Queued),            // reassigned while it waits
        (Queued,              Schedule, Scheduled),         // its customer is called back
        (Queued,              Suspend,  Suspended),
        (Queued,              End,      Ended),
        (Queued,              Leave,    Ended),             // abandoned

        (Suspended,           Post,     Suspended),
        (Suspended,           Activate, Queued),            // at its old place, where it had one
        (Suspended,           Schedule, Scheduled),
        (Suspended,           End,      Ended),
        (Suspended,           Leave,    Ended),

        (Offered,             Post,     Offered),
        (Offered,             Present,  Offered),           // to one agent more, where several are asked
        (Offered,             Accept,   Active),
        (Offered,             Return,   Queued),            // with RONA or without
        (Offered,             Leave,    Ended),

        (Active,              Post,     Active),
        (Active,              Transfer, Queued),
        (Active,              HandOver, Transferring),
        (Active,              Invite,   ConferenceRequested),
        (Active,              Requeue,  Queued),
        (Active,              End,      Ended),
        (Active,              Leave,    Ended),

        (Transferring,        Post,     Transferring),
        (Transferring,        Present,  Transferring),
        (Transferring,        Return,   Transferring),
        (Transferring,        Accept,   Active),
        (Transferring,        CallOff,  Active),
        (Transferring,        End,      Ended),
        (Transferring,        Leave,    Ended),

        (ConferenceRequested, Post,     ConferenceRequested),
        (ConferenceRequested, Join,     Conference),
        (ConferenceRequested, CallOff,  Active),            // missed, declined, withdrawn or failed
        (ConferenceRequested, End,      Ended),
        (ConferenceRequested, Leave,    Ended),

        (Conference,          Post,     Conference),
        (Conference,          Exit,     Active),            // the other goes on
        (Conference,          End,      Ended),
        (Conference,          Leave,    Ended),

        (Ended,               Close,    Closed));
#pragma warning restore IDE0055
}

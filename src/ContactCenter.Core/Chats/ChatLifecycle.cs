using ContactCenter.StateMachines;
using static ContactCenter.Chats.ChatState;
using static ContactCenter.Chats.ChatTrigger;

namespace ContactCenter.Chats;

/// <summary>Where a chat is. It is in exactly one place at any time.</summary>
public enum ChatState : byte
{
    /// <summary>Just begun; never seen outside the batch that starts it.</summary>
    Created,

    /// <summary>With the bot, until an agent is asked for.</summary>
    Bot,

    /// <summary>Waiting in its queue.</summary>
    Queued,

    /// <summary>Presented to an agent who has not answered yet.</summary>
    Offered,

    /// <summary>With an agent.</summary>
    Active,

    /// <summary>Over for the customer; an agent has yet to wrap it up.</summary>
    Ended,

    /// <summary>Over for everybody.</summary>
    Closed,
}

/// <summary>What moves a chat.</summary>
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

    /// <summary>The offer came to nothing: missed, declined, withdrawn or failed.</summary>
    Return,

    /// <summary>Somebody says something.</summary>
    Post,

    /// <summary>The agent ends the chat.</summary>
    End,

    /// <summary>The customer leaves.</summary>
    Leave,

    /// <summary>Nobody owes a wrap-up any more.</summary>
    Close,
}

/// <summary>
/// The whole life of a chat. Deciding asks the table what is allowed; applying asks it what comes next.
/// </summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public static class ChatLifecycle
{
    /// <summary>Every move there is.</summary>
    public static TransitionTable<ChatState, ChatTrigger> Table { get; } = new(
        initial: Created,
        final: [Closed],
#pragma warning disable IDE0055 // the columns are the point
        (Created, AskBot,  Bot),
        (Created, Enqueue, Queued),

        (Bot,     AskBot,  Bot),
        (Bot,     Post,    Bot),
        (Bot,     Enqueue, Queued),     // handed over, or the bot fell silent
        (Bot,     Leave,   Ended),

        (Queued,  Post,    Queued),
        (Queued,  Present, Offered),
        (Queued,  Leave,   Ended),      // abandoned

        (Offered, Post,    Offered),
        (Offered, Accept,  Active),
        (Offered, Return,  Queued),     // with RONA or without
        (Offered, Leave,   Ended),

        (Active,  Post,    Active),
        (Active,  End,     Ended),
        (Active,  Leave,   Ended),

        (Ended,   Close,   Closed));
#pragma warning restore IDE0055
}

namespace ContactCenter.Chats;

/// <summary>One contact from start to close: where it is, who takes part, how many lines it has.</summary>
internal sealed partial class ChatSession(ChatStarted started, DateTimeOffset at)
{
    internal long Number { get; } = started.Chat;

    internal CustomerId Customer { get; } = started.Customer;

    internal QueueName Queue { get; } = started.Queue;

    internal Channel Channel { get; } = started.Channel;

    internal ChatState State { get; set; } = ChatLifecycle.Table.Initial;

    internal DateTimeOffset StartedAt { get; } = at;

    /// <summary>When it began to wait: its age and place, which no return changes.</summary>
    internal DateTimeOffset QueuedAt { get; set; }

    /// <summary>The sequence of the last line, message or notice.</summary>
    internal int LastLine { get; set; }

    /// <summary>The last line that the customer wrote.</summary>
    internal int LastCustomerLine { get; set; }

    /// <summary>The agent who has it, or is offered it, or wraps it up; null while nobody does.</summary>
    internal Participation? Part { get; set; }

    /// <summary>What the bot is asked; null while nothing is.</summary>
    internal BotEffect? Bot { get; set; }

    /// <summary>The customer's next older live chat: the links of <see cref="CustomerIndex"/>.</summary>
    internal ChatSession? NextOfCustomer { get; set; }

    internal ChatSession? PreviousOfCustomer { get; set; }

    /// <summary>The agent who has it, or had it and wraps it up; one who is only offered it takes no part.</summary>
    internal AgentId? Participant =>
        Part is { State: not ParticipationState.Offered } part ? part.Agent : default(AgentId?);

    internal AgentId? ConnectedAgent =>
        Part is { State: ParticipationState.Connected } part ? part.Agent : default(AgentId?);

    internal void Apply(ChatEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case ChatStarted:
                break;
            case ChatQueued:
                Move(ChatTrigger.Enqueue);
                QueuedAt = at;
                break;
            case MessagePosted e:
                Move(ChatTrigger.Post);
                LastLine = e.Sequence;
                LastCustomerLine = e.Author.Kind == ActorKind.Customer ? e.Sequence : LastCustomerLine;
                break;
            case NoticeShown e:
                LastLine = e.Sequence;
                break;
            case BotAsked e:
                Move(ChatTrigger.AskBot);
                Bot = new BotEffect(e.Effect, e.Chat, e.UpTo, e.DueAt);
                break;
            case BotEffectClosed:
                Bot = null;
                break;
            case ChatEnded e:
                Move(e.Trigger);
                break;
            case WrapUpStarted e:
                Part!.Move(ParticipationTrigger.WrapUp, at);
                (Part.WrapUpSince, Part.WrapUpDueAt) = (at, e.DueAt);
                break;
            case WrapUpHeld:
                Part!.WrapUpDueAt = null;
                break;
            case WrapUpCompleted:
                Part!.Move(ParticipationTrigger.Complete, at);
                break;
            case ChatClosed:
                Move(ChatTrigger.Close);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }

    internal void Move(ChatTrigger trigger) => State = ChatLifecycle.Table.Next(State, trigger);
}

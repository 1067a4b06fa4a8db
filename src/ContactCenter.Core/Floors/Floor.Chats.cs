using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>What happens in a chat: it starts, people write, it ends.</summary>
internal sealed partial class Floor
{
    private Rejection? Decide(StartContact c)
    {
        if (c.Customer == default || (!c.By.IsCustomer(c.Customer) && c.By.Kind != ActorKind.Host))
        {
            return Rejections.NotPermitted;
        }

        if (Clean(c.Customer.Value, "customer") is { } unclean)
        {
            return unclean;
        }

        if (ContactAttributes.Refusal(c.Attributes) is { } invalid)
        {
            return invalid;
        }

        if (Classify(c.Classification, c.Attributes, out var classified) is { } unclassified)
        {
            return unclassified;
        }

        if (QueueFor(c, classified) is not { } queue)
        {
            return Rejections.QueueUnknown;
        }

        if (c.DueAt is { } asked && Appointment.Refusal(asked, _now) is { } refused)
        {
            return refused;
        }

        // Who comes later finds out then whether there is room.
        var isLater = c.DueAt > _now;
        var withBot = c.DueAt is null && queue.Channel == Channel.Chat && (c.WithBot ?? queue.StartsWithBot);
        if (!withBot && !isLater && OutsideHours(queue) is { } closed)
        {
            return closed;
        }

        if (Live(queue.Channel) >= Configuration.Ceilings[(int)queue.Channel])
        {
            return Rejections.ChannelFull.About(queue.Channel.ToString());
        }

        if (!withBot && !isLater && NoRoomIn(queue) is { } full)
        {
            return full;
        }

        var number = Math.Max(Last.Chat, NumbersAfter) + 1;
        _reply = new Reply(number, 0);
        Raise(new ChatStarted(number, c.Customer, queue.Name, queue.Channel));
        Classify(c, number, classified);
        AskPosition(_chats[number], c.Position);

        if (c.Name.Text.Length + c.Email.Text.Length > 0)
        {
            _card = new ContactCard(number, c.Name, c.Email);
        }

        if (c.DueAt is { } dueAt)
        {
            Schedule(_chats[number], dueAt, c.SuspendWhenDue, c.By);
        }
        else if (withBot)
        {
            AskBot(_chats[number]);
        }
        else
        {
            Enqueue(_chats[number]);
        }

        return null;
    }

    private Rejection? Decide(PostMessage c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (MaySay(chat, c.By) is { } rejection)
        {
            return rejection;
        }

        if (chat.LastLine >= Configuration.MaxLines)
        {
            return Rejections.ChatFull;
        }

        Post(chat, c.By, c.Body);
        IsThere(c.By);
        LetBotAnswer(chat);
        return null;
    }

    /// <summary>Who writes is there, by whatever connection: nobody is given up in the middle of a word.</summary>
    private void IsThere(Actor by)
    {
        if (PresenceOf(by) == PresenceState.Lost)
        {
            Raise(new PresenceEnded(by, GivenUp: false));
        }
    }

    private void LetBotAnswer(ChatSession chat)
    {
        if (chat is { State: ChatState.Bot, Bot: null })
        {
            AskBot(chat);
        }
    }

    private Rejection? Decide(EndChat c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (Refusal(chat, c.By, ChatAction.End) is { } refused)
        {
            return refused;
        }

        Finish(chat, c.By.Kind == ActorKind.Agent ? ChatTrigger.End : ChatTrigger.Leave, c.By);
        return null;
    }

    /// <summary>Why somebody may not do something in a chat; null when they may.</summary>
    private Rejection? Refusal(ChatSession chat, Actor by, ChatAction action) =>
        ChatPermissions.Refusal(chat.RoleOf(by), action, chat.State, Configuration.Collaboration);

    /// <summary>Whether somebody could say something in a chat now.</summary>
    internal Rejection? MayWrite(long number, Actor by, out ChatSession chat) =>
        Open(number, out chat) ?? MaySay(chat, by);

    private Rejection? MaySay(ChatSession chat, Actor by)
    {
        if (chat.RoleOf(by) is not { } role || role is ChatRole.Invitee or ChatRole.Host)
        {
            return Rejections.NotPermitted;
        }

        if (chat.Channel != Channel.Chat)
        {
            return Rejections.NoConversation;
        }

        if (role == ChatRole.Supervisor && chat.StateOf(by.Id) != ObserverState.BargedIn)
        {
            return Rejections.NotPermitted;
        }

        return chat.State is ChatState.Ended or ChatState.Closed
            ? Rejections.ChatEnded
            : ChatPermissions.Refusal(role, ChatAction.Say, chat.State, Configuration.Collaboration);
    }

    /// <summary>The contact is over for its customer; what the agents owe follows.</summary>
    /// <param name="left">What is said of a customer who leaves.</param>
    private void Finish(ChatSession chat, ChatTrigger trigger, Actor by, string left = Notices.CustomerLeft)
    {
        CloseBotEffect(chat);
        BlockFiles(chat);
        CloseOffersOf(chat, OfferTrigger.Withdraw);
        var gathering = GatheringOf(chat);
        var leaving = trigger == ChatTrigger.End && by.Kind == ActorKind.Agent
            ? _coordinator.Decide(gathering, ChatAction.End, by.Id)
            : _coordinator.End(gathering);
        if (trigger == ChatTrigger.Leave)
        {
            Notice(chat, left, string.Empty);
        }
        else if (chat.Owner is { } owner)
        {
            Notice(chat, Notices.AgentLeft, owner.Agent.Value);
        }

        Raise(new ChatEnded(chat.Number, trigger, by));
        foreach (var observer in chat.Observers?.ToArray() ?? [])
        {
            Raise(new ObserverMoved(chat.Number, observer.Supervisor, ObserverTrigger.Withdraw));
        }

        foreach (var (agent, owesWrapUp) in leaving.Leaving)
        {
            Release(chat, chat.PartOf(agent)!, owesWrapUp);
        }

        CloseIfDone(chat);
    }

    private Rejection? Open(long number, out ChatSession chat) =>
        _chats.TryGetValue(number, out chat!) ? null : Rejections.ChatUnknown;

    private void Enqueue(ChatSession chat)
    {
        if (HasNoRoomFor(chat))
        {
            // Handed over by a bot that has no more to say.
            Finish(chat, ChatTrigger.Leave, Actor.System, Notices.QueueFull);
            return;
        }

        DivertIfFull(chat);
        Notice(chat, Notices.WaitingForAgent, chat.Queue.Value);
        Raise(new ChatQueued(chat.Number));
        if (KeptPlaceOf(chat) is { } since)
        {
            Raise(new PlaceRegained(chat.Number, since));
        }

        TakePosition(chat);
    }

    private void Post(ChatSession chat, Actor author, Body body)
    {
        var sequence = chat.LastLine + 1;
        _reply = new Reply(chat.Number, sequence);
        _said.Add(new Line(chat.Number, sequence, LineKind.Message, author, body.Text, Code: null, body.Salt));
        Raise(new MessagePosted(
            chat.Number, sequence, author, body.Text.Text.Length, body.Digest, !body.Text.IsClean));
        Reword(chat, body);
        Wake(chat);
    }

    private void Notice(ChatSession chat, string code, string subject)
    {
        if (chat.Channel != Channel.Chat)
        {
            return;
        }

        var sequence = chat.LastLine + 1;
        var author = code switch
        {
            Notices.AgentJoined or Notices.AgentLeft => new Actor(ActorKind.Agent, subject),
            Notices.SupervisorJoined or Notices.SupervisorLeft => new Actor(ActorKind.Supervisor, subject),
            _ => Actor.System,
        };
        _said.Add(new Line(
            chat.Number, sequence, LineKind.Notice, author, RedactedText.Empty, code, Salt: 0, subject));
        Raise(new NoticeShown(chat.Number, sequence, code, subject));
    }
}

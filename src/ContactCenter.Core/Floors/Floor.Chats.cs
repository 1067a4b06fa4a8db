using System.Collections.Immutable;
using ContactCenter.Chats;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What happens in a chat: it starts, people write, it ends, it is wrapped up.</summary>
internal sealed partial class Floor
{
    private Rejection? Decide(StartContact c)
    {
        if (c.Customer == default || (!c.By.IsCustomer(c.Customer) && c.By.Kind != ActorKind.Host))
        {
            return Rejections.NotPermitted;
        }

        if (!_queues.TryGetValue(c.Queue, out var queue))
        {
            return Rejections.QueueUnknown;
        }

        if (Live(queue.Channel) >= Configuration.Ceilings[(int)queue.Channel])
        {
            return Rejections.ChannelFull.About(queue.Channel.ToString());
        }

        var number = Last.Chat + 1;
        _reply = new Reply(number, 0);
        Raise(new ChatStarted(number, c.Customer, c.Queue, queue.Channel));
        if (c.Name.Text.Length + c.Email.Text.Length > 0)
        {
            _card = new ContactCard(number, c.Name, c.Email);
        }

        if (queue.Channel == Channel.Chat && (c.WithBot ?? queue.StartsWithBot))
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

        if (chat.MayPost(c.By) is { } rejection)
        {
            return rejection;
        }

        if (chat.LastLine >= Configuration.MaxLines)
        {
            return Rejections.ChatFull;
        }

        Post(chat, c.By, c.Body);
        if (chat is { State: ChatState.Bot, Bot: null })
        {
            AskBot(chat);
        }

        return null;
    }

    private Rejection? Decide(EndChat c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (chat.MayEnd(c.By, out var trigger) is { } rejection)
        {
            return rejection;
        }

        CloseBotEffect(chat);
        if (chat.State == ChatState.Offered)
        {
            Raise(new OfferClosed(chat.Part!.Offer, OfferTrigger.Withdraw));
        }

        var byAgent = trigger == ChatTrigger.End;
        Notice(chat, byAgent ? Notices.AgentLeft : Notices.CustomerLeft, byAgent ? c.By.Id : string.Empty);
        Raise(new ChatEnded(c.Chat, trigger, c.By));
        if (chat.ConnectedAgent is { } agent)
        {
            Raise(new WrapUpStarted(c.Chat, agent, Configuration.WrapUp.DueAt(_now)));
        }
        else
        {
            Raise(new ChatClosed(c.Chat));
        }

        return null;
    }

    private Rejection? Decide(CompleteWrapUp c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if ((chat.MayWrapUp(c.By) ?? Configuration.WrapUp.MaySubmit(c.Reasons)) is { } rejection)
        {
            return rejection;
        }

        WrapUp(chat, [.. c.Reasons], automatic: false);
        return null;
    }

    private Rejection? Decide(HoldWrapUp c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (chat.MayHoldWrapUp(c.By, Configuration.WrapUp) is { } rejection)
        {
            return rejection;
        }

        Raise(new WrapUpHeld(c.Chat, chat.Part!.Agent));
        return null;
    }

    private Rejection? Decide(AutoCompleteWrapUp c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (chat.Part?.WrapUpDueAt is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        // A reason that was configured when the countdown began may be gone by now; the wrap-up ends all the same.
        WrapUp(chat, Configuration.WrapUp.DefaultReason is { } reason ? [reason] : [], automatic: true);
        return null;
    }

    private Rejection? Open(long number, out ChatSession chat) =>
        _chats.TryGetValue(number, out chat!) ? null : Rejections.ChatUnknown;

    private void Enqueue(ChatSession chat)
    {
        Notice(chat, Notices.WaitingForAgent, chat.Queue.Value);
        Raise(new ChatQueued(chat.Number));
    }

    private void WrapUp(ChatSession chat, ImmutableArray<string> reasons, bool automatic)
    {
        Raise(new WrapUpCompleted(chat.Number, chat.Part!.Agent, reasons, automatic));
        Raise(new ChatClosed(chat.Number));
    }

    private void Post(ChatSession chat, Actor author, Body body)
    {
        var sequence = chat.LastLine + 1;
        _reply = new Reply(chat.Number, sequence);
        _said.Add(new Line(chat.Number, sequence, LineKind.Message, author, body.Text, Code: null, body.Salt));
        Raise(new MessagePosted(
            chat.Number, sequence, author, body.Text.Text.Length, body.Digest, !body.Text.IsClean));
    }

    private void Notice(ChatSession chat, string code, string subject)
    {
        if (chat.Channel != Channel.Chat)
        {
            return;
        }

        var sequence = chat.LastLine + 1;
        var author = code is Notices.AgentJoined or Notices.AgentLeft
            ? new Actor(ActorKind.Agent, subject)
            : Actor.System;
        _said.Add(new Line(chat.Number, sequence, LineKind.Notice, author, RedactedText.Empty, code, Salt: 0));
        Raise(new NoticeShown(chat.Number, sequence, code, subject));
    }
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>The memory: what each event leaves in the state. No rule here, and no way to refuse.</summary>
internal sealed partial class Floor
{
    /// <summary>Folds a batch that was committed before: on recovery, and on every follower.</summary>
    /// <param name="batch">The batch after the last one.</param>
    /// <param name="happened">Told of each event right after it is applied; null when nobody looks.</param>
    internal void Apply(Batch batch, Action<Happening>? happened = null)
    {
        if (batch.Sequence != Head + 1)
        {
            throw new InvalidOperationException($"Batch {batch.Sequence} does not follow {Head}.");
        }

        for (var index = 0; index < batch.Events.Count; index++)
        {
            var e = batch.Events[index];
            if (happened is null)
            {
                Apply(e, batch.At);
                continue;
            }

            // A closed offer or chat is gone afterwards, a new one was not there before.
            var (offer, chat) = Subject(e);
            Apply(e, batch.At);
            if (chat is null)
            {
                (offer, chat) = Subject(e);
            }

            happened(new Happening(e, batch.At, chat, offer));
        }

        Record(batch);
    }

    internal void Apply(Event happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case AvailabilityChanged e:
                var agent = _agents[e.Agent];
                agent.Apply(e, at);
                SetFree(agent);
                break;
            case OfferMade e:
                Apply(e, at);
                break;
            case OfferClosed e:
                Apply(e, at);
                break;
            case ChatEvent e:
                Apply(e, at);
                break;
            case FloorConfigured e:
                Apply(e);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }

    private (Offer? Offer, ChatSession? Chat) Subject(Event happened) => happened switch
    {
        RoutingEvent e when _offers.TryGetValue(e.Offer, out var offer) => (offer, _chats[offer.Chat]),
        ChatEvent e => (null, _chats.GetValueOrDefault(e.Chat)),
        _ => default,
    };

    private void Record(Batch batch)
    {
        Head = batch.Sequence;
        LastAt = batch.At;
        if (!batch.Id.IsNone)
        {
            Window.Remember(
                batch.Id,
                new Remembered(batch.Fingerprint, batch.Reply, batch.At),
                Configuration.WindowPeriod,
                Configuration.WindowCount);
        }
    }

    private void SetFree(Agent agent)
    {
        var offered = agent.Offers is [.., var newest] ? _offers[newest].MadeAt : default;
        agent.LongestSince = offered > agent.RestedSince ? offered : agent.RestedSince;
        Router.SetFree(agent.Id, agent.LongestSince, agent.OpenChannels);
    }

    private void Apply(OfferMade e, DateTimeOffset at)
    {
        var (agent, chat) = (_agents[e.Agent], _chats[e.Chat]);
        var offer = new Offer(e, at);
        _offers.Add(offer.Number, offer);
        Last = Last with { Offer = e.Offer };
        Alarms.Set(new Alarm(offer.DueAt, AlarmKind.Offer, offer.Number));

        chat.Move(ChatTrigger.Present);
        chat.Part = new Participation(e.Agent, e.Offer, at);
        Router.Offer(e.Chat);

        agent.Offers.Add(e.Offer);
        agent.Load = agent.Load.Add(chat.Channel, 1);
        SetFree(agent);
    }

    private void Apply(OfferClosed e, DateTimeOffset at)
    {
        _offers.Remove(e.Offer, out var offer);
        Alarms.Clear();
        var (agent, chat) = (_agents[offer!.Agent], _chats[offer.Chat]);
        agent.Offers.Remove(e.Offer);
        if (OfferLifecycle.Table.Next(OfferState.Open, e.Trigger) == OfferState.Accepted)
        {
            chat.Move(ChatTrigger.Accept);
            chat.Part!.Move(ParticipationTrigger.Connect, at);
            Router.Forget(chat.Number);
            agent.Contacts.Add(chat.Number);
            agent.RestedSince = offer.MadeAt > agent.RestedSince ? offer.MadeAt : agent.RestedSince;
            SetFree(agent);
            return;
        }

        chat.Move(ChatTrigger.Return);
        chat.Part!.Move(ParticipationTrigger.Release, at);
        chat.Part = null;
        agent.Load = agent.Load.Add(chat.Channel, -1);
        SetFree(agent);
        Router.Return(chat.Number, e.Trigger == OfferTrigger.Withdraw ? default(AgentId?) : agent.Id);
    }

    private void Apply(ChatEvent happened, DateTimeOffset at)
    {
        if (happened is ChatStarted started)
        {
            Add(new ChatSession(started, at));
            Last = Last with { Chat = started.Chat };
            return;
        }

        var chat = _chats[happened.Chat];
        var countedDown = chat.Part?.WrapUpDueAt is not null;
        chat.Apply(happened, at);
        switch (happened)
        {
            case ChatQueued:
                Router.Wait(chat.Number, chat.Queue, at);
                break;
            case BotAsked e:
                _effects.Add(e.Effect, chat.Bot!);
                Last = Last with { Effect = e.Effect };
                Alarms.Set(new Alarm(e.DueAt, AlarmKind.Bot, e.Effect));
                break;
            case BotEffectClosed e:
                _effects.Remove(e.Effect);
                Alarms.Clear();
                break;
            case ChatEnded:
                Router.Forget(chat.Number);
                break;
            case WrapUpStarted { DueAt: { } dueAt }:
                Alarms.Set(new Alarm(dueAt, AlarmKind.WrapUp, chat.Number));
                break;
            case WrapUpHeld:
                Alarms.Clear();
                break;
            case WrapUpCompleted e:
                Finish(_agents[e.Agent], chat, countedDown, at);
                break;
            case ChatClosed:
                _chats.Remove(chat.Number);
                _customers.Remove(chat);
                _live[(int)chat.Channel]--;
                break;
            default:
                break;
        }
    }

    private void Add(ChatSession chat)
    {
        _chats.Add(chat.Number, chat);
        _customers.Add(chat);
        _live[(int)chat.Channel]++;
    }

    private void Finish(Agent agent, ChatSession chat, bool countedDown, DateTimeOffset at)
    {
        chat.Part!.WrapUpDueAt = null;
        if (countedDown)
        {
            Alarms.Clear();
        }

        agent.Contacts.Remove(chat.Number);
        agent.Load = agent.Load.Add(chat.Channel, -1);
        agent.RestedSince = at;
        SetFree(agent);
    }
}

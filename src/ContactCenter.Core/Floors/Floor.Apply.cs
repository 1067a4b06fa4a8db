using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Statistics;

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
            var (before, wasSeen) = (chat?.ConcernedAgent, chat is not null && IsSeen(e, chat));
            Apply(e, batch.At);
            if (chat is null)
            {
                (offer, chat) = Subject(e);
            }

            happened(new Happening(e, batch.At, chat, offer, before, wasSeen || (chat is not null && IsSeen(e, chat))));
        }

        Record(batch);
    }

    internal void Apply(Event happened, DateTimeOffset at)
    {
        switch (happened)
        {
            // By far the most of what happens, and the most of that is something said.
            case MessagePosted or NoticeShown or MaskingTurned:
                ApplyLine((ChatEvent)happened, at);
                break;
            case MessageRedacted:
                // Of what was said, perhaps in a contact that is closed: nothing of it is in the state.
                break;
            case ChatEvent e:
                Apply(e, at);
                break;
            case AgentEvent e:
                Apply(e, at);
                break;
            case HoursEvent e:
                Apply(e, at);
                Attend(e.Queue, at);
                break;
            case RoutingEvent e:
                Apply(e, at);
                break;
            case SessionEvent e:
                Apply(e);
                ListenAgain(e.Who, at);
                break;
            case AttachmentEvent e:
                Apply(e, at);
                break;
            case CustomerEvent e:
                Apply(e, at);
                break;
            case FloorConfigured e:
                Apply(e);
                WatchAnew(at);
                PurgeFrom(PurgeAt ?? at + BetweenPurges);
                break;
            case ConfigurationEdited e:
                Apply(new FloorConfigured(e.Edit.In(Configuration), e.Hash));
                WatchAnew(at);
                break;
            case QueueClosed e:
                Apply(e);
                break;
            case StrategyFailed e:
                Fail(e.Queue, e.Strategy);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }

    private static bool IsSeen(Event happened, ChatSession chat) =>
        happened is ObserverMoved e && chat.StateOf(e.Supervisor) == ObserverState.BargedIn;

    private (Offer? Offer, ChatSession? Chat) Subject(Event happened) => happened switch
    {
        RoutingEvent e when _offers.TryGetValue(e.Offer, out var offer) => (offer, _chats[offer.Chat]),
        ChatEvent e => (null, _chats.GetValueOrDefault(e.Chat)),
        AttachmentEvent e => (null, _chats.GetValueOrDefault(e.Chat)),
        _ => default,
    };

    private void Record(Batch batch)
    {
        Head = batch.Sequence;
        LastAt = batch.At;
        _overdue = 0;
        _stirred.Clear();
        if (!batch.Id.IsNone)
        {
            Window.Remember(
                batch.Id,
                new Remembered(batch.Fingerprint, batch.Reply, batch.At),
                Configuration.WindowPeriod,
                Configuration.WindowCount);
        }
    }

    private void Apply(RoutingEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case OfferMade e:
                Apply(e, at);
                break;
            case OfferPresented e:
                Apply(e);
                break;
            case OfferExpiring e:
                _offers[e.Offer].WarnAt = null;
                break;
            case OfferClosed e:
                Apply(e, at);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }

    private void Apply(OfferMade e, DateTimeOffset at)
    {
        var (agent, chat) = (_agents[e.Agent], _chats[e.Chat]);
        var offer = new Offer(e, at);
        Tallies.Turn(agent, at).Count(AgentFigure.Offered);
        _offers.Add(offer.Number, offer);
        Last = Last with { Offer = e.Offer };
        SetAlarms(offer);

        chat.Present(e.Agent, e.Offer, offer.IsInvitation, at);
        if (!offer.IsInvitation)
        {
            WidenFrom(chat, at);
            Router.Offer(e.Chat, agent.InRouter, Wanted(chat));
        }

        MindOverdue(chat);
        TakeTurn(e, agent, chat);
        agent.Offers.Add(e.Offer);
        agent.Load = agent.Load.Add(chat.Channel, 1);
        SetFree(agent);
        Review(chat);
        Stand(chat);
    }

    private void Apply(OfferPresented e)
    {
        var offer = _offers[e.Offer];
        offer.Move(OfferTrigger.Present);
        offer.DueAt = e.DueAt;
        offer.WarnAt = e.DueAt - offer.WarnBefore;
        SetAlarms(offer);
    }

    private void SetAlarms(Offer offer)
    {
        Alarms.Set(new Alarm(offer.DueAt, AlarmKind.Offer, offer.Number));
        if (offer.WarnAt is { } warnAt)
        {
            Alarms.Set(new Alarm(warnAt, AlarmKind.OfferWarning, offer.Number));
        }
    }

    private void Apply(OfferClosed e, DateTimeOffset at)
    {
        _offers.Remove(e.Offer, out var offer);
        offer!.Move(e.Trigger);
        var (agent, chat) = (_agents[offer.Agent], _chats[offer.Chat]);
        Count(e, offer, agent, chat, at);
        agent.Offers.Remove(e.Offer);
        if (offer.State == OfferState.Accepted)
        {
            Accept(offer, agent, chat, at);
        }
        else
        {
            Return(e, offer, agent, chat, at);
        }

        Review(chat);
        Stand(chat);
    }

    private void Accept(Offer offer, Agent agent, ChatSession chat, DateTimeOffset at)
    {
        if (!offer.IsInvitation)
        {
            ForgetDeclined(chat);
        }

        chat.Accept(offer.Number, offer.IsInvitation, at);
        ListenFor(chat, at);
        Router.Forget(chat.Number);
        agent.Contacts.Add(chat.Number);
        agent.Passed = RonaRecord.Clean;
        agent.RestedSince = offer.MadeAt > agent.RestedSince ? offer.MadeAt : agent.RestedSince;
        agent.Take(at);
        if (agent.Taken is [_])
        {
            WatchPace(agent);
        }

        SetFree(agent);
    }

    private void Return(OfferClosed e, Offer offer, Agent agent, ChatSession chat, DateTimeOffset at)
    {
        chat.Return(e.Offer, offer.IsInvitation, at);
        agent.Load = agent.Load.Add(chat.Channel, -1);
        SetFree(agent);
        if (!offer.IsInvitation)
        {
            Router.Return(
                chat.Number, agent.Id, hasPassed: e.Trigger is not (OfferTrigger.Withdraw or OfferTrigger.Lose));
        }

        WatchWait(chat);
    }
}

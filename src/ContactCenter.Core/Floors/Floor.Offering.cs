using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Contacts that several agents may have at hand: offers side by side, and what agents take by themselves.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>What is written where a strategy has not chosen the agent, but the agent the contact.</summary>
    private const string Picked = "picked";

    /// <summary>How far a list of what waits is counted: beyond, nobody turns the pages.</summary>
    private const int MaxCounted = 11_000;

    /// <summary>Whether agents take the contacts of a queue by themselves.</summary>
    internal bool IsManual(QueueName queue) => RuleOf(queue)?.Mode == QueueMode.Manual;

    /// <summary>What the router needs to know of a queue.</summary>
    private QueueRules RulesOf(QueueProfile queue) => new(StrategyOf(queue))
    {
        Scores = Strategies.Scoring(StrategyOf(queue)),
        Seed = unchecked((ulong)Configuration.RoutingSeed),
        IsManual = queue.Mode == QueueMode.Manual,
        IsClosed = !_doors.Of(queue.Name).IsOpen,
        PriorityWorth = queue.PriorityWorth,
        HeadStart = queue.HeadStart,
    };

    /// <summary>The agent takes it: whoever else was asked is told that it is gone.</summary>
    private void Take(Offer offer)
    {
        var chat = _chats[offer.Chat];
        var sender = offer.IsInvitation ? null : chat.Owner;
        _reply = new Reply(offer.Chat, 0);
        CloseOffersOf(chat, OfferTrigger.Lose, but: offer.Number);
        CloseOffer(offer, OfferTrigger.Accept);
        if (sender is not null)
        {
            // Handed over: responsible until now.
            Notice(chat, Notices.AgentLeft, sender.Agent.Value);
            Release(chat, sender, owesWrapUp: true);
        }

        Notice(chat, Notices.AgentJoined, offer.Agent.Value);
        DismissObservers(chat);
    }

    /// <summary>Every open offer of a chat has an outcome that is nobody's doing who has it on the screen.</summary>
    private void CloseOffersOf(ChatSession chat, OfferTrigger trigger, long but = 0)
    {
        for (var index = 0; index < chat.Parts.Count;)
        {
            var part = chat.Parts[index];
            if (part.State == ParticipationState.Offered && part.Offer != but)
            {
                // It is gone from the list then, and the next is in its place.
                CloseOffer(_offers[part.Offer], trigger);
            }
            else
            {
                index++;
            }
        }
    }

    /// <summary>What waits in the manual queues that an agent serves, but for what is not for them.</summary>
    internal PickList PickList(Agent agent, int offset, int limit)
    {
        var waiting = agent.Profile.Queues.Distinct(StringComparer.Ordinal).Select(QueueName.Parse)
            .Where(IsManual)
            .Select(queue => Router.Queues[queue].Waiting.Where(one => one.Accepts(agent.Id)))
            .ToArray();

        // Each queue is in order, so that no page needs to look further than its own end.
        var page = waiting.SelectMany(line => line.Take(offset + limit))
            .OrderBy(one => one.Place)
            .Skip(offset).Take(limit)
            .Select(one => Visibility.For(Actor.Agent(agent.Id), this, _chats[one.Number]));
        return new PickList([.. page], offset, waiting.SelectMany(line => line).Take(MaxCounted).Count());
    }

    private Rejection? Decide(PickContact c)
    {
        if (c.By.Kind != ActorKind.Agent)
        {
            return Rejections.NotPermitted;
        }

        if (!_agents.TryGetValue(c.By.Id, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (!agent.Profile.Queues.Contains(chat.WaitsIn.Value) || !IsManual(chat.WaitsIn))
        {
            return Rejections.NotPermitted;
        }

        if (Router.Find(c.Chat) is not { InLine: true } place)
        {
            return Rejections.NotWaiting;
        }

        var refused = place.Accepts(agent.Id) ? agent.MayBeGiven(chat.Channel) : Rejections.NotPermitted;
        if (refused is not null)
        {
            return refused;
        }

        MakeOffer(chat, agent.Id, OfferKind.Picked, Picked);
        Take(_offers[Last.Offer]);
        return null;
    }

    private Rejection? Decide(ReturnChat c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (Refusal(chat, c.By, ChatAction.Transfer) is { } refused)
        {
            return refused;
        }

        if (c.By.Kind != ActorKind.Agent)
        {
            return Rejections.NotPermitted;
        }

        Transfer(chat, new TransferChat(c.By, c.Chat, chat.Queue, Agent: null));
        return null;
    }

    private Rejection? Decide(WidenOffers c)
    {
        if (!_chats.TryGetValue(c.Chat, out var chat) || chat.WidenAt is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        Raise(new OffersWidened(c.Chat));
        return null;
    }

    /// <summary>
    /// How many agents may have an open offer of a chat at the same time; whom somebody has named has it alone. Nobody
    /// more is asked once a rule for those who wait too long is to follow.
    /// </summary>
    private int Wanted(ChatSession chat)
    {
        if (IsOverdue(chat))
        {
            return 0;
        }

        foreach (var part in chat.Parts)
        {
            if (part.State == ParticipationState.Offered && _offers[part.Offer].Kind != OfferKind.Routed)
            {
                return 1;
            }
        }

        return QueueOf(chat).Wanted(chat.Widened);
    }

    /// <summary>From its first offer on one agent more is asked every so often, where the queue says so.</summary>
    private void WidenFrom(ChatSession chat, DateTimeOffset at)
    {
        if (chat.WidenAt is null && QueueOf(chat).WidensAfter(chat.Widened) is { } period)
        {
            chat.WidenAt = at + period;
            Alarms.Set(new Alarm(at + period, AlarmKind.Widening, chat.Number));
        }
    }

    /// <summary>What is offered already is offered to as many as its queue says by now.</summary>
    private void WantAsConfigured()
    {
        foreach (var offer in _offers.Values.Where(offer => !offer.IsInvitation))
        {
            Router.Want(offer.Chat, Wanted(_chats[offer.Chat]));
        }
    }
}

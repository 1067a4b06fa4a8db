using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Whom a contact is offered to, told a second time: who is free for it, and who comes first.</summary>
internal sealed partial class JournalChecker
{
    private static readonly Channel[] AllChannels = Enum.GetValues<Channel>();

    // A floor with fewer agents and contacts is small.
    private const int ToldInFull = 512;

    // Who has room for anything at all: while many wait hardly anybody, and all who wait are asked about.
    private readonly List<AgentRecord> _free = [];

    /// <summary>Since the newest of: availability, taking, finishing, and every offer that is still open.</summary>
    private DateTimeOffset LongestSince(AgentRecord agent)
    {
        var since = agent.RestedSince;
        foreach (var offer in agent.Offers)
        {
            since = _offers[offer].MadeAt > since ? _offers[offer].MadeAt : since;
        }

        return since;
    }

    /// <summary>
    /// S10: the contact comes first, and no agent comes before the one who was chosen: those whom the contact has
    /// passed by come last, and of them first who did so longest ago, then the longest available, then the id decides.
    /// </summary>
    private void CheckSelection(AgentRecord chosen, ChatRecord chat)
    {
        if (!IsTold(_offers.Count + 1))
        {
            return;
        }

        LookWhoIsFree();
        CheckOrder(chosen, chat);
        var (first, key) = (chosen, KeyOf(chat));
        foreach (var agent in _free)
        {
            if (agent != chosen && IsFreeFor(agent, chat) && IsAskedBefore(agent, first, chat, key))
            {
                first = agent;
            }
        }

        var passed = chat.PassedBy.IndexOf(chosen.Id) > chat.PassedBy.IndexOf(first.Id);
        Require(
            first == chosen,
            passed ? "S8" : "S10",
            $"chat {chat.Number} is offered to {chosen.Id}, but {first.Id} comes first");
    }

    /// <summary>
    /// Whether an offer or a batch is told a second time: on a small floor each is. It is held against everybody who is
    /// free and whatever waits for them, so on a large floor one in so many is that all of them cost no more.
    /// </summary>
    internal bool IsTold(long number)
    {
        var timesAsLarge = (_agents.Count + _chats.Count) / ToldInFull;
        return number % (1 + (timesAsLarge * timesAsLarge)) == 0;
    }

    /// <summary>Whether one comes before another; where the checker takes any choice, no later rule counts.</summary>
    private bool IsAskedBefore(AgentRecord one, AgentRecord other, ChatRecord chat, Func<AgentRecord, long>? key)
    {
        var order = Preference(chat, one.Id).CompareTo(Preference(chat, other.Id));
        order = order != 0 ? order : chat.PassedBy.IndexOf(one.Id).CompareTo(chat.PassedBy.IndexOf(other.Id));
        order = order != 0 ? order : CallsAway(one, chat.Channel).CompareTo(CallsAway(other, chat.Channel));
        order = order != 0 ? order : TierOf(one, chat).CompareTo(TierOf(other, chat));
        if (order != 0 || key is null)
        {
            return order < 0;
        }

        order = key(one).CompareTo(key(other));
        order = order != 0 ? order : LongestSince(one).CompareTo(LongestSince(other));
        return (order != 0 ? order : string.CompareOrdinal(one.Id.Value, other.Id.Value)) < 0;
    }

    private bool ComesBefore(ChatRecord one, ChatRecord other) => PlaceOf(one).CompareTo(PlaceOf(other)) < 0;

    private (bool, long, long, long) PlaceOf(ChatRecord chat) => chat.PlaceIn(LineOf(chat).Profile!);

    private bool HasTaker(ChatRecord chat)
    {
        foreach (var agent in LineOf(chat).Free)
        {
            if (IsFreeFor(agent, chat))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who has room for what, once for all who wait: while many do hardly anybody has.</summary>
    private void LookWhoIsFree()
    {
        _free.Clear();
        foreach (var queue in _queues.Values)
        {
            queue.Free.Clear();
        }

        foreach (var agent in _agents.Values)
        {
            agent.Open = OpenTo(agent);
            if (agent.Open == Channels.None)
            {
                continue;
            }

            _free.Add(agent);
            foreach (var queue in _queues.Values)
            {
                if (agent.Serves(queue.Name))
                {
                    queue.Free.Add(agent);
                }
            }
        }
    }

    private Channels OpenTo(AgentRecord agent)
    {
        var open = Channels.None;
        if (agent.HeldFor is null && agent.Interrupter == 0 && !agent.IsPaced
            && agent.Availability == Availability.Available)
        {
            var load = LoadOf(agent, withWhatGivesWay: true);
            foreach (var channel in AllChannels)
            {
                open |= agent.GetsOffersOf(channel)
                    && (Invariants.HasPlainRoom(agent.Media, load, channel) || CallsAway(agent, channel))
                    ? Invariants.FlagOf(channel)
                    : Channels.None;
            }
        }

        return open;
    }

    private bool IsFreeFor(AgentRecord agent, ChatRecord chat) =>
        (agent.Open & Invariants.FlagOf(chat.Channel)) != 0
        && Serves(agent, chat)
        && TakesFrom(agent, chat.WaitsIn)
        && Suits(agent, chat)
        && (chat.State != ChatState.Transferring || chat.Owner?.Agent != agent.Id)
        && !IsOffered(chat, agent.Id);

    private bool IsOffered(ChatRecord chat, AgentId agent)
    {
        foreach (var offer in chat.OpenOffers)
        {
            if (_offers[offer].Agent == agent)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The floor offers it, now or as soon as somebody is free.</summary>
    private bool IsOffering(ChatRecord chat)
    {
        if (chat.State is not (ChatState.Queued or ChatState.Transferring or ChatState.Offered))
        {
            return false;
        }

        var queue = LineOf(chat).Profile;
        return queue is { Mode: not QueueMode.Manual } && !_closedQueues.Contains(chat.WaitsIn)
            && (chat.InLine || (chat.OpenOffers.Count < Invariants.Wanted(queue, chat.Widened)
                && chat.OpenOffers.TrueForAll(offer => _offers[offer].Kind == OfferKind.Routed)
                && !IsOverdue(chat)));
    }

    private bool Suits(AgentRecord agent, ChatRecord chat) =>
        !chat.Withheld.ContainsKey(agent.Id) && LineOf(chat).Profile is { } queue
        && Invariants.Suits(agent.Profile, queue, chat.Wishes, chat.Waited);

    /// <summary>The place among those whom it prefers; the others come after them.</summary>
    private static int Preference(ChatRecord chat, AgentId agent)
    {
        var place = chat.PassedBy.Contains(agent) ? -1 : chat.Wishes.Preferred.IndexOf(agent);
        return place < 0 ? int.MaxValue : place;
    }

    private static int TierOf(AgentRecord agent, ChatRecord chat) =>
        MembershipOf(agent, chat)?.Tier ?? 1;

    private static MembershipProfile? MembershipOf(AgentRecord agent, ChatRecord chat)
    {
        foreach (var one in agent.Profile.Memberships)
        {
            if (one.Queue == chat.WaitsIn.Value)
            {
                return one;
            }
        }

        return null;
    }

    private static bool Serves(AgentRecord agent, ChatRecord chat) => agent.Serves(chat.WaitsIn);
}

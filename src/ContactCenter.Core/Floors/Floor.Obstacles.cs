using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// What keeps contacts from agents, every reason that the router knows of, with what would have to change. Told once,
/// for all who explain.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>What keeps a contact, or with none whatever waits in a queue, from an agent who serves it.</summary>
    private ImmutableArray<Obstacle> Between(Agent agent, QueueLine queue, WaitingContact? contact) =>
        contact?.Asked?.Contains(agent.Id) == true
            ? [Offered(OfferTo(agent, contact), "has-its-offer")]
            : Told(
                Away(agent, queue.Channel),
                CoolsOff(agent, queue.Channel),
                Paced(agent),
                Paused(agent, queue.Name),
                WrapsUp(agent, queue.Name),
                contact?.Barred == agent.Id ? new Obstacle("hands-it-over") : null,
                contact is null ? null : Declined(agent, _chats[contact.Number]),
                contact is null ? null : Excluded(agent, _chats[contact.Number]),
                contact is null ? null : Reserved(agent, contact),
                contact is null ? null : KeptBack(queue.Members[agent.Id], contact),
                contact is null ? null : Unmet(queue.Members[agent.Id], contact),
                CalledAway(agent),
                NoRoom(agent, queue.Channel),
                Held(agent),
                ByHand(queue),
                Closed(queue));

    /// <summary>What keeps every contact from an agent.</summary>
    private ImmutableArray<Obstacle> Before(Agent agent) => Told(
        Away(agent, channel: null), CoolsOff(agent, channel: null), Paced(agent), CalledAway(agent), Held(agent));

    /// <summary>What keeps a contact from every agent.</summary>
    private ImmutableArray<Obstacle> Before(ChatSession chat, WaitingContact? contact) => Told(
        chat.ComesDueAt is { } due ? new Obstacle("scheduled") { Until = due } : null,
        chat.State == ChatState.Suspended || (chat.State == ChatState.Scheduled && chat.Appointment!.Suspends)
            ? new Obstacle("suspended")
            : null,
        chat.State == ChatState.Bot ? new Obstacle("with-bot") { Until = chat.Bot?.DueAt } : null,
        contact is { InLine: false, WantsMore: false } ? Offered(chat.AllOffered, "offered") : null,
        ByHand(Router.Queues.GetValueOrDefault(chat.WaitsIn)),
        Closed(Router.Queues.GetValueOrDefault(chat.WaitsIn)));

    private static ImmutableArray<Obstacle> Told(params ReadOnlySpan<Obstacle?> obstacles)
    {
        // Of most agents a single thing is told, or nothing at all.
        var count = obstacles.Length - obstacles.Count((Obstacle?)null);
        if (count == 0)
        {
            return [];
        }

        var (told, place) = (new Obstacle[count], 0);
        foreach (var one in obstacles)
        {
            if (one is not null)
            {
                told[place++] = one;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(told);
    }

    private IEnumerable<Participation> OfferTo(Agent agent, WaitingContact contact) =>
        _chats[contact.Number].AllOffered.Where(part => part.Agent == agent.Id);

    /// <summary>It is over with the first of some offers that runs out.</summary>
    private Obstacle Offered(IEnumerable<Participation> parts, string code) => new(code)
    {
        Until = parts.Select(part => _offers[part.Offer]).Min(offer => (DateTimeOffset?)(offer.DueAt
            + (offer.State == OfferState.Connecting ? offer.AnswerWithin : null) ?? offer.DueAt)),
    };

    private static Obstacle? Away(Agent agent, Channel? channel)
    {
        var pause = agent.Availability == Availability.Available
            ? agent.Pauses?.Find(pause => pause.Channel == channel)
            : null;
        var over = agent.CoolOffs?.Find(one => pause is null
            ? agent.IsHeldBy(one)
            : one.Moved && one.Channel == channel);
        Obstacle? NotThere(string code) => new(code)
        {
            Until = over?.Until,
            Detail = pause is null ? agent.Code : pause.Code,
            Channel = pause?.Channel,
        };
        return (pause?.Availability ?? agent.Availability) switch
        {
            Availability.SignedOut => NotThere("signed-out"),
            Availability.Idle => NotThere("idle"),
            Availability.Rona => NotThere("rona"),
            _ => null,
        };
    }

    private static Obstacle? CoolsOff(Agent agent, Channel? channel) =>
        agent.CoolsOffUntil(channel) is { } until ? new Obstacle("cool-off") { Until = until } : null;

    private static Obstacle? Paced(Agent agent) =>
        agent.IsPaced ? new Obstacle("pace") { Until = agent.PacedUntil } : null;

    private static Obstacle? Paused(Agent agent, QueueName queue) => agent.PauseOf(queue) is { } pause
        ? new Obstacle("paused") { Until = pause.Until, Detail = pause.Code ?? "rona" }
        : null;

    /// <summary>The last of them that is submitted counts.</summary>
    private Obstacle? WrapsUp(Agent agent, QueueName queue)
    {
        if (!WrapsUpFor(agent, queue))
        {
            return null;
        }

        var last = PartsOf(agent).Where(one => one.Part.HoldsQueue && one.Part.AcceptedFrom == queue)
            .MaxBy(one => one.Part.WrapUpDueAt ?? DateTimeOffset.MaxValue);
        return new Obstacle("wrap-up") { Until = last.Part.WrapUpDueAt, Contact = last.Chat.Number };
    }

    private static Obstacle? Declined(Agent agent, ChatSession chat) =>
        chat.Withheld?.FindAll(one => one.Agent == agent.Id) is [var withheld, ..]
            ? new Obstacle("declined") { Until = withheld.Until }
            : null;

    private static Obstacle? Excluded(Agent agent, ChatSession chat) =>
        chat.Wishes.Excluded.Contains(agent.Id) ? new Obstacle("excluded") : null;

    private Obstacle? Reserved(Agent agent, WaitingContact contact) =>
        contact.Needs.ReservedFor is { } only && only != agent.Id
            ? new Obstacle("reserved")
            {
                Until = WaitedFor(contact, _chats[contact.Number].Wishes.ReservedFor),
                Detail = only.Value,
            }
            : null;

    private Obstacle? KeptBack(QueueMember member, WaitingContact contact) =>
        member.Membership.Delay > contact.Needs.Waited
            ? new Obstacle("delay") { Until = WaitedFor(contact, member.Membership.Delay) }
            : null;

    /// <summary>When a contact will have waited so long: time with an agent is no waiting.</summary>
    private DateTimeOffset WaitedFor(WaitingContact contact, TimeSpan period) =>
        _chats[contact.Number].WaitedSince + period;

    private Obstacle? Unmet(QueueMember member, WaitingContact contact) =>
        contact.Needs.Requirement?.Misses(member.Agent.Attributes) is [_, ..] misses
            ? new Obstacle("requirement")
            {
                Until = MetAt(_chats[contact.Number], member.Agent.Attributes),
                Misses = misses,
            }
            : null;

    private Obstacle? CalledAway(Agent agent) => agent.Interrupter == 0 ? null : new Obstacle("called-away")
    {
        Contact = _offers.TryGetValue(agent.Interrupter, out var offer)
            ? offer.Chat
            : PartsOf(agent).Where(one => one.Part.Offer == agent.Interrupter)
                .Select(one => (long?)one.Chat.Number).FirstOrDefault(),
    };

    private Obstacle? NoRoom(Agent agent, Channel channel)
    {
        var room = RoomOf(agent, channel);
        return room.IsOpen ? null : new Obstacle("no-room") { Until = RoomAt(agent, channel), Room = room };
    }

    private static Obstacle? Held(Agent agent) =>
        agent.HeldFor is { } queue ? new Obstacle("held") { Detail = queue.Value } : null;

    private static Obstacle? ByHand(QueueLine? queue) =>
        queue?.Rules.IsManual == true ? new Obstacle("manual-queue") : null;

    private Obstacle? Closed(QueueLine? queue) => queue?.Rules.IsClosed == true
        ? new Obstacle("outside-hours") { Until = DoorOf(queue.Name).NextChange }
        : null;

    private static ChannelRoom RoomOf(Agent agent, Channel channel) => new(
        channel, agent.Load[channel], agent.Media.Capacity(channel), agent.Media.InTheWay(agent.Load, channel))
    {
        Interrupts = agent.GetsThrough(channel),
    };

    /// <summary>When there is room again because wrap-ups are submitted by themselves; null where that is not enough.
    /// </summary>
    private DateTimeOffset? RoomAt(Agent agent, Channel channel)
    {
        var load = agent.Load;
        var ending = PartsOf(agent)
            .Where(one => one.Part is { State: ParticipationState.WrappingUp, Counts: true, WrapUpDueAt: not null })
            .OrderBy(one => one.Part.WrapUpDueAt);
        foreach (var (chat, part) in ending)
        {
            load = load.Add(chat.Channel, -1);
            if (agent.Media.HasRoom(load, channel))
            {
                return part.WrapUpDueAt;
            }
        }

        return null;
    }

    /// <summary>When so much has been let go of that an agent meets what is left; null for never.</summary>
    private DateTimeOffset? MetAt(ChatSession chat, AttributeBag agent)
    {
        var rings = RingsOf(chat.WaitsIn);
        for (var after = Next(chat.Waited); after is { } waited; after = Next(waited))
        {
            var left = chat.Wishes.After(waited, waited, RoutingRing.DroppedAfter(rings, waited)).Requirement;
            if (left?.Matches(agent) != false)
            {
                return chat.WaitedSince + waited;
            }
        }

        return null;

        TimeSpan? Next(TimeSpan waited)
        {
            var (wish, ring) = (chat.Wishes.NextAfter(waited), RoutingRing.EndsAfter(rings, waited));
            return wish is null || ring < wish ? ring : wish;
        }
    }
}

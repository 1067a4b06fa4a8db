using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What contacts ask for, and how waiting changes that: some of it is let go of, and more agents are let in.
/// </summary>
internal sealed partial class Floor
{
    private static readonly TimeSpan[] NoDelays = [];

    /// <summary>After which waits a queue lets in agents who take its contacts only then; an index.</summary>
    private readonly Dictionary<QueueName, TimeSpan[]> _delays = [];

    private readonly FirstNeeds _firstNeeds = new();

    /// <summary>When waiting changes something for a contact; null for never.</summary>
    internal DateTimeOffset? AgesAt(ChatSession chat)
    {
        if (!chat.Waits)
        {
            return null;
        }

        var due = WishesChangeAt(chat);
        if (chat.Withheld is { } withheld)
        {
            foreach (var one in withheld)
            {
                due = due < one.Until ? due : one.Until;
            }
        }

        return due;
    }

    private DateTimeOffset? WishesChangeAt(ChatSession chat)
    {
        var next = chat.Wishes.NextAfter(chat.Waited);
        foreach (var delay in DelaysOf(chat.WaitsIn))
        {
            if (delay > chat.Waited)
            {
                next = next < delay ? next : delay;
                break;
            }
        }

        // Where nothing is asked for, no ring asks for less.
        if (!chat.Wishes.Requirements.IsEmpty
            && RoutingRing.EndsAfter(RingsOf(chat.WaitsIn), chat.Waited) is { } end)
        {
            next = next < end ? next : end;
        }

        return chat.WaitedSince + next;
    }

    /// <summary>What it asks for now.</summary>
    internal ContactNeeds NeedsOf(ChatSession chat)
    {
        var reached = TimeSpan.Zero;
        foreach (var delay in DelaysOf(chat.WaitsIn))
        {
            reached = delay <= chat.Waited ? delay : reached;
        }

        var dropped = RoutingRing.DroppedAfter(RingsOf(chat.WaitsIn), chat.Waited);
        var isFirst = chat.Waited == TimeSpan.Zero && reached == TimeSpan.Zero && dropped is null;
        var needs = isFirst ? _firstNeeds.Of(chat.Wishes) : chat.Wishes.After(chat.Waited, reached, dropped);
        var isPlain = chat.Seating?.Place is null && chat.Withheld is null && chat.Attributes.Count == 0;
        return isPlain ? needs : needs with
        {
            Attributes = chat.Attributes,
            Place = chat.Seating?.Place,
            Excluded = [.. needs.Excluded, .. chat.Withheld?.Select(one => one.Agent) ?? []],
        };
    }

    /// <summary>Neither customers nor agents say where a contact belongs; of one that is over nobody does.</summary>
    private Rejection? MayReassign(ChatCommand c, out ChatSession chat) =>
        Open(c.Chat, out chat)
        ?? (c.By.Kind is ActorKind.Host or ActorKind.Supervisor ? null : Rejections.NotPermitted)
        ?? Supervised(c.By, SupervisorRights.Reassign, chat)
        ?? (chat.State is ChatState.Ended or ChatState.Closed ? Rejections.ChatEnded : null);

    private Rejection? Decide(ReclassifyContact c)
    {
        if (MayReassign(c, out var chat) is { } refused)
        {
            return refused;
        }

        _reply = new Reply(c.Chat, 0);
        Raise(new ContactWished(c.Chat, Named(c.Wishes, chat)));
        AskPosition(chat, c.Position);
        return null;
    }

    private Rejection? Decide(AgeContact c)
    {
        if (!_chats.TryGetValue(c.Chat, out var chat) || AgesAt(chat) is not { } due || due > _now)
        {
            return Rejections.EffectGone;
        }

        OfferAgain(chat);
        if (WishesChangeAt(chat) is { } change && change <= _now)
        {
            Raise(new ContactAged(c.Chat, change - chat.WaitedSince));
        }

        return null;
    }

    /// <summary>It stands in line as what it asks for by now says.</summary>
    private void StandAgain(ChatSession chat)
    {
        if (chat.Waits)
        {
            Router.Change(chat.Number, NeedsOf(chat));
            WatchAge(chat);
        }
    }

    private void WatchAge(ChatSession chat)
    {
        if (AgesAt(chat) is { } due)
        {
            Alarms.Set(new Alarm(due, AlarmKind.Age, chat.Number));
        }
    }

    /// <summary>
    /// Where the agents' delays are others now, or the queue's rings, contacts may have waited long enough, or no
    /// longer; where waiting and priority weigh differently, they stand elsewhere.
    /// </summary>
    private void LearnOrder(Dictionary<QueueName, QueueProfile?> were)
    {
        var before = _delays.ToDictionary();
        _delays.Clear();
        foreach (var queue in Configuration.Agents.SelectMany(agent => agent.Memberships)
            .Where(membership => membership.Delay > TimeSpan.Zero)
            .GroupBy(membership => membership.Queue, StringComparer.Ordinal))
        {
            _delays.Add(queue.Key, [.. queue.Select(membership => membership.Delay).Distinct().Order()]);
        }

        bool IsSame(QueueName queue)
        {
            var (was, now) = (were.GetValueOrDefault(queue), RuleOf(queue));
            return was?.PriorityWorth == now?.PriorityWorth && was?.HeadStart == now?.HeadStart
                && RingsOf(queue).AsSpan().SequenceEqual((was?.Rings ?? []).AsSpan())
                && DelaysOf(queue).AsSpan().SequenceEqual(before.GetValueOrDefault(queue, NoDelays));
        }

        foreach (var chat in _chats.Values.Where(chat => chat.Waits && !IsSame(chat.WaitsIn)))
        {
            Router.Change(chat.Number, NeedsOf(chat));
        }
    }

    private TimeSpan[] DelaysOf(QueueName queue) => _delays.GetValueOrDefault(queue, NoDelays);

    private ImmutableArray<RoutingRing> RingsOf(QueueName queue) => RuleOf(queue)?.Rings ?? [];
}

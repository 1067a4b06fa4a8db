namespace ContactCenter.Routing;

/// <summary>Who is next, of what has changed since nothing was left to offer.</summary>
public sealed partial class Router
{
    /// <summary>How many agents are looked at one by one; with more, their queues are looked at instead.</summary>
    private const int MaxApart = 8;

    /// <summary>How many agents a strategy scores for one contact.</summary>
    internal const int MaxScored = 1_000;

    private const string AsPreferred = "preferred";

    private readonly List<QueueLine> _unsettledQueues = [];
    private readonly List<FreeAgent> _unsettledAgents = [];

    /// <summary>A strategy threw; the queue goes on with the longest available until its rules change.</summary>
    internal Action<QueueLine>? StrategyFailed { get; set; }

    private void Unsettle(FreeAgent agent)
    {
        if (agent.IsUnsettled || agent.OpenChannels == 0)
        {
            return;
        }

        agent.IsUnsettled = true;
        _unsettledAgents.Add(agent);
        if (_unsettledAgents.Count <= MaxApart)
        {
            return;
        }

        foreach (var many in _unsettledAgents)
        {
            many.IsUnsettled = false;
            foreach (var member in many.Queues)
            {
                if (member.IsFree)
                {
                    UnsettleAll(member.Queue);
                }
            }
        }

        _unsettledAgents.Clear();
    }

    private void UnsettleAll(QueueLine queue)
    {
        queue.UnsettleAll();
        NoteUnsettled(queue);
    }

    private void NoteUnsettled(QueueLine queue)
    {
        if (queue is { IsUnsettled: true, IsNoted: false })
        {
            queue.IsNoted = true;
            _unsettledQueues.Add(queue);
        }
    }

    /// <summary>The first contact of all that anybody free could be offered.</summary>
    private WaitingContact? FirstMatchable()
    {
        WaitingContact? first = null;
        for (var index = _unsettledAgents.Count - 1; index >= 0; index--)
        {
            var agent = _unsettledAgents[index];
            if (First(agent) is { } contact)
            {
                first = Sooner(first, contact);
            }
            else
            {
                agent.IsUnsettled = false;
                _unsettledAgents.RemoveAt(index);
            }
        }

        for (var index = _unsettledQueues.Count - 1; index >= 0; index--)
        {
            var queue = _unsettledQueues[index];
            if (queue.FirstMatchable() is { } contact)
            {
                first = Sooner(first, contact);
            }
            else
            {
                queue.IsNoted = false;
                _unsettledQueues.RemoveAt(index);
            }
        }

        return first;
    }

    private static WaitingContact? First(FreeAgent agent)
    {
        WaitingContact? first = null;
        foreach (var member in agent.Queues)
        {
            if (member.Queue.FirstFor(member) is { } contact)
            {
                first = Sooner(first, contact);
            }
        }

        return first;
    }

    private static WaitingContact Sooner(WaitingContact? one, WaitingContact other) =>
        one is null || other.StandingPlace.CompareTo(one.StandingPlace) < 0 ? other : one;

    /// <summary>Whom a contact is offered: there is somebody.</summary>
    private (QueueMember Member, string Why) Choose(WaitingContact contact, DateTimeOffset now)
    {
        var queue = contact.Queue;
        if (contact.HasPreferences && Preferred(contact) is { } preferred)
        {
            return (preferred, AsPreferred);
        }

        return queue.Rules.Scores is { } strategy && TryScore(contact, strategy, now) is { } scored
            ? scored
            : (queue.FirstFor(contact), queue.Rules.Strategy);
    }

    /// <summary>Whom a contact asks for before all others, if one of them could take it.</summary>
    private static QueueMember? Preferred(WaitingContact contact)
    {
        foreach (var wanted in contact.Needs.Preferred)
        {
            if (contact.Queue.Members.GetValueOrDefault(wanted) is { IsFree: true } member
                && member.Meets(contact.Need!) && !contact.HasPassed(wanted))
            {
                return member;
            }
        }

        return null;
    }

    private (QueueMember Member, string Why)? TryScore(
        WaitingContact contact, IRoutingStrategy strategy, DateTimeOffset now)
    {
        var queue = contact.Queue;
        var seen = Seen(contact);
        (QueueMember Member, (int Pass, int Tier, double Score) Order, string Why)? best = null;
        try
        {
            var spot = FreeAgents.Before;
            for (var count = 0; count < MaxScored && queue.Next(contact.Need!, ref spot) is { } member; count++)
            {
                var score = strategy.Score(seen, Seen(member), now);
                var order = (contact.PassOf(member.Agent.Id), member.Standing.Tier, score.Value);
                if (best is not { } sooner || order.CompareTo(sooner.Order) < 0)
                {
                    best = (member, order, score.Reason);
                }
            }
        }
#pragma warning disable CA1031 // a host's code: whatever it throws, the floor goes on
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            StrategyFailed?.Invoke(queue);
            return null;
        }

        return best is { } chosen ? (chosen.Member, chosen.Why ?? strategy.Name) : null;
    }

    private static RoutingContact Seen(WaitingContact contact) => new(
        contact.Number,
        contact.Queue.Name,
        contact.Since,
        contact.Needs,
        contact.Queue.Rules.Seed + (ulong)contact.Passes);

    private static RoutingCandidate Seen(QueueMember member) => new(
        member.Agent.Id,
        member.Agent.Since,
        member.Agent.Attributes,
        member.Membership,
        (double)member.Agent.Occupancy.Of(member.Queue.Channel) / Occupancy.Full);
}

using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Whether agents are there for a queue that minds, and who of those who wait in it follows its rule first when none
/// is. Derived from the agents and chats, all but the instant since when nobody has been there.
/// </summary>
internal sealed class QueueWatch(QueueName queue, NoAgentRule rule)
{
    private readonly SortedSet<Stander> _standing = [];

    internal QueueName Queue { get; } = queue;

    internal NoAgentRule Rule { get; } = rule;

    /// <summary>The agents who are there.</summary>
    internal HashSet<AgentId> There { get; } = [];

    /// <summary>Since when it is open and nobody is there; null while somebody is, or it is closed.</summary>
    internal DateTimeOffset? NobodySince { get; set; }

    /// <summary>When it was last said to be its turn; null for never.</summary>
    internal DateTimeOffset? Turn { get; set; }

    /// <summary>Who follows the rule next, and when; null for nobody.</summary>
    internal (DateTimeOffset At, long Chat)? Next
    {
        get
        {
            if (NobodySince is not { } since || _standing.Count == 0)
            {
                return null;
            }

            // Who had come before stands before those who have come since.
            var (first, newcomer) = (_standing.Min, new Stander(since.UtcTicks, FoundNobody: true, Chat: 0));
            if (first.CompareTo(newcomer) < 0 && since + Rule.After is var atOnce)
            {
                var other = FirstFrom(newcomer);
                return other is { } sooner && sooner.At < atOnce ? sooner : (atOnce, first.Chat);
            }

            return FirstFrom(newcomer);
        }
    }

    internal void Add(Stander one) => _standing.Add(one);

    internal void Remove(Stander one) => _standing.Remove(one);

    private (DateTimeOffset At, long Chat)? FirstFrom(Stander newcomer)
    {
        var first = _standing.GetViewBetween(newcomer, Stander.Last).Min;
        return first.Chat == 0
            ? null
            : (new DateTimeOffset(first.Since, TimeSpan.Zero) + (Rule.NewcomersAfter ?? Rule.After), first.Chat);
    }
}

/// <summary>A contact that stands in the line of a queue that is watched.</summary>
/// <param name="Since">Since when, in UTC ticks.</param>
/// <param name="FoundNobody">Nobody was there when it came; tells apart what happened in one instant.</param>
internal readonly record struct Stander(long Since, bool FoundNobody, long Chat) : IComparable<Stander>
{
    internal static Stander Last { get; } = new(long.MaxValue, FoundNobody: true, long.MaxValue);

    public int CompareTo(Stander other)
    {
        var order = Since.CompareTo(other.Since);
        order = order != 0 ? order : FoundNobody.CompareTo(other.FoundNobody);
        return order != 0 ? order : Chat.CompareTo(other.Chat);
    }
}

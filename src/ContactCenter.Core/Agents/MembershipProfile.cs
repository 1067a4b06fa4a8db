using ContactCenter.Routing;

namespace ContactCenter.Agents;

/// <summary>How an agent serves a queue, where it is not as everybody does.</summary>
internal sealed record MembershipProfile
{
    public string Queue { get; init; } = string.Empty;

    public int Rank { get; init; } = 1;

    public TimeSpan Delay { get; init; }

    public int Tier { get; init; } = 1;

    public int Weight { get; init; } = 1;

    public int Position { get; init; }

    internal QueueMembership Membership => new(Queue)
    {
        Rank = Rank,
        Delay = Delay,
        Tier = Tier,
        Weight = Weight,
        Position = Position,
    };

    /// <summary>What is out of bounds.</summary>
    internal IEnumerable<string> Faults()
    {
        foreach (var (name, value, least, most) in new[]
        {
            (nameof(Rank), Rank, 1, 100),
            (nameof(Tier), Tier, 1, 100),
            (nameof(Weight), Weight, 1, 1_000),
            (nameof(Position), Position, 0, 1_000_000),
        })
        {
            if (value < least || value > most)
            {
                yield return $"{name} {value} in queue {Queue} is not {least} to {most}";
            }
        }

        if (Delay < TimeSpan.Zero || Delay > TimeSpan.FromDays(1))
        {
            yield return $"{nameof(Delay)} {Delay} in queue {Queue} is not 0 to 1 day";
        }
    }
}

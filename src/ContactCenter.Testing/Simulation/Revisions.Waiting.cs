using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>How many may wait in a queue, and where the others go.</summary>
internal sealed partial class Revisions
{
    private QueueProfile Limited(QueueProfile queue) => queue with
    {
        MaxLength = draw.Percent(20) ? draw.Of(1, 3, 10) : null,
        WhenFull = draw.Of(Enum.GetValues<FullQueue>()),
        OverflowTo = draw.Of(Queues),
        WaitRules = draw.Percent(25) ? [.. NewRules()] : [],
        OverflowPriority = draw.Percent(30) ? draw.Of(0, 5, 100) : null,
        OverflowRequirement = draw.Percent(30) ? draw.Of("french", "french > 1 and true") : null,
        NoAgents = draw.Percent(25) ? NewNoAgents() : null,
        ReturnWithin = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Of(10, 120, 3_600)) : null,
        Rings = draw.Percent(25) ? [.. NewRings()] : [],
        Labels = draw.Percent(50) ? [new AttributeText("language", draw.Of("ko", "en"))] : [],
    };

    private NoAgentRule NewNoAgents()
    {
        var (after, ends) = (draw.Of(0, 5, 60), draw.Percent(40));
        return new NoAgentRule
        {
            After = TimeSpan.FromSeconds(after),
            NewcomersAfter = draw.Percent(60) ? TimeSpan.FromSeconds(draw.Between(0, after)) : null,
            End = ends,
            MoveTo = ends ? null : draw.Of(Queues),
        };
    }

    private IEnumerable<RoutingRing> NewRings()
    {
        for (var left = draw.Between(1, 3); left > 0; left--)
        {
            yield return new RoutingRing
            {
                For = TimeSpan.FromSeconds(draw.Between(2, 20)),
                Drops = [.. draw.Of<string[]>([], ["french"], ["gold"], ["french", "gold"])],
            };
        }
    }

    private IEnumerable<WaitRule> NewRules()
    {
        var after = TimeSpan.Zero;
        for (var left = draw.Between(1, 3); left > 0; left--)
        {
            after += TimeSpan.FromSeconds(draw.Between(5, 60));
            var ends = draw.Percent(30);
            var urges = !ends && draw.Percent(40);
            yield return new WaitRule
            {
                After = after,
                End = ends,
                MoveTo = ends || (urges && draw.Percent(50)) ? null : draw.Of(Queues),
                Priority = urges ? draw.Of(0, 3, 50) : null,
                Requirement = urges && draw.Percent(50) ? draw.Of("french", "not trainee") : null,
            };
        }
    }

    /// <summary>One that needs no other.</summary>
    private QueueProfile NewAlone(string name) => NewQueue(name) with
    {
        ReplacedBy = null,
        WhenRemoved = QueueRemoval.End,
        WhenFull = FullQueue.Refuse,
        OverflowTo = null,
        ClosedAction = draw.Of(ClosedAction.Refuse, ClosedAction.Wait),
        WaitRules = [],
        NoAgents = draw.Percent(20) ? NewNoAgents() with { End = true, MoveTo = null } : null,
        OverflowPriority = null,
        OverflowRequirement = null,
    };

    /// <summary>What waits too long, or in vain, goes to a queue that is there.</summary>
    private static QueueProfile Moving(QueueProfile queue, FloorConfiguration wanted) => queue with
    {
        WaitRules = [.. queue.WaitRules.Where(rule => rule.MoveTo is null || IsOther(rule.MoveTo, queue, wanted))],
        NoAgents = queue.NoAgents is { End: false } rule && !IsLater(rule.MoveTo, queue, wanted)
            ? null
            : queue.NoAgents,
    };

    /// <summary>What has ended does not end once more.</summary>
    private static FloorConfiguration Ending(FloorConfiguration wanted) => wanted with
    {
        Queues = [.. wanted.Queues.Select(queue => queue with
        {
            WaitRules = [.. queue.WaitRules.Where(
                rule => ConfigurationFaults.EndBefore(queue, rule, wanted) is null)],
        })],
    };

    /// <summary>A queue overflows to one that is there, and never in a circle.</summary>
    private static QueueProfile Overflowing(QueueProfile queue, FloorConfiguration wanted) =>
        queue.WhenFull == FullQueue.Overflow && IsLater(queue.OverflowTo, queue, wanted)
            ? queue
            : queue with
            {
                WhenFull = FullQueue.Refuse,
                OverflowTo = null,
                OverflowPriority = null,
                OverflowRequirement = null,
            };

    /// <summary>Another one whose name comes after: whoever goes only to those goes in no circle.</summary>
    private static bool IsLater(string? name, QueueProfile than, FloorConfiguration wanted) =>
        string.CompareOrdinal(than.Name, name) < 0 && IsOther(name, than, wanted);
}

using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Draws queues: whom they ask, in which order and for how long, and what becomes of them.</summary>
internal sealed partial class Revisions
{
    private static readonly string[] Strategies =
    [
        RoutingStrategies.RoundRobin, RoutingStrategies.LeastOccupied, RoutingStrategies.MostIdle,
        RoutingStrategies.TopDown, RoutingStrategies.BestSkilled, RoutingStrategies.Weighted, RoutingStrategies.Random,
        HostStrategies.Odd, HostStrategies.Broken,
    ];

    private QueueProfile Changed(QueueProfile queue) => NewQueue(queue.Name) with { Channel = queue.Channel };

    /// <summary>A queue is replaced by one that is there; where that went, it has to be empty.</summary>
    private static FloorConfiguration Possible(FloorConfiguration wanted) => Ending(wanted with
    {
        Queues =
        [
            .. wanted.Queues.Select(queue => Moving(Overflowing(queue, wanted), wanted))
                .Select(queue => queue.WhenRemoved == QueueRemoval.MoveTo && IsOther(queue.ReplacedBy, queue, wanted)
                ? queue
                : queue with
                {
                    ReplacedBy = null,
                    WhenRemoved = queue.WhenRemoved == QueueRemoval.MoveTo ? QueueRemoval.Refuse : queue.WhenRemoved,
                })
                .Select(queue => Mended(queue, wanted)),
        ],
    });

    private static bool IsOther(string? name, QueueProfile than, FloorConfiguration wanted) => name != than.Name
        && wanted.Queues.Any(other => other.Name == name && other.Channel == than.Channel);

    private static FloorConfiguration WithoutQueue(FloorConfiguration now, string name) => now with
    {
        Queues = [.. now.Queues.Where(queue => queue.Name != name)],
        Agents =
        [
            .. now.Agents.Select(agent => agent with
            {
                Queues = agent.Queues.Remove(name),
                Memberships = [.. agent.Memberships.Where(one => one.Queue != name)],
                TransferQueues = agent.TransferQueues with { Names = agent.TransferQueues.Names.Remove(name) },
            }),
        ],
    };

    private QueueProfile NewQueue(string name) => Limited(Answering(new QueueProfile
    {
        Name = name,
        Channel = name switch
        {
            _ when draw.Percent(5) => draw.Of(Enum.GetValues<Channel>()),
            "calls" => Channel.Voice,
            "letters" => Channel.Email,
            "posts" => Channel.Social,
            _ => Channel.Chat,
        },
        OfferTimeout = TimeSpan.FromSeconds(draw.Of(5, 10, 30)),
        ConnectTimeout = draw.Percent(20) ? TimeSpan.FromSeconds(draw.Between(1, 8)) : null,
        WarnBefore = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Between(1, 4)) : null,
        Strategy = draw.Percent(50) ? RoutingStrategies.LongestAvailable : draw.Of(Strategies),
        Mode = draw.Percent(70) ? QueueMode.Automatic : draw.Of(QueueMode.Broadcast, QueueMode.Manual),
        ParallelOffers = draw.Percent(60) ? new() : NewParallelOffers(),
        BroadcastLimit = draw.Of(2, 20, 100),
        PriorityWorth = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Of(1, 20, 300)) : null,
        HeadStart = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Of(5, 60)) : TimeSpan.Zero,
        AllowDecline = draw.Percent(50),
        RetryDeclinedAfter = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Between(1, 60)) : null,
        Rona = draw.Percent(20) ? NewRona() : null,
        StartsWithBot = draw.Percent(30),
        WarnSilentAfter = draw.Percent(20) ? TimeSpan.FromSeconds(draw.Between(5, 30)) : null,
        SleepSilentAfter = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Between(2, 60)) : null,
        EndSilentAfter = draw.Percent(20) ? TimeSpan.FromSeconds(draw.Between(31, 90)) : null,
        WhenRemoved = draw.Of(QueueRemoval.MoveTo, QueueRemoval.End, QueueRemoval.MoveTo, QueueRemoval.Refuse),
        ReplacedBy = draw.Percent(40) ? draw.Of(Queues) : name == "sales" ? "billing" : "sales",
        Hours = draw.Percent(10) ? NewHours() : null,
        ClosedAction = draw.Of(Enum.GetValues<ClosedAction>()),
        ClosedOverflow = draw.Of(Queues),
    }));

    /// <summary>Who may not decline is not asked again after it.</summary>
    private static QueueProfile Answering(QueueProfile queue) =>
        queue.AllowDecline ? queue : queue with { RetryDeclinedAfter = null };

    private ParallelOffers NewParallelOffers()
    {
        var most = draw.Between(2, 5);
        return new ParallelOffers
        {
            Min = draw.Between(1, most),
            Max = most,
            AddEvery = draw.Percent(50) ? TimeSpan.FromSeconds(draw.Between(1, 20)) : null,
        };
    }
}

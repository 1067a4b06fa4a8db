using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;

namespace ContactCenter.Tests.Floors;

/// <summary>What is said to end by itself does, while nobody does anything.</summary>
public sealed class ObstacleEndTests
{
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void An_obstacle_is_gone_at_the_instant_that_it_names(ulong seed)
    {
        var scene = new RandomScene(seed);
        var seen = new HashSet<string>();
        foreach (var _ in scene.Play(400))
        {
            foreach (var number in scene.Floor.Chats.Keys.Order().Take(4))
            {
                foreach (var (agent, obstacle) in Told(scene.Floor, number)
                    .Where(one => one.Obstacle.Until is not null))
                {
                    seen.Add(obstacle.Code);
                    Assert.DoesNotContain(
                        Told(Later(scene.Floor, obstacle.Until!.Value), number),
                        one => one.Agent == agent && one.Obstacle.Code == obstacle.Code
                            && one.Obstacle.Until <= obstacle.Until);
                }
            }
        }

        Assert.Superset(new HashSet<string> { "has-its-offer", "offered", "no-room", "with-bot" }, seen);
    }

    private static IEnumerable<(AgentId? Agent, Obstacle Obstacle)> Told(Floor floor, long chat) =>
        floor.Explain(chat, floor.LastAt) is not { } record
            ? []
            : record.Obstacles.Select(one => (default(AgentId?), one)).Concat(record.Candidates
                .SelectMany(candidate => candidate.Obstacles.Select(one => ((AgentId?)candidate.Agent, one))));

    /// <summary>The same floor at a later instant, of which only the alarms have been heard.</summary>
    private static Floor Later(Floor floor, DateTimeOffset at)
    {
        var later = SnapshotCodec.Read(new JournalSnapshot(floor.Head, SnapshotCodec.Write(floor)));
        while (later.Due(at) is { } due)
        {
            later.Handle(new Envelope(due, default, 0), at);
        }

        return later;
    }
}

using ContactCenter.Floors;

namespace ContactCenter.Journals;

/// <summary>How queues choose: the strategies that have failed, and whose turn it is where they go round.</summary>
internal static partial class SnapshotCodec
{
    private static void WriteRouting(RecordWriter to, Floor floor)
    {
        to.Number(floor.FailedStrategies.Count);
        foreach (var (queue, strategy) in floor.FailedStrategies)
        {
            to.Text(queue);
            to.Text(strategy);
        }

        var turns = floor.Router.Queues.Values
            .SelectMany(line => line.Members.Values)
            .Where(member => member.Turn != 0)
            .OrderBy(member => member.Queue.Name.Value, StringComparer.Ordinal)
            .ThenBy(member => member.Agent.Id.Value, StringComparer.Ordinal)
            .ToArray();
        to.Number(turns.Length);
        foreach (var member in turns)
        {
            to.Queue(member.Queue.Name);
            to.Agent(member.Agent.Id);
            to.Number(member.Turn);
        }
    }

    private static void ReadRouting(ref RecordReader from, Floor floor)
    {
        for (var left = from.Count(); left > 0; left--)
        {
            floor.RestoreFailed(from.Queue(), from.Text());
        }

        for (var left = from.Count(); left > 0; left--)
        {
            var (queue, agent) = (from.Queue(), from.Agent());
            floor.Router.SetTurn(agent, queue, from.Number());
        }
    }
}

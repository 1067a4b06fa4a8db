using ContactCenter.Floors;

namespace ContactCenter.Journals;

/// <summary>The running figures: those of queues and agents that have any.</summary>
internal static partial class SnapshotCodec
{
    private static void WriteTallies(RecordWriter to, Floor floor)
    {
        var queues = floor.Tallies.Queues.Where(queue => queue.Value.Day != 0)
            .OrderBy(queue => queue.Key.Value, StringComparer.Ordinal).ToArray();
        to.Number(queues.Length);
        foreach (var (name, tally) in queues)
        {
            to.Queue(name);
            to.Number(tally.Day);
            to.Numbers(tally.Kept);
            (long Minute, ReadOnlyMemory<long> Figures)[] minutes = [.. tally.KeptMinutes(floor.LastAt)];
            to.Number(minutes.Length);
            foreach (var (minute, figures) in minutes)
            {
                to.Number(minute);
                to.Numbers(figures.Span);
            }
        }

        var agents = floor.Tallies.Agents.OrderBy(agent => agent.Key.Value, StringComparer.Ordinal).ToArray();
        to.Number(agents.Length);
        foreach (var (id, tally) in agents)
        {
            to.Agent(id);
            to.Number(tally.Day);
            to.Number(tally.CountedUpTo);
            to.Numbers(tally.Kept);
            to.Number(tally.Idle.Count);
            foreach (var (code, ticks) in tally.Idle)
            {
                to.Text(code);
                to.Number(ticks);
            }
        }
    }

    private static void ReadTallies(ref RecordReader from, Floor floor)
    {
        for (var left = from.Count(); left > 0; left--)
        {
            var tally = floor.Tallies.Of(from.Queue()) ?? throw new KeyNotFoundException();
            tally.Restore(from.Number(), from.Numbers().AsSpan());
            for (var minutes = from.Count(); minutes > 0; minutes--)
            {
                tally.RestoreMinute(from.Number(), from.Numbers().AsSpan());
            }
        }

        for (var left = from.Count(); left > 0; left--)
        {
            var tally = floor.Tallies.Of(floor.RestoreAgent(from.Agent()).Id);
            var (day, countedUpTo, today) = (from.Number(), from.Number(), from.Numbers());
            var idle = new List<(string Code, long Ticks)>();
            for (var codes = from.Count(); codes > 0; codes--)
            {
                idle.Add((from.Text(), from.Number()));
            }

            tally.Restore(day, countedUpTo, today.AsSpan(), idle);
        }
    }
}

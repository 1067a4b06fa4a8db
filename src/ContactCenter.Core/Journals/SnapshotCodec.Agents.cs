using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>What there is of agents beside their availability: whose turn it is with them, what they have paused.</summary>
internal static partial class SnapshotCodec
{
    private static void WriteOrder(RecordWriter to, Agent agent)
    {
        to.Word(agent.Lead.Parts);
        to.Text(agent.HeldFor?.Value);
        to.Number(agent.QueuePauses?.Count ?? 0);
        foreach (var pause in agent.QueuePauses ?? [])
        {
            to.Text(pause.Queue.Value);
            to.Byte((byte)pause.Availability);
            to.Text(pause.Code);
            to.Text(pause.Reason);
            to.Instant(pause.Since);
            to.Instant(pause.Until);
            to.Actor(pause.ChangedBy);
        }
    }

    private static void ReadOrder(ref RecordReader from, Agent agent)
    {
        agent.Lead = new TurnLead(from.Word());
        agent.HeldFor = from.OptionalQueue();
        for (var left = from.Count(); left > 0; left--)
        {
            (agent.QueuePauses ??= []).Add(new QueuePause(
                from.Queue(),
                from.Choice<Availability>(),
                from.OptionalText(),
                from.OptionalText(),
                from.Instant(),
                from.OptionalInstant(),
                from.Actor()));
        }
    }
}

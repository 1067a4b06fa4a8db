using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>Agents beside their availability: whose turn it is with them, what they have paused.</summary>
internal static partial class SnapshotCodec
{
    private static void WriteOrder(RecordWriter to, Agent agent)
    {
        to.Word(agent.Lead.Parts);
        to.Text(agent.HeldFor?.Value);
        to.Number(agent.Interrupter);
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
        agent.Interrupter = from.Number();
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

    private static void Write(RecordWriter to, Interruption? interruption)
    {
        to.Flag(interruption is not null);
        if (interruption is not null)
        {
            to.Instant(interruption.Since);
            to.Number(interruption.Before.Ticks);
        }
    }

    private static Interruption? ReadInterruption(ref RecordReader from) => from.Flag()
        ? new Interruption { Since = from.OptionalInstant(), Before = TimeSpan.FromTicks(from.Number()) }
        : null;

    private static Silence ReadSilence(ref RecordReader from) =>
        new(from.OptionalInstant(), from.OptionalInstant(), from.OptionalInstant());
}

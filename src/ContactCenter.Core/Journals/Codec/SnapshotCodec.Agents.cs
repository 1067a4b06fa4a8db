using System.Runtime.InteropServices;
using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>Agents: their availability, what they have paused, whose turn it is with them, what they have.</summary>
internal static partial class SnapshotCodec
{
    private static void Write(RecordWriter to, Agent agent)
    {
        to.Agent(agent.Id);
        to.Byte((byte)agent.Availability);
        to.Text(agent.Code);
        to.Instant(agent.Since);
        to.Instant(agent.CodeSince);
        to.Instant(agent.RestedSince);
        to.Instant(agent.ServedAt);
        to.Actor(agent.ChangedBy);
        to.Text(agent.Reason);
        to.Instant(agent.ActiveAt);
        to.Flag(agent.IsLost);
        to.Number(agent.Pauses?.Count ?? 0);
        foreach (var pause in agent.Pauses ?? [])
        {
            to.Byte((byte)pause.Channel);
            to.Byte((byte)pause.Availability);
            to.Text(pause.Code);
            to.Instant(pause.Since);
            to.Actor(pause.ChangedBy);
        }

        WriteRona(to, agent);
        to.Number(agent.Taken?.Count ?? 0);
        foreach (var taken in agent.Taken ?? [])
        {
            to.Instant(taken);
        }

        to.Word(agent.Lead.Parts);
        to.Queue(agent.HeldFor);
        to.Number(agent.Interrupter);
        to.Number(agent.QueuePauses?.Count ?? 0);
        foreach (var pause in agent.QueuePauses ?? [])
        {
            to.Queue(pause.Queue);
            to.Byte((byte)pause.Availability);
            to.Text(pause.Code);
            to.Text(pause.Reason);
            to.Instant(pause.Since);
            to.Instant(pause.Until);
            to.Actor(pause.ChangedBy);
        }

        to.Numbers(CollectionsMarshal.AsSpan(agent.Contacts));
        to.Numbers(CollectionsMarshal.AsSpan(agent.Offers));
    }

    private static void ReadAgent(ref RecordReader from, Floor floor)
    {
        var agent = floor.RestoreAgent(from.Agent());
        agent.Availability = from.Choice<Availability>();
        agent.Code = from.OptionalText();
        agent.Since = from.Instant();
        agent.CodeSince = from.Instant();
        agent.RestedSince = from.Instant();
        agent.ServedAt = from.Instant();
        agent.ChangedBy = from.Actor();
        agent.Reason = from.OptionalText();
        agent.ActiveAt = from.Instant();
        agent.IsLost = from.Flag();
        for (var left = from.Count(); left > 0; left--)
        {
            (agent.Pauses ??= []).Add(new ChannelPause(
                from.Choice<Channel>(),
                from.Choice<Availability>(),
                from.OptionalText(),
                from.Instant(),
                from.Actor()));
        }

        ReadRona(ref from, agent);
        for (var left = from.Count(); left > 0; left--)
        {
            (agent.Taken ??= []).Add(from.Instant());
        }

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

        agent.Contacts.AddRange(from.Numbers());
        agent.Offers.AddRange(from.Numbers());
    }
}

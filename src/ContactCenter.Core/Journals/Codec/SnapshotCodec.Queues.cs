using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>
/// Queues: how they choose and whose turn it is where they go round, whether they are open, for which of them nobody is
/// there, which places are kept, what is offered.
/// </summary>
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

    private static void WriteDoors(RecordWriter to, Floor floor)
    {
        var doors = floor.Doors.ToArray();
        to.Number(doors.Length);
        foreach (var (queue, door) in doors)
        {
            to.Queue(queue);
            to.Flag(door.IsOpen);
            to.Instant(door.NextChange);
        }
    }

    private static void ReadDoors(ref RecordReader from, Floor floor)
    {
        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(from.Queue(), new Door(from.Flag(), from.OptionalInstant()));
        }
    }

    private static void WriteWaiting(RecordWriter to, Floor floor)
    {
        var deserted = floor.Deserted.ToArray();
        to.Number(deserted.Length);
        foreach (var (queue, since) in deserted)
        {
            to.Queue(queue);
            to.Instant(since);
        }

        to.Number(floor.KeptPlaces.Count);
        foreach (var place in floor.KeptPlaces)
        {
            to.Customer(place.Customer);
            to.Queue(place.Queue);
            to.Instant(place.QueuedAt);
            to.Instant(place.LeftAt);
            to.Number(place.Chat);
        }
    }

    private static void ReadWaiting(ref RecordReader from, Floor floor)
    {
        for (var left = from.Count(); left > 0; left--)
        {
            floor.RestoreDeserted(from.Queue(), from.Instant());
        }

        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(new KeptPlace(
                from.Customer(), from.Queue(), from.Instant(), from.Instant(), from.Number()));
        }
    }

    private static void Write(RecordWriter to, Offer offer)
    {
        to.Number(offer.Number);
        to.Number(offer.Chat);
        to.Agent(offer.Agent);
        to.Instant(offer.DueAt);
        to.Text(offer.Why);
        to.Byte((byte)offer.Kind);
        to.Period(offer.AnswerWithin);
        to.Period(offer.WarnBefore);
        to.Instant(offer.MadeAt);
        to.Byte((byte)offer.State);
        to.Instant(offer.WarnAt);
    }

    private static Offer ReadOffer(ref RecordReader from)
    {
        var made = new OfferMade(
            from.Number(), from.Number(), from.Agent(), from.Instant(), from.Text(), from.Choice<OfferKind>(),
            from.OptionalPeriod(), from.OptionalPeriod());
        return new Offer(made, from.Instant())
        {
            State = from.Choice<OfferState>(),
            WarnAt = from.OptionalInstant(),
        };
    }
}

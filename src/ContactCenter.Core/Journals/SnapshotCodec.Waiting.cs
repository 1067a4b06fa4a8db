using ContactCenter.Chats;
using ContactCenter.Floors;

namespace ContactCenter.Journals;

/// <summary>Waiting: how far rules have come with a contact, where nobody is there, which places are kept.</summary>
internal static partial class SnapshotCodec
{
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
            floor.Restore(new KeptPlace(from.Customer(), from.Queue(), from.Instant(), from.Instant()));
        }
    }

    private static void Write(RecordWriter to, Patience? patience)
    {
        to.Instant(patience?.Since);
        to.Period(patience?.Passed);
        to.Flag(patience?.FoundNobody == true);
        to.Number(patience?.Forsaken ?? 0);
        to.Flag(patience?.IsForsaken == true);
    }

    private static Patience? ReadPatience(ref RecordReader from)
    {
        var (since, passed) = (from.OptionalInstant(), from.OptionalPeriod());
        var (found, times, isForsaken) = (from.Flag(), from.SmallNumber(), from.Flag());
        return since is null && passed is null && !found && times == 0 && !isForsaken ? null : new Patience
        {
            Since = since,
            Passed = passed,
            FoundNobody = found,
            Forsaken = times,
            IsForsaken = isForsaken,
        };
    }
}

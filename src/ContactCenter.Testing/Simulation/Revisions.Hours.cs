using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Opening hours of queues, and where their contacts go meanwhile.</summary>
internal sealed partial class Revisions
{
    /// <summary>Every half hour it is open for a while: doors that turn while the simulation runs.</summary>
    private OpeningHours NewHours()
    {
        var (opens, closes) = (draw.Below(15), draw.Between(16, 29));
        return new OpeningHours
        {
            Zone = draw.Of("UTC", "Asia/Seoul", "Australia/Lord_Howe"),
            EveryDay = string.Join(", ", Enumerable.Range(0, 48).Select(half => string.Create(
                Invariant,
                $"{half / 2:00}:{(half % 2 * 30) + opens:00}-{half / 2:00}:{(half % 2 * 30) + closes:00}"))),
        };
    }

    /// <summary>A queue overflows to one that is there, or refuses.</summary>
    private static QueueProfile Mended(QueueProfile queue, FloorConfiguration floor) =>
        IsOther(queue.ClosedOverflow, queue, floor)
            ? queue
            : queue with { ClosedAction = (ClosedAction)((int)queue.ClosedAction % 2) };
}

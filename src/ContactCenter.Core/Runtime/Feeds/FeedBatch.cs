using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>What a feed batch is.</summary>
public enum FeedBatchKind
{
    /// <summary>How everything that the viewer may see stands: replaces what they knew.</summary>
    Snapshot,

    /// <summary>What one commit changed, on top of what they knew.</summary>
    Deltas,

    /// <summary>
    /// The viewer fell behind or the owner changed: a snapshot again, and whoever counts may count it.
    /// </summary>
    Resync,

    /// <summary>
    /// Something that is in no log and worth a moment only, as that somebody is typing. The position stays as it is.
    /// </summary>
    Signal,
}

/// <summary>What a viewer is shown at one position of the floor's log.</summary>
/// <param name="Kind">Snapshot, deltas, resync or signal.</param>
/// <param name="Position">Where the viewer stands after this batch; to be given back on the next connection.</param>
/// <param name="Previous">
/// The sequence of the batch that this viewer was given before; 0 for a snapshot. If it is not the one the client
/// has, the client missed something.
/// </param>
/// <param name="ServerTime">The floor's clock, so that a client can run countdowns.</param>
/// <param name="Items">What is shown.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record FeedBatch(
    FeedBatchKind Kind,
    FeedPosition Position,
    long Previous,
    DateTimeOffset ServerTime,
    IReadOnlyList<FeedItem> Items);

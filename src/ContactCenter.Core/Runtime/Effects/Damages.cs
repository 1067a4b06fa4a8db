using ContactCenter.Journals;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>What could not be read of what stands beside the log: told with its place, and passed over.</summary>
/// <remarks>For whoever must come to an end in spite of it. One thread at a time.</remarks>
internal sealed class Damages(FloorId floor, ILogger logger)
{
    /// <summary>How many places are remembered; the log is told of all.</summary>
    private const int MaxPlaces = 1_000;

    private readonly List<string> _places = [];

    internal IReadOnlyList<string> Places => [.. _places];

    internal void Add(in JournalBody body) => Add($"{body.Shelf} {body.Sequence} of contact {body.Chat}");

    internal void Add(long chat) => Add($"contact {chat}");

    private void Add(string place)
    {
        Log.Damaged(logger, floor, place);
        if (_places.Count < MaxPlaces && !_places.Contains(place))
        {
            _places.Add(place);
        }
    }
}

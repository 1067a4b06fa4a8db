namespace ContactCenter.Sqlite;

/// <summary>
/// The places of the latest bodies, as one connection has written them: a lot of them need not be read back to be given
/// their places.
/// </summary>
/// <remarks>
/// Others write the same file. So it is only believed where it has every number since the last lot, and forgets what
/// was undone, whose numbers others get.
/// </remarks>
internal sealed class LatestPlaces
{
    private const int Most = 2 * Places.Lot;

    private readonly List<Place> _places = [];

    /// <summary>A body was written.</summary>
    internal void Add(in Place place)
    {
        if (_places.Count == Most || (_places.Count > 0 && place.Id != _places[^1].Id + 1))
        {
            _places.Clear();
        }

        _places.Add(place);
    }

    internal void Forget() => _places.Clear();

    /// <summary>Takes them all out, where they are all of those numbers; else says that they must be read.</summary>
    /// <param name="after">The number before the first.</param>
    /// <param name="upTo">The number of the last.</param>
    /// <param name="to">What they are added to.</param>
    internal bool TryTake(long after, long upTo, List<Place> to)
    {
        var areAll = _places.Count == upTo - after && _places[0].Id == after + 1 && _places[^1].Id == upTo;
        if (areAll)
        {
            to.AddRange(_places);
        }

        _places.Clear();
        return areAll;
    }
}

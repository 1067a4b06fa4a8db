using System.Runtime.InteropServices;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>Where bodies are, and how they are found.</summary>
/// <remarks>
/// A body that got its place by itself would be a page for each chat in every commit. So the latest have none and are
/// looked through; the places of a lot of them are one row, and those of many lots become a row a shelf. What is erased
/// keeps its place, where nothing is any more, until the file is written anew. Each row has a checksum of all that it
/// says, its key included; a body that has no place any more is still found by what it says of itself.
/// </remarks>
internal static class Places
{
    /// <summary>How many bodies are looked through at most, before they get their places.</summary>
    internal const int Lot = 2_048;

    /// <summary>How many lots are looked through at most.</summary>
    internal const int MaxLots = 32;

    /// <summary>
    /// Gives the latest bodies their places, where there are so many of them. Where places are damaged, all bodies get
    /// theirs anew: they say themselves where they belong.
    /// </summary>
    internal static void Give(Connection connection, int atLeast)
    {
        try
        {
            GiveOn(connection, atLeast);
        }
        catch (JournalFormatException)
        {
            GiveAnew(connection);
        }
    }

    /// <summary>Gives all bodies their places anew.</summary>
    internal static void GiveAnew(Connection connection)
    {
        connection.Run(Sql.ForgetPlaces);
        MoveFirst(connection, upTo: 0);
        GiveOn(connection, atLeast: 1);
    }

    private static void GiveOn(Connection connection, int atLeast)
    {
        var last = connection[Sql.ReadLastLot];
        last.Step();
        var (lots, upTo, latest) = (last.Number(0), last.Number(1), last.Number(2));
        last.Reset();
        if (latest - upTo < atLeast)
        {
            return;
        }

        var (places, to) = (new List<Place>(Lot), new PlaceWriter());
        while (upTo < latest)
        {
            var from = upTo;
            upTo = Gather(connection, upTo, latest, places);
            places.Sort();
            foreach (var shelf in new Shelves(places))
            {
                to.Shelf(shelf);
            }

            connection[Sql.AddLot].Bind(1, ++lots).Bind(2, upTo).Bind(3, to.Sealed(lots, from, upTo)).Run();
            to.Clear();
            if (lots >= MaxLots)
            {
                Merge(connection, upTo, to);
                lots = 0;
            }
        }
    }

    /// <summary>Tells of each place on a shelf, in order, until told that it is enough.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="shelf">The shelf, and the sequence to begin after.</param>
    /// <param name="goesOn">Is told; whether it wants to be told of more.</param>
    /// <exception cref="JournalFormatException">Places are damaged; it may have been told of some.</exception>
    internal static void Visit(Connection connection, Place shelf, Func<Place, bool> goesOn)
    {
        var rows = connection[Sql.ReadPlaces]
            .Bind(1, shelf.Floor).Bind(2, shelf.Chat).Bind(3, shelf.Shelf).Bind(4, shelf.Sequence);
        var lots = connection[Sql.ReadLots];
        try
        {
            var isEnough = false;
            while (!isEnough && rows.Step())
            {
                var row = PlaceReader.Open(
                    rows.Bytes(2), shelf.Floor, shelf.Chat, shelf.Shelf, rows.Number(0), rows.Number(1));
                while (!isEnough && !row.AtEnd)
                {
                    isEnough = IsEnough(row.OnShelf(shelf));
                }
            }

            var (number, upTo) = (-1L, 0L);
            while (!isEnough && lots.Step())
            {
                var lot = OpenLot(lots, ref number, ref upTo);
                while (!lot.AtEnd)
                {
                    var of = lot.Shelf(out var on);
                    while (of.IsBeside(shelf) && !isEnough && !on.AtEnd)
                    {
                        isEnough = IsEnough(on.OnShelf(of));
                    }

                    if (of.IsBeside(shelf) || of.IsBeyond(shelf))
                    {
                        break;
                    }
                }
            }
        }
        finally
        {
            rows.Reset();
            lots.Reset();
        }

        bool IsEnough(Place place) => place.Sequence > shelf.Sequence && !goesOn(place);
    }

    /// <summary>The next lot: all there are, where what is left would be no whole one.</summary>
    /// <returns>The last body of it.</returns>
    private static long Gather(Connection connection, long upTo, long latest, List<Place> places)
    {
        places.Clear();
        var isLast = latest - upTo < 2 * Lot;
        if (!isLast || !connection.Latest.TryTake(upTo, latest, places))
        {
            Read(connection, upTo, isLast ? 2 * Lot : Lot, places);
        }

        return isLast ? latest : places[^1].Id;
    }

    private static void Read(Connection connection, long upTo, int limit, List<Place> places)
    {
        var bodies = connection[Sql.ReadLatest].Bind(1, upTo).Bind(2, limit);
        while (bodies.Step())
        {
            places.Add(new Place(
                bodies.Number(1), bodies.Number(2), bodies.Number(3), bodies.Number(4), bodies.Number(0)));
        }
    }

    /// <summary>Makes of all lots a row a shelf.</summary>
    private static void Merge(Connection connection, long upTo, PlaceWriter to)
    {
        var places = new List<Place>(Lot * MaxLots);
        var lots = connection[Sql.ReadLots];
        try
        {
            var (number, last) = (-1L, 0L);
            while (lots.Step())
            {
                var lot = OpenLot(lots, ref number, ref last);
                while (!lot.AtEnd)
                {
                    var of = lot.Shelf(out var on);
                    while (!on.AtEnd)
                    {
                        places.Add(on.OnShelf(of));
                    }
                }
            }
        }
        finally
        {
            lots.Reset();
        }

        places.Sort();
        var row = connection[Sql.AddPlaces].Bind(5, upTo);
        foreach (var shelf in new Shelves(places))
        {
            to.OnShelf(shelf);
            var (of, last) = (shelf[0], shelf[^1].Sequence);
            row.Bind(1, of.Floor).Bind(2, of.Chat).Bind(3, of.Shelf).Bind(4, last)
                .Bind(6, to.Sealed(of.Floor, of.Chat, of.Shelf, last, upTo)).Run();
            to.Clear();
        }

        connection[Sql.DropLots].Run();
        MoveFirst(connection, upTo);
    }

    /// <summary>The next lot; each is only true right after the one before.</summary>
    /// <param name="lots">Stands at it.</param>
    /// <param name="number">That of the one before.</param>
    /// <param name="upTo">The last body of the one before.</param>
    private static PlaceReader OpenLot(Statement lots, ref long number, ref long upTo)
    {
        var from = upTo;
        (number, upTo) = (number + 1, lots.Number(1));
        return PlaceReader.Open(lots.Bytes(2), number, from, upTo);
    }

    private static void MoveFirst(Connection connection, long upTo) => connection[Sql.MoveFirstLot]
        .Bind(1, upTo).Bind(2, new PlaceWriter().Sealed(0, 0, upTo)).Run();

    /// <summary>Goes through places in their order shelf by shelf.</summary>
    private ref struct Shelves(List<Place> places)
    {
        private ReadOnlySpan<Place> _rest = CollectionsMarshal.AsSpan(places);

        public ReadOnlySpan<Place> Current { get; private set; }

        public readonly Shelves GetEnumerator() => this;

        public bool MoveNext()
        {
            var length = 0;
            while (length < _rest.Length && _rest[length].IsBeside(_rest[0]))
            {
                length++;
            }

            Current = _rest[..length];
            _rest = _rest[length..];
            return length > 0;
        }
    }
}

using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>What people read: written in the order of writing, found by its place, overwritten where it stands.
/// </summary>
public sealed partial class SqliteJournal
{
    private int _repairs;

    private static void Add(Connection connection, long floor, IReadOnlyList<JournalBody> bodies)
    {
        var (replaced, index) = (Replaces(bodies), 0);
        for (; !replaced && index + Sql.BodiesAtOnce <= bodies.Count; index += Sql.BodiesAtOnce)
        {
            Add(connection, connection[Sql.AddBodies], floor, bodies, index, Sql.BodiesAtOnce);
        }

        for (; index < bodies.Count; index++)
        {
            if (!bodies[index].Replaces)
            {
                Add(connection, connection[Sql.AddBody], floor, bodies, index, count: 1);
            }
        }

        if (bodies.Count > 0)
        {
            Places.Give(connection, atLeast: replaced ? 1 : Places.Lot);
        }

        for (index = 0; replaced && index < bodies.Count; index++)
        {
            if (bodies[index] is { Replaces: true } body)
            {
                var before = new Place(floor, body.Chat, (long)body.Shelf, body.Sequence - 1, 0);
                foreach (var place in Find(connection, before, place => place.Sequence == body.Sequence))
                {
                    Replace(connection, place, body.Content.Span);
                }
            }
        }
    }

    /// <summary>Adds the rows of one statement, which get numbers right after one another.</summary>
    private static void Add(
        Connection connection, Statement rows, long floor, IReadOnlyList<JournalBody> bodies, int start, int count)
    {
        rows.Bind(1, floor);
        for (var (index, column) = (start, 2); index < start + count; index++)
        {
            var body = bodies[index];
            rows.Bind(column++, body.Chat).Bind(column++, (long)body.Shelf).Bind(column++, body.Sequence)
                .Bind(column++, body.Content.Span);
        }

        rows.Run();
        var id = connection.LastId - count;
        for (var index = start; index < start + count; index++)
        {
            var body = bodies[index];
            connection.Latest.Add(new Place(floor, body.Chat, (long)body.Shelf, body.Sequence, ++id));
        }
    }

    /// <summary>Whether the disk may show nothing any more of what was there.</summary>
    private static bool Erases(JournalAppend append) => append.Erased.Count > 0 || Replaces(append.Bodies);

    private static bool Replaces(IReadOnlyList<JournalBody> bodies)
    {
        for (var index = 0; index < bodies.Count; index++)
        {
            if (bodies[index].Replaces)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All shelves but the audit trail, which is the last.</summary>
    private static void Erase(Connection connection, long floor, IReadOnlyList<long> chats)
    {
        Places.Give(connection, atLeast: 1);
        foreach (var chat in chats)
        {
            for (var shelf = 0L; shelf < (long)BodyShelf.Audit; shelf++)
            {
                foreach (var place in Find(
                    connection, new Place(floor, chat, shelf, long.MinValue, 0), static _ => true))
                {
                    Replace(connection, place, []);
                }
            }

            connection[Sql.EraseContact].Bind(1, floor).Bind(2, chat).Run();
        }
    }

    private static List<Place> Find(Connection connection, Place shelf, Func<Place, bool> isMeant)
    {
        var meant = new List<Place>();
        try
        {
            Look();
        }
        catch (JournalFormatException)
        {
            // Nothing that is to go may stay because nobody can say any more where it is.
            Places.GiveAnew(connection);
            meant.Clear();
            Look();
        }

        return meant;

        void Look() => Places.Visit(connection, shelf, place =>
        {
            if (isMeant(place))
            {
                meant.Add(place);
            }

            return true;
        });
    }

    /// <summary>
    /// Overwrites a body where it stands. What is longer is kept at the end of another table and told of here: a row
    /// that grows moves those beside it. One that is no longer in need of pages of its own would do so too.
    /// </summary>
    private static void Replace(Connection connection, in Place place, ReadOnlySpan<byte> content)
    {
        const int LongestInPage = 900;
        if (Rows(At(connection[Sql.MeasureBody], place), row => (Room: row.Number(0), Longer: row.Number(1)))
            is not [var there])
        {
            return;
        }

        if (there.Longer != 0)
        {
            connection[Sql.EraseLonger].Bind(1, there.Longer).Run();
        }

        var overwrite = At(connection[Sql.OverwriteBody], place);
        if (content.IsEmpty || (there.Longer == 0 && (content.Length == there.Room
            || (content.Length < there.Room && there.Room <= LongestInPage))))
        {
            overwrite.Bind(6, content).Run();
            return;
        }

        var longer = connection[Sql.AddLonger].Bind(1, content);
        longer.Step();
        overwrite.Bind(6, longer.Number(0));
        longer.Reset();
        overwrite.Run();
    }

    /// <summary>Gives all bodies their places anew, when the writer comes to it; once for whoever has asked.</summary>
    private void Repair()
    {
        if (Interlocked.Exchange(ref _repairs, 1) == 0)
        {
            _ = Task.Run(RepairAsync);
        }

        async Task RepairAsync()
        {
            try
            {
                await _writer.DoAsync(static connection =>
                {
                    Places.GiveAnew(connection);
                    return true;
                }).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is SqliteJournalException or JournalFormatException
                or SqliteSchemaException or ObjectDisposedException)
            {
                // Whoever reads next asks again.
            }

            Volatile.Write(ref _repairs, 0);
        }
    }

    private static Statement At(Statement statement, in Place place) => statement
        .Bind(1, place.Id).Bind(2, place.Floor).Bind(3, place.Chat).Bind(4, place.Shelf).Bind(5, place.Sequence);

    private List<JournalBody> ReadBodies(
        Connection connection, FloorId floor, BodyShelf shelf, long chat, long after, int limit)
    {
        connection[Sql.BeginReading].Run();
        try
        {
            var id = Rows(connection[Sql.FindFloor].Bind(1, floor.Value), row => row.Number(0)).FirstOrDefault();
            var bodies = new List<JournalBody>();
            if (limit <= 0)
            {
                return bodies;
            }

            try
            {
                Places.Visit(connection, new Place(id, chat, (long)shelf, after, 0), place =>
                {
                    bodies.AddRange(Rows(
                        At(connection[Sql.ReadBody], place),
                        row => new JournalBody(shelf, chat, place.Sequence, row.Bytes(0).ToArray())));
                    return bodies.Count < limit;
                });
                if (bodies.Count < limit)
                {
                    bodies.AddRange(Read(Sql.ReadUnplaced, limit - bodies.Count));
                }
            }
            catch (JournalFormatException)
            {
                // They say themselves where they belong; it takes long, until they have their places anew.
                bodies = Read(Sql.LookForBodies, limit);
                Repair();
            }

            return bodies;

            List<JournalBody> Read(string sql, int most) => Rows(
                connection[sql].Bind(1, id).Bind(2, chat).Bind(3, (long)shelf).Bind(4, after).Bind(5, most),
                row => new JournalBody(shelf, chat, row.Number(0), row.Bytes(1).ToArray()));
        }
        finally
        {
            if (connection.IsInTransaction)
            {
                connection[Sql.Commit].Run();
            }
        }
    }
}

using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>What people read: written in the order of writing, found by its place, overwritten where it stands.
/// </summary>
public sealed partial class SqliteJournal
{
    private static void Add(Connection connection, long floor, IReadOnlyList<JournalBody> bodies)
    {
        var (kept, replaced) = (connection[Sql.AddBody].Bind(1, floor), false);
        for (var index = 0; index < bodies.Count; index++)
        {
            var body = bodies[index];
            if (body.Replaces)
            {
                replaced = true;
            }
            else
            {
                kept.Bind(2, body.Chat).Bind(3, (long)body.Shelf).Bind(4, body.Sequence).Bind(5, body.Content.Span)
                    .Run();
            }
        }

        if (bodies.Count > 0)
        {
            Places.Give(connection, atLeast: replaced ? 1 : Places.Lot);
        }

        for (var index = 0; replaced && index < bodies.Count; index++)
        {
            if (bodies[index] is { Replaces: true } body)
            {
                var before = new Place(floor, body.Chat, (long)body.Shelf, body.Sequence - 1, 0);
                Overwrite(connection, before, body.Content.Span, place => place.Sequence == body.Sequence);
            }
        }
    }

    /// <summary>Whether the disk may show nothing any more of what was there.</summary>
    private static bool Erases(JournalAppend append)
    {
        for (var index = 0; index < append.Bodies.Count; index++)
        {
            if (append.Bodies[index].Replaces)
            {
                return true;
            }
        }

        return append.Erased.Count > 0;
    }

    /// <summary>All shelves but the audit trail, which is the last.</summary>
    private static void Erase(Connection connection, long floor, IReadOnlyList<long> chats)
    {
        Places.Give(connection, atLeast: 1);
        foreach (var chat in chats)
        {
            for (var shelf = 0L; shelf < (long)BodyShelf.Audit; shelf++)
            {
                Overwrite(connection, new Place(floor, chat, shelf, long.MinValue, 0), [], static _ => true);
            }

            connection[Sql.EraseContact].Bind(1, floor).Bind(2, chat).Run();
        }
    }

    private static void Overwrite(
        Connection connection, Place shelf, ReadOnlySpan<byte> content, Func<Place, bool> isMeant)
    {
        var meant = new List<Place>();
        Places.Visit(connection, shelf, place =>
        {
            if (isMeant(place))
            {
                meant.Add(place);
            }

            return true;
        });
        foreach (var place in meant)
        {
            At(connection[Sql.OverwriteBody], place).Bind(6, content).Run();
        }
    }

    private static Statement At(Statement statement, in Place place) => statement
        .Bind(1, place.Id).Bind(2, place.Floor).Bind(3, place.Chat).Bind(4, place.Shelf).Bind(5, place.Sequence);

    private static List<JournalBody> ReadBodies(
        Connection connection, FloorId floor, BodyShelf shelf, long chat, long after, int limit)
    {
        connection[Sql.BeginReading].Run();
        try
        {
            var id = Rows(connection[Sql.FindFloor].Bind(1, floor.Value), row => row.Number(0)).FirstOrDefault();
            var bodies = new List<JournalBody>();
            if (limit > 0)
            {
                Places.Visit(connection, new Place(id, chat, (long)shelf, after, 0), place =>
                {
                    bodies.AddRange(Rows(
                        At(connection[Sql.ReadBody], place),
                        row => new JournalBody(shelf, chat, place.Sequence, row.Bytes(0).ToArray())));
                    return bodies.Count < limit;
                });
            }

            if (bodies.Count < limit)
            {
                bodies.AddRange(Rows(
                    connection[Sql.ReadUnplaced]
                        .Bind(1, id).Bind(2, chat).Bind(3, (long)shelf).Bind(4, after).Bind(5, limit - bodies.Count),
                    row => new JournalBody(shelf, chat, row.Number(0), row.Bytes(1).ToArray())));
            }

            return bodies;
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

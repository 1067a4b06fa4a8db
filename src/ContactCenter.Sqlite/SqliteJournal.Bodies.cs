using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>Where bodies are, and how they are found.</summary>
/// <remarks>
/// A body that got its place by itself would be a page for each chat in every commit. So the latest have none and are
/// looked through; a lot of them is sorted together, and some lots become one.
/// </remarks>
public sealed partial class SqliteJournal
{
    /// <summary>How many bodies are looked through at most, before they get their places.</summary>
    internal const int Lot = 2_048;

    /// <summary>How many lots are looked up at most, each by its index.</summary>
    internal const int MaxLots = 32;

    private static void Add(Connection connection, long floor, IReadOnlyList<JournalBody> bodies)
    {
        var (kept, replaced) = (connection[Sql.AddBody].Bind(1, floor), false);
        for (var index = 0; index < bodies.Count; index++)
        {
            if (bodies[index].Replaces)
            {
                replaced = true;
            }
            else
            {
                Write(kept, bodies[index]);
            }
        }

        if (bodies.Count > 0)
        {
            Place(connection, atLeast: replaced ? 1 : Lot);
        }

        for (var index = 0; replaced && index < bodies.Count; index++)
        {
            if (bodies[index].Replaces)
            {
                Write(connection[Sql.ReplaceBody].Bind(1, floor), bodies[index]);
            }
        }
    }

    private static void Write(Statement statement, in JournalBody body) => statement
        .Bind(2, body.Chat).Bind(3, (long)body.Shelf).Bind(4, body.Sequence).Bind(5, body.Content.Span).Run();

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

    private static void Erase(Connection connection, long floor, IReadOnlyList<long> chats)
    {
        Place(connection, atLeast: 1);
        foreach (var chat in chats)
        {
            connection[Sql.EraseBodies].Bind(1, floor).Bind(2, chat).Bind(3, (long)BodyShelf.Audit).Run();
            connection[Sql.ErasePlaces].Bind(1, floor).Bind(2, chat).Bind(3, (long)BodyShelf.Audit).Run();
            connection[Sql.EraseContact].Bind(1, floor).Bind(2, chat).Run();
        }
    }

    /// <summary>Gives the latest bodies their places, where there are so many of them.</summary>
    private static void Place(Connection connection, int atLeast)
    {
        var last = connection[Sql.ReadLastLot];
        last.Step();
        var (lots, latest) = (last.Number(0), last.Number(1));
        last.Reset();
        if (latest < atLeast)
        {
            return;
        }

        connection[Sql.AddPlaces].Run();
        connection[Sql.AddLot].Run();
        if (lots + 1 >= MaxLots)
        {
            connection.Run(Sql.MergeLots);
        }
    }

    private static List<JournalBody> ReadBodies(
        Connection connection, FloorId floor, BodyShelf shelf, long chat, long after, int limit)
    {
        connection[Sql.BeginReading].Run();
        try
        {
            var bodies = Read(Sql.ReadPlaced, limit);
            return bodies.Count < limit ? [.. bodies, .. Read(Sql.ReadUnplaced, limit - bodies.Count)] : bodies;
        }
        finally
        {
            if (connection.IsInTransaction)
            {
                connection[Sql.Commit].Run();
            }
        }

        List<JournalBody> Read(string sql, int limit) => Rows(
            connection[sql].Bind(1, floor.Value).Bind(2, chat).Bind(3, (long)shelf).Bind(4, after).Bind(5, limit),
            row => new JournalBody(shelf, chat, row.Number(0), row.Bytes(1).ToArray()));
    }
}

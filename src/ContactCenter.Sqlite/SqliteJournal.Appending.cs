using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>What an append writes.</summary>
public sealed partial class SqliteJournal
{
    private static bool Append(Connection connection, FloorId floor, JournalAppend append)
    {
        var moved = connection[Sql.MoveHead]
            .Bind(1, floor.Value).Bind(2, append.Records.Count)
            .Bind(3, append.Head.Epoch).Bind(4, append.Head.Sequence);
        if (!moved.Step())
        {
            return false;
        }

        var id = moved.Number(0);
        moved.Run();
        Records.Add(connection, id, append);
        Add(connection, id, append.Bodies);
        foreach (var contact in append.Contacts)
        {
            connection[Sql.AddContact]
                .Bind(1, id).Bind(2, contact.Chat).Bind(3, contact.Customer.Value)
                .Bind(4, contact.ClosedAt.UtcTicks).Bind(5, contact.Content.Span).Run();
        }

        if (append.Erased.Count > 0)
        {
            Erase(connection, id, append.Erased);
        }

        return true;
    }
}

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
        Add(connection, id, append);
        if (append.Erased.Count > 0)
        {
            Erase(connection, id, append.Erased);
        }

        return true;
    }

    private static void Add(Connection connection, long floor, JournalAppend append)
    {
        Span<byte> command = stackalloc byte[16];
        var records = connection[Sql.AddRecord].Bind(1, floor);
        for (var index = 0; index < append.Records.Count; index++)
        {
            var record = append.Records[index];
            records.Bind(2, record.Sequence).Bind(4, record.Payload.Span);
            if (record.Command == default)
            {
                records.BindNull(3);
            }
            else
            {
                record.Command.Value.TryWriteBytes(command, bigEndian: true, out _);
                records.Bind(3, command);
            }

            records.Run();
        }

        Add(connection, floor, append.Bodies);
        foreach (var contact in append.Contacts)
        {
            connection[Sql.AddContact]
                .Bind(1, floor).Bind(2, contact.Chat).Bind(3, contact.Customer.Value)
                .Bind(4, contact.ClosedAt.UtcTicks).Bind(5, contact.Content.Span).Run();
        }
    }
}

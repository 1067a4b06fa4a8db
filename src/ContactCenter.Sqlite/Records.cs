using System.Buffers;
using System.Buffers.Binary;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>
/// The rows of the log. What was appended in one piece is one row, for SQLite takes as long over a row as over some
/// kilobytes in it.
/// </summary>
internal static class Records
{
    private const int CommandSize = 16;

    /// <param name="connection">The file.</param>
    /// <param name="floor">The number that the floor has there.</param>
    /// <param name="append">Its records follow the head; where they do not, nothing is written.</param>
    internal static void Add(Connection connection, long floor, JournalAppend append)
    {
        var (records, length) = (append.Records, 0);
        for (var index = 0; index < records.Count; index++)
        {
            length += records[index].Payload.Length;
            if (records[index].Sequence != append.Head.Sequence + index + 1)
            {
                throw new ArgumentException("Records stand in order, the first right after the head.", nameof(append));
            }
        }

        if (records.Count == 0)
        {
            return;
        }

        var row = connection[Sql.AddRecords].Bind(1, (floor << Sql.FloorShift) | records[^1].Sequence);
        if (records.Count == 1)
        {
            Add(row, records[0]);
        }
        else
        {
            Add(row, records, length);
        }
    }

    /// <summary>The records of a row, those left out that are not wanted.</summary>
    /// <param name="row">The last sequence, command ids, payloads, lengths, and after which it is wanted.</param>
    /// <param name="to">What they are added to.</param>
    internal static void Read(Statement row, List<JournalRecord> to)
    {
        var last = row.Number(0);
        var commands = row.Bytes(1);
        var payload = row.Bytes(2);
        var lengths = row.Bytes(3);
        var count = Math.Max(1, lengths.Length / sizeof(int));
        if (lengths.Length % sizeof(int) != 0)
        {
            throw new JournalFormatException($"How long record {last} is, is damaged.");
        }

        if (commands.Length != count * CommandSize && (count > 1 || !commands.IsEmpty))
        {
            throw new JournalFormatException($"The command id of record {last} is damaged.");
        }

        for (var sequence = last - count + 1; sequence <= last; sequence++)
        {
            var length = lengths.IsEmpty ? payload.Length : BinaryPrimitives.ReadInt32LittleEndian(lengths);
            if (length < 0 || length > payload.Length || (sequence == last && length < payload.Length))
            {
                throw new JournalFormatException($"How long record {sequence} is, is damaged.");
            }

            if (sequence > row.Number(4))
            {
                var command = commands.IsEmpty ? default : new Guid(commands[..CommandSize], bigEndian: true);
                to.Add(new JournalRecord(sequence, new CommandId(command), payload[..length].ToArray()));
            }

            payload = payload[length..];
            commands = commands.IsEmpty ? default : commands[CommandSize..];
            lengths = lengths.IsEmpty ? default : lengths[sizeof(int)..];
        }
    }

    private static void Add(Statement row, in JournalRecord record)
    {
        Span<byte> command = stackalloc byte[CommandSize];
        Write(record.Command, command);
        row = record.Command == default ? row.BindNull(2) : row.Bind(2, command);
        row.Bind(3, record.Payload.Span).BindNull(4).Run();
    }

    private static void Add(Statement row, IReadOnlyList<JournalRecord> records, int length)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(length + (records.Count * (CommandSize + sizeof(int))));
        try
        {
            var payload = bytes.AsSpan(0, length);
            var commands = bytes.AsSpan(length, records.Count * CommandSize);
            var lengths = bytes.AsSpan(length + commands.Length, records.Count * sizeof(int));
            for (var (index, at) = (0, 0); index < records.Count; index++)
            {
                var record = records[index];
                record.Payload.Span.CopyTo(payload[at..]);
                at += record.Payload.Length;
                Write(record.Command, commands[(index * CommandSize)..]);
                BinaryPrimitives.WriteInt32LittleEndian(lengths[(index * sizeof(int))..], record.Payload.Length);
            }

            row.Bind(2, commands).Bind(3, payload).Bind(4, lengths).Run();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static void Write(CommandId command, Span<byte> to) =>
        command.Value.TryWriteBytes(to, bigEndian: true, out _);
}

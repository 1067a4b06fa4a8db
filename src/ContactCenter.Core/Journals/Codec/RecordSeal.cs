using System.Buffers.Binary;
using System.Numerics;

namespace ContactCenter.Journals;

/// <summary>
/// What stands at the end of every record and snapshot: a checksum, by which damage shows at its place; before it, in
/// the last record of an append, the hash of the <see cref="LogChain"/>.
/// </summary>
internal static class RecordSeal
{
    private const int ChecksumSize = sizeof(uint);
    private const byte GoesOn = 0;
    private const byte EndsAppend = 1;

    /// <summary>Ends a record that another of the same append follows.</summary>
    /// <param name="start">Where the record begins.</param>
    internal static void Close(RecordWriter to, int start)
    {
        to.Byte(GoesOn);
        CloseUnchained(to, start);
    }

    /// <summary>Ends an append.</summary>
    /// <param name="to">Holds all its records and nothing else, one right after the other.</param>
    /// <param name="start">Where the last record begins.</param>
    /// <param name="link">The hash of the append before.</param>
    /// <returns>The hash of this one.</returns>
    internal static byte[] Close(RecordWriter to, int start, ReadOnlySpan<byte> link)
    {
        var next = LogChain.Next(link, to.Slice(..to.Length).Span);
        to.Bytes(next);
        to.Byte(EndsAppend);
        CloseUnchained(to, start);
        return next;
    }

    /// <summary>Puts a checksum after what was written from <paramref name="start"/> on.</summary>
    internal static void CloseUnchained(RecordWriter to, int start)
    {
        var sum = Sum(to.Slice(start..to.Length).Span);
        to.Checksum(sum);
    }

    /// <summary>What a record says, without its seal.</summary>
    /// <exception cref="JournalFormatException">It is torn or damaged.</exception>
    internal static ReadOnlyMemory<byte> Open(in JournalRecord record) => Open(record, out _, out _);

    /// <param name="chained">What of it the hash of its append covers.</param>
    /// <param name="link">That hash, where the append ends with this record; empty otherwise.</param>
    internal static ReadOnlyMemory<byte> Open(
        in JournalRecord record, out ReadOnlyMemory<byte> chained, out ReadOnlyMemory<byte> link)
    {
        var content = OpenUnchained(record.Payload, "record", record.Sequence);
        (chained, link) = (record.Payload, default);
        if (content.Span[^1] == GoesOn)
        {
            return content[..^1];
        }

        if (content.Span[^1] != EndsAppend || content.Length <= LogChain.LinkSize)
        {
            throw RecordReader.Broken("seal");
        }

        chained = content[..^(LogChain.LinkSize + 1)];
        link = content[^(LogChain.LinkSize + 1)..^1];
        return chained;
    }

    /// <summary>Whether an append ends with this record, and with this hash.</summary>
    /// <exception cref="JournalFormatException">It is torn or damaged.</exception>
    internal static bool EndsAppendWith(in JournalRecord record, ReadOnlySpan<byte> hash)
    {
        Open(record, out _, out var link);
        return link.Span.SequenceEqual(hash);
    }

    /// <summary>What was written, where its checksum is true.</summary>
    /// <param name="what">Names it, with its place, for whoever reads that it is damaged.</param>
    internal static ReadOnlyMemory<byte> OpenUnchained(ReadOnlyMemory<byte> closed, string what, long sequence)
    {
        if (closed.Length > ChecksumSize)
        {
            var content = closed[..^ChecksumSize];
            if (Sum(content.Span) == BinaryPrimitives.ReadUInt32LittleEndian(closed.Span[^ChecksumSize..]))
            {
                return content;
            }
        }

        throw new JournalFormatException(
            $"The journal's {what} {sequence} is torn or damaged: {closed.Length} bytes do not fit their checksum.");
    }

    /// <summary>CRC-32C, which processors have an instruction for.</summary>
    private static uint Sum(ReadOnlySpan<byte> content)
    {
        var sum = uint.MaxValue;
        while (content.Length >= sizeof(ulong))
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(content));
            content = content[sizeof(ulong)..];
        }

        foreach (var one in content)
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return ~sum;
    }
}

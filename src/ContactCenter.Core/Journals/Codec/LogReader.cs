using System.Buffers;
using ContactCenter.Floors;

namespace ContactCenter.Journals;

/// <summary>
/// Reads a floor's log record by record and holds each against its checksum, its place and the chain. What does not fit
/// is refused with its place.
/// </summary>
/// <param name="floor">The floor.</param>
/// <param name="after">The sequence that the log goes on after.</param>
/// <param name="link">The hash of the append that ended there.</param>
internal sealed class LogReader(FloorId floor, long after, byte[] link)
{
    // The records of the append that is being read; an append is small, and hashed in one go.
    private readonly ArrayBufferWriter<byte> _append = new();
    private bool _open;

    internal LogReader(FloorId floor)
        : this(floor, 0, LogChain.Begin(floor))
    {
    }

    /// <summary>The last record that was read.</summary>
    internal long Sequence { get; private set; } = after;

    /// <summary>The hash of the last append that was read to its end.</summary>
    internal byte[] Link { get; private set; } = link;

    /// <exception cref="JournalFormatException">It is torn, damaged, or not what comes next.</exception>
    internal Batch Next(in JournalRecord record)
    {
        if (record.Sequence != Sequence + 1)
        {
            throw new JournalFormatException(
                $"Record {Sequence + 1} of floor {floor} is missing: record {record.Sequence} follows.");
        }

        var content = RecordSeal.Open(record, out var chained, out var link);
        Sequence = record.Sequence;
        if (link.IsEmpty)
        {
            _append.Write(chained.Span);
            _open = true;
        }
        else
        {
            EndAppend(chained.Span, link.Span);
        }

        try
        {
            return BatchCodec.Read(record with { Payload = content });
        }
        catch (JournalFormatException exception)
        {
            throw new JournalFormatException($"Record {Sequence} of floor {floor}: {exception.Message}");
        }
    }

    /// <summary>Holds the end of the log against where its journal says it ends.</summary>
    internal void End(long sequence)
    {
        if (Sequence != sequence || _open)
        {
            var within = _open ? ", within an append" : string.Empty;
            throw new JournalFormatException(
                $"The journal of floor {floor} ends at {sequence}, not {Sequence}{within}.");
        }
    }

    private void EndAppend(ReadOnlySpan<byte> last, ReadOnlySpan<byte> written)
    {
        byte[] next;
        if (_open)
        {
            _append.Write(last);
            next = LogChain.Next(Link, _append.WrittenSpan);
            _append.ResetWrittenCount();
            _open = false;
        }
        else
        {
            next = LogChain.Next(Link, last);
        }

        Link = written.SequenceEqual(next)
            ? next
            : throw new JournalFormatException(
                $"Record {Sequence} of floor {floor} does not follow from what is before it: its hash is another.");
    }
}

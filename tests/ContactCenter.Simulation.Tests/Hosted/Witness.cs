using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>
/// Stands before a journal and remembers what it was told to take and took: by which owner, and when by a clock that
/// nobody sets. A record does not say which epoch wrote it; whoever hands it on knows.
/// </summary>
internal sealed class Witness(IJournal inner, TimeProvider time) : DelegatingJournal(inner)
{
    private readonly Lock _gate = new();
    private readonly Queue<TakenBatch> _taken = new();
    private readonly Dictionary<long, long> _begun = [];
    private long _epoch;
    private TaskCompletionSource _erasing = new();

    /// <summary>What a journal has given the same epoch twice, or an earlier one; null for nothing.</summary>
    internal string? Fault { get; private set; }

    /// <summary>How many appends came of an owner that was replaced in the midst of them.</summary>
    internal int Fenced { get; private set; }

    public override async ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        var head = await Inner.OpenAsync(floor, cancellationToken);
        lock (_gate)
        {
            Fault ??= head.Epoch > _epoch ? null : $"the floor was opened in epoch {head.Epoch} after {_epoch}";
            _epoch = head.Epoch;
            _begun[head.Epoch] = head.Sequence;
        }

        return head;
    }

    public override async ValueTask<bool> AppendAsync(
        FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        // Read before: whoever appends writes its next records where these are.
        var lines = new Queue<Line>(
            append.Bodies.Where(body => body.Shelf is BodyShelf.Conversation or BodyShelf.Asides && body.Sequence > 0)
                .Select(body => Said(body, BatchCodec.ReadLine(body))));
        (JournalRecord Record, Batch Batch)[] read =
        [
            .. append.Records.Select(record =>
                (record with { Payload = record.Payload.ToArray() }, Read(record, lines))),
        ];
        var taken = await Inner.AppendAsync(floor, append, cancellationToken);
        lock (_gate)
        {
            Fenced += taken ? 0 : 1;
            foreach (var (record, batch) in taken ? read : [])
            {
                if (batch.Events.Any(happened => happened is ErasureBegan))
                {
                    _erasing.TrySetResult();
                }

                _taken.Enqueue(new TakenBatch(append.Head.Epoch, _epoch, time.GetTimestamp(), record, batch));
            }
        }

        return taken;
    }

    /// <summary>What was taken since this was asked last, in order.</summary>
    internal TakenBatch[] Take()
    {
        lock (_gate)
        {
            TakenBatch[] taken = [.. _taken];
            _taken.Clear();
            return taken;
        }
    }

    /// <summary>Ends once the next erasure has begun.</summary>
    internal Task WhenErasing()
    {
        lock (_gate)
        {
            _erasing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _erasing.Task;
        }
    }

    /// <summary>Where the log ended when an epoch began.</summary>
    internal long BeginningOf(long epoch)
    {
        lock (_gate)
        {
            return _begun[epoch];
        }
    }

    private static Batch Read(JournalRecord record, Queue<Line> lines)
    {
        var batch = BatchCodec.Read(record with { Payload = RecordSeal.Open(record, out _, out _) });
        return batch with { Lines = [.. batch.Events.Where(IsSaid).Select(_ => lines.Dequeue())] };
    }

    private static bool IsSaid(Event happened) => happened is MessagePosted or NoticeShown or AsidePosted or AsideShown;

    private static Line Said(JournalBody body, TranscriptLine line) => new(
        body.Chat,
        line.Sequence,
        line.Kind,
        line.Author,
        RedactedText.FromStore(line.Text),
        line.Notice,
        Salt: 0,
        line.Subject ?? string.Empty);
}

/// <summary>A batch that a journal took.</summary>
/// <param name="Epoch">Of the owner who wrote it.</param>
/// <param name="Newest">The newest epoch of the floor at that moment.</param>
/// <param name="Timestamp">When, on the monotonic clock.</param>
internal sealed record TakenBatch(long Epoch, long Newest, long Timestamp, JournalRecord Record, Batch Batch);

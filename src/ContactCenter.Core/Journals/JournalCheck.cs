using System.Collections.Immutable;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;

namespace ContactCenter.Journals;

/// <summary>
/// Whether a journal is true: every record by its checksum and the chain of hashes, and what stands beside the log by
/// the digests in it. For audits, and before a backup is relied on.
/// </summary>
/// <param name="Records">How many records were read; all of them, from the beginning or the snapshot on.</param>
/// <param name="Bodies">How many bodies beside the log are as the log says.</param>
/// <param name="Erased">How many are gone because an erasure in the log says so.</param>
/// <param name="Faults">What is not true, with its place; never content. Empty for a journal that is.</param>
public sealed record JournalCheck(long Records, long Bodies, long Erased, IReadOnlyList<string> Faults)
{
    /// <summary>Reads a floor's whole journal, from the side: its owner may go on writing.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="floor">The floor.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<JournalCheck> RunAsync(
        IJournal journal, FloorId floor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var run = new Run(journal, floor, cancellationToken);
        try
        {
            await run.ReadAsync().ConfigureAwait(false);
        }
        catch (JournalFormatException exception)
        {
            // What comes after cannot be told any more.
            run.Faults.Add(exception.Message);
        }

        return run.End();
    }

    private sealed class Run(IJournal journal, FloorId floor, CancellationToken cancellationToken)
    {
        // Erasures come later in the log than what they erase.
        private readonly HashSet<(long Chat, string Place)> _missing = [];
        private readonly HashSet<long> _erased = [];

        // A line that reads otherwise than it was written may have been masked since.
        private readonly Dictionary<(BodyShelf, long, long), string> _otherwise = [];
        private long _records;
        private long _bodies;

        internal List<string> Faults { get; } = [];

        internal async Task ReadAsync()
        {
            var log = new LogReader(floor);
            if (await FirstAsync().ConfigureAwait(false) != 1
                && await journal.ReadSnapshotAsync(floor, cancellationToken).ConfigureAwait(false) is { } snapshot)
            {
                log = new LogReader(floor, snapshot.Sequence, KeptSnapshot.Read(snapshot).Link);
            }

            var records = journal.ReadAsync(floor, log.Sequence, cancellationToken);
            await foreach (var record in records.ConfigureAwait(false))
            {
                var batch = log.Next(record);
                _records++;
                await CheckAsync(batch, record).ConfigureAwait(false);
            }

            log.End(log.Sequence);
        }

        internal JournalCheck End()
        {
            var lost = _missing.Where(one => !_erased.Contains(one.Chat)).ToArray();
            Faults.AddRange(lost.Select(one => $"{one.Place} is missing."));
            Faults.AddRange(_otherwise.Values.Select(place => $"{place} is not what the log says."));
            return new JournalCheck(_records, _bodies, _missing.Count - lost.Length, Faults);
        }

        private async Task<long> FirstAsync()
        {
            await foreach (var record in journal.ReadAsync(floor, 0, cancellationToken).ConfigureAwait(false))
            {
                return record.Sequence;
            }

            return 1;
        }

        private async Task CheckAsync(Batch batch, JournalRecord record)
        {
            var enclosed = BatchCodec.ReadEnclosed(record with { Payload = RecordSeal.Open(record) });
            var hasCard = enclosed.Length > batch.Events.Count(happened => happened is FileSent or AuditNoted);
            foreach (var happened in batch.Events)
            {
                await (happened switch
                {
                    MessagePosted e => LineAsync(BodyShelf.Conversation, e.Chat, e.Sequence, e.Digest),
                    FileDelivered e => LineAsync(BodyShelf.Conversation, e.Chat, e.Sequence, e.Digest),
                    AsidePosted e => LineAsync(BodyShelf.Asides, e.Chat, e.Sequence, e.Digest),
                    MessageRedacted e => LineAsync(
                        e.IsAside ? BodyShelf.Asides : BodyShelf.Conversation, e.Chat, e.Sequence, e.Digest),
                    ChatStarted e when hasCard => EnclosedAsync(BodyShelf.Conversation, e.Chat, 0, enclosed),
                    FileSent e => EnclosedAsync(BodyShelf.Files, e.Chat, e.File, enclosed),
                    AuditNoted e => EnclosedAsync(BodyShelf.Audit, 0, e.Number, enclosed),
                    _ => Task.CompletedTask,
                }).ConfigureAwait(false);
                if (happened is ContactsErased erased)
                {
                    _erased.UnionWith(erased.Chats);
                }
            }
        }

        private Task LineAsync(BodyShelf shelf, long chat, long sequence, UInt128 digest) =>
            BodyAsync(shelf, chat, sequence, body => BatchCodec.DigestOf(body) == digest);

        private Task EnclosedAsync(BodyShelf shelf, long chat, long sequence, ImmutableArray<UInt128> digests) =>
            BodyAsync(shelf, chat, sequence, body => digests.Contains(Body.Seal(body.Content.Span)));

        private async Task BodyAsync(BodyShelf shelf, long chat, long sequence, Predicate<JournalBody> isTrue)
        {
            var found = await journal.ReadBodiesAsync(floor, shelf, chat, sequence - 1, limit: 1, cancellationToken)
                .ConfigureAwait(false);
            var place = $"{shelf} {sequence} of contact {chat} of floor {floor}";
            if (found is not [{ } body] || body.Sequence != sequence)
            {
                _missing.Add((chat, place));
            }
            else if (isTrue(body))
            {
                _otherwise.Remove((shelf, chat, sequence));
                _bodies++;
            }
            else
            {
                _otherwise[(shelf, chat, sequence)] = place;
            }
        }
    }
}

using System.Runtime.CompilerServices;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>
/// A journal in one SQLite file: the log, what people read beside it, contacts and snapshots. What is acknowledged is
/// on the disk.
/// </summary>
/// <remarks>
/// Safe for any thread. Whoever brings an append writes it, unless somebody does already; readers wait for nobody.
/// Several processes may have the same file open: of each floor one writes, the one that opened it last. SQLite needs a
/// file on a local disk.
/// </remarks>
public sealed partial class SqliteJournal : IJournal, IDisposable
{
    /// <summary>At how many records one reading ends, so that no reader holds up a checkpoint for long.</summary>
    private const int Page = 4_096;

    private readonly string _file;
    private readonly SqliteJournalOptions _options;
    private readonly TimeProvider _time;
    private readonly Readers _readers;
    private readonly Writer _writer;

    /// <summary>What decrypts what is kept of contacts, where something does.</summary>
    internal Func<IPersonalDataProtector?> Protector { get; init; } = static () => null;

    /// <summary>Opens the file, makes it where there is none, and brings its schema up to date.</summary>
    /// <param name="file">The path of the file; its folder must be there.</param>
    /// <param name="options">How it is kept; null for the defaults.</param>
    /// <param name="time">The wall clock that epochs go by; null for the machine's.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds; all that are are named.</exception>
    /// <exception cref="SqliteSchemaException">The file is newer than this package, or no journal.</exception>
    /// <exception cref="SqliteJournalException">The file cannot be opened or written.</exception>
    /// <exception cref="JournalFormatException">The file is damaged.</exception>
    public SqliteJournal(string file, SqliteJournalOptions? options = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        _file = Path.GetFullPath(file);
        _options = options ?? new SqliteJournalOptions();
        _options.Validate();
        _time = time ?? TimeProvider.System;
        CopyUnderWay.RemoveLeft(Copies.PathOf(_file));
        WriteAheadLog.Check(_file);
        var connection = Connect(_file);
        try
        {
            Schema.Migrate(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _writer = new Writer(connection, _options.MaxGroup, Sql.Migrations.Length);
        _readers = new Readers(() => Connect(_file), _writer.ReadersHaveGone);
    }

    /// <inheritdoc/>
    public async ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        return await _writer.DoAsync(connection =>
        {
            var opened = connection[Sql.Open].Bind(1, floor.Value).Bind(2, now);
            opened.Step();
            var id = opened.Number(2);
            var head = new JournalHead(opened.Number(0), opened.Number(1)) { NumbersAfter = opened.Number(3) };
            opened.Run();
            if (Rows(connection[Sql.FindInTable].Bind(1, floor.Value), row => row.Number(0)) is not [var known]
                || known != id)
            {
                // Undone: a floor that is in the file is not begun anew.
                throw new JournalFormatException($"The index of floors is damaged at floor {floor}.");
            }

            Places.Give(connection, atLeast: 1);
            return head;
        }).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken) =>
        new(_readers.Read(connection =>
        {
            var statement = connection[Sql.ReadHead].Bind(1, floor.Value);
            try
            {
                return statement.Step() ? new JournalHead(statement.Number(0), statement.Number(1)) : default;
            }
            finally
            {
                statement.Reset();
            }
        }));

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);

        // Not given up when the token says so: the memory of an append is the caller's again only once it has ended.
        return new(_writer.DoAsync(
            connection => Append(connection, floor, append), Appended, Erases(append)));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalRecord> ReadAsync(
        FloorId floor, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new List<JournalRecord>(Page);
        do
        {
            page.Clear();
            _readers.Read(connection => ReadRecords(connection, floor, after, page));
            foreach (var record in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return record;
                after = record.Sequence;
            }
        }
        while (page.Count >= Page);

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<JournalSnapshot?> ReadSnapshotAsync(FloorId floor, CancellationToken cancellationToken) =>
        new(_readers.Read(connection =>
        {
            var statement = connection[Sql.ReadSnapshot].Bind(1, floor.Value);
            try
            {
                return statement.Step()
                    ? new JournalSnapshot(statement.Number(0), statement.Bytes(1).ToArray())
                    : null;
            }
            finally
            {
                statement.Reset();
            }
        }));

    /// <inheritdoc/>
    public async ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);

        // Of a busy floor it is megabytes: whoever reads the floor must not wait until they are on the disk.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        return await _writer.DoAsync(connection =>
        {
            var owned = connection[Sql.IsWrittenUpTo]
                .Bind(1, floor.Value).Bind(2, epoch).Bind(3, snapshot.Sequence);
            if (!owned.Step())
            {
                return false;
            }

            owned.Reset();
            connection[Sql.KeepSnapshot]
                .Bind(1, floor.Value).Bind(2, snapshot.Sequence).Bind(3, snapshot.Content.Span).Run();
            if (!_options.KeepsLog)
            {
                connection[Sql.MarkDropped].Bind(1, floor.Value).Bind(2, snapshot.Sequence).Run();
                connection[Sql.DropRecords].Bind(1, floor.Value).Run();
            }

            return true;
        }).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken) =>
        new(_readers.Read<IReadOnlyList<JournalBody>>(
            connection => ReadBodies(connection, floor, shelf, chat, after, limit)));

    /// <inheritdoc/>
    public ValueTask<JournalContact?> FindContactAsync(
        FloorId floor, long chat, CancellationToken cancellationToken) =>
        new(_readers.Read(connection =>
            Rows(connection[Sql.FindContact].Bind(1, floor.Value).Bind(2, chat), Contact) is not [var found]
                ? default(JournalContact?)
                : found.Damage is null ? found : throw new JournalFormatException(found.Damage)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken) =>
        new(_readers.Read<IReadOnlyList<JournalContact>>(connection => Rows(
            connection[Sql.ReadContacts]
                .Bind(1, floor.Value).Bind(2, customer.Value).Bind(3, before).Bind(4, limit),
            Contact)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken) =>
        new(_readers.Read<IReadOnlyList<JournalContact>>(connection => Rows(
            connection[Sql.ReadClosed]
                .Bind(1, floor.Value).Bind(2, closedBefore.UtcTicks).Bind(3, skip).Bind(4, limit),
            Contact)));

    /// <summary>Finishes what was asked for, and closes the file.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        _readers.Dispose();
        _copying.Dispose();
    }

    /// <summary>One record, whether it is still of the log or only waits for a feed; null where it is gone.</summary>
    internal JournalRecord? FindRecord(FloorId floor, long sequence) => _readers.Read(connection =>
    {
        var found = new List<JournalRecord>();
        var row = connection[Sql.FindRecord].Bind(1, floor.Value).Bind(2, sequence);
        try
        {
            if (row.Step())
            {
                Records.Read(row, found);
            }
        }
        finally
        {
            row.Reset();
        }

        return found is [{ } first, ..] && first.Sequence == sequence ? first : default(JournalRecord?);
    });

    private Connection Connect(string file) => new(file, _options.LockTimeout);

    private static bool ReadRecords(Connection connection, FloorId floor, long after, List<JournalRecord> page)
    {
        var statement = connection[Sql.ReadRecords].Bind(1, floor.Value).Bind(2, after);
        try
        {
            while (page.Count < Page && statement.Step())
            {
                Records.Read(statement, page);
            }
        }
        catch (JournalFormatException exception)
        {
            var place = page.Count > 0 ? page[^1].Sequence : after;
            throw new JournalFormatException($"{exception.Message} Floor {floor} can be read up to record {place}.");
        }
        finally
        {
            statement.Reset();
        }

        return true;
    }

    /// <summary>A contact; one that is damaged is there as well, for whoever erases it.</summary>
    private static JournalContact Contact(Statement row)
    {
        var (chat, closedAt) = (row.Number(0), row.Number(2));
        var isSound = CustomerId.TryParse(row.Text(1), out var customer)
            & closedAt >= 0 & closedAt <= DateTimeOffset.MaxValue.Ticks;
        return isSound
            ? new JournalContact(chat, customer, new DateTimeOffset(closedAt, TimeSpan.Zero), row.Bytes(3).ToArray())
            : new JournalContact(chat, customer, default, default)
            {
                Damage = $"What remains of contact {chat} is damaged.",
            };
    }

    private static List<T> Rows<T>(Statement statement, Func<Statement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (statement.Step())
            {
                rows.Add(read(statement));
            }
        }
        finally
        {
            statement.Reset();
        }

        return rows;
    }
}

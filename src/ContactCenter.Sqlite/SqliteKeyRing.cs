using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>
/// Keys of contacts in a SQLite file of their own, which belongs in no backup of the journal: AES-256-GCM, a key a
/// contact. Hosts with a key service bring their own <see cref="IPersonalDataProtector"/>.
/// </summary>
/// <remarks>
/// Who loses this file loses what every contact said; let it be copied where copies can be destroyed. Safe for any
/// thread.
/// </remarks>
public sealed class SqliteKeyRing : IPersonalDataProtector, IDisposable
{
    private const int KeySize = 32;
    private const int NumberSize = sizeof(int);
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeadSize = NumberSize + NonceSize + TagSize;

    /// <summary>How many keys are remembered; live contacts ask for theirs with every line.</summary>
    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<(FloorId, long), Key> _remembered = new();
    private readonly Readers _readers;
    private readonly Writer _writer;

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="file">The path of the file.</param>
    /// <exception cref="SqliteSchemaException">The file is newer than this package, or holds no keys.</exception>
    /// <exception cref="SqliteJournalException">The file cannot be opened or written.</exception>
    /// <exception cref="JournalFormatException">The file is damaged.</exception>
    public SqliteKeyRing(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var path = Path.GetFullPath(file);
        WriteAheadLog.Check(path);
        var connection = Connect();
        try
        {
            Schema.Migrate(connection, Sql.KeyMigrations, Sql.IsKeyRing);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _writer = new Writer(connection, maxGroup: 64, Sql.KeyMigrations.Length);
        _readers = new Readers(Connect, _writer.ReadersHaveGone);

        Connection Connect() => new(path, TimeSpan.FromSeconds(5));
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> ProtectAsync(
        FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var key = Find(floor, chat) is { IsDestroyed: false } known
            ? known
            : await MakeAsync(floor, chat).ConfigureAwait(false);
        var kept = new byte[HeadSize + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(kept, key.Number);
        RandomNumberGenerator.Fill(kept.AsSpan(NumberSize, NonceSize));
        using var aes = new AesGcm(key.Bytes, TagSize);
        aes.Encrypt(
            kept.AsSpan(NumberSize, NonceSize),
            content.Span,
            kept.AsSpan(HeadSize),
            kept.AsSpan(NumberSize + NonceSize, TagSize),
            Bound(floor, chat));
        return kept;
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> UnprotectAsync(
        FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (content.Length < HeadSize)
        {
            throw new JournalFormatException($"What is kept of contact {chat} of floor {floor} is torn.");
        }

        // Nothing is taken for erased because its key was lost, or because these are the keys of another journal.
        var number = BinaryPrimitives.ReadInt32LittleEndian(content.Span);
        if (Find(floor, chat) is not { } key || number < 1 || key.Number < number)
        {
            throw new JournalFormatException($"There is no key {number} of contact {chat} of floor {floor}.");
        }

        if (key.IsDestroyed || key.Number > number)
        {
            return new(default(ReadOnlyMemory<byte>?));
        }

        var read = new byte[content.Length - HeadSize];
        using var aes = new AesGcm(key.Bytes, TagSize);
        try
        {
            aes.Decrypt(
                content.Span.Slice(NumberSize, NonceSize),
                content.Span[HeadSize..],
                content.Span.Slice(NumberSize + NonceSize, TagSize),
                read,
                Bound(floor, chat));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new JournalFormatException($"What is kept of contact {chat} of floor {floor} is damaged.");
        }

        return new(read);
    }

    /// <inheritdoc/>
    public async ValueTask DestroyKeyAsync(FloorId floor, long chat, CancellationToken cancellationToken)
    {
        await _writer.DoAsync(
            connection =>
            {
                Destroy(connection, floor, chat);
                return true;
            },
            () => Remember(floor, chat, Key.Destroyed),
            erases: true).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        _readers.Dispose();
    }

    /// <summary>What is kept of one contact is not taken for another's.</summary>
    private static byte[] Bound(FloorId floor, long chat) => Encoding.UTF8.GetBytes($"{floor}/{chat}");

    private Key? Find(FloorId floor, long chat)
    {
        if (_remembered.TryGetValue((floor, chat), out var known))
        {
            return known;
        }

        // What was destroyed while this was read stays so.
        var key = _readers.Read(connection => Read(connection, floor, chat));
        return key is null ? null : _remembered.GetOrAdd((floor, chat), key);
    }

    /// <summary>A new key; of two who make one at the same time both have the one that was first.</summary>
    private async Task<Key> MakeAsync(FloorId floor, long chat)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        return Remember(floor, chat, await _writer.DoAsync(connection =>
        {
            Make(connection, floor, chat, key);
            return Read(connection, floor, chat)!;
        }).ConfigureAwait(false));
    }

    /// <summary>Whoever has a key keeps it; only where it is destroyed there is a next one.</summary>
    internal static void Make(Connection connection, FloorId floor, long chat, ReadOnlySpan<byte> key)
    {
        var last = Read(connection, floor, chat);
        if (last is null or { IsDestroyed: true })
        {
            Add(connection, floor, chat, (last?.Number ?? 0) + 1, key);
        }
    }

    internal static void Destroy(Connection connection, FloorId floor, long chat)
    {
        connection[Sql.DestroyKeys].Bind(1, floor.Value).Bind(2, chat).Run();
        if (Read(connection, floor, chat) is null)
        {
            Add(connection, floor, chat, number: 1, []);
        }
    }

    private static void Add(Connection connection, FloorId floor, long chat, int number, ReadOnlySpan<byte> key) =>
        connection[Sql.AddKey].Bind(1, floor.Value).Bind(2, chat).Bind(3, number).Bind(4, key).Run();

    private static Key? Read(Connection connection, FloorId floor, long chat)
    {
        var row = connection[Sql.ReadKey].Bind(1, floor.Value).Bind(2, chat);
        var found = row.Step() ? new Key((int)row.Number(0), row.Bytes(1).ToArray()) : null;
        row.Reset();
        return found;
    }

    private Key Remember(FloorId floor, long chat, Key key)
    {
        if (_remembered.Count >= MaxRemembered)
        {
            _remembered.Clear();
        }

        return _remembered[(floor, chat)] = key;
    }

    /// <param name="Number">Which of its contact's keys it is.</param>
    /// <param name="Bytes">The key; none where it is destroyed.</param>
    private sealed record Key(int Number, byte[] Bytes)
    {
        // Above every number: whatever was kept under the keys before is gone.
        internal static Key Destroyed { get; } = new(int.MaxValue, []);

        internal bool IsDestroyed => Bytes.Length == 0;
    }
}

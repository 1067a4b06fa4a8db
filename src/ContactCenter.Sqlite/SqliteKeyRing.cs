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
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>How many keys are remembered; live contacts ask for theirs with every line.</summary>
    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<(FloorId, long), byte[]> _remembered = new();
    private readonly Readers _readers;
    private readonly Writer _writer;

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="file">The path of the file.</param>
    /// <exception cref="SqliteSchemaException">The file is newer than this package, or holds no keys.</exception>
    /// <exception cref="SqliteJournalException">The file cannot be opened or written.</exception>
    public SqliteKeyRing(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var path = Path.GetFullPath(file);
        var connection = Connect();
        try
        {
            Schema.Migrate(connection, [Sql.CreateKeys]);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _readers = new Readers(Connect);
        _writer = new Writer(connection, maxGroup: 64);

        Connection Connect() => new(path, TimeSpan.FromSeconds(5));
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> ProtectAsync(
        FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var key = Find(floor, chat) ?? await MakeAsync(floor, chat).ConfigureAwait(false);
        var kept = new byte[NonceSize + TagSize + content.Length];
        RandomNumberGenerator.Fill(kept.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(
            kept.AsSpan(0, NonceSize),
            content.Span,
            kept.AsSpan(NonceSize + TagSize),
            kept.AsSpan(NonceSize, TagSize),
            Bound(floor, chat));
        return kept;
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> UnprotectAsync(
        FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (Find(floor, chat) is not { } key)
        {
            return new(default(ReadOnlyMemory<byte>?));
        }

        if (content.Length < NonceSize + TagSize)
        {
            throw new JournalFormatException($"What is kept of contact {chat} of floor {floor} is torn.");
        }

        var read = new byte[content.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(
                content.Span[..NonceSize],
                content.Span[(NonceSize + TagSize)..],
                content.Span.Slice(NonceSize, TagSize),
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
                connection[Sql.DestroyKey].Bind(1, floor.Value).Bind(2, chat).Run();
                return true;
            },
            () => _remembered.TryRemove((floor, chat), out _),
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

    private byte[]? Find(FloorId floor, long chat)
    {
        if (_remembered.TryGetValue((floor, chat), out var known))
        {
            return known;
        }

        var key = _readers.Read(connection =>
        {
            var row = connection[Sql.ReadKey].Bind(1, floor.Value).Bind(2, chat);
            var found = row.Step() ? row.Bytes(0).ToArray() : null;
            row.Reset();
            return found;
        });
        return key is null ? null : Remember(floor, chat, key);
    }

    /// <summary>A new key; of two who make one at the same time both have the one that was first.</summary>
    private async Task<byte[]> MakeAsync(FloorId floor, long chat)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        return Remember(floor, chat, await _writer.DoAsync(connection =>
        {
            connection[Sql.AddKey].Bind(1, floor.Value).Bind(2, chat).Bind(3, key).Run();
            var row = connection[Sql.ReadKey].Bind(1, floor.Value).Bind(2, chat);
            row.Step();
            var kept = row.Bytes(0).ToArray();
            row.Reset();
            return kept;
        }).ConfigureAwait(false));
    }

    private byte[] Remember(FloorId floor, long chat, byte[] key)
    {
        if (_remembered.Count >= MaxRemembered)
        {
            _remembered.Clear();
        }

        return _remembered[(floor, chat)] = key;
    }
}

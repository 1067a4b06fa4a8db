using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Vaults;

/// <summary>A vault in a folder of a file system, a file for each value.</summary>
/// <remarks>
/// <para>
/// Every value is sealed by the host's key (AES-256-GCM) and bound to its token and its chat: what is altered, or put
/// in the place of another, is refused. To destroy a value is to overwrite its file and then to delete it; on disks and
/// file systems that keep old blocks, only the host's key can take those along, so keep it elsewhere than the folder.
/// </para>
/// <para>
/// A crash or a power cut leaves a whole value or none. Folders that the vault makes are open to their owner only. No
/// message of an exception holds a path or a value. Safe for any thread.
/// </para>
/// </remarks>
public sealed class FileSystemTokenVault : ITokenVault
{
    private const string PartEnding = ".part";
    private const int HashBytes = 16;

    private readonly VaultSeal _seal;
    private readonly string _root;

    /// <summary>Opens the vault, making its folder if need be.</summary>
    /// <param name="root">The folder, for the vault alone.</param>
    /// <param name="key">
    /// The host's key: 32 random bytes, the same in every life of the vault, good for 2^32 values. Copied, and held in
    /// memory as long as the vault is.
    /// </param>
    /// <exception cref="ArgumentException">The root is empty, or the key is not 32 bytes, or all zeros.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public FileSystemTokenVault(string root, ReadOnlyMemory<byte> key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        if (key.Length != VaultSeal.KeyLength || !key.Span.ContainsAnyExcept((byte)0))
        {
            throw new ArgumentException("The key of a vault is 32 random bytes.", nameof(key));
        }

        (_seal, _root) = (new VaultSeal(key.Span), Path.GetFullPath(root));
        Try(() => MakeFolder(_root), isNeeded: true);
    }

    // A flush takes the disk's time: not on the caller's thread.

    /// <inheritdoc/>
    public ValueTask PutAsync(VaultEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (closed, path) = (_seal.Close(entry), PathOf(entry.Key));
        return new(Task.Run(() => Try(() => Write(path, closed), isNeeded: true), cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask<VaultEntry?> FindAsync(VaultKey key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        return new(Task.Run(
            () =>
            {
                byte[]? closed = null;
                Try(() => closed = File.ReadAllBytes(path));
                return closed is null || !closed.AsSpan().ContainsAnyExcept((byte)0) ? null : _seal.Open(key, closed);
            },
            cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask DestroyAsync(VaultKey key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        return new(Task.Run(() => Try(() => Destroy(path)), cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken) =>
        new(Task.Run(
            () => Try(() =>
            {
                var folder = FolderOf(floor, chat);
                DestroyIn(folder, _ => true);
                Directory.Delete(folder);
            }),
            cancellationToken));

    /// <inheritdoc/>
    public ValueTask DestroyExpiredAsync(FloorId floor, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Task.Run(
            () => Try(() =>
            {
                foreach (var chat in Directory.GetDirectories(FolderOf(floor)))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    DestroyIn(chat, path => IsOver(path, now));
                }
            }),
            cancellationToken));

    private static void Write(string path, byte[] closed)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        var part = $"{path}.{RandomNumberGenerator.GetHexString(HashBytes, lowercase: true)}{PartEnding}";
        using var file = new FileStream(
            part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0);
        try
        {
            file.Write(closed);
            file.Flush(flushToDisk: true);
            File.Move(part, path, overwrite: true);

            // Once more: the new name is to last too, before anybody relies on it.
            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static void DestroyIn(string folder, Func<string, bool> isMeant)
    {
        foreach (var path in Directory.GetFiles(folder).Where(isMeant))
        {
            Destroy(path);
        }
    }

    private static void Destroy(string path)
    {
        using (var file = new FileStream(
            path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
        {
            file.Write(new byte[file.Length]);
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    // What a crash has left half written is over with the day.
    private static bool IsOver(string path, DateTimeOffset now) => path.EndsWith(PartEnding, StringComparison.Ordinal)
        ? File.GetLastWriteTimeUtc(path) < now.UtcDateTime.AddDays(-1)
        : VaultSeal.ExpiryOf(File.ReadAllBytes(path)) is not { } expiresAt || expiresAt <= now;

    /// <summary>Does what may fail on a disk, and tells no path.</summary>
    /// <param name="action">What.</param>
    /// <param name="isNeeded">It is a fault too where something is not there.</param>
    private static void Try(Action action, bool isNeeded = false)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (
            !isNeeded && exception is (FileNotFoundException or DirectoryNotFoundException))
        {
            // Destroyed before, or never there.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException("The vault failed to read or write.", exception.HResult);
        }
    }

    private static void MakeFolder(string path) => _ = OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(
            path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private string PathOf(VaultKey key) => key.Token is { Length: > 0 and <= 64 } token && token.All(char.IsAsciiLetter)
        ? Path.Combine(FolderOf(key.Floor, key.Chat), token)
        : throw new ArgumentException("A token is 1 to 64 letters.", nameof(key));

    private string FolderOf(FloorId floor, long chat) =>
        Path.Combine(FolderOf(floor), chat.ToString(CultureInfo.InvariantCulture));

    // The hash of its id: ids may hold what a file system cannot tell apart or does not allow.
    private string FolderOf(FloorId floor) => Path.Combine(
        _root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(floor.Value)).AsSpan(0, HashBytes)));
}

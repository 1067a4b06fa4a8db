using System.Security.Cryptography;

namespace ContactCenter.Files;

/// <summary>An attachment as a scanner meets it: in quarantine, or delivered before and scanned once more.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed class QuarantinedFile
{
    private readonly Func<CancellationToken, ValueTask<Stream>> _open;

    internal QuarantinedFile(
        FileKey key, string name, string extension, long length, Func<CancellationToken, ValueTask<Stream>> open)
    {
        Key = key;
        Name = name;
        Extension = extension;
        Length = length;
        _open = open;
    }

    /// <summary>Which file it is; safe to write to logs, other than its name.</summary>
    public FileKey Key { get; }

    /// <summary>Its name as everybody will see it, redacted.</summary>
    public string Name { get; }

    /// <summary>Its last extension in lower case, without the dot. What the sender says it is, no more.</summary>
    public string Extension { get; }

    /// <summary>How long it is, in bytes.</summary>
    public long Length { get; }

    /// <summary>The same file, whose content is of another length now.</summary>
    internal QuarantinedFile OfLength(long length) => new(Key, Name, Extension, length, _open);

    /// <summary>How many bytes there are now.</summary>
    internal async ValueTask<long> CountAsync(CancellationToken cancellationToken)
    {
        var (count, buffer) = (0L, new byte[16 * 1024]);
        var content = await _open(cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            while (await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                count += read;
            }
        }

        CryptographicOperations.ZeroMemory(buffer);
        return count;
    }

    /// <summary>Opens the content from its beginning, as often as need be.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A stream for reading only, which does not seek.</returns>
    /// <exception cref="FileNotFoundException">It has been destroyed meanwhile.</exception>
    /// <exception cref="AttachmentDamagedException">It is damaged; also thrown by reads further on.</exception>
    public ValueTask<Stream> OpenReadAsync(CancellationToken cancellationToken) => _open(cancellationToken);
}

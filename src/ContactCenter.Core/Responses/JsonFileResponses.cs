using System.Security;

namespace ContactCenter.Responses;

/// <summary>
/// Responses in a JSON file that somebody maintains with an editor: an array of objects whose fields are those of
/// <see cref="PredefinedResponse"/> in camelCase. Comments and trailing commas are allowed, unknown fields are not.
/// </summary>
/// <remarks>
/// The file is read anew when the time of its last change or its length is another, so a change shows at once and
/// without a restart; write a new file beside it and rename that, or a reader may meet half of it. At most 10 MB and
/// 10,000 responses. Safe for any thread; readers who find a changed file at the same time each read it.
/// </remarks>
public sealed class JsonFileResponses : IResponseSource
{
    private const int MaxBytes = 10 * 1024 * 1024;

    private readonly string _path;
    private volatile Reading? _last;

    /// <summary>A source that reads a file, which need not be there yet.</summary>
    /// <param name="path">Where it lies; a relative path counts from the directory that is current now.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank, or no path.</exception>
    public JsonFileResponses(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = Path.GetFullPath(path);
    }

    /// <inheritdoc/>
    /// <remarks>A file with faults keeps throwing until it is mended: old words are not passed off as new.</remarks>
    public async ValueTask<IReadOnlyList<PredefinedResponse>> ReadAsync(CancellationToken cancellationToken)
    {
        var reading = await ReadFileAsync(cancellationToken).ConfigureAwait(false);
        return reading.Faults.Count == 0 ? reading.Responses : throw Unusable(reading.Faults);
    }

    private async ValueTask<Reading> ReadFileAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Whoever writes the file is not kept from it.
            using var file = File.OpenHandle(
                _path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.Asynchronous);

            // Taken before the content: a change in between makes the next reader read again.
            var (changedAt, length) = (File.GetLastWriteTimeUtc(file), RandomAccess.GetLength(file));
            if (_last is { } last && last.ChangedAt == changedAt && last.Length == length)
            {
                return last;
            }

            var faults = new ResponseFaults();
            IReadOnlyList<PredefinedResponse> responses = [];
            if (length > MaxBytes)
            {
                faults.Add($"more than {MaxBytes:N0} bytes");
            }
            else
            {
                var content = new byte[length];
                var read = 0;
                while (read < content.Length
                    && await RandomAccess.ReadAsync(file, content.AsMemory(read), read, cancellationToken)
                        .ConfigureAwait(false) is > 0 and var more)
                {
                    read += more;
                }

                responses = ResponseJson.Read(content.AsMemory(0, read), faults);
            }

            return _last = new Reading(changedAt, length, responses, faults.Found);
        }
        catch (Exception unreadable) when (
            unreadable is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)
        {
            // Not passed on: its message would tell the path.
            throw Unusable([unreadable is FileNotFoundException or DirectoryNotFoundException
                ? "does not exist"
                : "cannot be read"]);
        }
    }

    private ResponseSourceException Unusable(IReadOnlyList<string> faults) => new(Path.GetFileName(_path), faults);

    private sealed record Reading(
        DateTime ChangedAt, long Length, IReadOnlyList<PredefinedResponse> Responses, IReadOnlyList<string> Faults);
}

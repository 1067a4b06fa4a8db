using System.Globalization;

namespace ContactCenter.Runtime;

/// <summary>A file that is sent in a chat.</summary>
/// <param name="Name">
/// What it is called, at most 200 characters; folders before it are left out. It is redacted, and never becomes a path.
/// </param>
/// <param name="Content">What is in it, from where the stream stands to its end. It stays open.</param>
/// <param name="Length">How long it is said to be, in bytes; null where nobody knows. It is counted anyway.</param>
public sealed record OutgoingFile(string Name, Stream Content, long? Length = null)
{
    /// <summary>How long it is said to be, never what it is called: that is not redacted yet.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"a file of {Length ?? -1} bytes");
}

/// <summary>Files that were taken.</summary>
/// <param name="Sequence">The place of the words in the chat; null where there were none.</param>
/// <param name="Files">The numbers of the files, in the order in which they were given.</param>
/// <param name="IsRedacted">Something in the words was masked before anybody saw it: the sender should be told.</param>
/// <param name="Position">Where the log holds it.</param>
public sealed record AttachmentReceipt(
    int? Sequence, IReadOnlyList<long> Files, bool IsRedacted, FeedPosition Position);

/// <summary>A delivered attachment, opened.</summary>
/// <param name="Name">What it is called, redacted.</param>
/// <param name="Length">How long it is, in bytes.</param>
/// <param name="Content">What is in it, for reading only; the caller disposes of it.</param>
public sealed record AttachmentContent(string Name, long Length, Stream Content) : IAsyncDisposable
{
    /// <summary>Closes the content.</summary>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

namespace ContactCenter.Runtime;

/// <summary>A delivered attachment, opened.</summary>
/// <param name="Name">What it is called, redacted.</param>
/// <param name="Length">How long it is, in bytes.</param>
/// <param name="Content">What is in it, for reading only; the caller disposes of it.</param>
public sealed record AttachmentContent(string Name, long Length, Stream Content) : IAsyncDisposable
{
    /// <summary>Closes the content.</summary>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

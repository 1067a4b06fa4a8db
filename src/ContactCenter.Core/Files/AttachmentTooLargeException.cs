namespace ContactCenter.Files;

/// <summary>More bytes came than an attachment may have. The copy was given up, and nothing of it was kept.</summary>
/// <param name="limit">How many bytes there may be.</param>
public sealed class AttachmentTooLargeException(long limit) : Exception("The attachment is too large.")
{
    /// <summary>How many bytes there may be.</summary>
    public long Limit { get; } = limit;
}

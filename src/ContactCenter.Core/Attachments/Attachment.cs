namespace ContactCenter.Attachments;

/// <summary>
/// An attachment that is on its way, in or out: a pending effect, which the shell scans, releases or destroys. Its name
/// is beside the log.
/// </summary>
/// <param name="File">Names it in the store.</param>
/// <param name="Length">In bytes.</param>
/// <param name="DueAt">When it is blocked unless it has moved on; null while it is being destroyed.</param>
internal sealed record Attachment(
    long Number, long Chat, Actor Author, Guid File, long Length, DateTimeOffset? DueAt) : Effect(Number)
{
    internal AttachmentState State { get; init; } = AttachmentLifecycle.Table.Initial;

    /// <summary>Why it is blocked or withdrawn, or that it is masked; null while it is none of them.</summary>
    internal string? Code { get; init; }

    /// <summary>The masked copy that is released before it is destroyed; empty for none.</summary>
    internal Guid Copy { get; init; }

    internal Attachment Move(AttachmentTrigger trigger, DateTimeOffset? dueAt, string? code = null) => this with
    {
        State = AttachmentLifecycle.Table.Next(State, trigger),
        DueAt = dueAt,
        Code = code,
    };
}

/// <summary>What to call an attachment, kept beside the log.</summary>
internal sealed record FileCard(long Chat, long File, Redaction.RedactedText Name, string Extension)
{
    /// <summary>It takes the place of another.</summary>
    internal bool IsReworded { get; init; }
}

/// <summary>Why an attachment is blocked, where no scanner says so.</summary>
internal static class BlockCodes
{
    internal const string ScanTimeout = "scan-timeout";

    internal const string StoreFailed = "store-failed";

    internal const string ChatEnded = "chat-ended";

    /// <summary>It is not blocked: a masked copy is delivered in its place.</summary>
    internal const string Masked = "masked";
}

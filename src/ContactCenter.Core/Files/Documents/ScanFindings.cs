namespace ContactCenter.Files;

/// <summary>What was found in one file so far, and what of it could not be read.</summary>
internal sealed class ScanFindings(DocumentScanOptions options)
{
    private ScanVerdict _found = ScanVerdict.Clean;
    private bool _isUnread;
    private string? _passed;

    /// <summary>Whether nothing that follows can change the verdict.</summary>
    internal bool IsOver => _found.IsBlocked;

    internal ScanVerdict Verdict => _found.IsBlocked ? _found
        : _isUnread ? ScanVerdict.NotRead
        : _passed is { } code ? ScanVerdict.Unread(code)
        : ScanVerdict.Clean;

    /// <summary>A text was read, or could not be.</summary>
    internal void Add(ScanVerdict verdict)
    {
        if (verdict.IsBlocked)
        {
            _found = ScanVerdict.Worst(_found, verdict);
        }
        else if (!verdict.IsClean)
        {
            CannotRead();
        }
    }

    internal void CannotRead() => CannotRead(options.Unreadable, "unreadable");

    /// <param name="isEmbedded">It is part of a document.</param>
    internal void CannotReadImage(bool isEmbedded) =>
        CannotRead(isEmbedded ? options.EmbeddedImages : options.Images, "image");

    /// <summary>A bound was met. No policy lets that pass: nobody knows what comes behind it.</summary>
    internal void IsBeyondBounds() => _isUnread = true;

    private void CannotRead(UnreadPolicy policy, string code)
    {
        _isUnread |= policy == UnreadPolicy.Block;
        _passed ??= code;
    }
}

using ContactCenter.Attachments;
using ContactCenter.Files;

namespace ContactCenter.DependencyInjection;

/// <summary>What may be attached to messages, in both directions.</summary>
/// <remarks>Source: chat specification R63 to R71.</remarks>
public sealed class AttachmentOptions
{
    /// <summary>Whether files can be sent at all.</summary>
    /// <value>Default: yes.</value>
    public bool IsEnabled { get; set; } = true;

    /// <summary>How many files one message may have; one more is refused as <c>too-many-files</c>.</summary>
    /// <value>Default: 10. 1 to 100.</value>
    public int MaxFiles { get; set; } = 10;

    /// <summary>The files of one message stay below it together, in bytes; else <c>files-too-large</c>.</summary>
    /// <value>Default: 25,000,000. 1 to 1,000,000,000.</value>
    public long MaxTotalBytes { get; set; } = 25_000_000;

    /// <summary>
    /// The extensions that are taken, in lower case and without the dot; the last one of a name decides. Clear it to
    /// begin a list of your own.
    /// </summary>
    /// <value>Default: the office formats of the specification's list; neither images nor programs.</value>
    public IList<string> Extensions { get; } = [.. AttachmentPolicy.Published];

    /// <summary>How long the scanners may take; past it the file is blocked.</summary>
    /// <value>Default: 1 minute. Above 0, at most 1 hour.</value>
    public TimeSpan ScanTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many files of one chat may be on their way at a time; more are refused as busy.</summary>
    /// <value>Default: 50. 1 to 1,000.</value>
    public int MaxPending { get; set; } = 50;

    /// <summary>How far documents are read, and what becomes of what cannot be read.</summary>
    public DocumentScanOptions Documents { get; } = new();
}

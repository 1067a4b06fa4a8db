namespace ContactCenter.Files;

/// <summary>Looks into an attachment before anybody else may, and says whether it may be delivered.</summary>
/// <remarks>
/// <para>
/// Scanners form a chain, in the order in which they were added, and the worst verdict wins. A file is delivered only
/// if none blocks it and at least one that looks for card data has read it. A scanner that throws or takes too long
/// blocks the file: what cannot be judged does not travel.
/// </para>
/// <para>
/// After a crash a file may be scanned again, and by a rescan long after it was delivered, so a scan has no effect but
/// its verdict. Called from any thread, for several files at once.
/// </para>
/// </remarks>
public interface IAttachmentScanner
{
    /// <summary>What the scanner is called in records of its verdicts, such as <c>text</c>.</summary>
    string Name { get; }

    /// <summary>Whether its <see cref="ScanVerdict.Clean"/> says that there is no card data in the file.</summary>
    bool LooksForCardData { get; }

    /// <summary>Judges a file.</summary>
    /// <param name="file">The file, in quarantine or delivered before. Dispose of the streams that it opens.</param>
    /// <param name="cancellationToken">The time for the scan is over, or the host stops.</param>
    ValueTask<ScanVerdict> ScanAsync(QuarantinedFile file, CancellationToken cancellationToken);
}

namespace ContactCenter.Files;

/// <summary>What becomes of a file, given what every scanner of the chain said.</summary>
internal static class ScanJudgement
{
    /// <summary>The code of a file that no scanner which looks for card data has read.</summary>
    internal const string Unreadable = "unreadable";

    /// <summary>
    /// <see cref="ScanVerdict.Clean"/> or <see cref="ScanVerdict.Unread"/>, to be delivered, or
    /// <see cref="ScanVerdict.Blocked"/>; never anything between.
    /// </summary>
    /// <param name="scans">In the order of the chain: whether the scanner looks for card data, and its verdict.</param>
    internal static ScanVerdict Of(params ReadOnlySpan<(bool LooksForCardData, ScanVerdict Verdict)> scans)
    {
        var worst = ScanVerdict.Clean;
        var passed = ScanVerdict.Clean;
        var isRead = false;
        foreach (var (looksForCardData, verdict) in scans)
        {
            worst = ScanVerdict.Worst(worst, verdict);
            passed = verdict.IsUnread ? ScanVerdict.Worst(passed, verdict) : passed;
            isRead |= looksForCardData && (verdict.IsClean || verdict.IsUnread);
        }

        return worst.IsBlocked ? worst : isRead ? passed : ScanVerdict.Blocked(Unreadable);
    }

    /// <summary>
    /// The same of a file that was delivered long ago: <see cref="ScanVerdict.Blocked"/> only where a scanner has found
    /// something. That nobody can judge it today, <see cref="ScanVerdict.NotRead"/>, takes nothing from anybody.
    /// </summary>
    /// <param name="scans">As above.</param>
    internal static ScanVerdict Again(params ReadOnlySpan<(bool LooksForCardData, ScanVerdict Verdict)> scans)
    {
        foreach (var (_, verdict) in scans)
        {
            if (verdict is { IsBlocked: true, Code: not (Unreadable or TextAttachmentScanner.Unscannable) })
            {
                return verdict;
            }
        }

        return Of(scans) is { IsClean: true } clean ? clean : ScanVerdict.NotRead;
    }
}

using ContactCenter.Files;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>The floor's scanners, one after the other. Whoever throws says that the file is unreadable.</summary>
/// <remarks>Safe for any thread.</remarks>
internal sealed class ScannerChain(FloorId floor, IReadOnlyList<IAttachmentScanner> scanners, ILogger logger)
{
    /// <summary>What each of them says, in their order; see <see cref="ScanJudgement"/>.</summary>
    internal async ValueTask<(bool LooksForCardData, ScanVerdict Verdict)[]> ScanAsync(
        QuarantinedFile file, CancellationToken cancellationToken)
    {
        var scans = new (bool LooksForCardData, ScanVerdict Verdict)[scanners.Count];
        for (var index = 0; index < scans.Length; index++)
        {
            scans[index] = (
                scanners[index].LooksForCardData,
                await VerdictAsync(scanners[index], file, cancellationToken).ConfigureAwait(false));
        }

        return scans;
    }

    private async Task<ScanVerdict> VerdictAsync(
        IAttachmentScanner scanner, QuarantinedFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await scanner.ScanAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ScannerFailed(logger, scanner.Name, floor, exception.GetType().Name);
            return ScanVerdict.Blocked(ScanJudgement.Unreadable);
        }
    }
}

using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Files;
using ContactCenter.Redaction;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Carries out what the floor wants done with attachments: scan, release, destroy. Scanners may be slow, throw or hang:
/// the file is blocked then, and nothing else notices.
/// </summary>
internal sealed class FileEffects(
    FloorId floor,
    Follower follower,
    IAttachmentStore? store,
    IReadOnlyList<IAttachmentScanner> scanners,
    TranscriptReader transcripts,
    RedactionLanes lanes,
    WorkInHand work,
    Func<Command, Task<Answer>> bring,
    FloorClock clock,
    TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);

    // A scanner that hangs keeps its place: once all are taken, files are blocked when their time is over.
    private readonly HostCalls _calls = new();
    private readonly ScanTurns _turns = new();

    /// <summary>Does what comes next with a file; again after a crash, which is no harm.</summary>
    internal void Begin(Attachment file) => Begin(() => file.State switch
    {
        AttachmentState.Scanning => ScanAsync(file),
        AttachmentState.Clean => ReleaseAsync(file),
        _ => DestroyAsync(file),
    });

    /// <summary>Something about files that nobody waits for.</summary>
    internal void Begin(Func<Task> task) =>
        work.Begin(task, exception => Log.AttachmentStoreFailed(logger, floor, exception.GetType().Name));

    private async Task ScanAsync(Attachment file)
    {
        using var late = UntilDue(file);
        using var end = OrStopping(late);
        QuarantinedFile? scanned = null;
        while (!await TryAsync(
            async token => scanned = await QuarantinedAsync(file, token).ConfigureAwait(false), end.Token)
            .ConfigureAwait(false))
        {
            await work.RestAsync(TryAgainAfter, end.Token).ConfigureAwait(false);
        }

        await using var turn = await _turns.EnterAsync(file.Chat, end.Token).ConfigureAwait(false);
        var verdict = await _calls.WhenFreeAsync(token => turn.HoldAsync(() => JudgeAsync(scanned!, token)), end.Token)
            .ConfigureAwait(false);
        await bring(verdict.IsUnread
            ? new JudgeFile(file.Number, Code: null, Unread: verdict.Code)
            : new JudgeFile(file.Number, verdict.Code)).ConfigureAwait(false);
    }

    private async ValueTask<ScanVerdict> JudgeAsync(QuarantinedFile scanned, CancellationToken cancellationToken)
    {
        var scans = new (bool LooksForCardData, ScanVerdict Verdict)[scanners.Count];
        for (var index = 0; index < scans.Length; index++)
        {
            scans[index] = (
                scanners[index].LooksForCardData,
                await VerdictAsync(scanners[index], scanned, cancellationToken).ConfigureAwait(false));
        }

        return ScanJudgement.Of(scans);
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

    private async Task<QuarantinedFile> QuarantinedAsync(Attachment file, CancellationToken cancellationToken)
    {
        var key = KeyOf(file);
        var (name, extension) = await transcripts.ReadFileAsync(file.Chat, file.Number, cancellationToken)
            .ConfigureAwait(false);
        return new QuarantinedFile(
            key, name ?? string.Empty, extension, file.Length, token => store!.OpenQuarantinedAsync(key, token));
    }

    private async Task ReleaseAsync(Attachment file)
    {
        using var late = UntilDue(file);
        using var end = OrStopping(late);
        while (true)
        {
            Body? name = null;
            var isReleased = await TryAsync(
                async token =>
                {
                    await store!.ReleaseAsync(KeyOf(file), token).ConfigureAwait(false);

                    // It was redacted before it was kept; once more changes nothing, and makes it redacted text.
                    var (text, _) = await transcripts.ReadFileAsync(file.Chat, file.Number, token)
                        .ConfigureAwait(false);
                    var context = new RedactionContext { Direction = RedactionDirection.Outbound };
                    name = await lanes.SealAsync(text ?? string.Empty, context).ConfigureAwait(false);
                },
                end.Token).ConfigureAwait(false);
            if (isReleased && name is not null)
            {
                await bring(new SettleFile(file.Number, name)).ConfigureAwait(false);
                return;
            }

            if (!IsClean(file))
            {
                // Blocked meanwhile: it is being destroyed, and there is nothing to release any more.
                return;
            }

            await work.RestAsync(TryAgainAfter, end.Token).ConfigureAwait(false);
        }
    }

    private bool IsClean(Attachment file) => follower.Read(
        state => state.Effects.GetValueOrDefault(file.Number) is Attachment { State: AttachmentState.Clean });

    private async Task DestroyAsync(Attachment file)
    {
        while (!await TryAsync(token => store!.DestroyAsync(KeyOf(file), token), work.Stopping)
            .ConfigureAwait(false))
        {
            await work.RestAsync(TryAgainAfter, work.Stopping).ConfigureAwait(false);
        }

        await bring(new SettleFile(file.Number, Name: null)).ConfigureAwait(false);
    }

    private async Task<bool> TryAsync(Func<CancellationToken, ValueTask> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.AttachmentStoreFailed(logger, floor, exception.GetType().Name);
            return false;
        }
    }

    /// <summary>Cancelled when the file is blocked in any case, by the floor's own alarm.</summary>
    private CancellationTokenSource UntilDue(Attachment file)
    {
        var wait = file.DueAt!.Value - clock.Now;
        return new CancellationTokenSource(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time);
    }

    private CancellationTokenSource OrStopping(CancellationTokenSource late) =>
        CancellationTokenSource.CreateLinkedTokenSource(late.Token, work.Stopping);

    private FileKey KeyOf(Attachment file) => new(floor, file.Chat, file.File);
}

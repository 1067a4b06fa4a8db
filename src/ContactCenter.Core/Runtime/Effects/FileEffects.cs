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
    ScannerChain scanners,
    bool masksTexts,
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
        var verdict = await JudgeAsync(scanned!, turn, end.Token).ConfigureAwait(false);
        if (masksTexts && MaskedCopy.IsFor(scanned!.Extension)
            && await MaskAsync(file, scanned, verdict.IsBlocked, end.Token).ConfigureAwait(false) is { } length)
        {
            verdict = await JudgeAsync(scanned.OfLength(length), turn, end.Token).ConfigureAwait(false);
            file = file with { Length = length, Code = BlockCodes.Masked };
        }

        await bring(new JudgeFile(
            file.Number,
            verdict.IsUnread ? null : verdict.Code,
            verdict.IsUnread ? verdict.Code : null,
            file.Code is null ? null : file.Length)).ConfigureAwait(false);
    }

    private Task<ScanVerdict> JudgeAsync(QuarantinedFile scanned, ScanTurns.Turn turn, CancellationToken end) =>
        _calls.WhenFreeAsync(token => turn.HoldAsync(() => JudgeAsync(scanned, token)), end);

    /// <returns>How long the masked copy is that is in quarantine now; null where there is none.</returns>
    private async ValueTask<long?> MaskAsync(
        Attachment file, QuarantinedFile scanned, bool isBlocked, CancellationToken cancellationToken)
    {
        long? length = null;
        await TryAsync(
            async token =>
            {
                if (!isBlocked)
                {
                    // A crash after the last mask, and before its verdict, leaves a copy of another length.
                    var there = await scanned.CountAsync(token).ConfigureAwait(false);
                    length = there == file.Length ? null : there;
                }
                else if (await MaskedCopy.OfAsync(scanned, text => RedactAsync(file, text), token)
                    .ConfigureAwait(false) is { } copy)
                {
                    length = await store!.QuarantineAsync(KeyOf(file), new MemoryStream(copy), copy.Length, token)
                        .ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
        if (length is not null && !Is(AttachmentState.Scanning, file))
        {
            // Blocked meanwhile, and perhaps destroyed before the copy came.
            await TryAsync(token => store!.DestroyAsync(KeyOf(file), token), work.Stopping).ConfigureAwait(false);
        }

        return length;
    }

    private async ValueTask<RedactedText?> RedactAsync(Attachment file, string text)
    {
        var (redacted, _, _) = await lanes.RedactAsync(text, new RedactionContext
        {
            Author = file.Author.Kind,
            Direction = file.Author.Kind == ActorKind.Customer
                ? RedactionDirection.Inbound
                : RedactionDirection.Outbound,
        }).ConfigureAwait(false);
        return redacted;
    }

    private async ValueTask<ScanVerdict> JudgeAsync(QuarantinedFile scanned, CancellationToken cancellationToken) =>
        ScanJudgement.Of(await scanners.ScanAsync(scanned, cancellationToken).ConfigureAwait(false));

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

                    // It was redacted before it was kept, by the policy for whoever sent it.
                    var (text, _) = await transcripts.ReadFileAsync(file.Chat, file.Number, token)
                        .ConfigureAwait(false);
                    name = text is { Length: > 0 } ? new Body(RedactedText.FromStore(text), Randomness.Next()) : null;
                },
                end.Token).ConfigureAwait(false);
            if (isReleased && name is not null)
            {
                await bring(new SettleFile(file.Number, name)).ConfigureAwait(false);
                return;
            }

            if (!Is(AttachmentState.Clean, file))
            {
                // Blocked meanwhile: it is being destroyed, and there is nothing to release any more.
                return;
            }

            await work.RestAsync(TryAgainAfter, end.Token).ConfigureAwait(false);
        }
    }

    private bool Is(AttachmentState expected, Attachment file) => follower.Read(state =>
        state.Effects.GetValueOrDefault(file.Number) is Attachment { State: var now } && now == expected);

    /// <summary>Ends once it is gone: a store that fails is asked again.</summary>
    internal async Task DestroyAsync(Attachment file)
    {
        while (!await TryAsync(token => DestroyAsync(file, token), work.Stopping).ConfigureAwait(false))
        {
            await work.RestAsync(TryAgainAfter, work.Stopping).ConfigureAwait(false);
        }

        await bring(new SettleFile(file.Number, Name: null)).ConfigureAwait(false);
    }

    private async ValueTask DestroyAsync(Attachment file, CancellationToken cancellationToken)
    {
        if (file.Copy != Guid.Empty)
        {
            try
            {
                await store!.ReleaseAsync(KeyOf(file) with { Id = file.Copy }, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is FileNotFoundException or AttachmentDamagedException)
            {
                // Erased with its contact meanwhile, or broken for good: whoever asks for it is told that it is gone.
                Log.AttachmentStoreFailed(logger, floor, exception.GetType().Name);
            }
        }

        await store!.DestroyAsync(KeyOf(file), cancellationToken).ConfigureAwait(false);
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

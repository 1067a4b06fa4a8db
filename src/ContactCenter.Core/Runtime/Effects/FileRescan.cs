using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Files;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Looks at one delivered attachment after the other by the scanners of today. What is found is in the log before the
/// store does anything: from then on nobody opens it, and a crash only repeats its destruction.
/// </summary>
/// <remarks>
/// A masked copy is a file of its own. It waits in quarantine, where a crash has it swept away, until the log names it.
/// </remarks>
internal sealed class FileRescan(
    FloorId floor,
    IJournal journal,
    Follower follower,
    IAttachmentStore? store,
    ScannerChain scanners,
    Quarantine quarantine,
    FileEffects files,
    TranscriptReader transcripts,
    RedactionLanes lanes,
    WorkInHand work,
    TimeProvider time,
    ILogger logger)
{
    // Not those of files that are sent now: what hangs over old ones must not take their places.
    private readonly HostCalls _calls = new();

    /// <summary>Looks at one.</summary>
    /// <param name="effect">The rescan.</param>
    /// <param name="chat">Its contact, live or closed.</param>
    /// <param name="line">Its line.</param>
    /// <param name="extension">The last one of the name that it was sent with.</param>
    /// <param name="bring">Tells the floor.</param>
    internal async Task RescanAsync(
        long effect, long chat, TranscriptLine line, string extension, Func<Command, Task<Answer>> bring)
    {
        var key = new FileKey(floor, chat, line.File);
        var file = new QuarantinedFile(
            key, line.Text, extension, line.FileLength ?? 0, token => store!.OpenAsync(key, token));
        var verdict = await JudgeAsync(file).ConfigureAwait(false);
        if (!verdict.IsBlocked)
        {
            var finding = verdict.IsClean ? FileFinding.Clean : FileFinding.NotJudged;
            await bring(new RescanFile(effect, chat, line.Sequence, finding)).ConfigureAwait(false);
            return;
        }

        var (copy, isTold) = (await MaskAsync(file, line.Author).ConfigureAwait(false), false);
        try
        {
            var of = await CustomerOfAsync(chat).ConfigureAwait(false);
            if (!await IsThereAsync(chat, line).ConfigureAwait(false))
            {
                // Erased meanwhile: nobody would ever destroy the copy.
                return;
            }

            isTold = true;
            var answer = await bring(Found(effect, chat, line, verdict.Code!, copy, of)).ConfigureAwait(false);
            if (follower.Read(state => state.Effects.GetValueOrDefault(answer.Reply.Number)) is Attachment withdrawn)
            {
                await files.DestroyAsync(withdrawn).ConfigureAwait(false);
            }
        }
        finally
        {
            if (copy is not null)
            {
                if (!isTold)
                {
                    await DiscardAsync(key with { Id = copy.File }).ConfigureAwait(false);
                }

                quarantine.Forget(copy.File);
            }
        }
    }

    private static RescanFile Found(
        long effect, long chat, TranscriptLine line, string code, AttachedFile? copy, CustomerId of)
    {
        var (finding, kind) = copy is null
            ? (FileFinding.Withdrawn, LineKind.WithdrawnFile)
            : (FileFinding.Masked, LineKind.File);
        var name = RedactedText.FromStore(line.Text);
        var reads = new Line(chat, line.Sequence, kind, line.Author, name, Code: null, Randomness.Next())
        {
            SaidAt = line.At.UtcTicks,
            Attached = copy,
        };
        return new RescanFile(effect, chat, line.Sequence, finding, new Withdrawal(of, line.File, code, reads));
    }

    /// <summary>Clean; blocked, where something was found; else nobody could judge it, or not in time.</summary>
    private async Task<ScanVerdict> JudgeAsync(QuarantinedFile file)
    {
        var timeout = follower.Read(static state => state.Configuration.Attachments.ScanTimeout);
        using var late = new CancellationTokenSource(timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, work.Stopping);
        try
        {
            return ScanJudgement.Again(await _calls
                .NowAsync(token => scanners.ScanAsync(file, token), end.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            work.Stopping.ThrowIfCancellationRequested();
            return ScanVerdict.NotRead;
        }
    }

    /// <returns>The masked copy, in quarantine and clean; null where there can be none.</returns>
    private async Task<AttachedFile?> MaskAsync(QuarantinedFile file, Actor author)
    {
        if (!MaskedCopy.IsFor(file.Extension))
        {
            return null;
        }

        var key = file.Key with { Id = quarantine.NewFile(file.Key.Chat) };
        try
        {
            if (await MaskedCopy.OfAsync(file, text => lanes.MaskAsync(text, author), work.Stopping)
                .ConfigureAwait(false) is { } masked)
            {
                var length = await store!
                    .QuarantineAsync(key, new MemoryStream(masked), masked.Length, work.Stopping)
                    .ConfigureAwait(false);
                var held = new QuarantinedFile(
                    key, file.Name, file.Extension, length, token => store!.OpenQuarantinedAsync(key, token));
                if (await JudgeAsync(held).ConfigureAwait(false) is { IsClean: true })
                {
                    return new AttachedFile(key.Id, length);
                }
            }
        }
        catch (Exception exception) when (!work.Stopping.IsCancellationRequested)
        {
            // What cannot be masked is withdrawn whole.
            Log.AttachmentStoreFailed(logger, floor, exception.GetType().Name);
        }

        await DiscardAsync(key).ConfigureAwait(false);
        quarantine.Forget(key.Id);
        return null;
    }

    private async Task DiscardAsync(FileKey copy)
    {
        try
        {
            await store!.DestroyAsync(copy, work.Stopping).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Swept away when the floor starts again.
            quarantine.Report(exception);
        }
    }

    private async Task<bool> IsThereAsync(long chat, TranscriptLine line) =>
        await transcripts.ReadAsync(chat, line.Sequence - 1, 1, work.Stopping).ConfigureAwait(false) is [{ } now]
        && (now.Sequence, now.File) == (line.Sequence, line.File);

    private async Task<CustomerId> CustomerOfAsync(long chat)
    {
        try
        {
            return follower.Read(state => state.Chats.GetValueOrDefault(chat))?.Customer
                ?? (await journal.FindContactAsync(floor, chat, work.Stopping).ConfigureAwait(false))?.Customer
                ?? default;
        }
        catch (JournalFormatException)
        {
            // What is in the file must go, whoever it is of.
            return default;
        }
    }
}

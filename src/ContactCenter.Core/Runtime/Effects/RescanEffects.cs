using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Carries a rescan out, contact by contact, and attachment by attachment. How far it has come is in the log: begun
/// again after a crash it reads one contact twice at most, and what was masked is masked already.
/// </summary>
internal sealed class RescanEffects(
    FloorId floor,
    IJournal journal,
    Follower follower,
    RedactionLanes lanes,
    FileRescan files,
    WorkInHand work,
    Func<Command, Task<Answer>> bring,
    ILogger logger)
{
    /// <summary>How much is read, where nothing is to be masked, before the log is told how far it has come.</summary>
    private const int LinesOfStep = 256;

    private const int ContactsOfStep = 1_024;

    internal EffectResults<(Answer Answer, int NotJudged, RescannedFiles Files, IReadOnlyList<string> Damaged)> Results
    {
        get;
    } = new(follower, work);

    internal void Begin(long effect)
    {
        Results.Begin(effect);
        work.Begin(() => RunAsync(effect), Failed);
    }

    private void Failed(Exception exception) => Log.RescanFailed(logger, floor, exception.GetType().Name);

    private async Task RunAsync(long effect)
    {
        var damages = new Damages(floor, logger);
        while (follower.Read(static state => state.Rescan) is { } rescan && rescan.Number == effect)
        {
            await work.TryAsync(() => StepAsync(rescan, damages), Failed).ConfigureAwait(false);
        }
    }

    /// <summary>Reads on until there is something to tell: a contact that reads otherwise, or enough.</summary>
    private async Task StepAsync(RescanUnderWay rescan, Damages damages)
    {
        var (chat, lines, notJudged, isMasked) = (rescan.Chat, 0, 0, false);
        while (chat < rescan.UpTo && lines < LinesOfStep && chat - rescan.Chat < ContactsOfStep && !isMasked)
        {
            work.Stopping.ThrowIfCancellationRequested();
            chat++;
            try
            {
                var read = await ReadAsync(rescan, chat, lines, notJudged, damages).ConfigureAwait(false);
                isMasked = read.IsMasked;
                (lines, notJudged) = isMasked
                    ? (read.Lines, read.NotJudged)
                    : (lines + read.Lines, notJudged + read.NotJudged);
                await LookAtAsync(rescan, chat, read.Files).ConfigureAwait(false);
            }
            catch (JournalFormatException)
            {
                // Not a line of it, but what it hangs by: nothing of it can be judged, and the next one can.
                damages.Add(chat);
                (lines, notJudged) = (lines + 1, notJudged + 1);
            }
        }

        var sofar = follower.Read(static state => state.Rescan!);
        var answer = await BringAsync(new RescanLines(rescan.Number, chat, [], lines, notJudged))
            .ConfigureAwait(false);
        if (chat == rescan.UpTo)
        {
            Results.Finish(rescan.Number, (answer, sofar.Unread + notJudged, sofar.Files, damages.Places));
        }
    }

    /// <summary>
    /// Reads the lines of one contact, and masks what is to be masked: in the lane, until it is in the log, so that
    /// nobody hides a line otherwise meanwhile.
    /// </summary>
    /// <param name="lines">How many were read since the log was told; it is told with what is masked.</param>
    /// <param name="notJudged">How many of those could not be judged.</param>
    private async Task<ReadAgain> ReadAsync(
        RescanUnderWay rescan, long chat, int lines, int notJudged, Damages damages)
    {
        var queue = lanes.AsksForQueue ? await QueueOfAsync(chat).ConfigureAwait(false) : null;
        if (!await lanes.EnterAsync(chat).ConfigureAwait(false))
        {
            throw new InvalidOperationException("The lane of a chat is full.");
        }

        try
        {
            var read = await lanes.ReadAgainAsync(chat, rescan.From, queue, damages, work.Stopping)
                .ConfigureAwait(false);
            foreach (var part in PartsOf(read, new RescanLines(rescan.Number, chat - 1, [], 0, 0)))
            {
                // The contact itself is not done: its attachments come after its lines.
                await BringAsync(part with { Lines = lines, Unread = notJudged }).ConfigureAwait(false);
                (lines, notJudged) = (0, 0);
            }

            return read;
        }
        finally
        {
            lanes.Leave(chat);
        }
    }

    /// <summary>What is to be masked, as much at a time as a batch holds.</summary>
    private static IEnumerable<RescanLines> PartsOf(ReadAgain read, RescanLines part) =>
    [
        .. read.Names.Card is { } card ? (RescanLines[])[part with { Card = card }] : [],
        .. read.Names.Files.Chunk(RescanLines.MaxMasked).Select(files => part with { Named = files }),
        .. read.Masked.Chunk(RescanLines.MaxMasked).Select(lines => part with { Masked = lines }),
    ];

    /// <summary>Looks at the attachments of one contact, but for those that were looked at before a crash.</summary>
    private async Task LookAtAsync(
        RescanUnderWay rescan, long chat, IReadOnlyList<(TranscriptLine Line, string Extension)> sent)
    {
        foreach (var (line, extension) in sent.Where(file => (chat, file.Line.Sequence).CompareTo(rescan.File) > 0))
        {
            work.Stopping.ThrowIfCancellationRequested();
            await files.RescanAsync(rescan.Number, chat, line, extension, BringAsync).ConfigureAwait(false);
        }
    }

    private async Task<Answer> BringAsync(Command command)
    {
        var answer = await bring(command).ConfigureAwait(false);
        return answer.Rejection is null ? answer
            : answer.Rejection == Rejections.NotRunning ? throw new OperationCanceledException("The floor has stopped.")
            : throw new InvalidOperationException(answer.Rejection.Code);
    }

    private async ValueTask<QueueName?> QueueOfAsync(long chat)
    {
        if (lanes.QueueOf(follower, chat) is { } open)
        {
            return open;
        }

        var closed = await journal.FindContactAsync(floor, chat, work.Stopping).ConfigureAwait(false);
        return closed is { } contact ? BatchCodec.ReadContact(floor, contact).Queue : default(QueueName?);
    }
}

using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Carries a rescan out, contact by contact. How far it has come is in the log: begun again after a crash it reads one
/// contact twice at most, and what was masked is masked already.
/// </summary>
internal sealed class RescanEffects(
    FloorId floor,
    IJournal journal,
    Follower follower,
    RedactionLanes lanes,
    WorkInHand work,
    Func<Command, Task<Answer>> bring,
    ILogger logger)
{
    /// <summary>How much is read, where nothing is to be masked, before the log is told how far it has come.</summary>
    private const int LinesOfStep = 256;

    private const int ContactsOfStep = 1_024;

    internal EffectResults<(Answer Answer, int NotJudged)> Results { get; } = new(follower, work);

    internal void Begin(long effect)
    {
        Results.Begin(effect);
        work.Begin(() => RunAsync(effect), Failed);
    }

    private void Failed(Exception exception) => Log.RescanFailed(logger, floor, exception.GetType().Name);

    private async Task RunAsync(long effect)
    {
        while (follower.Read(static state => state.Rescan) is { } rescan && rescan.Number == effect)
        {
            await work.TryAsync(() => StepAsync(rescan), Failed).ConfigureAwait(false);
        }
    }

    /// <summary>Reads on until there is something to tell: a contact that reads otherwise, or enough.</summary>
    private async Task StepAsync(RescanUnderWay rescan)
    {
        var (chat, lines, notJudged) = (rescan.Chat, 0, 0);
        while (chat < rescan.UpTo && lines < LinesOfStep && chat - rescan.Chat < ContactsOfStep)
        {
            work.Stopping.ThrowIfCancellationRequested();
            chat++;
            var queue = lanes.AsksForQueue ? await QueueOfAsync(chat).ConfigureAwait(false) : null;
            if (!await lanes.EnterAsync(chat).ConfigureAwait(false))
            {
                throw new InvalidOperationException("The lane of a chat is full.");
            }

            try
            {
                // In the lane, until it is in the log: nobody hides a line otherwise meanwhile.
                var read = await lanes.ReadAgainAsync(chat, rescan.From, queue, work.Stopping).ConfigureAwait(false);
                (lines, notJudged) = (lines + read.Lines, notJudged + read.NotJudged);
                if (read.Masked.Count > 0)
                {
                    await TellAsync(rescan, chat, read.Masked, lines, notJudged).ConfigureAwait(false);
                    return;
                }
            }
            finally
            {
                lanes.Leave(chat);
            }
        }

        await TellAsync(rescan, chat, [], lines, notJudged).ConfigureAwait(false);
    }

    private async Task TellAsync(
        RescanUnderWay rescan, long chat, IReadOnlyList<Line> masked, int lines, int notJudged)
    {
        var parts = masked.Chunk(RescanLines.MaxMasked).ToArray();
        foreach (var part in parts.SkipLast(1))
        {
            await BringAsync(new RescanLines(rescan.Number, chat - 1, part, 0, 0)).ConfigureAwait(false);
        }

        var answer = await BringAsync(new RescanLines(rescan.Number, chat, parts.LastOrDefault([]), lines, notJudged))
            .ConfigureAwait(false);
        if (chat == rescan.UpTo)
        {
            Results.Finish(rescan.Number, (answer, rescan.Unread + notJudged));
        }
    }

    private async Task<Answer> BringAsync(RescanLines command)
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

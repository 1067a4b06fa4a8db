using ContactCenter.Chats;
using ContactCenter.Redaction;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Carries out the floor's questions to the bot, after they are durable, and answers by command. A bot that throws is
/// asked again while there is time; whatever else goes wrong becomes the command that sends the chat to its queue.
/// </summary>
/// <remarks>
/// The floor has an alarm of its own at the deadline. Nothing here need be in time, and a question that finds no place
/// costs its chat no more than a bot that is silent.
/// </remarks>
internal sealed class BotEffects(
    IChatBot? bot,
    FloorId floor,
    Follower follower,
    TranscriptReader transcripts,
    RedactionLanes lanes,
    Func<Command, Task<Answer>> admit,
    FloorClock clock,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    private const int MaxLines = 50;

    // Before the second attempt and before the third, which is the last.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    private readonly HostCalls _calls = new();
#pragma warning disable CA2213 // cancelled, not disposed: runs that are ending still hold on to it
    private readonly CancellationTokenSource _stopping = new();
#pragma warning restore CA2213
    private readonly WorkInHand _work = new(time);

    /// <summary>No question is under way; one that waits for time to pass before it is asked again rests.</summary>
    internal bool IsIdle => _work.IsDone;

    /// <summary>Lets go of whatever the bot is thinking about; it stays pending in the floor's state.</summary>
    public void Dispose() => _stopping.Cancel();

    internal void Begin(long effect, long chat, int upTo, DateTimeOffset dueAt) => _work.Begin(
        async () => await AnswerAsync(await AskAsync(effect, chat, upTo, dueAt).ConfigureAwait(false), dueAt)
            .ConfigureAwait(false),
        exception => Log.BotFailed(logger, floor, chat, exception.GetType().Name));

    /// <summary>A full mailbox is no reason to lose what the bot has said: it is brought until it is late.</summary>
    private async Task AnswerAsync(Command answer, DateTimeOffset dueAt)
    {
        while ((await admit(answer).ConfigureAwait(false)).Rejection == Rejections.Busy
            && clock.Now < dueAt && !_stopping.IsCancellationRequested)
        {
            await Task.Yield();
        }
    }

    private async Task<Command> AskAsync(long effect, long chat, int upTo, DateTimeOffset dueAt)
    {
        var wait = dueAt - clock.Now;
        if (bot is null || wait <= TimeSpan.Zero)
        {
            return new GiveUpOnBot(effect);
        }

        try
        {
            using var late = new CancellationTokenSource(wait, time);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _stopping.Token);
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    return await TurnAsync(effect, chat, upTo, end.Token).ConfigureAwait(false) is { } turn
                        ? await CommandAsync(effect, turn, await AskAsync(bot, turn, end.Token).ConfigureAwait(false))
                            .ConfigureAwait(false)
                        : new GiveUpOnBot(effect);
                }
                catch (Exception exception) when (
                    attempt < Pauses.Length && !end.IsCancellationRequested && clock.Now + Pauses[attempt] < dueAt)
                {
                    Log.BotFailed(logger, floor, chat, exception.GetType().Name);
                }

                await _work.RestAsync(Pauses[attempt], end.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            Log.BotFailed(logger, floor, chat, exception.GetType().Name);
            return new GiveUpOnBot(effect);
        }
    }

    private Task<BotReply> AskAsync(IChatBot asked, BotTurn turn, CancellationToken end) =>
        _calls.WhenFreeAsync(told => asked.ReplyAsync(turn, told), end);

    private async Task<BotTurn?> TurnAsync(
        long effect, long chat, int upTo, CancellationToken cancellationToken)
    {
        // Nobody waits for the answer any more where the chat went to its queue while the bot was failing.
        var turn = follower.Read(state => state.Effects.ContainsKey(effect)
            && state.Chats.TryGetValue(chat, out var session)
            ? new BotTurn(new ChatId(floor, chat), session.Customer, session.Queue, [])
            : null);

        // Up to the question and no further: what came after it is asked about next, and would be answered twice.
        var limit = Math.Min(upTo, MaxLines);
        var lines = await transcripts.ReadAsync(chat, upTo - limit, limit, cancellationToken).ConfigureAwait(false);
        return turn is null ? null : turn with { Lines = lines };
    }

    private async Task<Command> CommandAsync(long effect, BotTurn turn, BotReply reply)
    {
        if (string.IsNullOrWhiteSpace(reply.Text))
        {
            // A bot need not speak first, and may wait for more; but one without an answer would keep its customer.
            var isAnswer = reply.HandsOver || reply.Waits
                || !turn.Lines.Any(line => line.Author.IsCustomer(turn.Customer));
            return isAnswer ? new AnswerForBot(effect, Body: null, reply.HandsOver) : new GiveUpOnBot(effect);
        }

        var context = new RedactionContext { Direction = RedactionDirection.Outbound };
        var body = await lanes.SealAsync(reply.Text, context).ConfigureAwait(false);
        return body is null ? new GiveUpOnBot(effect) : new AnswerForBot(effect, body, reply.HandsOver);
    }
}

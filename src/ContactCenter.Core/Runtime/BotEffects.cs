using ContactCenter.Chats;
using ContactCenter.Redaction;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Carries out the floor's questions to the bot, after they are durable, and answers by command. Whatever goes wrong
/// becomes the command that sends the chat to its queue.
/// </summary>
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

#pragma warning disable CA2213 // cancelled, not disposed: runs that are ending still hold on to both
    private readonly SemaphoreSlim _slots = new(64);
    private readonly CancellationTokenSource _stopping = new();
#pragma warning restore CA2213
    private int _running;

    internal bool IsIdle => Volatile.Read(ref _running) == 0;

    /// <summary>Lets go of whatever the bot is thinking about; it stays pending in the floor's state.</summary>
    public void Dispose() => _stopping.Cancel();

    internal void Begin(long effect, long chat, int upTo, DateTimeOffset dueAt)
    {
        Interlocked.Increment(ref _running);
        _ = RunAsync(effect, chat, upTo, dueAt);
    }

    private async Task RunAsync(long effect, long chat, int upTo, DateTimeOffset dueAt)
    {
        // The follower must not wait for a bot that answers without ever yielding.
        await Task.Yield();
        try
        {
            await _slots.WaitAsync(_stopping.Token).ConfigureAwait(false);
            try
            {
                await AnswerAsync(await AskAsync(effect, chat, upTo, dueAt).ConfigureAwait(false), dueAt)
                    .ConfigureAwait(false);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The floor stops. The effect stays in its state and is carried out when it starts again.
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

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
            if (await TurnAsync(chat, upTo, end.Token).ConfigureAwait(false) is not { } turn)
            {
                return new GiveUpOnBot(effect);
            }

            var reply = await bot.ReplyAsync(turn, end.Token).AsTask().WaitAsync(end.Token).ConfigureAwait(false);
            return await CommandAsync(effect, reply).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            Log.BotFailed(logger, floor, chat, exception.GetType().Name);
            return new GiveUpOnBot(effect);
        }
    }

    private async Task<BotTurn?> TurnAsync(long chat, int upTo, CancellationToken cancellationToken)
    {
        var turn = follower.Read(state => state.Chats.TryGetValue(chat, out var session)
            ? new BotTurn(new ChatId(floor, chat), session.Customer, session.Queue, [])
            : null);

        // Up to the question and no further: what came after it is asked about next, and would be answered twice.
        var limit = Math.Min(upTo, MaxLines);
        var lines = await transcripts.ReadAsync(chat, upTo - limit, limit, cancellationToken).ConfigureAwait(false);
        return turn is null ? null : turn with { Lines = lines };
    }

    private async Task<Command> CommandAsync(long effect, BotReply reply)
    {
        if (string.IsNullOrWhiteSpace(reply.Text))
        {
            return new AnswerForBot(effect, Body: null, reply.HandsOver);
        }

        var context = new RedactionContext { Direction = RedactionDirection.Outbound };
        var body = await lanes.SealAsync(reply.Text, context).ConfigureAwait(false);
        return body is null ? new GiveUpOnBot(effect) : new AnswerForBot(effect, body, reply.HandsOver);
    }
}

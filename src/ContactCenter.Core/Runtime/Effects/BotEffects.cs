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
    WorkInHand work,
    Func<Command, Task<Answer>> bring,
    FloorClock clock,
    TimeProvider time,
    ILogger logger)
{
    private const int MaxLines = 50;

    // Before the second attempt and before the third, which is the last.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    private readonly HostCalls _calls = new();

    internal void Begin(BotEffect asked) => work.Begin(
        async () =>
        {
            if (await AskAsync(asked).ConfigureAwait(false) is { } command)
            {
                await bring(command).ConfigureAwait(false);
            }
        },
        exception => Log.BotFailed(logger, floor, asked.Chat, exception.GetType().Name));

    /// <summary>What is to be brought in answer; null when it was brought with the bot's words.</summary>
    private async Task<Command?> AskAsync(BotEffect asked)
    {
        var (effect, chat, dueAt) = (asked.Number, asked.Chat, asked.DueAt);
        var wait = dueAt - clock.Now;
        if (bot is null || wait <= TimeSpan.Zero)
        {
            return new GiveUpOnBot(effect);
        }

        try
        {
            using var late = new CancellationTokenSource(wait, time);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, work.Stopping);
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    return await TurnAsync(asked, end.Token).ConfigureAwait(false) is { } turn
                        ? await CommandAsync(asked, turn, await ReplyAsync(turn, end.Token).ConfigureAwait(false))
                            .ConfigureAwait(false)
                        : new GiveUpOnBot(effect);
                }
                catch (Exception exception) when (
                    attempt < Pauses.Length && !end.IsCancellationRequested && clock.Now + Pauses[attempt] < dueAt)
                {
                    Log.BotFailed(logger, floor, chat, exception.GetType().Name);
                }

                await work.RestAsync(Pauses[attempt], end.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!work.Stopping.IsCancellationRequested)
        {
            Log.BotFailed(logger, floor, chat, exception.GetType().Name);
            return new GiveUpOnBot(effect);
        }
    }

    private Task<BotReply> ReplyAsync(BotTurn turn, CancellationToken end) =>
        _calls.WhenFreeAsync(told => bot!.ReplyAsync(turn, told), end);

    private async Task<BotTurn?> TurnAsync(BotEffect asked, CancellationToken cancellationToken)
    {
        var (effect, chat, upTo) = (asked.Number, asked.Chat, asked.UpTo);

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

    private async Task<Command?> CommandAsync(BotEffect asked, BotTurn turn, BotReply reply)
    {
        var effect = asked.Number;
        if (string.IsNullOrWhiteSpace(reply.Text))
        {
            // A bot need not speak first, and may wait for more; but one without an answer would keep its customer.
            var isAnswer = reply.HandsOver || reply.Waits
                || !turn.Lines.Any(line => line.Author.IsCustomer(turn.Customer));
            return isAnswer ? new AnswerForBot(effect, Body: null, reply.HandsOver) : new GiveUpOnBot(effect);
        }

        var context = new RedactionContext
        {
            Direction = RedactionDirection.Outbound,
            Author = ActorKind.Bot,
            Queue = turn.Queue,
        };
        var words = new Words(asked.Chat, Actor.Bot, reply.Text);
        var isSaid = await lanes.BringAsync(
            follower, words, context, bring, body => new AnswerForBot(effect, body, reply.HandsOver))
            .ConfigureAwait(false);
        return isSaid ? null : new GiveUpOnBot(effect);
    }
}

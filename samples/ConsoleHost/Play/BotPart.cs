using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Runtime;

namespace ConsoleHost.Play;

/// <summary>The bot's part of a chat. What it says is awaited where its customer would see it.</summary>
internal sealed class BotPart
{
    /// <summary>Counted for a line that nothing asked the bot to say: it speaks first and after its customer.</summary>
    internal const string NotAsked = "bot-not-asked";

    /// <summary>Counted for a line that the floor did not let the bot say: the chat went to its queue.</summary>
    internal const string NotHeard = "bot-not-heard";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Stage _stage;
    private readonly PlayedChat _chat;
    private readonly IAsyncEnumerator<FeedBatch> _feed;
    private bool _isPrepared;
    private bool _isOver;

    private BotPart(Stage stage, PlayedChat chat)
    {
        (_stage, _chat) = (stage, chat);
        _feed = stage.Floor.Feeds.SubscribeAsync(Actor.Customer(chat.Customer), null, stage.Stopping)
            .GetAsyncEnumerator(stage.Stopping);
    }

    /// <summary>Begins before the chat does, so that the greeting is not missed.</summary>
    internal static async Task<BotPart> OpenAsync(Stage stage, PlayedChat chat)
    {
        var part = new BotPart(stage, chat);
        await part._feed.MoveNextAsync();
        part.Prepare(step: 0, afterLine: 0);
        return part;
    }

    /// <summary>Puts down what the bot says at this step, if it is the bot's turn then.</summary>
    internal void Prepare(int step, int afterLine)
    {
        // A reply without words is none, and nobody would see it come.
        if (!_isOver && _chat.LineAt(step) is { Author: Author.Bot, Text: var text } && HasWords(text))
        {
            var reply = _chat.IsLastOfBot(step) ? BotReply.HandOver(text) : BotReply.Say(text);
            _stage.Bot.Prepare(_chat.Customer, afterLine, reply);
            _isPrepared = true;
        }
    }

    /// <summary>Nothing was said that the bot would answer.</summary>
    internal void Unprepare()
    {
        _stage.Bot.Forget(_chat.Customer);
        _isPrepared = false;
    }

    /// <summary>Waits until the bot has said what it had to, or handed over; until then time stands still.</summary>
    internal async Task HearAsync()
    {
        if (!_isPrepared)
        {
            return;
        }

        _isPrepared = false;
        var (line, handedOver) = await AnswerAsync();
        if (line is null)
        {
            _stage.Tally.Refuse(NotHeard);
            _chat.Skip();
        }
        else
        {
            _chat.Take(line.Author.ToString(), line.Sequence);
        }

        if (handedOver is { } position)
        {
            await FinishAsync(position);
        }
    }

    /// <summary>It is the bot's turn, but it will not speak.</summary>
    internal async Task SkipAsync()
    {
        _stage.Tally.Refuse(HasWords(_chat.Next!.Value.Text) ? NotAsked : Rejections.MessageEmpty.Code);
        if (!_isOver && _chat.IsLastOfBot(_chat.Step))
        {
            var ask = await _stage.Floor.Chats.AskForAgentAsync(_chat.Id, Actor.Customer(_chat.Customer));
            await FinishAsync(Stage.Must(ask, "a customer an agent").Position);
        }

        _chat.Skip();
    }

    private static bool HasWords(string text) => !string.IsNullOrWhiteSpace(text);

    private async Task FinishAsync(FeedPosition position)
    {
        _isOver = true;
        await _feed.DisposeAsync();
        await _stage.Watch.ReachAsync(position);
    }

    private async Task<(TranscriptLine? Line, FeedPosition? HandedOver)> AnswerAsync()
    {
        while (await _feed.MoveNextAsync().AsTask().WaitAsync(Patience, TimeProvider.System))
        {
            var batch = _feed.Current;
            var shown = batch.Items.OfType<LineShown>().FirstOrDefault(line => line.Line.Author.Kind == ActorKind.Bot);
            var isOver = batch.Items.OfType<ChatShown>().Any(chat => chat.State == ChatState.Queued);
            if (shown is not null || isOver)
            {
                return (shown?.Line, isOver ? batch.Position : null);
            }
        }

        throw new PlayFailedException("The floor stopped while the bot was speaking.");
    }
}

using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Floors;

namespace ConsoleHost.Play;

/// <summary>
/// Plays a file on a floor. There is one loop: it takes what is due next, lets the clock get there, asks the floor
/// and waits for its answer. The floor itself works as always, on its own threads; only nobody here hurries ahead of
/// it, and so a seed gives the same day again.
/// </summary>
internal sealed class Player
{
    private readonly PlayOptions _options;
    private readonly Stage _stage;
    private readonly Crew _crew;
    private readonly Conversation _conversation;
    private readonly TranscriptCheck _check;
    private readonly Action<int> _progress;
    private readonly int _slots;
    private readonly double _gapSeconds;
    private IAsyncEnumerator<Dialogue>? _dialogues;
    private bool _isHeld;

    /// <param name="options">What was asked for.</param>
    /// <param name="stage">The floor and what belongs to it.</param>
    /// <param name="linesPerChat">How long the chats of the file are, so that neither idles: agents nor queue.</param>
    /// <param name="progress">Told how many chats are done.</param>
    internal Player(PlayOptions options, Stage stage, double linesPerChat, Action<int> progress)
    {
        (_options, _stage, _progress) = (options, stage, progress);
        _crew = new Crew(stage, options.RonaPercent);
        _conversation = new Conversation(stage, FinishAsync);
        _check = new TranscriptCheck(stage.Floor);
        _slots = options.Agents * PlayFloor.Capacity;

        // A line takes 5 seconds on average; answering, ending and wrapping up take 20 more. Agents are busy for 8
        // tenths of their time when so many customers come.
        _gapSeconds = ((linesPerChat * 5) + 20) / _slots / 0.8;
    }

    internal async Task PlayAsync()
    {
        await using var watch = await FloorWatch.OpenAsync(_stage.Floor, See, _stage.Stopping);
        _stage.Watch = watch;
        await using var dialogues = DialogueFile.ReadAsync(_options.File, _stage.Stopping)
            .GetAsyncEnumerator(_stage.Stopping);
        _dialogues = dialogues;

        await _crew.BeginAsync(PlayFloor.Agents(_options));
        _stage.In(TimeSpan.FromSeconds(1), ArriveAsync);
        while (_stage.Agenda.TryTake(out var at, out var happening))
        {
            await _stage.Pace.ReachAsync(at, _stage.Stopping);
            await happening();
        }

        if (_stage.Live.Count > 0)
        {
            throw new PlayFailedException($"{_stage.Live.Count} chats wait, and nothing will ever happen to them.");
        }

        await _crew.EndAsync(PlayFloor.Agents(_options));
    }

    private async Task ArriveAsync()
    {
        // More than this many at once only fill the memory; the next one comes when somebody has gone.
        _isHeld = _stage.Live.Count >= _slots * 5;
        if (_isHeld || !await _dialogues!.MoveNextAsync())
        {
            return;
        }

        var dialogue = _dialogues.Current;
        var tally = _stage.Tally;
        tally.Joined += dialogue.Joined;
        tally.LeftOut += dialogue.LeftOut;
        var chat = new PlayedChat(++tally.Chats, dialogue);
        _stage.In(_stage.Dice.Between(Throw.Gap, chat.Number, 0, _gapSeconds * 2), ArriveAsync);
        await _conversation.BeginAsync(chat);
    }

    private void See(FeedItem item, DateTimeOffset at)
    {
        switch (item)
        {
            case OfferShown offer:
                _crew.See(offer);
                break;
            case AgentShown agent:
                _crew.See(agent);
                break;
            case ChatShown shown when _stage.Live.TryGetValue(shown.Chat, out var chat):
                See(shown, chat, at);
                break;
        }
    }

    private void See(ChatShown shown, PlayedChat chat, DateTimeOffset at)
    {
        switch (shown)
        {
            case { State: ChatState.Active, Agent: { } agent, QueuedAt: { } since } when chat.Agent is null:
                _stage.Tally.Waited(at - since);
                _conversation.Join(chat, agent);
                break;
            case { State: ChatState.Ended, WrapUp.Reasons: null }:
                _conversation.BeginWrapUp(chat);
                break;
            case { WrapUp.Reasons.Count: > 0 }:
                _stage.Tally.Completed++;
                break;
        }
    }

    private async Task FinishAsync(PlayedChat chat)
    {
        await _check.CheckAsync(chat, _stage.Tally, _stage.Stopping);
        _stage.Live.Remove(chat.Id);
        _progress(_stage.Tally.Completed);
        if (_isHeld)
        {
            await ArriveAsync();
        }
    }
}

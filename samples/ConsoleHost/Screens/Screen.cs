using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Runtime;

namespace ConsoleHost.Screens;

/// <summary>What one party sees: their own feed in words, with their timers. It knows nothing from elsewhere.</summary>
internal sealed class Screen(Party party, int colour, Wording wording, Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly RunningTimers _timers = new(party.Actor, wording);
    private readonly Dictionary<ChatId, ChatShown> _chats = [];

    /// <summary>Opens the feed; it begins with how everything stands, so nothing after this is missed.</summary>
    internal async Task<Task> OpenAsync(FloorHost floor, CancellationToken cancellationToken)
    {
        var feed = floor.Feeds.SubscribeAsync(party.Actor, cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await feed.MoveNextAsync();
        Show(feed.Current);
        return LookAsync(feed);
    }

    /// <summary>Shows the directory that the party has asked for.</summary>
    internal void Show(TransferDirectory directory)
    {
        foreach (var text in wording.Of(directory))
        {
            Write(time.GetUtcNow(), text);
        }
    }

    /// <summary>Shows the wrap-up reasons that the party has searched for.</summary>
    internal void Show(string typed, IReadOnlyList<WrapUpReason> found) =>
        Write(time.GetUtcNow(), $"REASONS with '{typed}': {string.Join(", ", found.Select(reason => reason.Name))}");

    private async Task LookAsync(IAsyncEnumerator<FeedBatch> feed)
    {
        using var ticks = new PeriodicTimer(Tick, time);
        var ticking = TickAsync(ticks);
        try
        {
            while (await feed.MoveNextAsync())
            {
                Show(feed.Current);
            }
        }
        finally
        {
            ticks.Dispose();
            await feed.DisposeAsync();
            await ticking;
        }
    }

    private void Show(FeedBatch batch)
    {
        lock (_gate)
        {
            // Anything but deltas replaces what was known before.
            if (batch.Kind != FeedBatchKind.Deltas)
            {
                _timers.Clear();
                _chats.Clear();
            }

            foreach (var item in batch.Items)
            {
                _timers.See(item);
                if (wording.Of(item, Replace(item), batch.ServerTime) is { } text)
                {
                    Write(batch.ServerTime, text);
                }
            }
        }
    }

    /// <summary>Remembers how a chat stands, and gives back how it stood.</summary>
    private ChatShown? Replace(FeedItem item)
    {
        if (item is not ChatShown chat)
        {
            return null;
        }

        var before = _chats.GetValueOrDefault(chat.Chat);
        if (chat.State == ChatState.Closed)
        {
            _chats.Remove(chat.Chat);
        }
        else
        {
            _chats[chat.Chat] = chat;
        }

        return before;
    }

    private async Task TickAsync(PeriodicTimer ticks)
    {
        while (await ticks.WaitForNextTickAsync())
        {
            lock (_gate)
            {
                var now = time.GetUtcNow();
                foreach (var text in _timers.At(now))
                {
                    Write(now, text);
                }
            }
        }
    }

    private void Write(DateTimeOffset at, string text) =>
        terminal.WriteSeen(TimeZoneInfo.ConvertTime(at, time.LocalTimeZone), party.Name, colour, text);
}

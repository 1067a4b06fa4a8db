using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
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
    internal void Show(TransferDirectory directory) => Show(wording.Of(directory));

    /// <summary>Shows what was said before the party came.</summary>
    internal void Show(IEnumerable<TranscriptLine> before) => Show(wording.Of(before));

    /// <summary>Shows the earlier contacts of a customer.</summary>
    internal void Show(IEnumerable<PastContact> contacts) => Show(wording.Of(contacts));

    /// <summary>Shows what the party has searched for: reasons, responses.</summary>
    internal void Show(string what, string typed, IEnumerable<string> found) =>
        Show([$"{what} with '{typed}': {string.Join(", ", found)}"]);

    private void Show(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Write(time.GetUtcNow(), text);
        }
    }

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
            // How everything stands replaces what was known before; the rest comes on top of it.
            if (batch.Kind is FeedBatchKind.Snapshot or FeedBatchKind.Resync)
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

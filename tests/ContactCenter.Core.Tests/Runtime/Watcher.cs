using ContactCenter.Floors;
using ContactCenter.Runtime;

namespace ContactCenter.Tests.Runtime;

/// <summary>Somebody who looks at a feed from now on, and tells what was shown once the floor has stopped.</summary>
internal sealed class Watcher
{
    private readonly IAsyncEnumerator<FeedBatch> _feed;

    private Watcher(IAsyncEnumerator<FeedBatch> feed) => _feed = feed;

    internal static async Task<Watcher> BeginAsync(FloorHost host, Actor viewer)
    {
        var feed = host.Feeds.SubscribeAsync(viewer).GetAsyncEnumerator();
        Assert.True(await feed.MoveNextAsync());
        return new Watcher(feed);
    }

    /// <summary>Everything that was shown after the snapshot.</summary>
    internal async Task<IReadOnlyList<FeedItem>> ShownAsync()
    {
        var items = new List<FeedItem>();
        while (await _feed.MoveNextAsync())
        {
            Assert.Equal(FeedBatchKind.Deltas, _feed.Current.Kind);
            items.AddRange(_feed.Current.Items);
        }

        await _feed.DisposeAsync();
        return items;
    }

    /// <summary>The words of the messages among it.</summary>
    internal async Task<IReadOnlyList<string>> ReadAsync() =>
    [
        .. from item in (await ShownAsync()).OfType<LineShown>()
           where item.Line.Notice is null
           select item.Line.Text,
    ];
}

using ContactCenter;
using ContactCenter.Floors;
using ContactCenter.Runtime;

namespace ConsoleHost.Play;

/// <summary>
/// The supervisor's feed, read in step with the verbs: a receipt says where the log holds what was asked, and reading
/// up to there shows everything that came of it.
/// </summary>
internal sealed class FloorWatch : IAsyncDisposable
{
    // Nothing that a feed shows takes longer than this on any machine; what takes longer never comes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IAsyncEnumerator<FeedBatch> _feed;
    private readonly Action<FeedItem, DateTimeOffset> _see;
    private long _position;

    private FloorWatch(IAsyncEnumerator<FeedBatch> feed, Action<FeedItem, DateTimeOffset> see) =>
        (_feed, _see) = (feed, see);

    /// <summary>Begins to watch: everything from now on is shown to <paramref name="see"/>, in order, once.</summary>
    internal static async Task<FloorWatch> OpenAsync(
        FloorHost floor, Action<FeedItem, DateTimeOffset> see, CancellationToken cancellationToken)
    {
        var feed = floor.Feeds.SubscribeAsync(Actor.Supervisor("sora"), null, cancellationToken);
        var watch = new FloorWatch(feed.GetAsyncEnumerator(cancellationToken), see);
        await watch._feed.MoveNextAsync();
        watch._position = watch._feed.Current.Position.Sequence;
        return watch;
    }

    /// <summary>Reads up to a position at which supervisors are shown something.</summary>
    internal Task ReachAsync(FeedPosition position) => ReadWhileAsync(() => _position < position.Sequence);

    internal async Task ReadWhileAsync(Func<bool> more)
    {
        while (more())
        {
            if (!await _feed.MoveNextAsync().AsTask().WaitAsync(Patience, TimeProvider.System))
            {
                throw new PlayFailedException("The floor stopped while it was being played.");
            }

            var batch = _feed.Current;
            if (batch.Kind != FeedBatchKind.Deltas || batch.Previous != _position)
            {
                throw new PlayFailedException("The supervisor's feed has a gap.");
            }

            _position = batch.Position.Sequence;
            foreach (var item in batch.Items)
            {
                _see(item, batch.ServerTime);
            }
        }
    }

    public ValueTask DisposeAsync() => _feed.DisposeAsync();
}

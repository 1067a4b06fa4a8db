using ContactCenter.Floors;
using ContactCenter.Runtime;

namespace ContactCenter.Tests.Runtime;

/// <summary>Reads a feed batch by batch, and minds that nothing is missed and nothing comes twice.</summary>
internal sealed class FeedReader(FloorHost host, Actor viewer, FeedPosition? from = null) : IAsyncDisposable
{
    /// <summary>Stops a test that hangs; says nothing about how long anything takes.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private readonly IAsyncEnumerator<FeedBatch> _feed = host.Feeds.SubscribeAsync(viewer, from).GetAsyncEnumerator();

    /// <summary>Where the reader stands.</summary>
    internal FeedPosition? Position { get; private set; } = from;

    /// <summary>Begins from now on, with a snapshot.</summary>
    internal static async Task<FeedReader> BeginAsync(FloorHost host, Actor viewer)
    {
        var reader = new FeedReader(host, viewer);
        Assert.Equal(FeedBatchKind.Snapshot, (await reader.NextAsync()).Kind);
        return reader;
    }

    /// <summary>The next batch, which follows from the one before it.</summary>
    internal async Task<FeedBatch> NextAsync() =>
        await MoveAsync() is { } batch ? batch : throw new InvalidOperationException("The feed has ended.");

    /// <summary>The next batch, which has nothing but changes.</summary>
    internal async Task<IReadOnlyList<FeedItem>> DeltasAsync()
    {
        var batch = await NextAsync();
        Assert.Equal(FeedBatchKind.Deltas, batch.Kind);
        return batch.Items;
    }

    /// <summary>All that is left, up to the end of the feed.</summary>
    internal async Task<IReadOnlyList<FeedBatch>> RestAsync()
    {
        var rest = new List<FeedBatch>();
        while (await MoveAsync() is { } batch)
        {
            rest.Add(batch);
        }

        return rest;
    }

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    private async Task<FeedBatch?> MoveAsync()
    {
        if (!await _feed.MoveNextAsync().AsTask().WaitAsync(Hang))
        {
            return null;
        }

        var batch = _feed.Current;
        if (batch.Kind == FeedBatchKind.Deltas)
        {
            Assert.NotNull(Position);
            Assert.Equal(Position.Value.Sequence, batch.Previous);
            Assert.True(batch.Position.Sequence > batch.Previous);
            Assert.Equal(Position.Value.Epoch, batch.Position.Epoch);
            Assert.NotEmpty(batch.Items);
        }
        else if (batch.Kind == FeedBatchKind.Signal)
        {
            Assert.Equal(Position, batch.Position);
            Assert.Equal(Position!.Value.Sequence, batch.Previous);
        }
        else
        {
            Assert.Equal(0, batch.Previous);
        }

        Position = batch.Position;
        return batch;
    }
}

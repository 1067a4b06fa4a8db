using ContactCenter.Runtime;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>A feed with a mistake in it, made on purpose: of two batches that are there it leaves one out.</summary>
internal sealed class SkippingFeed(IAsyncEnumerable<FeedBatch> inner) : IAsyncEnumerable<FeedBatch>
{
    public async IAsyncEnumerator<FeedBatch> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await using var feed = inner.GetAsyncEnumerator(cancellationToken);
        for (var given = 0; await feed.MoveNextAsync(); given++)
        {
            if (given % 4 == 3)
            {
                await feed.MoveNextAsync();
            }

            yield return feed.Current;
        }
    }
}

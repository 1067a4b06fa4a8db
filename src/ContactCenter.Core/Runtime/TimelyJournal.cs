using ContactCenter.Journals;

namespace ContactCenter.Runtime;

/// <summary>
/// A journal whose readers wait only so long: neither a caller nor a chat's lane is kept by a disk or a key service
/// that hangs. Appends are watched by the writer, and a log is read for as long as it is.
/// </summary>
/// <remarks>Safe for any thread. A call that was left behind ends when it ends; what hangs cannot pile up.</remarks>
internal sealed class TimelyJournal(IJournal inner, TimeSpan patience, TimeProvider time)
    : DelegatingJournal(inner)
{
    /// <summary>How many calls may be left behind; past it nothing is asked any more until one of them ends.</summary>
    internal const int MaxLeft = 64;

    private int _left;

    public override ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken) =>
        InTime(Asked().ReadHeadAsync(floor, cancellationToken), cancellationToken);

    public override ValueTask<JournalSnapshot?> ReadSnapshotAsync(FloorId floor, CancellationToken cancellationToken) =>
        InTime(Asked().ReadSnapshotAsync(floor, cancellationToken), cancellationToken);

    public override ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        InTime(Asked().WriteSnapshotAsync(floor, epoch, snapshot, cancellationToken), cancellationToken);

    public override ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken) =>
        InTime(Asked().ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken), cancellationToken);

    public override ValueTask<JournalContact?> FindContactAsync(
        FloorId floor, long chat, CancellationToken cancellationToken) =>
        InTime(Asked().FindContactAsync(floor, chat, cancellationToken), cancellationToken);

    public override ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken) =>
        InTime(Asked().ReadContactsAsync(floor, customer, before, limit, cancellationToken), cancellationToken);

    public override ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken) =>
        InTime(Asked().ReadClosedAsync(floor, closedBefore, skip, limit, cancellationToken), cancellationToken);

    private IJournal Asked() => Volatile.Read(ref _left) < MaxLeft
        ? Inner
        : throw new TimeoutException("As many calls of the journal are left behind as may be.");

    private ValueTask<T> InTime<T>(ValueTask<T> call, CancellationToken cancellationToken) =>
        call.IsCompleted ? call : new(WaitAsync(call.AsTask(), cancellationToken));

    private async Task<T> WaitAsync<T>(Task<T> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.WaitAsync(patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!call.IsCompleted)
        {
            Interlocked.Increment(ref _left);
            _ = call.ContinueWith(
                late =>
                {
                    // What it throws by now is nobody's business, and must not come up as unobserved.
                    _ = late.Exception;
                    Interlocked.Decrement(ref _left);
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            if (exception is TimeoutException)
            {
                throw new TimeoutException($"The journal gives no answer within {patience}.");
            }

            throw;
        }
    }
}

namespace ContactCenter.Sqlite;

/// <summary>How far feeds to other systems have come, and what they could not deliver.</summary>
public sealed partial class SqliteJournal
{
    private TaskCompletionSource _appended = Signal();

    /// <summary>Ends with the next append of this process.</summary>
    internal Task NextAppend => Volatile.Read(ref _appended).Task;

    /// <summary>
    /// Forgets an <see cref="IntegrationFeed"/> that is not wanted any more, with what it has parked: the log no longer
    /// keeps anything for it. One that runs on comes back, so end it first.
    /// </summary>
    /// <param name="floor">The floor.</param>
    /// <param name="name">Names the feed on its floor.</param>
    /// <param name="cancellationToken">Gives up waiting; it is done all the same.</param>
    /// <returns>False where there is no such feed.</returns>
    /// <exception cref="SqliteJournalException">The file cannot be written.</exception>
    public Task<bool> RemoveFeedAsync(FloorId floor, string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _writer.DoAsync(connection =>
        {
            connection[Sql.RemoveParked].Bind(1, floor.Value).Bind(2, name).Run();
            return Rows(connection[Sql.RemoveFeed].Bind(1, floor.Value).Bind(2, name), row => row.Number(0)).Count > 0;
        }).WaitAsync(cancellationToken);
    }

    internal long ReadFeed(FloorId floor, string name) => _readers.Read(connection =>
        Rows(connection[Sql.ReadFeed].Bind(1, floor.Value).Bind(2, name), row => row.Number(0)).FirstOrDefault());

    internal IReadOnlyList<ParkedEvent> ReadParked(FloorId floor, string name) => _readers.Read(connection => Rows(
        connection[Sql.ReadParked].Bind(1, floor.Value).Bind(2, name),
        row => new ParkedEvent(
            row.Number(0), (int)row.Number(1), row.Text(2), new DateTimeOffset(row.Number(3), TimeSpan.Zero))));

    internal Task MoveFeedAsync(FloorId floor, string name, long position) => _writer.DoAsync(connection =>
    {
        connection[Sql.MoveFeed].Bind(1, floor.Value).Bind(2, name).Bind(3, position).Run();
        return true;
    });

    internal Task ParkAsync(FloorId floor, string name, ParkedEvent parked) => _writer.DoAsync(connection =>
    {
        connection[Sql.Park]
            .Bind(1, floor.Value).Bind(2, name).Bind(3, parked.Sequence).Bind(4, parked.Attempts)
            .Bind(5, parked.Error).Bind(6, parked.Since.UtcTicks).Run();
        connection[Sql.MoveFeed].Bind(1, floor.Value).Bind(2, name).Bind(3, parked.Sequence).Run();
        return true;
    });

    internal Task UnparkAsync(FloorId floor, string name, long sequence) => _writer.DoAsync(connection =>
    {
        connection[Sql.Unpark].Bind(1, floor.Value).Bind(2, name).Bind(3, sequence).Run();
        return true;
    });

    private void Appended() => Interlocked.Exchange(ref _appended, Signal()).TrySetResult();

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

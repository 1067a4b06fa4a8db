namespace ContactCenter.Floors;

/// <summary>Queues in the order of an instant; those of one instant by name, so that every copy agrees.</summary>
internal sealed class QueueTurns
{
    private readonly SortedSet<(DateTimeOffset At, QueueName Queue)> _turns =
        new(Comparer<(DateTimeOffset At, QueueName Queue)>.Create(static (one, other) =>
        {
            var byTime = one.At.UtcTicks.CompareTo(other.At.UtcTicks);
            return byTime != 0 ? byTime : string.CompareOrdinal(one.Queue.Value, other.Queue.Value);
        }));

    /// <summary>The queue whose turn it is first, and when; null for none.</summary>
    internal (DateTimeOffset At, QueueName Queue)? Next => _turns.Count == 0 ? null : _turns.Min;

    /// <param name="queue">The queue whose turn it is at another time.</param>
    /// <param name="before">When it was; null for never.</param>
    /// <param name="now">When it is; null for never.</param>
    internal void Move(QueueName queue, DateTimeOffset? before, DateTimeOffset? now)
    {
        if (before is { } gone)
        {
            _turns.Remove((gone, queue));
        }

        if (now is { } at)
        {
            _turns.Add((at, queue));
        }
    }
}

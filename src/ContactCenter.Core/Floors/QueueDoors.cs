namespace ContactCenter.Floors;

/// <summary>Whether a queue is open.</summary>
/// <param name="NextChange">When that changes; null for never.</param>
internal readonly record struct Door(bool IsOpen, DateTimeOffset? NextChange)
{
    internal static Door AlwaysOpen { get; } = new(IsOpen: true, NextChange: null);
}

/// <summary>The queues that are closed, or will be, and the order in which their doors turn.</summary>
internal sealed class QueueDoors
{
    private readonly Dictionary<QueueName, Door> _doors = [];
    private readonly QueueTurns _turns = new();

    /// <summary>The door that turns first, and when; null when none ever does.</summary>
    internal (DateTimeOffset At, QueueName Queue)? Next => _turns.Next;

    /// <summary>Those that are not open for ever, by name.</summary>
    internal IEnumerable<(QueueName Queue, Door Door)> All =>
        _doors.Select(static door => (door.Key, door.Value)).OrderBy(door => door.Key.Value, StringComparer.Ordinal);

    internal Door Of(QueueName queue) => _doors.TryGetValue(queue, out var door) ? door : Door.AlwaysOpen;

    internal void Set(QueueName queue, Door door)
    {
        _doors.Remove(queue, out var before);
        if (door != Door.AlwaysOpen)
        {
            _doors.Add(queue, door);
        }

        _turns.Move(queue, before.NextChange, door.NextChange);
    }
}

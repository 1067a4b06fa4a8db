namespace ConsoleHost.Play;

/// <summary>
/// What will happen, by the floor's clock. Whatever is due at the same instant happens in the order in which it was
/// written down, so a day repeats itself exactly.
/// </summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _entries = new();
    private long _order;

    internal void Add(DateTimeOffset at, Func<Task> happening) => _entries.Enqueue(happening, (at, _order++));

    internal bool TryTake(out DateTimeOffset at, out Func<Task> happening)
    {
        var any = _entries.TryDequeue(out happening!, out var key);
        at = key.At;
        return any;
    }
}

namespace ContactCenter.Floors;

/// <summary>
/// The command ids that the floor remembers, with the answers they got: bounded in time and count, and part of the
/// recoverable state.
/// </summary>
internal sealed class CommandWindow
{
    // Answers stand in the order of time in a ring: the oldest is at hand without looking anything up. Finding one by
    // its id needs a table, which a copy that only follows never makes.
    private Dictionary<CommandId, long>? _numbers;
    private (CommandId Id, Remembered Answer)[] _ring = new (CommandId, Remembered)[16];
    private long _first;
    private long _next;

    internal int Count => (int)(_next - _first);

    /// <summary>Ids made up to here may have been forgotten.</summary>
    internal DateTimeOffset ForgottenUpTo { get; set; }

    internal IEnumerable<(CommandId Id, Remembered Answer)> All
    {
        get
        {
            for (var number = _first; number < _next; number++)
            {
                yield return At(number);
            }
        }
    }

    internal bool TryFind(CommandId id, out Remembered answer)
    {
        _numbers ??= All.Select((one, index) => (one.Id, Number: _first + index))
            .ToDictionary(one => one.Id, one => one.Number);
        var known = _numbers.TryGetValue(id, out var number);
        answer = known ? At(number).Answer : default;
        return known;
    }

    internal bool IsTooOld(CommandId id) => ForgottenUpTo != default && id.MadeAt <= ForgottenUpTo;

    internal void Remember(CommandId id, Remembered answer, TimeSpan period, int count)
    {
        Restore(id, answer);
        while (_first < _next && (Count > count || At(_first).Answer.At + period < answer.At))
        {
            ref var oldest = ref At(_first++);
            _numbers?.Remove(oldest.Id);
            ForgottenUpTo = oldest.Answer.At;
        }
    }

    internal void Restore(CommandId id, Remembered answer)
    {
        if (Count == _ring.Length)
        {
            var larger = new (CommandId, Remembered)[_ring.Length * 2];
            for (var number = _first; number < _next; number++)
            {
                larger[number & (larger.Length - 1)] = At(number);
            }

            _ring = larger;
        }

        _numbers?.Add(id, _next);
        At(_next++) = (id, answer);
    }

    private ref (CommandId Id, Remembered Answer) At(long number) => ref _ring[number & (_ring.Length - 1)];
}

/// <summary>The answer a command id got.</summary>
internal readonly record struct Remembered(ulong Fingerprint, Reply Reply, DateTimeOffset At);

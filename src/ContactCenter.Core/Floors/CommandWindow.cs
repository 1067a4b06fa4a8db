namespace ContactCenter.Floors;

/// <summary>
/// The command ids that the floor remembers, with the answers they got: bounded in time and count, and part of the
/// recoverable state.
/// </summary>
internal sealed class CommandWindow
{
    // Answers stand in the order of time in a ring: the oldest is at hand without looking anything up.
    private (CommandId Id, Remembered Answer)[] _ring = new (CommandId, Remembered)[16];
    private long _first;
    private long _next;

    // Finding one by its id needs tables, which a copy that only follows never makes. Two of them, so that nothing is
    // ever taken out: when the newer is full it becomes the older, and the older is emptied. What they still name
    // but the ring has let go is forgotten.
    private Dictionary<CommandId, long>? _newer;
    private Dictionary<CommandId, long>? _older;

    internal int Count => (int)(_next - _first);

    /// <summary>
    /// How far an id's own instant may be ahead of the floor's clock: callers' clocks are never quite right.
    /// </summary>
    private static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(1);

    /// <summary>Ids that say they were made up to here may have been forgotten.</summary>
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
        if (_newer is null)
        {
            (_newer, _older) = ([], []);
            for (var each = _first; each < _next; each++)
            {
                _newer.Add(At(each).Id, each);
            }
        }

        var known = (_newer.TryGetValue(id, out var number) || _older!.TryGetValue(id, out number))
            && number >= _first;
        answer = known ? At(number).Answer : default;
        return known;
    }

    /// <summary>Whether an id that is not remembered may be acted on.</summary>
    internal Rejection? MayBeNew(CommandId id, DateTimeOffset now)
    {
        if (id.MadeAt is not { } madeAt)
        {
            return null;
        }

        // An id from far ahead would, once forgotten, make everybody else's look old.
        return madeAt > now + MaxAhead ? Rejections.CommandIdAhead
            : madeAt <= ForgottenUpTo ? Rejections.CommandTooOld : null;
    }

    internal void Remember(CommandId id, Remembered answer, TimeSpan period, int count)
    {
        Restore(id, answer);
        while (_first < _next && (Count > count || At(_first).Answer.At + period < answer.At))
        {
            // One that was made by a clock ahead is kept until the floor's clock has caught up: forgotten before, it
            // would make everybody's honest ids look old. As many again are kept for that, and no more.
            var madeAt = At(_first).Id.MadeAt ?? default;
            if (madeAt > answer.At && Count <= 2 * count)
            {
                break;
            }

            _first++;
            ForgottenUpTo = madeAt > ForgottenUpTo ? madeAt : ForgottenUpTo;
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

        if (_newer is not null)
        {
            if (_newer.Count >= Math.Max(Count, 1024))
            {
                (_newer, _older) = (_older!, _newer);
                _newer.Clear();
            }

            _newer[id] = _next;
        }

        At(_next++) = (id, answer);
    }

    private ref (CommandId Id, Remembered Answer) At(long number) => ref _ring[number & (_ring.Length - 1)];
}

/// <summary>The answer a command id got.</summary>
internal readonly record struct Remembered(ulong Fingerprint, Reply Reply, DateTimeOffset At);

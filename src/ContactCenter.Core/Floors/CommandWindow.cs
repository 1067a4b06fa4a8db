namespace ContactCenter.Floors;

/// <summary>
/// The command ids that the floor remembers, with the answers they got: bounded in time and count, and part of the
/// recoverable state.
/// </summary>
internal sealed class CommandWindow
{
    // Answers stand in the order of time in a ring: the oldest is at hand without looking anything up.
    private (CommandId Id, Remembered Answer)[] _ring = new (CommandId, Remembered)[16];
    private long _first = 1;
    private long _next = 1;
    private long _run;

    // Finding one by its id needs a table of lists, which a copy that only follows never makes: the newest of each
    // list, and beside the ring the one before each. Nothing is ever taken out: where the numbers come to what the
    // ring has let go, the list is at its end.
    private long[]? _newest;
    private long[] _before = [];

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

    /// <summary>
    /// From here on fingerprints are made under another key: those before are told apart by all but their words.
    /// </summary>
    internal void BeginRun() => _run = _next;

    internal bool TryFind(CommandId id, out Remembered answer)
    {
        var number = Find(id);
        answer = number == 0 ? default : At(number).Answer;
        return number != 0;
    }

    /// <summary>What is answered to an id that was used before; null where it is new.</summary>
    internal Decision? Recall(in Envelope envelope)
    {
        var number = Find(envelope.Id);
        if (number == 0)
        {
            return null;
        }

        var known = At(number).Answer;
        var isRetry = known.Fingerprint == envelope.Fingerprint
            || (number < _run && Fingerprint.AskTheSame(known.Fingerprint, envelope.Fingerprint));
        return isRetry
            ? new Decision(null, known.Reply, null)
            : new Decision(Rejections.CommandIdConflict, default, null);
    }

    /// <summary>Whether an id that is not remembered may be acted on.</summary>
    /// <param name="id">The id.</param>
    /// <param name="now">The floor's clock, or the machine's where that is ahead of it.</param>
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
            Grow();
        }

        At(_next) = (id, answer);
        if (_newest is not null)
        {
            List(_next);
        }

        _next++;
    }

    private long Find(CommandId id)
    {
        if (_newest is null)
        {
            ListAll();
        }

        var number = _newest![ListOf(id)];
        while (number >= _first && At(number).Id != id)
        {
            number = _before[PlaceOf(number)];
        }

        return number >= _first ? number : 0;
    }

    private void Grow()
    {
        var larger = new (CommandId, Remembered)[_ring.Length * 2];
        for (var number = _first; number < _next; number++)
        {
            larger[number & (larger.Length - 1)] = At(number);
        }

        _ring = larger;
        if (_newest is not null)
        {
            ListAll();
        }
    }

    private void ListAll()
    {
        // Twice as many lists as answers: nearly every id is new, and then most often finds an empty one.
        (_newest, _before) = (new long[2 * _ring.Length], new long[_ring.Length]);
        for (var number = _first; number < _next; number++)
        {
            List(number);
        }
    }

    private void List(long number)
    {
        ref var newest = ref _newest![ListOf(At(number).Id)];
        (_before[PlaceOf(number)], newest) = (newest, number);
    }

    private ref (CommandId Id, Remembered Answer) At(long number) => ref _ring[PlaceOf(number)];

    private int PlaceOf(long number) => (int)number & (_ring.Length - 1);

    private int ListOf(CommandId id) => id.GetHashCode() & (_newest!.Length - 1);
}

/// <summary>The answer a command id got.</summary>
internal readonly record struct Remembered(ulong Fingerprint, Reply Reply)
{
    // As ticks: half of what an instant takes with its offset, which is none.
    private readonly long _at;

    internal Remembered(ulong fingerprint, Reply reply, DateTimeOffset at)
        : this(fingerprint, reply) => _at = at.UtcTicks;

    internal DateTimeOffset At => new(_at, TimeSpan.Zero);
}

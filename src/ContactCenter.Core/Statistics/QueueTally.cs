namespace ContactCenter.Statistics;

/// <summary>
/// The running figures of one queue: since the day began, and minute by minute over the last half hour. Whole numbers
/// only, so that the same events give the same figures on any machine. An event costs a few additions.
/// </summary>
/// <param name="day">When today's figures begin anew.</param>
internal sealed class QueueTally(ReportingDay day)
{
    /// <summary>How many minutes the window has, the one that runs included.</summary>
    internal const int Minutes = 30;

    private static readonly int Figures = Enum.GetValues<QueueFigure>().Length;

    private long[] _today = [];
    private long[] _recent = [];
    private long[] _minutes = [];

    /// <summary>The contacts that are in line or offered from it: an index over the state, and no state.</summary>
    internal int Waiting { get; set; }

    /// <summary>The day of which today's figures are; 0 while nothing has happened.</summary>
    internal long Day { get; private set; }

    /// <summary>A contact comes into the line.</summary>
    internal void Enter(QueueFigure how, DateTimeOffset at)
    {
        Waiting++;
        Turn(at);
        Add(how, 1, at);
    }

    /// <summary>A contact leaves the line without an answer, and without its customer having left.</summary>
    internal void Leave(QueueFigure how, TimeSpan wait, DateTimeOffset at)
    {
        Waiting--;
        Turn(at);
        Add(how, 1, at);
        if (how != QueueFigure.CalledOff)
        {
            Raise(wait, at);
        }
    }

    internal void Answer(TimeSpan wait, TimeSpan threshold, DateTimeOffset at)
    {
        Leave(QueueFigure.Answered, wait, at);
        Add(QueueFigure.AnsweredInTime, wait <= threshold ? 1 : 0, at);
        Add(QueueFigure.WaitOfAnswered, wait.Ticks, at);
    }

    internal void Abandon(TimeSpan wait, TimeSpan soon, DateTimeOffset at)
    {
        Leave(QueueFigure.Abandoned, wait, at);
        Add(QueueFigure.AbandonedSoon, wait < soon ? 1 : 0, at);
        Add(QueueFigure.WaitOfAbandoned, wait.Ticks, at);
    }

    /// <summary>An agent is done with a contact that was answered from the queue.</summary>
    internal void Handle(TimeSpan talk, TimeSpan wrapUp, DateTimeOffset at)
    {
        Count(QueueFigure.Handled, at);
        Add(QueueFigure.Talk, talk.Ticks, at);
        Add(QueueFigure.WrapUp, wrapUp.Ticks, at);
    }

    internal void Count(QueueFigure figure, DateTimeOffset at)
    {
        Turn(at);
        Add(figure, 1, at);
    }

    /// <summary>A figure since the day began, as of now.</summary>
    internal long Today(QueueFigure figure, DateTimeOffset now) =>
        Day == day.Of(now) && Day != 0 ? _today[(int)figure] : 0;

    /// <summary>A figure of the running minute and those before it that the window has.</summary>
    internal long Recent(QueueFigure figure, DateTimeOffset now)
    {
        var (result, last) = (0L, Minute(now));
        for (var slot = 0; slot < _minutes.Length; slot++)
        {
            if (_minutes[slot] > last - Minutes && _minutes[slot] <= last)
            {
                var value = _recent[(slot * Figures) + (int)figure];
                result = figure == QueueFigure.LongestWait ? Math.Max(result, value) : result + value;
            }
        }

        return result;
    }

    /// <summary>When the window begins, as of now.</summary>
    internal static DateTimeOffset WindowStart(DateTimeOffset now) =>
        new((Minute(now) - Minutes + 1) * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    /// <summary>Today's figures as they were last touched, whatever day it is now.</summary>
    internal ReadOnlySpan<long> Kept => _today;

    /// <summary>The minutes that the window still has at an instant, earliest first, each with its figures.</summary>
    internal IEnumerable<(long Minute, ReadOnlyMemory<long> Figures)> KeptMinutes(DateTimeOffset at)
    {
        var last = Minute(at);
        for (var minute = last - Minutes + 1; minute <= last && _minutes.Length > 0; minute++)
        {
            var slot = (int)(minute % Minutes);
            if (_minutes[slot] == minute)
            {
                yield return (minute, _recent.AsMemory(slot * Figures, Figures));
            }
        }
    }

    internal void Restore(long kept, ReadOnlySpan<long> today)
    {
        Make();
        Day = kept;
        Fits(today).CopyTo(_today);
    }

    internal void RestoreMinute(long minute, ReadOnlySpan<long> figures)
    {
        var slot = (int)((minute > 0 ? minute : throw new FormatException("No minute.")) % Minutes);
        _minutes[slot] = minute;
        Fits(figures).CopyTo(_recent.AsSpan(slot * Figures, Figures));
    }

    private static ReadOnlySpan<long> Fits(ReadOnlySpan<long> figures) =>
        figures.Length == Figures ? figures : throw new FormatException("Another number of figures.");

    private static long Minute(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;

    /// <summary>Makes room for the minute, and for the day, in which something happens.</summary>
    private void Turn(DateTimeOffset at)
    {
        Make();
        var (minute, today) = (Minute(at), day.Of(at));
        var slot = (int)(minute % Minutes);
        if (_minutes[slot] != minute)
        {
            _minutes[slot] = minute;
            _recent.AsSpan(slot * Figures, Figures).Clear();
        }

        if (Day != today)
        {
            Day = today;
            _today.AsSpan().Clear();
        }
    }

    /// <summary>A queue in which nothing happens costs next to nothing.</summary>
    private void Make()
    {
        if (_today.Length == 0)
        {
            (_today, _recent, _minutes) = (new long[Figures], new long[Minutes * Figures], new long[Minutes]);
        }
    }

    private void Add(QueueFigure figure, long amount, DateTimeOffset at)
    {
        _today[(int)figure] += amount;
        InMinute(figure, at) += amount;
    }

    private void Raise(TimeSpan wait, DateTimeOffset at)
    {
        ref var today = ref _today[(int)QueueFigure.LongestWait];
        ref var minute = ref InMinute(QueueFigure.LongestWait, at);
        (today, minute) = (Math.Max(today, wait.Ticks), Math.Max(minute, wait.Ticks));
    }

    private ref long InMinute(QueueFigure figure, DateTimeOffset at) =>
        ref _recent[((int)(Minute(at) % Minutes) * Figures) + (int)figure];
}

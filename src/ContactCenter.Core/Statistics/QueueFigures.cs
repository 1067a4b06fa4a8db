namespace ContactCenter.Statistics;

/// <summary>What happened in one queue over some time.</summary>
/// <remarks>
/// <para>
/// A contact comes into the line of a queue in one of four ways (it arrived, it was transferred in, requeued or
/// resumed), and leaves it in one of seven: it was answered, abandoned, overflowed, reassigned, ended, suspended, or
/// its transfer was called off. It counts in the minute in which that happens. A contact that comes into the line again
/// counts again.
/// </para>
/// <para>Immutable, safe for any thread.</para>
/// </remarks>
public sealed record QueueFigures
{
    /// <summary>Since when these are the figures.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Contacts that came into the line, in any way.</summary>
    public long Offered => Arrived + TransferredIn + Requeued + Resumed;

    /// <summary>New contacts, handed over by the bot, or come due.</summary>
    public long Arrived { get; init; }

    /// <summary>Contacts that came from another queue or from an agent.</summary>
    public long TransferredIn { get; init; }

    /// <summary>Contacts that wait again because their agent was lost or signed out.</summary>
    public long Requeued { get; init; }

    /// <summary>Contacts that stand in the line again after they were suspended.</summary>
    public long Resumed { get; init; }

    /// <summary>Contacts that an agent accepted.</summary>
    public long Answered { get; init; }

    /// <summary>Of those, the ones that waited no longer than the queue's threshold.</summary>
    public long AnsweredInTime { get; init; }

    /// <summary>Contacts whose customer left, or was lost, before an agent had accepted.</summary>
    public long Abandoned { get; init; }

    /// <summary>Of those, the ones that left so soon that nobody could have answered.</summary>
    public long ShortAbandoned { get; init; }

    /// <summary>Contacts that the floor itself moved to another queue while they waited.</summary>
    public long Overflowed { get; init; }

    /// <summary>Contacts that somebody moved to another queue or agent while they waited.</summary>
    public long Reassigned { get; init; }

    /// <summary>Contacts that somebody ended while they waited, or a rule for long waits did.</summary>
    public long Ended { get; init; }

    /// <summary>Hand-overs that came to nothing: the sender kept the contact, or it ended with them.</summary>
    public long CalledOff { get; init; }

    /// <summary>Contacts that were suspended while they waited, or are called back at a later time.</summary>
    public long Suspended { get; init; }

    /// <summary>Contacts that were answered from this queue and transferred on by whoever had them.</summary>
    public long TransferredOut { get; init; }

    /// <summary>Offers that ran out unanswered.</summary>
    public long Missed { get; init; }

    /// <summary>Offers that were declined.</summary>
    public long Declined { get; init; }

    /// <summary>Offers whose agent could not be connected.</summary>
    public long Failed { get; init; }

    /// <summary>Contacts answered from the queue with which an agent was done, wrap-up included.</summary>
    public long Handled { get; init; }

    /// <summary>The mean wait of those who were answered (ASA); null where none was.</summary>
    public TimeSpan? AverageSpeedOfAnswer { get; init; }

    /// <summary>The mean wait of those who left; null where none did.</summary>
    public TimeSpan? AverageWaitOfAbandoned { get; init; }

    /// <summary>The longest wait of one that left the line; zero where none did.</summary>
    public TimeSpan LongestWait { get; init; }

    /// <summary>The mean time that an agent was in a contact; null where none was handled.</summary>
    public TimeSpan? AverageTalk { get; init; }

    /// <summary>The mean time of the wrap-up; null where none was handled.</summary>
    public TimeSpan? AverageWrapUp { get; init; }

    /// <summary>The mean handle time (AHT): talk and wrap-up together; null where none was handled.</summary>
    public TimeSpan? AverageHandleTime { get; init; }

    /// <summary>
    /// Abandoned ÷ offered, of those that have left the line; without short abandons where the queue leaves those out.
    /// From 0 to 1; null where none has left it.
    /// </summary>
    public double? AbandonmentRate { get; init; }

    /// <summary>Which part was answered soon enough.</summary>
    public required ServiceLevel ServiceLevel { get; init; }

    internal static QueueFigures Of(
        Func<QueueFigure, long> sum, DateTimeOffset since, TimeSpan threshold, bool excludesShort)
    {
        var (answered, inTime) = (sum(QueueFigure.Answered), sum(QueueFigure.AnsweredInTime));
        var (abandoned, soon) = (sum(QueueFigure.Abandoned), sum(QueueFigure.AbandonedSoon));
        var counted = abandoned - (excludesShort ? soon : 0);
        var left = answered + counted
            + sum(QueueFigure.Overflowed) + sum(QueueFigure.Reassigned) + sum(QueueFigure.Ended);
        var (handled, talk, wrapUp) =
            (sum(QueueFigure.Handled), sum(QueueFigure.Talk), sum(QueueFigure.WrapUp));
        return new QueueFigures
        {
            Since = since,
            Arrived = sum(QueueFigure.Arrived),
            TransferredIn = sum(QueueFigure.TransferredIn),
            Requeued = sum(QueueFigure.Requeued),
            Resumed = sum(QueueFigure.Resumed),
            Answered = answered,
            AnsweredInTime = inTime,
            Abandoned = abandoned,
            ShortAbandoned = soon,
            Overflowed = sum(QueueFigure.Overflowed),
            Reassigned = sum(QueueFigure.Reassigned),
            Ended = sum(QueueFigure.Ended),
            CalledOff = sum(QueueFigure.CalledOff),
            Suspended = sum(QueueFigure.Suspended),
            TransferredOut = sum(QueueFigure.TransferredOut),
            Missed = sum(QueueFigure.Missed),
            Declined = sum(QueueFigure.Declined),
            Failed = sum(QueueFigure.Failed),
            Handled = handled,
            AverageSpeedOfAnswer = Ratio.Mean(sum(QueueFigure.WaitOfAnswered), answered),
            AverageWaitOfAbandoned = Ratio.Mean(sum(QueueFigure.WaitOfAbandoned), abandoned),
            LongestWait = new TimeSpan(sum(QueueFigure.LongestWait)),
            AverageTalk = Ratio.Mean(talk, handled),
            AverageWrapUp = Ratio.Mean(wrapUp, handled),
            AverageHandleTime = Ratio.Mean(talk + wrapUp, handled),
            AbandonmentRate = Ratio.Of(counted, left),
            ServiceLevel = new ServiceLevel(threshold, Ratio.Of(inTime, left), Ratio.Of(inTime, answered)),
        };
    }
}

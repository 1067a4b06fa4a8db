using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>
/// The one writer of a floor. It drains what is there, decides and applies it, appends all of it in one piece, and
/// only then answers: nothing is acknowledged or shown before it is in the journal.
/// </summary>
/// <remarks>
/// The writer is a role, not a thread: whoever brings something while nobody is writing takes the role, so that a
/// lone caller waits for no other thread. What a first round does not finish goes on in the pool.
/// </remarks>
internal sealed class FloorWriter(
    Floor floor,
    Mailbox mailbox,
    FloorClock clock,
    JournalAppender appender,
    Follower follower,
    Action<Exception> failed) : IThreadPoolWorkItem
{
    /// <summary>How many decisions one append holds at most.</summary>
    private const int MaxGroup = 256;

    private readonly List<(Mail Mail, Answer Answer)> _answers = [];
    private readonly List<Batch> _batches = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _kicks;

    /// <summary>Wakes the writer when the next alarm is due; set once, before the first kick.</summary>
    internal AlarmBell? Bell { get; set; }

    /// <summary>Ends once the mailbox is closed and all that was in it is answered.</summary>
    internal Task Ended => _ended.Task;

    /// <summary>Something came, or fell due: whoever says so writes, unless somebody does already.</summary>
    internal void Kick()
    {
        if (Interlocked.Increment(ref _kicks) == 1)
        {
            _ = WriteAsync(rounds: 1);
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = WriteAsync(rounds: int.MaxValue);

    private async Task WriteAsync(int rounds)
    {
        try
        {
            int answered;
            do
            {
                answered = Volatile.Read(ref _kicks);
                while (Gather())
                {
                    if (_batches.Count > 0)
                    {
                        await appender.AppendAsync(_batches).ConfigureAwait(false);
                        follower.Publish(_batches);
                    }

                    Answer();
                    if (--rounds <= 0 && mailbox.TryPeek(out _))
                    {
                        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                        return;
                    }
                }

                Bell?.Set(floor.Alarms.NextDueAt, clock);
                if (mailbox.IsClosed && !mailbox.TryPeek(out _))
                {
                    _ended.TrySetResult();
                }
            }
            while (Interlocked.Add(ref _kicks, -answered) != 0);
        }
        catch (Exception exception)
        {
            // Stopping is the only safe answer to a journal that is lost, or to a bug: what is in memory may be
            // ahead of what is durable. The next start reads what is true. The role is never given back.
            mailbox.Close();
            Abandon();
            failed(exception);
            _ended.TrySetResult();
        }
    }

    private bool Gather()
    {
        for (var decisions = 0; decisions < MaxGroup && Step(); decisions++)
        {
        }

        return _answers.Count + _batches.Count > 0;
    }

    /// <summary>
    /// Takes whatever is next in time: an alarm, a command, or offers left over. False when nothing is.
    /// </summary>
    private bool Step()
    {
        DateTimeOffset now;
        if (mailbox.TryPeek(out var mail))
        {
            now = mail!.At;
        }
        else if (floor.Alarms.NextDueAt is null && !floor.Leftover)
        {
            return false;
        }
        else if (mailbox.NowIfEmpty() is { } instant)
        {
            now = instant;
        }
        else
        {
            return Step();
        }

        // An alarm due at a command's very instant comes before it: an answer at the deadline is late.
        if (floor.Due(now) is { } due)
        {
            Handle(new Envelope(due), now);
            return true;
        }

        if (floor.Leftover)
        {
            Handle(new Envelope(new ContinueOffering()), now);
        }
        else if (mail is null)
        {
            return false;
        }

        if (mail is not null)
        {
            // It leaves the mailbox once it is decided: should deciding throw, its caller is still there to be told.
            var decision = Handle(mail.Envelope, now);
            mailbox.Take();
            _answers.Add((mail, new Answer(
                decision.Rejection, decision.Reply, floor.Head, IsNew: decision.Batch is not null)));
        }

        return true;
    }

    private Decision Handle(in Envelope envelope, DateTimeOffset now)
    {
        var decision = floor.Handle(envelope, now);
        if (decision.Batch is { } batch)
        {
            _batches.Add(batch);
        }

        return decision;
    }

    private void Answer()
    {
        _batches.Clear();
        foreach (var (mail, answer) in _answers)
        {
            mail.TrySetResult(answer);
        }

        _answers.Clear();
    }

    /// <summary>
    /// Whoever was decided is told that the fate is not known; whoever was not, that the floor has stopped.
    /// </summary>
    private void Abandon()
    {
        foreach (var (mail, _) in _answers)
        {
            mail.TrySetCanceled();
        }

        while (mailbox.TryPeek(out var mail))
        {
            mailbox.Take();
            mail!.TrySetResult(new Answer(Rejections.NotRunning, default, 0));
        }
    }
}

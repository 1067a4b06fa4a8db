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
    JournalWatch watch,
    Ownership ownership,
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

    /// <summary>Something came, or fell due: whoever says so writes, unless somebody does already.</summary>
    internal void Kick()
    {
        if (Interlocked.Increment(ref _kicks) == 1)
        {
            _ = WriteAsync(rounds: 1);
        }
    }

    /// <summary>
    /// Answers what is in the mailbox, which is closed. Told to give up, it asks the journal nothing more: whoever is
    /// being written does not know what becomes of it, and everybody else is refused.
    /// </summary>
    /// <returns>False where it was told to, while the journal owed an answer.</returns>
    internal async Task<bool> EndAsync(CancellationToken giveUp)
    {
        // Elsewhere, for whoever stops a floor must not be kept by what the journal does to whoever calls it.
        ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.Kick(), this, preferLocal: false);
        try
        {
            await _ended.Task.WaitAsync(giveUp).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            var isKnown = GiveUp();
            await _ended.Task.ConfigureAwait(false);
            return isKnown;
        }
    }

    /// <summary>Asks the journal nothing more.</summary>
    /// <returns>False where it owed an answer, which now nobody waits for.</returns>
    internal bool GiveUp()
    {
        mailbox.Close();
        if (!watch.GiveUp())
        {
            // Nobody waits for the journal: whoever writes, or is made to by this, finds that it was given up.
            Kick();
            return true;
        }

        End(isKnown: false);
        return false;
    }

    /// <summary>The journal has been given up because it took too long over an append.</summary>
    internal void LeaveJournal() => Fail(new TimeoutException("The journal gave no answer in time."));

    void IThreadPoolWorkItem.Execute() => _ = WriteAsync(rounds: int.MaxValue);

    private async Task WriteAsync(int rounds)
    {
        var asked = 0L;
        try
        {
            int answered;
            do
            {
                answered = Volatile.Read(ref _kicks);
                while (Gather())
                {
                    if (_batches.Count > 0 || !ownership.IsTrusted)
                    {
                        if (!watch.TryAsk(out asked))
                        {
                            asked = 0;
                            End(isKnown: true);
                            return;
                        }

                        await AskInTimeAsync(asked).ConfigureAwait(false);
                        if (!watch.TryAnswer(asked))
                        {
                            return;
                        }

                        ownership.Prove(asked - 1);
                        asked = 0;
                        follower.Publish(_batches);
                    }

                    Answer();
                    if (--rounds <= 0 && IsHandedOn())
                    {
                        return;
                    }
                }

                Rest();
            }
            while (Interlocked.Add(ref _kicks, -answered) != 0);
        }
        catch (Exception exception)
        {
            // Whoever has given the journal up meanwhile has ended it all.
            if (asked == 0 || watch.TryAnswer(asked))
            {
                Fail(exception);
            }
        }
    }

    /// <summary>More has come: the pool goes on, for whoever brought something writes no longer for others.</summary>
    private bool IsHandedOn()
    {
        var isMore = mailbox.TryPeek(out _);
        if (isMore)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        return isMore;
    }

    /// <summary>Nothing is left to do before the next alarm; or ever, of a floor that is closed.</summary>
    private void Rest()
    {
        if (!mailbox.IsClosed)
        {
            Bell?.Set(floor.Alarms.NextDueAt, clock);
        }
        else if (!mailbox.TryPeek(out _))
        {
            // No alarm is run any more: a bell would ring for the same one again and again.
            _ended.TrySetResult();
        }
    }

    /// <summary>Asks the journal, and has its answer watched where that is not there at once.</summary>
    private ValueTask AskInTimeAsync(long asked)
    {
        var answer = AskJournalAsync();
        if (!answer.IsCompleted)
        {
            watch.Wait(asked);
        }

        return answer;
    }

    /// <summary>Whatever is answered is of a floor that is this run's own: what is refused, too.</summary>
    private async ValueTask AskJournalAsync()
    {
        if (_batches.Count > 0)
        {
            await appender.AppendAsync(_batches).ConfigureAwait(false);
        }
        else if (!await ownership.HoldsAsync().ConfigureAwait(false))
        {
            throw new FloorStoppedException("The floor is written by another owner.");
        }
    }

    /// <summary>
    /// Stopping is the only safe answer to a journal that is lost, or to a bug: what is in memory may be ahead of what
    /// is durable. The next start reads what is true. The role is never given back.
    /// </summary>
    private void Fail(Exception exception)
    {
        mailbox.Close();
        Abandon(isKnown: false);
        failed(exception);
        _ended.TrySetResult();
    }

    private void End(bool isKnown)
    {
        Abandon(isKnown);
        _ended.TrySetResult();
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
        else if (mailbox.IsClosed || (floor.Alarms.NextDueAt is null && !floor.Leftover))
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

    /// <summary>Whoever was not decided is told that the floor has stopped.</summary>
    /// <param name="isKnown">
    /// Whether so is whoever was, for the journal was not asked; false: what becomes of that is not known.
    /// </param>
    private void Abandon(bool isKnown)
    {
        foreach (var (mail, _) in _answers)
        {
            _ = isKnown ? mail.TrySetResult(new Answer(Rejections.NotRunning, default, 0)) : mail.TrySetCanceled();
        }

        while (mailbox.TryPeek(out var mail))
        {
            mailbox.Take();
            mail!.TrySetResult(new Answer(Rejections.NotRunning, default, 0));
        }
    }
}

using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>
/// The one writer of a floor. It drains what is there, decides and applies it, appends all of it in one piece, and
/// only then answers: nothing is acknowledged or shown before it is in the journal.
/// </summary>
internal sealed class FloorWriter(
    Floor floor, Mailbox mailbox, FloorClock clock, JournalAppender appender, Follower follower, AlarmBell bell)
{
    /// <summary>How many decisions one append holds at most.</summary>
    private const int MaxGroup = 256;

    private readonly List<(Mail Mail, Answer Answer)> _answers = [];
    private readonly List<Batch> _batches = [];

    /// <summary>Works until the mailbox is closed and empty.</summary>
    /// <exception cref="FloorStoppedException">The journal no longer takes what this writer appends.</exception>
    internal async Task RunAsync()
    {
        while (await mailbox.WaitAsync().ConfigureAwait(false))
        {
            while (Gather())
            {
                await CommitAsync().ConfigureAwait(false);
            }

            bell.Set(floor.Alarms.NextDueAt, clock.Now);
        }
    }

    /// <summary>Everyone who still waits is told that their request's fate is not known.</summary>
    internal void Abandon()
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

    private bool Gather()
    {
        for (var decisions = 0; decisions < MaxGroup; decisions++)
        {
            if (!Step())
            {
                break;
            }
        }

        return _answers.Count + _batches.Count > 0;
    }

    /// <summary>Takes whatever is next in time: an alarm, a command, or offers left over. False when nothing is.</summary>
    private bool Step()
    {
        var waiting = mailbox.TryPeek(out var mail);
        if ((waiting ? mail!.At : mailbox.NowIfEmpty()) is not { } now)
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
        else if (!waiting)
        {
            return false;
        }

        if (waiting)
        {
            mailbox.Take();
            var decision = Handle(mail!.Envelope, now);
            _answers.Add((mail, new Answer(decision.Rejection, decision.Reply, floor.Head)));
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

    private async Task CommitAsync()
    {
        if (_batches.Count > 0)
        {
            await appender.AppendAsync(_batches).ConfigureAwait(false);
            await follower.PublishAsync([.. _batches]).ConfigureAwait(false);
            _batches.Clear();
        }

        foreach (var (mail, answer) in _answers)
        {
            mail.TrySetResult(answer);
        }

        _answers.Clear();
    }
}

using ContactCenter.Routing;

namespace ContactCenter.Chats;

/// <summary>How it waits: since when, where it came to, and what of that is over.</summary>
internal sealed partial class ChatSession
{
    /// <summary>Since when it waits for the agent that it waits for.</summary>
    internal DateTimeOffset WaitedSince => Patience?.Since ?? QueuedAt;

    /// <summary>What is left of the place that it asked for: one that it was given is one of its priority.</summary>
    internal Seating? SeatingAfter(ContactWished e) =>
        e.ByRule && (Seating?.Place is null || e.Wishes.Priority == Wishes.Priority) ? Seating : null;

    /// <summary>What it has waited before counts no more, but for its age.</summary>
    internal void WaitFrom(DateTimeOffset at)
    {
        Patience ??= new Patience();
        (Patience.Since, Patience.Overdue, Waited) = (at, null, TimeSpan.Zero);
    }

    /// <summary>It has had an agent: its age stays, and it waits for another from now on.</summary>
    private void WaitAnew(DateTimeOffset at) => (Patience, Waited) = (new Patience { Since = at }, TimeSpan.Zero);

    /// <summary>It leaves the queue it came to; what a person sends elsewhere comes there.</summary>
    private void NoteOrigin(bool isByRule)
    {
        if (isByRule)
        {
            (Patience ??= new Patience()).CameTo ??= Queue;
        }
        else if (Patience is not null)
        {
            Patience.CameTo = null;
        }
    }

    private void ForgetWidening() => (Widened, WidenAt) = (0, null);
}

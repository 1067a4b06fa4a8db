using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ConsoleHost.Screens;

/// <summary>
/// The timers of one screen. Feeds do not tick: they say since when and until when, and a screen counts by itself.
/// </summary>
internal sealed class RunningTimers(Actor viewer, Wording wording)
{
    // A timer that has only just begun says no more than the line above it.
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(3);

    private readonly Dictionary<object, (string What, DateTimeOffset Since, DateTimeOffset? Due)> _running = [];

    internal void See(FeedItem item)
    {
        switch (item)
        {
            case OfferShown offer when viewer.Kind == ActorKind.Agent:
                Set(offer.Offer, offer.State == OfferState.Open
                    ? ($"{wording.Name(offer)} waits for an answer", offer.OfferedAt, offer.DueAt)
                    : null);
                break;
            case ChatShown { WrapUp: { Reasons: null } due } chat
                when chat.State == ChatState.Ended || chat.Role == ChatRole.Departed:
                Set(chat.Chat, ($"wrap-up of {wording.Name(chat.Customer)}", due.Since, due.DueAt));
                break;
            case ChatShown { State: ChatState.Queued or ChatState.Offered, QueuedAt: { } since } chat:
                var what = viewer.Kind == ActorKind.Customer ? "waiting" : $"{wording.Name(chat.Customer)} waits";
                Set(chat.Chat, (what, since, null));
                break;
            case ChatShown chat:
                Set(chat.Chat, null);
                break;
        }
    }

    internal IEnumerable<string> At(DateTimeOffset now) =>
        from timer in _running.Values
        where now - timer.Since > Young
        let left = timer.Due is { } due ? $", {Wording.Clock(due - now)} left" : string.Empty
        select $"  {timer.What} {Wording.Clock(now - timer.Since)}{left}";

    internal void Clear() => _running.Clear();

    private void Set(object what, (string What, DateTimeOffset Since, DateTimeOffset? Due)? timer)
    {
        if (timer is { } running)
        {
            _running[what] = running;
        }
        else
        {
            _running.Remove(what);
        }
    }
}

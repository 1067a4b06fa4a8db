using ContactCenter.Chats;

namespace ContactCenter.Floors;

/// <summary>Customers who leave the line and are back a moment later, where their queue keeps the place.</summary>
internal sealed partial class Floor
{
    private readonly KeptPlaces _keptPlaces = new();

    /// <summary>The places that are kept for those who have left the line, in the order in which they left.</summary>
    internal IReadOnlyCollection<KeptPlace> KeptPlaces => _keptPlaces;

    internal void Restore(KeptPlace place) => _keptPlaces.Keep(place);

    /// <summary>
    /// Since when the customer of a chat had waited in its queue before they left; null for nobody, and for a chat that
    /// was for later: with that nobody comes back.
    /// </summary>
    private DateTimeOffset? KeptPlaceOf(ChatSession chat) =>
        chat.Appointment is null && _queues.TryGetValue(chat.Queue, out var queue) && queue.ReturnWithin is { } within
        && _keptPlaces.Of(chat.Customer, chat.Queue) is { } place && _now < place.LeftAt + within
            ? place.QueuedAt
            : null;

    /// <summary>Whoever leaves the line of their own accord, or with their connection, may be back soon.</summary>
    private void KeepPlace(ChatEvent happened, ChatSession chat, DateTimeOffset at)
    {
        if (happened is ChatEnded { Trigger: ChatTrigger.Leave }
            && chat.State is ChatState.Queued or ChatState.Offered
            && chat.Number != _overdue)
        {
            KeepPlace(chat, chat.Patience?.CameTo, at);
            KeepPlace(chat, chat.Queue, at);
        }
    }

    private void KeepPlace(ChatSession chat, QueueName? name, DateTimeOffset at)
    {
        if (name is { } queue && _queues.GetValueOrDefault(queue)?.ReturnWithin is not null)
        {
            _keptPlaces.ForgetStale(at);
            _keptPlaces.Keep(new KeptPlace(chat.Customer, queue, chat.QueuedAt, at, chat.Number));
        }
    }
}

using ContactCenter.Chats;
using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>What is for later.</summary>
public sealed partial class QueueVerbs
{
    /// <summary>
    /// The contacts that are for later, or were set aside, in the order in which they are due. Once one waits in its
    /// queue it is no longer among them.
    /// </summary>
    /// <param name="viewer">Who asks: the host, or a supervisor of the floor.</param>
    /// <param name="filter">Which of them; null for all.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c>.</returns>
    public ValueTask<Outcome<ScheduledPage>> ScheduledAsync(
        Actor viewer,
        ScheduledFilter? filter = null,
        ScheduledPlace? after = null,
        int limit = 100,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        cancellationToken.ThrowIfCancellationRequested();
        if (viewer.Kind is not (ActorKind.Host or ActorKind.Supervisor))
        {
            return new(Outcome<ScheduledPage>.Rejected(Rejections.NotPermitted));
        }

        return _host.ReadAsync(floor =>
        {
            if (!floor.Supervises(viewer, agent: null))
            {
                return Outcome<ScheduledPage>.Rejected(Rejections.NotPermitted);
            }

            var page = floor.ForLater()
                .Where(chat => Matches(chat, filter) && (after is null || ComesAfter(chat, after)))
                .Take(limit + 1).ToArray();
            var shown = page.Take(limit).Select(chat => Visibility.For(viewer, floor, chat)).ToArray();
            return Outcome<ScheduledPage>.Accepted(new ScheduledPage(
                shown, page.Length > limit ? new ScheduledPlace(shown[^1].Chat, shown[^1].ScheduledFor) : null));
        });
    }

    private static bool Matches(ChatSession chat, ScheduledFilter? filter) => filter is null
        || ((filter.Queue is null || filter.Queue == chat.Queue)
            && (filter.Channel is null || filter.Channel == chat.Channel)
            && (filter.From is null || chat.Appointment?.DueAt >= filter.From));

    private static bool ComesAfter(ChatSession chat, ScheduledPlace place)
    {
        var order = Nullable.Compare(chat.Appointment?.DueAt, place.ScheduledFor);
        return order > 0 || (order == 0 && chat.Number > place.Chat.Number);
    }
}

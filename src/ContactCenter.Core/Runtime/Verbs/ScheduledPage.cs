using ContactCenter.Chats;
using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>Which of the contacts that are for later, or were set aside, are listed.</summary>
public sealed record ScheduledFilter
{
    /// <summary>Only those of this queue.</summary>
    /// <value>Default: of all.</value>
    public QueueName? Queue { get; init; }

    /// <summary>Only those of this channel.</summary>
    /// <value>Default: of all.</value>
    public Channel? Channel { get; init; }

    /// <summary>Only those that were scheduled for this instant, or a later one.</summary>
    /// <value>Default: all, those included that never were scheduled and are set aside.</value>
    public DateTimeOffset? From { get; init; }

    internal bool Matches(ChatSession chat) =>
        (Queue is null || Queue == chat.Queue)
        && (Channel is null || Channel == chat.Channel)
        && (From is null || chat.Appointment?.DueAt >= From);
}

/// <summary>A place in the list of contacts for later, to go on from.</summary>
/// <param name="Chat">The last contact of the page.</param>
/// <param name="ScheduledFor">For when that was scheduled; null where it never was.</param>
public sealed record ScheduledPlace(ChatId Chat, DateTimeOffset? ScheduledFor = null)
{
    internal bool ComesBefore(ChatSession chat)
    {
        var order = Nullable.Compare(ScheduledFor, chat.Appointment?.DueAt);
        return order < 0 || (order == 0 && Chat.Number < chat.Number);
    }
}

/// <summary>A page of the contacts that are for later, or were set aside.</summary>
/// <param name="Contacts">In the order in which they are due; first those that never were scheduled.</param>
/// <param name="Next">Where the next page begins; null where there is none.</param>
/// <remarks>
/// A contact that is there all the while, for the same time, is on one page and no other, whatever happens to the rest.
/// Immutable, safe for any thread.
/// </remarks>
public sealed record ScheduledPage(IReadOnlyList<ChatShown> Contacts, ScheduledPlace? Next);

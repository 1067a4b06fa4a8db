namespace ContactCenter.Chats;

/// <summary>That a contact is for later, or that its customer is called back.</summary>
/// <param name="DueAt">When it comes to its queue; null where it keeps the place it has.</param>
/// <param name="Suspends">Once due it waits until somebody activates it.</param>
/// <param name="IsCallback">Its customer asked to be called back.</param>
internal sealed record Appointment(DateTimeOffset? DueAt, bool Suspends, bool IsCallback)
{
    /// <summary>How far ahead a contact may be scheduled: a quarter; later, people forget that they asked.</summary>
    internal static readonly TimeSpan MaxAhead = TimeSpan.FromDays(90);

    /// <summary>How long past the instant may be and still means now: as long as a click takes to arrive.</summary>
    internal static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    internal static Rejection? Refusal(DateTimeOffset dueAt, DateTimeOffset now) =>
        dueAt < now - Moment || dueAt > now + MaxAhead ? Rejections.DueOutOfBounds : null;
}

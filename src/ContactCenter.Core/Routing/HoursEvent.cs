namespace ContactCenter.Routing;

/// <summary>
/// The hours of a queue have begun or ended. What is next is in it, so that a floor that reads its log needs neither
/// the hours nor the time zones of the machine that wrote it.
/// </summary>
/// <param name="NextChange">When it opens or closes next; null for never.</param>
internal abstract record HoursEvent(QueueName Queue, DateTimeOffset? NextChange) : Event;

/// <summary>The queue is open, or open on.</summary>
internal sealed record HoursBegan(QueueName Queue, DateTimeOffset? NextChange) : HoursEvent(Queue, NextChange);

/// <summary>The queue is closed, or closed on: nothing is offered from it.</summary>
internal sealed record HoursEnded(QueueName Queue, DateTimeOffset? NextChange) : HoursEvent(Queue, NextChange);

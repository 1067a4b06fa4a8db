namespace ContactCenter.Chats;

/// <summary>How far the rules for those who wait too long, or in vain, have come with a contact.</summary>
internal sealed class Patience
{
    /// <summary>
    /// Since when it waits, where that is not since it was queued: it has had an agent since, its customer had left, or
    /// its queue was closed.
    /// </summary>
    internal DateTimeOffset? Since { get; set; }

    /// <summary>Of the rules those are over that come no later than this.</summary>
    internal TimeSpan? Passed { get; set; }

    /// <summary>A rule for no longer than this has come due while it was offered, and follows once it is not.</summary>
    internal TimeSpan? Overdue { get; set; }

    /// <summary>The queue that it came to; null where no rule has moved it from there.</summary>
    internal QueueName? CameTo { get; set; }

    /// <summary>No agent was there when it came to the line it stands in.</summary>
    internal bool FoundNobody { get; set; }

    /// <summary>How often it has followed a rule for want of an agent.</summary>
    internal int Forsaken { get; set; }

    /// <summary>For want of an agent nothing more follows while it stands in this line.</summary>
    internal bool IsForsaken { get; set; }

    /// <summary>When the alarm is due that is set for it; derived, null for none.</summary>
    internal DateTimeOffset? WatchedAt { get; set; }
}

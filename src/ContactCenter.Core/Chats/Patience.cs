namespace ContactCenter.Chats;

/// <summary>How far the rules for those who wait too long have come with a contact.</summary>
internal sealed class Patience
{
    /// <summary>Since when it waits, where that is not since it was queued: it has had an agent since.</summary>
    internal DateTimeOffset? Since { get; set; }

    /// <summary>Of the rules those are over that come no later than this.</summary>
    internal TimeSpan? Passed { get; set; }

    /// <summary>When the alarm is due that is set for it; derived, null for none.</summary>
    internal DateTimeOffset? WatchedAt { get; set; }
}

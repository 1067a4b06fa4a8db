namespace ContactCenter.Chats;

/// <summary>A customer's silence that counts: somebody waits for their answer, and both are connected.</summary>
/// <param name="WarnAt">When they are warned of it; null where they are not, or were already.</param>
/// <param name="EndAt">When the chat ends for it; null where it does not.</param>
/// <param name="SleepAt">When it takes no room of its agents' any more; null where it does, or takes none already.
/// </param>
internal sealed record Silence(DateTimeOffset? WarnAt, DateTimeOffset? EndAt, DateTimeOffset? SleepAt)
{
    internal DateTimeOffset? DueAt => (WarnAt ?? EndAt) is { } at && !(SleepAt < at) ? at : SleepAt;
}

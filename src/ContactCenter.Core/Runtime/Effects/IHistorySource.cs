namespace ContactCenter.Runtime;

/// <summary>
/// Knows what happened with a customer elsewhere: a CRM, a core system. Asked when somebody opens the history, never by
/// the floor itself; may be slow, throw or be down: the history then says so, and shows the rest.
/// </summary>
/// <remarks>What it returns passes redaction before anybody sees it. Called from any thread.</remarks>
public interface IHistorySource
{
    /// <summary>What to call it, on the screen and when more is asked of it: 1 to 64 characters, unique.</summary>
    /// <remarks>Always the same. A floor whose sources have no proper names is not made.</remarks>
    string Name { get; }

    /// <summary>Reads what it knows of a customer, newest first.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="after">Where the page before ended, as the source has said; null for the first.</param>
    /// <param name="limit">How many entries at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Fires when the answer would come too late.</param>
    ValueTask<HistoryRead> ReadAsync(
        CustomerId customer, string? after, int limit, CancellationToken cancellationToken);
}

/// <summary>What a source answers.</summary>
/// <param name="Entries">What it knows, newest first.</param>
/// <param name="Next">
/// Where the next page begins, at most 200 characters and nothing that reads as a card number; null where there is
/// none.
/// </param>
public sealed record HistoryRead(IReadOnlyList<HistoryEntry> Entries, string? Next = null);

/// <summary>Something that happened with a customer elsewhere.</summary>
/// <param name="At">When.</param>
/// <param name="Channel">By which channel, in the source's own word.</param>
/// <param name="Subject">What it was about; longer than 500 characters, the rest is left out.</param>
public sealed record HistoryEntry(DateTimeOffset At, string Channel, string Subject)
{
    /// <summary>When, never the words: they are not redacted yet.</summary>
    public override string ToString() => $"{At:O}";
}

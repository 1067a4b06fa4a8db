using ContactCenter.Customers;

namespace ContactCenter.Runtime;

/// <summary>A page of a customer's contact history.</summary>
/// <param name="Contacts">The closed contacts of the floor, newest first, on all channels.</param>
/// <param name="Next">The contact to go on before; null where there are no more.</param>
/// <param name="Others">What other sources know, each by itself; on the first page only.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record HistoryPage(
    IReadOnlyList<PastContact> Contacts, ChatId? Next, IReadOnlyList<SourceHistory> Others);

/// <summary>What one other source knows of a customer.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Entries">What it knows, newest first, redacted.</param>
/// <param name="Next">Where the next page begins; null where there is none.</param>
/// <param name="IsUnavailable">It did not answer in time, or failed: the screen says so and shows the rest.</param>
public sealed record SourceHistory(
    string Source, IReadOnlyList<HistoryEntry> Entries, string? Next, bool IsUnavailable);

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

/// <summary>An erasure that is done.</summary>
/// <param name="Customer">Of whom.</param>
/// <param name="Contacts">
/// Of how many contacts nothing is kept any more: transcripts, asides, names, addresses, files and the history; null
/// where the floor was started anew meanwhile and counts no longer.
/// </param>
/// <param name="Lines">How many lines they had.</param>
/// <param name="Remains">
/// What stays, as codes: <c>log</c>, the ids, instants, lengths and salted digests of the log, whose salts are gone;
/// <c>audit</c>, who has read and erased what; <c>external-history</c>, what other sources keep by themselves.
/// </param>
/// <param name="Position">Where the log holds it.</param>
public sealed record ErasureReceipt(
    CustomerId Customer, int? Contacts, int? Lines, IReadOnlyList<string> Remains, FeedPosition Position);

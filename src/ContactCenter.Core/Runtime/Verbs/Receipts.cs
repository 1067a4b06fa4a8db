using ContactCenter.Customers;

namespace ContactCenter.Runtime;

/// <summary>An accepted verb that gives nothing else back.</summary>
/// <param name="Position">Where the log holds it; a read or feed from here on shows it.</param>
public sealed record Receipt(FeedPosition Position);

/// <summary>An accepted verb that began or took a contact.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Position">Where the log holds it.</param>
public sealed record ChatReceipt(ChatId Id, FeedPosition Position);

/// <summary>A message that was taken.</summary>
/// <param name="Sequence">Its place in its chat.</param>
/// <param name="IsRedacted">Something in it was masked before anybody saw it: the sender should be told.</param>
/// <param name="Position">Where the log holds it.</param>
public sealed record MessageReceipt(int Sequence, bool IsRedacted, FeedPosition Position);

/// <summary>A transcript that was written down.</summary>
/// <param name="Lines">How many lines it has.</param>
public sealed record ExportReceipt(int Lines);

/// <summary>Files that were taken.</summary>
/// <param name="Sequence">The place of the words in the chat; null where there were none.</param>
/// <param name="Files">The numbers of the files, in the order in which they were given.</param>
/// <param name="IsRedacted">Something in the words was masked before anybody saw it: the sender should be told.</param>
/// <param name="Position">Where the log holds it.</param>
public sealed record AttachmentReceipt(
    int? Sequence, IReadOnlyList<long> Files, bool IsRedacted, FeedPosition Position);

/// <summary>A rescan that is done.</summary>
/// <param name="Lines">
/// How many lines were read; null, as the others, where it was done so long ago that the floor counts no longer.
/// </param>
/// <param name="Masked">How many of them, or of the customers' names and addresses, read otherwise now.</param>
/// <param name="NotJudged">How many a rule could not judge, names included; they stand as they were.</param>
/// <param name="Files">The attachments that were looked at. What is withdrawn of them is destroyed by now.</param>
/// <param name="Position">Where the log holds it.</param>
public sealed record RescanReceipt(
    int? Lines, int? Masked, int? NotJudged, RescannedFiles? Files, FeedPosition Position)
{
    /// <summary>
    /// What is damaged and could not be read, each with its place, 1,000 at most: it stands as it was, and counts among
    /// what was not judged. Only what was found since the floor started.
    /// </summary>
    public IReadOnlyList<string> Damaged { get; init; } = [];
}

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
    CustomerId Customer, int? Contacts, int? Lines, IReadOnlyList<string> Remains, FeedPosition Position)
{
    /// <summary>
    /// What is damaged and could not be read, each with its place, 1,000 at most: it is destroyed all the same, but its
    /// lines are not counted. Only what was found since the floor started; the audit trail has all of it.
    /// </summary>
    public IReadOnlyList<string> Damaged { get; init; } = [];
}

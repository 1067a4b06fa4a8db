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

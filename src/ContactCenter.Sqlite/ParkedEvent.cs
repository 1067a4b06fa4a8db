namespace ContactCenter.Sqlite;

/// <summary>A record that a feed could not deliver, put aside so that those behind it go on.</summary>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="Attempts">
/// How often it was tried; 0 where it, and what came right after it, was gone from the log before the feed came there.
/// </param>
/// <param name="Error">The kind of the last error, such as <c>HttpRequestException</c>; never its words.</param>
/// <param name="Since">When it was put aside.</param>
public sealed record ParkedEvent(long Sequence, int Attempts, string Error, DateTimeOffset Since);

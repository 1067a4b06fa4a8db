namespace ContactCenter.Responses;

/// <summary>
/// Words that an administrator has prepared, so that an agent need not type them: picked from a list, edited where
/// need be, and then sent like any other message, through redaction too.
/// </summary>
/// <remarks>
/// Immutable as long as nobody changes the lists that it was given; safe for any thread. The bounds are checked where
/// responses are taken in, by <see cref="InMemoryResponses"/> and <see cref="JsonFileResponses"/>.
/// Source: chat specification R74, R75, R77.
/// </remarks>
public sealed record PredefinedResponse
{
    /// <summary>
    /// Names it among all of its source: 1 to 100 lower-case letters of ASCII, digits, and single dashes between them.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What an agent reads in the list: 1 to 200 characters (UTF-16 code units).</summary>
    public required string Title { get; init; }

    /// <summary>
    /// What is put into the message: 1 to 8,000 characters (UTF-16 code units). <c>{customer.name}</c> and the like
    /// are places to be filled; <c>{{</c> and <c>}}</c> are braces.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The group that it is listed in: 1 to 100 characters, or null for none, the default.</summary>
    public string? Category { get; init; }

    /// <summary>
    /// The language that it is written in, as a BCP-47 tag of at most 35 characters: <c>ko</c>, <c>en-GB</c>. Null,
    /// the default: for every language.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>The channel that it is meant for. Null, the default: for every channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>
    /// The names of the queues whose contacts it is for, at most 1,000. Empty, the default: for every contact.
    /// </summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>The names of the teams that it is for, at most 1,000. Empty, the default: for every agent.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>The id alone, for a log: the text may hold what does not belong there.</summary>
    public override string ToString() => Id;
}

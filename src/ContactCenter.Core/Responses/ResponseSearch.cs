namespace ContactCenter.Responses;

/// <summary>What an agent asks for: which of the predefined responses for the contact at hand, and how many.</summary>
/// <remarks>
/// What is null is not asked for. The words may be anything that was typed, so they are not repeated in a log.
/// Immutable, safe for any thread.
/// </remarks>
public sealed record ResponseSearch
{
    internal const int MaxSearch = 200;

    /// <summary>
    /// What the agent has typed: a part of the title or the text in any case, or initial consonants in Korean. At most
    /// 200 characters (UTF-16 code units).
    /// </summary>
    public string? Search { get; init; }

    /// <summary>The category, exactly.</summary>
    public string? Category { get; init; }

    /// <summary>
    /// The language, as a BCP-47 tag: <c>ko</c> finds <c>ko-KR</c> and the other way round, and what is for every
    /// language.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>How many come back at most.</summary>
    /// <value>Default: 50. 1 to 200.</value>
    public int Limit { get; init; } = 50;

    /// <summary>How many are asked for, never what was typed.</summary>
    public override string ToString() => $"{Limit} at most";
}

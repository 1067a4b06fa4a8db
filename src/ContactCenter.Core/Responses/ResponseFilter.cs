using ContactCenter.Texts;

namespace ContactCenter.Responses;

/// <summary>Which responses an agent sees: those for the contact at hand, of which they have asked for some.</summary>
/// <param name="Channel">The channel of the contact.</param>
/// <param name="Limit">How many come back at most; none for less than 1.</param>
internal sealed record ResponseFilter(Channel Channel, int Limit)
{
    /// <summary>The queue of the contact. Without one, what is kept for some queues is not shown.</summary>
    internal string? Queue { get; init; }

    /// <summary>The team of the agent. Without one, what is kept for some teams is not shown.</summary>
    internal string? Team { get; init; }

    /// <summary>
    /// The language that is asked for; null for all. A language answers for its regions and they for it, but no region
    /// for another: <c>ko</c> finds <c>ko-KR</c> and the other way round.
    /// </summary>
    internal string? Locale { get; init; }

    /// <summary>The group that is asked for, exactly; null for all.</summary>
    internal string? Category { get; init; }

    /// <summary>What the agent has typed: a part of the title or the text; blank for all.</summary>
    internal string? Search { get; init; }

    /// <summary>
    /// Those that pass: by category, without one first, and then by title, ordinally, so that everybody sees one order.
    /// </summary>
    internal IReadOnlyList<PredefinedResponse> Choose(IReadOnlyList<PredefinedResponse> responses) =>
    [
        .. responses.Where(Passes)
            .OrderBy(response => response.Category, StringComparer.Ordinal)
            .ThenBy(response => response.Title, StringComparer.Ordinal)
            .ThenBy(response => response.Id, StringComparer.Ordinal)
            .Take(Limit),
    ];

    /// <summary>The one with this id, if it passes; null for none.</summary>
    internal PredefinedResponse? Find(IReadOnlyList<PredefinedResponse> responses, string id) =>
        responses.FirstOrDefault(response => response.Id == id && Passes(response));

    private bool Passes(PredefinedResponse response) =>
        (response.Channel is not { } channel || channel == Channel)
        && IsFor(response.Queues, Queue)
        && IsFor(response.Teams, Team)
        && (Category is null || Category == response.Category)
        && (Locale is null || response.Locale is not { } locale || Covers(locale, Locale) || Covers(Locale, locale))
        && (TextSearch.Matches(Search, response.Title) || TextSearch.Matches(Search, response.Text));

    private static bool IsFor(IReadOnlyList<string> audience, string? one) =>
        audience.Count == 0 || (one is not null && audience.Contains(one));

    private static bool Covers(string language, string region) =>
        region.StartsWith(language, StringComparison.OrdinalIgnoreCase)
        && (region.Length == language.Length || region[language.Length] == '-');
}

namespace ContactCenter.Routing;

/// <summary>An agent has declined a contact, and is not offered it again for a while.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Until">Until when, unless they become available anew before.</param>
internal readonly record struct Withholding(AgentId Agent, DateTimeOffset Until)
{
    /// <summary>The longest, and so the longest that a contact waits for the only agent there is.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    internal static bool IsOut(TimeSpan? period) => period <= TimeSpan.Zero || period > Longest;
}

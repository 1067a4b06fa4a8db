namespace ContactCenter.Runtime;

/// <summary>Which of what is kept is to be read once more by the rules of today, and why.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record Rescan
{
    /// <summary>
    /// What was said or delivered before is left as it is, but for parts of a number that goes on after it; everything
    /// by default.
    /// </summary>
    public DateTimeOffset From { get; init; } = DateTimeOffset.MinValue;

    /// <summary>
    /// The rule that has become better, by its name; null for none in particular. All rules of the floor are asked,
    /// whichever it is.
    /// </summary>
    public string? Rule { get; init; }

    /// <summary>
    /// The oldest version of the rule that is good enough: a floor that has an older one refuses. Compared by its
    /// numbers, part by part. Null for any.
    /// </summary>
    public string? MinVersion { get; init; }

    /// <summary>Why, for the audit trail; redacted. At most 500 characters, with the rule and its version.</summary>
    public required string Reason { get; init; }

    /// <summary>2026.9 is before 2026.10, and that before 2026.10.1.</summary>
    internal static bool IsBefore(string version, string other)
    {
        var (one, two) = (Parts(version), Parts(other));
        for (var index = 0; index < Math.Min(one.Length, two.Length); index++)
        {
            var order = one[index].Length != two[index].Length
                ? one[index].Length - two[index].Length
                : string.CompareOrdinal(one[index], two[index]);
            if (order != 0)
            {
                return order < 0;
            }
        }

        return one.Length < two.Length;
    }

    private static string[] Parts(string version) =>
        [.. version.Split('.', '-', '_').Select(part => part.TrimStart('0'))];
}

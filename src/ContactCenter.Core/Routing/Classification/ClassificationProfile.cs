namespace ContactCenter.Routing;

/// <summary>A policy by which contacts are classified, and its name.</summary>
internal sealed record ClassificationProfile
{
    internal const int Most = 100;

    public string Name { get; init; } = string.Empty;

    public ClassificationPolicy Policy { get; init; } = new();
}

using System.Collections.Immutable;

namespace ContactCenter.Agents;

/// <summary>What an agent may do, as the floor's configuration says.</summary>
internal sealed record AgentProfile
{
    public string Id { get; init; } = string.Empty;

    public string? Name { get; init; }

    public ImmutableArray<string> Queues { get; init; } = [];

    public MediaProfile Media { get; init; } = new();

    /// <summary>The idle codes the agent may choose; empty for all.</summary>
    public ImmutableArray<string> IdleCodes { get; init; } = [];
}

namespace ContactCenter.Agents;

/// <summary>Agents who belong together, under their supervisors.</summary>
internal sealed record TeamProfile
{
    public string Name { get; init; } = string.Empty;

    public string? Site { get; init; }

    /// <summary>For the agents of the team who have none of their own; null for the site's.</summary>
    public MediaProfile? Media { get; init; }
}

/// <summary>A place where teams work.</summary>
internal sealed record SiteProfile
{
    public string Name { get; init; } = string.Empty;

    /// <summary>For the agents whose team has none; null for calls only, as a new site has it.</summary>
    public MediaProfile? Media { get; init; }
}

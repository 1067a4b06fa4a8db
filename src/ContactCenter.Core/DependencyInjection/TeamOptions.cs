using ContactCenter.Agents;

namespace ContactCenter.DependencyInjection;

/// <summary>The configuration of a team.</summary>
public sealed class TeamOptions
{
    /// <summary>The site the team works at.</summary>
    /// <value>Default: none.</value>
    public string? Site { get; set; }

    /// <summary>The media profile of agents of the team who have none of their own.</summary>
    /// <value>Default: the site's, else one chat at a time.</value>
    public MediaProfile? Media { get; set; }
}

/// <summary>The configuration of a site.</summary>
public sealed class SiteOptions
{
    /// <summary>The media profile of agents whose team has none.</summary>
    /// <value>Default: one call at a time and nothing else.</value>
    public MediaProfile? Media { get; set; }
}

/// <summary>The configuration of a supervisor.</summary>
public sealed class SupervisorOptions
{
    /// <summary>The teams they supervise.</summary>
    /// <value>Default: none listed, which means all.</value>
    public IList<string> Teams { get; } = [];

    /// <summary>What they may do for the agents of their teams.</summary>
    /// <value>Default: everything but <see cref="SupervisorRights.Reveal"/>.</value>
    public SupervisorRights Rights { get; set; } = SupervisorRights.All;

    /// <summary>Adds teams to those they supervise.</summary>
    /// <param name="teams">Names of the floor's teams.</param>
    /// <returns>These options, for chaining.</returns>
    public SupervisorOptions Supervises(params ReadOnlySpan<string> teams)
    {
        foreach (var team in teams)
        {
            Teams.Add(team);
        }

        return this;
    }
}

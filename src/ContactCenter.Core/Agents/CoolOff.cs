using ContactCenter.Routing;

namespace ContactCenter.Agents;

/// <summary>
/// An agent gets no offers for a while, because one came to nothing. It is over by itself, or as soon as they, or a
/// supervisor, do something about their availability.
/// </summary>
/// <param name="Channel">The channel it is about; null for all of them.</param>
/// <param name="Cause">What became of the offer.</param>
/// <param name="Consequence">
/// What it came with: nothing else, or a RONA or an idle code that is over with it.
/// </param>
/// <param name="Count">Which in a row it was.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when; the instant itself is no part of it.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record CoolOff(
    Channel? Channel,
    RonaCause Cause,
    RonaConsequence Consequence,
    int Count,
    DateTimeOffset Since,
    DateTimeOffset Until)
{
    /// <summary>The agent was moved, and comes back with the end of it.</summary>
    internal bool Moved => Consequence is RonaConsequence.Rona or RonaConsequence.Idle;
}

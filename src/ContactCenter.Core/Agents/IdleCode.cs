using ContactCenter.Routing;

namespace ContactCenter.Agents;

/// <summary>Why an agent is not taking contacts: lunch, a meeting, training.</summary>
/// <param name="Code">What programs and reports use: letters, digits, dashes.</param>
/// <param name="Name">What people read.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record IdleCode(string Code, string Name)
{
    /// <summary>The code after sign-in, where a floor names no other.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Assigned by the engine when a queue lets offers be declined and an agent declines one.</summary>
    public const string Declined = "declined";

    /// <summary>Assigned by the engine when the host reports that an accepted contact could not be connected.</summary>
    public const string ChannelFailure = "channel-failure";

    /// <summary>Assigned by the engine when an agent misses an offer, where the policy has that and no RONA.</summary>
    public const string Missed = "missed";

    /// <summary>Assigned by the engine to an available agent whose connection is lost.</summary>
    public const string Disconnected = "disconnected";

    internal static bool IsAssignedBySystem(string code) =>
        code is Declined or ChannelFailure or Missed or Disconnected;

    /// <summary>The engine's own code for an offer that came to nothing.</summary>
    internal static string Of(RonaCause cause) => cause switch
    {
        RonaCause.Declined => Declined,
        RonaCause.Failed => ChannelFailure,
        _ => Missed,
    };
}

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

    /// <summary>Assigned by the engine to an available agent whose connection is lost.</summary>
    public const string Disconnected = "disconnected";

    internal static bool IsAssignedBySystem(string code) => code is Declined or ChannelFailure or Disconnected;
}

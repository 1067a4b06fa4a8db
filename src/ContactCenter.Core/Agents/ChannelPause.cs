namespace ContactCenter.Agents;

/// <summary>One channel that is out of rotation while the agent is available for the others.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Availability">Why: a missed offer of this channel, or an idle code for it.</param>
/// <param name="Code">The idle code; null after a miss.</param>
/// <param name="Since">Since when.</param>
/// <param name="ChangedBy">Who changed it: the agent, a supervisor or the system.</param>
/// <remarks>Immutable, safe for any thread. Source: chat specification R32.</remarks>
public sealed record ChannelPause(
    Channel Channel, Availability Availability, string? Code, DateTimeOffset Since, Actor ChangedBy);

/// <summary>What a missed offer stops.</summary>
/// <remarks>Source: chat specification R32.</remarks>
public enum RonaScope : byte
{
    /// <summary>Every channel, until the agent acts.</summary>
    AllChannels,

    /// <summary>The channel of the missed contact; the others go on.</summary>
    OwnChannel,

    /// <summary>
    /// The queue of the missed contact; the agent's other queues go on. A contact that was handed to the agent from a
    /// queue that they do not serve stops every channel.
    /// </summary>
    OwnQueue,
}

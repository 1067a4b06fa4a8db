using ContactCenter.Routing;

namespace ContactCenter.Agents;

/// <summary>
/// How many contacts of each channel an agent takes at a time. A channel with capacity 0 is closed to the agent.
/// </summary>
/// <remarks>Source: chat specification R41 to R45. Immutable, safe for any thread.</remarks>
public sealed partial record MediaProfile
{
    /// <summary>The most contacts of one non-voice channel an agent can be given.</summary>
    public const int MaxCapacity = 5;

    /// <summary>Calls and nothing else: what a site has until it is given something else.</summary>
    internal static MediaProfile CallsOnly { get; } = new() { Voice = 1, Chat = 0 };

    /// <summary>How the channels share the agent.</summary>
    /// <value>Default: blended.</value>
    public MediaMode Mode { get; init; }

    /// <summary>Calls at a time.</summary>
    /// <value>0 or 1. Default: 0.</value>
    public int Voice { get; init; }

    /// <summary>Chats at a time.</summary>
    /// <value>0 to 5. Default: 1.</value>
    public int Chat { get; init; } = 1;

    /// <summary>E-mails at a time.</summary>
    /// <value>0 to 5. Default: 0.</value>
    public int Email { get; init; }

    /// <summary>Social messages at a time.</summary>
    /// <value>0 to 5. Default: 0.</value>
    public int Social { get; init; }

    /// <summary>How the channels take turns while contacts of several wait for the agent.</summary>
    /// <value>Default: null, not at all; the first contact by priority and age is next.</value>
    public ChannelTurns? Turns { get; init; }

    /// <summary>Whether one more contact of <paramref name="channel"/> fits beside <paramref name="load"/>.</summary>
    /// <param name="load">The contacts the agent has, offers and wrap-ups included.</param>
    /// <param name="channel">The channel of the contact to be offered.</param>
    public bool HasRoom(ChannelLoad load, Channel channel)
    {
        if (load[channel] >= Capacity(channel) || !LetsIn(load, channel))
        {
            return false;
        }

        return (Mode, channel) switch
        {
            (MediaMode.Exclusive, _) => load.Total == 0,
            (MediaMode.BlendedRealTime, Channel.Voice) => load.Chat == 0,
            (MediaMode.BlendedRealTime, Channel.Chat) => load.Voice == 0,
            _ => true,
        };
    }

    /// <summary>
    /// The channels whose contacts leave no room for one more of <paramref name="channel"/>: each of them would by
    /// itself, so all have to go. Empty where there is room, and where the channel is closed.
    /// </summary>
    /// <param name="load">The contacts the agent has, offers and wrap-ups included.</param>
    /// <param name="channel">The channel of the contact to be offered.</param>
    internal Channel[] InTheWay(ChannelLoad load, Channel channel) => HasRoom(default, channel)
        ? [.. Enum.GetValues<Channel>().Where(other => !HasRoom(default(ChannelLoad).Add(other, load[other]), channel))]
        : [];

    internal int Capacity(Channel channel) => channel switch
    {
        Channel.Voice => Voice,
        Channel.Chat => Chat,
        Channel.Email => Email,
        Channel.Social => Social,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>What is wrong with the profile, each fault in a sentence; empty when it can hold.</summary>
    internal IEnumerable<string> Faults()
    {
        if (Voice is < 0 or > 1)
        {
            yield return $"voice capacity {Voice} is not 0 or 1";
        }

        foreach (var channel in (Channel[])[Channel.Chat, Channel.Email, Channel.Social])
        {
            if (Capacity(channel) is < 0 or > MaxCapacity)
            {
                yield return $"{channel} capacity {Capacity(channel)} is not 0 to {MaxCapacity}";
            }
        }

        if (Mode == MediaMode.BlendedRealTime && (Voice != 1 || Chat < 1))
        {
            yield return $"blended real-time needs 1 call and 1 to {MaxCapacity} chats, not {Voice} and {Chat}";
        }

        if (!Enum.IsDefined(Mode))
        {
            yield return $"media mode {Mode} is not known";
        }

        foreach (var fault in BesideFaults().Concat(InterruptionFaults()).Concat(Turns?.Faults() ?? []))
        {
            yield return fault;
        }
    }
}

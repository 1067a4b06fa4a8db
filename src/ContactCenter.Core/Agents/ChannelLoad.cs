namespace ContactCenter.Agents;

/// <summary>
/// How many contacts of each channel hold a slot of one agent: offered, running and in wrap-up. Interrupted ones hold
/// none.
/// </summary>
/// <param name="Voice">Calls.</param>
/// <param name="Chat">Chats.</param>
/// <param name="Email">E-mails.</param>
/// <param name="Social">Social messages.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public readonly record struct ChannelLoad(byte Voice, byte Chat, byte Email, byte Social)
{
    /// <summary>All channels together.</summary>
    public int Total => Voice + Chat + Email + Social;

    /// <summary>The contacts of one channel.</summary>
    /// <param name="channel">The channel.</param>
    public int this[Channel channel] => channel switch
    {
        Channel.Voice => Voice,
        Channel.Chat => Chat,
        Channel.Email => Email,
        Channel.Social => Social,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    internal ChannelLoad Without(ChannelLoad other) => new(
        checked((byte)(Voice - other.Voice)),
        checked((byte)(Chat - other.Chat)),
        checked((byte)(Email - other.Email)),
        checked((byte)(Social - other.Social)));

    internal ChannelLoad Add(Channel channel, int contacts) => channel switch
    {
        Channel.Voice => this with { Voice = checked((byte)(Voice + contacts)) },
        Channel.Chat => this with { Chat = checked((byte)(Chat + contacts)) },
        Channel.Email => this with { Email = checked((byte)(Email + contacts)) },
        Channel.Social => this with { Social = checked((byte)(Social + contacts)) },
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}

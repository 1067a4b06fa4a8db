namespace ContactCenter.Agents;

/// <summary>
/// Which channels go together: while an agent has a contact of one, contacts of which others they may be given. Every
/// contact that they have, offered or in wrap-up too, has its say.
/// </summary>
public sealed partial record MediaProfile
{
    /// <summary>The other channels whose contacts an agent may be given beside a call.</summary>
    /// <value>Default: all. <see cref="Channels.None"/> where a call excludes everything else.</value>
    public Channels BesideVoice { get; init; } = Channels.All;

    /// <summary>The other channels whose contacts an agent may be given beside a chat.</summary>
    /// <value>Default: all. More chats are a matter of <see cref="Chat"/>.</value>
    public Channels BesideChat { get; init; } = Channels.All;

    /// <summary>The other channels whose contacts an agent may be given beside an e-mail.</summary>
    /// <value>Default: all.</value>
    public Channels BesideEmail { get; init; } = Channels.All;

    /// <summary>The other channels whose contacts an agent may be given beside a social message.</summary>
    /// <value>Default: all.</value>
    public Channels BesideSocial { get; init; } = Channels.All;

    internal Channels Beside(Channel channel) => channel switch
    {
        Channel.Voice => BesideVoice,
        Channel.Chat => BesideChat,
        Channel.Email => BesideEmail,
        Channel.Social => BesideSocial,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    private static Channels Only(Channel channel) => (Channels)(1 << (int)channel);

    private bool LetsIn(ChannelLoad load, Channel channel)
    {
        // Asked after every event of an agent, and nearly always there is nothing to ask.
        if ((BesideVoice & BesideChat & BesideEmail & BesideSocial) == Channels.All)
        {
            return true;
        }

        var wanted = Only(channel);
        for (var other = Channel.Voice; other <= Channel.Social; other++)
        {
            if (other != channel && load[other] > 0 && (Beside(other) & wanted) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<string> BesideFaults()
    {
        for (var channel = Channel.Voice; channel <= Channel.Social; channel++)
        {
            if ((Beside(channel) & ~Channels.All) != 0)
            {
                yield return $"beside {channel} are channels that are not known";
            }
        }
    }
}

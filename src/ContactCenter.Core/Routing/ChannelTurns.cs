namespace ContactCenter.Routing;

/// <summary>
/// How the channels of an agent take turns while contacts of several wait that the agent could be given, so that a
/// backlog of one never keeps the others waiting for ever. Without it the first contact by priority and age is next,
/// whatever its channel.
/// </summary>
/// <remarks>
/// A turn is an offer. While a channel of weight w waits, another of weight v has at most v / w turns, rounded up, and
/// one more before its next. The rank of a queue comes before turns, priority and age of a contact after them. Where a
/// turn is due that the agent has no room for only because of the other channels, the agent is held for that queue:
/// nothing else is offered to them until there is room. So many agents at most are held for a queue as contacts wait in
/// it. Immutable, safe for any thread.
/// </remarks>
public sealed record ChannelTurns
{
    /// <summary>The most turns of one channel to a turn of another.</summary>
    public const int MaxWeight = 10;

    /// <summary>The share of calls.</summary>
    /// <value>Default: 1. 1 to 10.</value>
    public int Voice { get; init; } = 1;

    /// <summary>The share of chats.</summary>
    /// <value>Default: 1. 1 to 10.</value>
    public int Chat { get; init; } = 1;

    /// <summary>The share of e-mails.</summary>
    /// <value>Default: 1. 1 to 10.</value>
    public int Email { get; init; } = 1;

    /// <summary>The share of social messages.</summary>
    /// <value>Default: 1. 1 to 10.</value>
    public int Social { get; init; } = 1;

    internal int WeightOf(Channel channel) => channel switch
    {
        Channel.Voice => Voice,
        Channel.Chat => Chat,
        Channel.Email => Email,
        Channel.Social => Social,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    internal IEnumerable<string> Faults()
    {
        for (var channel = Channel.Voice; channel <= Channel.Social; channel++)
        {
            if (WeightOf(channel) is < 1 or > MaxWeight)
            {
                yield return $"{channel} has {WeightOf(channel)} turns, which is not 1 to {MaxWeight}";
            }
        }
    }
}

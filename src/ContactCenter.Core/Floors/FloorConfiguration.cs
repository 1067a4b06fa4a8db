using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>The wanted state of a floor: one revision, taken as a whole or not at all.</summary>
internal sealed record FloorConfiguration
{
    public static FloorConfiguration Empty { get; } = new();

    public ImmutableArray<QueueProfile> Queues { get; init; } = [];

    public ImmutableArray<AgentProfile> Agents { get; init; } = [];

    public ImmutableArray<IdleCode> IdleCodes { get; init; } = [];

    /// <summary>The code after sign-in, and when idle is chosen without a code.</summary>
    public string DefaultIdleCode { get; init; } = IdleCode.SignedIn;

    public WrapUpPolicy WrapUp { get; init; } = new();

    public TimeSpan BotTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Live contacts of each channel, at most; the next is refused. Indexed by channel.</summary>
    public ImmutableArray<int> Ceilings { get; init; } = [];

    public int MaxLines { get; init; } = 1_000_000;

    /// <summary>How long a command id is remembered.</summary>
    public TimeSpan WindowPeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many command ids are remembered at most.</summary>
    public int WindowCount { get; init; } = 50_000;
}

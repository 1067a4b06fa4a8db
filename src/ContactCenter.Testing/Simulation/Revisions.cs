using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Draws the first configuration of a floor, and revisions of it: small ones, bold ones, impossible ones.</summary>
internal sealed class Revisions(Draw draw, Swarm swarm)
{
    private static readonly string[] Queues = ["billing", "sales", "calls", "letters", "posts", "claims"];
    private static readonly string[] Codes = ["lunch", "meeting", "training"];
    private static readonly string[] Reasons = ["solved", "unsolved", "fraud"];

    private int _revision;

    internal Configure First() => Of(Staffed(new FloorConfiguration
    {
        Queues = [.. Queues.Take(draw.Between(1, 4)).Select(NewQueue)],
        IdleCodes = [.. Codes.Select(code => new IdleCode(code, code))],
        WrapUp = NewWrapUp(),
        BotTimeout = TimeSpan.FromSeconds(draw.Between(5, 40)),
        Ceilings = NewCeilings(),
        MaxLines = draw.Of(5, 1_000, 1_000),
        WindowCount = draw.Of(2, 20, 500),
        WindowPeriod = TimeSpan.FromSeconds(draw.Of(5, 120, 3_600)),
    }));

    internal Configure Next(Floor floor) => floor.Configuration.Queues.IsEmpty
        ? First()
        : Next(floor.Configuration, floor.ConfigurationHash);

    /// <summary>Nobody has room any more, or everybody has all the room there can be.</summary>
    internal Configure Shift(FloorConfiguration now, bool opens) => Of(now with
    {
        Agents =
        [
            .. now.Agents.Select(agent => agent with
            {
                Media = opens
                    ? new MediaProfile { Chat = 5, Email = 5, Social = 5, Voice = 1 }
                    : new MediaProfile { Chat = 0 },
            }),
        ],
    });

    private Configure Next(FloorConfiguration now, string hash) => draw.Below(12) switch
    {
        0 => Of(now with { Queues = [.. now.Queues.Append(NewQueue(draw.Of(Queues)))] }),
        1 => Of(WithoutQueue(now, draw.From(now.Queues).Name)),
        2 or 3 => Of(now with { Agents = [.. now.Agents.Select(agent => draw.Percent(40) ? NewAgent(agent.Id, now) : agent)] }),
        4 => Of(now with { Agents = [.. now.Agents.Where(_ => draw.Percent(70))] }),
        5 => Of(Staffed(now)),
        6 => Of(now with { Queues = [.. now.Queues.Select(queue => NewQueue(queue.Name) with { Channel = queue.Channel })] }),
        7 => Of(now with { Queues = [.. now.Queues.Select(queue => NewQueue(queue.Name))] }),
        8 => Of(now with { WrapUp = NewWrapUp(), Ceilings = NewCeilings(), MaxLines = draw.Of(5, 1_000) }),
        9 => Of(now with { WindowCount = draw.Of(1, 5, 100), WindowPeriod = TimeSpan.FromSeconds(draw.Of(1, 60, 600)) }),
        10 => Of(now with { DefaultIdleCode = "no code", BotTimeout = TimeSpan.Zero }),
        _ => new Configure(Actor.Host, now, hash),
    };

    private Configure Of(FloorConfiguration wanted) => new(
        Actor.Host, wanted, string.Create(CultureInfo.InvariantCulture, $"revision-{++_revision}"));

    /// <summary>As many agents as the floor has desks; whoever is new gets a profile.</summary>
    private FloorConfiguration Staffed(FloorConfiguration floor)
    {
        var known = floor.Agents.ToDictionary(agent => agent.Id, StringComparer.Ordinal);
        var ids = Enumerable.Range(1, swarm.AgentCount).Select(desk => string.Create(CultureInfo.InvariantCulture, $"agent-{desk}"));
        return floor with { Agents = [.. ids.Select(id => known.GetValueOrDefault(id) ?? NewAgent(id, floor))] };
    }

    private static FloorConfiguration WithoutQueue(FloorConfiguration now, string name) => now with
    {
        Queues = [.. now.Queues.Where(queue => queue.Name != name)],
        Agents = [.. now.Agents.Select(agent => agent with { Queues = [.. agent.Queues.Where(queue => queue != name)] })],
    };

    private QueueProfile NewQueue(string name) => new()
    {
        Name = name,
        Channel = name switch
        {
            _ when draw.Percent(5) => draw.Of(Enum.GetValues<Channel>()),
            "calls" => Channel.Voice,
            "letters" => Channel.Email,
            "posts" => Channel.Social,
            _ => Channel.Chat,
        },
        OfferTimeout = TimeSpan.FromSeconds(draw.Of(5, 10, 30)),
        AllowDecline = draw.Percent(50),
        StartsWithBot = draw.Percent(30),
    };

    private AgentProfile NewAgent(string id, FloorConfiguration floor) => new()
    {
        Id = id,
        Queues = [.. floor.Queues.Select(queue => queue.Name).Where(_ => draw.Percent(70))],
        Media = new MediaProfile
        {
            Mode = draw.Of(MediaMode.Blended, MediaMode.Blended, MediaMode.BlendedRealTime, MediaMode.Exclusive),
            Voice = draw.Below(2),
            Chat = draw.Of(0, 1, 1, 2, 3, 5),
            Email = draw.Of(0, 1, 2),
            Social = draw.Of(0, 1, 2),
        },
        IdleCodes = draw.Percent(70) ? [] : [draw.From(Codes)],
    };

    private WrapUpPolicy NewWrapUp() => new()
    {
        Reasons = [.. Reasons.Take(draw.Below(4)).Select((code, index) => new WrapUpReason(code, code, index == 1))],
        MaxReasons = draw.Between(1, 2),
        AutoAfter = draw.Percent(50) ? TimeSpan.FromSeconds(draw.Between(5, 60)) : null,
        AllowExtension = draw.Percent(50),
    };

    private ImmutableArray<int> NewCeilings() =>
        [.. Enum.GetValues<Channel>().Select(_ => draw.Of(3, 200, 200, 200))];
}

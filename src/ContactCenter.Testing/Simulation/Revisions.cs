using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>
/// Draws the first configuration of a floor, and revisions of it: small ones, bold ones, impossible ones.
/// </summary>
internal sealed partial class Revisions(Draw draw, Swarm swarm)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly string[] Codes = ["lunch", "meeting", "training"];
    private static readonly string[] Teams = ["blue", "red"];

    private int _revision;

    private string[] Queues => swarm.Queues;

    internal Configure First() => Of(Staffed(new FloorConfiguration
    {
        Queues = [.. Queues.Take(swarm.IsLarge ? Queues.Length : draw.Between(1, 4)).Select(NewQueue)],
        Teams = [.. Teams.Select(team => new TeamProfile
        {
            Name = team, Site = draw.Of<string?>(null, "north"), Media = draw.Percent(50) ? NewMedia() : null,
        })],
        Sites = [new SiteProfile { Name = "north", Media = draw.Percent(50) ? NewMedia() : null }],
        Supervisors = draw.Percent(60)
            ? []
            : [new SupervisorProfile { Id = "boss" }, new SupervisorProfile
            {
                Id = "chief", Teams = [draw.From(Teams)], Rights = (SupervisorRights)draw.Below(256),
            }],
        IdleCodes = [.. Codes.Select(code => new IdleCode(code, code))],
        Collaboration = NewCollaboration(),
        Sessions = NewSessions(),
        RonaScope = draw.Of(RonaScope.AllChannels, RonaScope.AllChannels, RonaScope.OwnChannel, RonaScope.OwnQueue),
        RoutingSeed = draw.Below(1_000),
        Rona = draw.Percent(50) ? new RonaPolicy() : NewRona(),
        InactivityLimit = draw.Percent(20) ? TimeSpan.FromMinutes(draw.Between(3, 30)) : null,
        ForcedSignOut = draw.Percent(50),
        Attachments = new AttachmentPolicy
        {
            IsEnabled = draw.Percent(90),
            MaxPending = draw.Of(2, 50),
            ScanTimeout = TimeSpan.FromSeconds(draw.Between(5, 60)),
        },
        WrapUp = NewWrapUp(),
        BotTimeout = TimeSpan.FromSeconds(draw.Between(5, 40)),
        Ceilings = NewCeilings(),
        MaxLines = draw.Of(5, 1_000, 1_000),
        HistoryRetention = draw.Percent(20) ? TimeSpan.FromDays(1) : null,
        MaxHolds = draw.Of(2, 50),
        HistoryLimit = draw.Of(1, 20, 100_000),
        WindowCount = draw.Of(5, 50, 500) * (swarm.IsLarge ? 1_000 : 1),
        WindowPeriod = TimeSpan.FromSeconds(draw.Of(5, 120, 3_600)),
    }));

    /// <summary>Another revision: a few changes at once, or none, or none at all but the same once more.</summary>
    internal Command Next(Floor floor)
    {
        if (draw.Percent(25))
        {
            return new EditConfiguration(
                Actor.Host,
                NewEdit(floor.Configuration),
                draw.Of<string?>(null, null, floor.ConfigurationHash, "revision-0"));
        }

        if (draw.Percent(5))
        {
            return new Configure(Actor.Host, floor.Configuration, floor.ConfigurationHash);
        }

        var wanted = floor.Configuration;
        for (var changes = draw.Between(1, 3); changes > 0; changes--)
        {
            wanted = Changed(wanted);
        }

        return Of(wanted);
    }

    /// <summary>Nobody has room any more, or everybody has all the room there can be.</summary>
    internal Configure Shift(FloorConfiguration now, bool opens)
    {
        var media = opens ? AllTheRoom() : new MediaProfile { Chat = 0 };
        return Of(now with { Agents = [.. now.Agents.Select(agent => agent with { Media = media })] });
    }

    private FloorConfiguration Changed(FloorConfiguration now) => (now.Queues.IsEmpty ? 0 : draw.Below(13)) switch
    {
        0 => now with { Queues = [.. now.Queues.Append(NewQueue(draw.Of(Queues)))] },
        1 or 2 => WithoutQueue(now, draw.From(now.Queues).Name),
        3 or 4 => now with { Agents = [.. now.Agents.Select(agent => Changed(agent, now))] },
        5 => now with { Agents = [.. now.Agents.Where(_ => draw.Percent(70))] },
        6 => Staffed(now),
        7 => now with { Queues = [.. now.Queues.Select(Changed)] },
        8 => now with { Queues = [.. now.Queues.Select(queue => NewQueue(queue.Name))] },
        9 => now with
        {
            WrapUp = NewWrapUp(),
            Ceilings = NewCeilings(),
            MaxLines = draw.Of(5, 1_000),
            HistoryRetention = draw.Percent(50) ? TimeSpan.FromDays(1) : null
        },
        11 => now with
        {
            Collaboration = NewCollaboration(),
            Sessions = NewSessions(),
            RonaScope = draw.Of(Enum.GetValues<RonaScope>()),
            Rona = NewRona(),
        },
        10 => now with { WindowCount = draw.Of(1, 50, 500), WindowPeriod = TimeSpan.FromSeconds(draw.Of(1, 60, 600)) },
        _ => draw.Percent(80) ? now : now with { DefaultIdleCode = "no code", BotTimeout = TimeSpan.Zero },
    };

    private Configure Of(FloorConfiguration wanted) => new(
        Actor.Host, Classifying(Possible(wanted)), string.Create(Invariant, $"revision-{++_revision}"));

    /// <summary>One thing that is added, edited or removed; now and then it is there already, or is not.</summary>
    private ConfigurationEdit NewEdit(FloorConfiguration now)
    {
        var queue = draw.From(Queues);
        var agent = string.Create(Invariant, $"agent-{draw.Between(1, swarm.AgentCount)}");
        return draw.Of(Enum.GetValues<EditKind>()) switch
        {
            var kind and (EditKind.AddQueue or EditKind.EditQueue) =>
                new(kind, queue, Queue: NewAlone(queue)),
            var kind and (EditKind.AddAgent or EditKind.EditAgent) => new(kind, agent, Agent: NewAgent(agent, now)),
            var kind => new(kind, kind == EditKind.RemoveQueue ? queue : agent),
        };
    }
}

using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>
/// Draws the first configuration of a floor, and revisions of it: small ones, bold ones, impossible ones.
/// </summary>
internal sealed partial class Revisions(Draw draw, Swarm swarm)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly string[] Queues = ["billing", "sales", "calls", "letters", "posts", "claims"];
    private static readonly string[] Codes = ["lunch", "meeting", "training"];
    private static readonly string[] Teams = ["blue", "red"];
    private static readonly string[] Strategies =
    [
        RoutingStrategies.RoundRobin, RoutingStrategies.LeastOccupied, RoutingStrategies.MostIdle,
        RoutingStrategies.TopDown, RoutingStrategies.BestSkilled, RoutingStrategies.Weighted, RoutingStrategies.Random,
        HostStrategies.Odd, HostStrategies.Broken,
    ];

    private static readonly string[] Reasons = ["solved", "unsolved", "fraud"];

    /// <summary>The policy by which contacts are classified.</summary>
    internal const string Sorted = "sorted";

    private int _revision;

    internal Configure First() => Of(Staffed(new FloorConfiguration
    {
        Queues = [.. Queues.Take(draw.Between(1, 4)).Select(NewQueue)],
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
        RonaScope = draw.Of(RonaScope.AllChannels, RonaScope.AllChannels, RonaScope.OwnChannel),
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
        WindowCount = draw.Of(5, 50, 500),
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

    private AgentProfile Changed(AgentProfile agent, FloorConfiguration floor) =>
        draw.Percent(40) ? NewAgent(agent.Id, floor) : agent;

    private QueueProfile Changed(QueueProfile queue) => NewQueue(queue.Name) with { Channel = queue.Channel };

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

    /// <summary>A queue is replaced by one that is there; where that went, it has to be empty.</summary>
    private static FloorConfiguration Possible(FloorConfiguration wanted) => wanted with
    {
        Queues =
        [
            .. wanted.Queues.Select(queue => Moving(Overflowing(queue, wanted), wanted))
                .Select(queue => wanted.Queues.Any(other =>
                    queue.WhenRemoved == QueueRemoval.MoveTo && other.Name != queue.Name
                    && other.Name == queue.ReplacedBy && other.Channel == queue.Channel)
                ? queue
                : queue with
                {
                    ReplacedBy = null,
                    WhenRemoved = queue.WhenRemoved == QueueRemoval.MoveTo ? QueueRemoval.Refuse : queue.WhenRemoved,
                })
                .Select(queue => Mended(queue, wanted)),
        ],
    };

    /// <summary>As many agents as the floor has desks; whoever is new gets a profile.</summary>
    private FloorConfiguration Staffed(FloorConfiguration floor)
    {
        var known = floor.Agents.ToDictionary(agent => agent.Id, StringComparer.Ordinal);
        var desks = Enumerable.Range(1, swarm.AgentCount).Select(desk => string.Create(Invariant, $"agent-{desk}"));
        return floor with { Agents = [.. desks.Select(id => known.GetValueOrDefault(id) ?? NewAgent(id, floor))] };
    }

    private static FloorConfiguration WithoutQueue(FloorConfiguration now, string name) => now with
    {
        Queues = [.. now.Queues.Where(queue => queue.Name != name)],
        Agents =
        [
            .. now.Agents.Select(agent => agent with
            {
                Queues = agent.Queues.Remove(name),
                Memberships = [.. agent.Memberships.Where(one => one.Queue != name)],
                TransferQueues = agent.TransferQueues with { Names = agent.TransferQueues.Names.Remove(name) },
            }),
        ],
    };

    private QueueProfile NewQueue(string name) => Limited(new QueueProfile
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
        ConnectTimeout = draw.Percent(20) ? TimeSpan.FromSeconds(draw.Between(1, 8)) : null,
        WarnBefore = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Between(1, 4)) : null,
        Strategy = draw.Percent(50) ? RoutingStrategies.LongestAvailable : draw.Of(Strategies),
        Mode = draw.Percent(70) ? QueueMode.Automatic : draw.Of(QueueMode.Broadcast, QueueMode.Manual),
        ParallelOffers = draw.Percent(60) ? new() : NewParallelOffers(),
        BroadcastLimit = draw.Of(2, 20, 100),
        AllowDecline = draw.Percent(50),
        RetryDeclinedAfter = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Between(1, 60)) : null,
        Rona = draw.Percent(20) ? NewRona() : null,
        StartsWithBot = draw.Percent(30),
        WarnSilentAfter = draw.Percent(20) ? TimeSpan.FromSeconds(draw.Between(5, 30)) : null,
        EndSilentAfter = draw.Percent(20) ? TimeSpan.FromSeconds(draw.Between(31, 90)) : null,
        WhenRemoved = draw.Of(QueueRemoval.MoveTo, QueueRemoval.End, QueueRemoval.MoveTo, QueueRemoval.Refuse),
        ReplacedBy = draw.Of(Queues),
        Hours = draw.Percent(10) ? NewHours() : null,
        ClosedAction = draw.Of(Enum.GetValues<ClosedAction>()),
        ClosedOverflow = draw.Of(Queues),
    });

    private ParallelOffers NewParallelOffers()
    {
        var most = draw.Between(2, 5);
        return new ParallelOffers
        {
            Min = draw.Between(1, most),
            Max = most,
            AddEvery = draw.Percent(50) ? TimeSpan.FromSeconds(draw.Between(1, 20)) : null,
        };
    }

    private MediaProfile NewMedia()
    {
        var mode = draw.Of(MediaMode.Blended, MediaMode.Blended, MediaMode.BlendedRealTime, MediaMode.Exclusive);
        var isRealTime = mode == MediaMode.BlendedRealTime;
        return new MediaProfile
        {
            Mode = mode,
            Voice = isRealTime ? 1 : draw.Below(2),
            Chat = Math.Max(isRealTime ? 1 : 0, draw.Of(0, 1, 1, 2, 3, 5)),
            Email = draw.Of(0, 1, 2),
            Social = draw.Of(0, 1, 2),
        };
    }

    private CollaborationPolicy NewCollaboration() => new()
    {
        TransferRelease = draw.Of(Enum.GetValues<TransferRelease>()),
        TransferFallback = draw.Of(Enum.GetValues<TransferFallback>()),
        EndConferenceEndsContact = draw.Percent(20),
        OwnerMayExitConference = draw.Percent(50),
        AllowDeclineInvitation = draw.Percent(50),
        ConferenceWrapUp = draw.Of(Enum.GetValues<ConferenceWrapUp>()),
    };

    private RonaPolicy NewRona() => new()
    {
        Missed = NewRule(RonaConsequence.Rona),
        Declined = NewRule(RonaConsequence.Idle),
        Failed = NewRule(RonaConsequence.Idle),
        RecoversAfter = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Between(10, 600)) : null,
        ExemptTeams = draw.Percent(10) ? [draw.From(Teams)] : [],
    };

    private RonaRule NewRule(RonaConsequence usual)
    {
        var coolOff = draw.Percent(70) ? TimeSpan.FromSeconds(draw.Between(5, 60)) : default(TimeSpan?);
        var threshold = draw.Of(1, 1, 2, 3);
        return new RonaRule
        {
            Counts = draw.Percent(95),
            Threshold = threshold,
            Then = coolOff is null ? usual : draw.Of(usual, RonaConsequence.CoolOff, RonaConsequence.Rona),
            IdleCode = draw.Percent(20) ? draw.From(Codes) : null,
            CoolOff = coolOff,
            CoolOffBelowThreshold = threshold > 1 && draw.Percent(50) ? TimeSpan.FromSeconds(draw.Between(1, 9)) : null,
            BackOff = draw.Of(1, 1, 1.5, 10),
            MaxCoolOff = TimeSpan.FromSeconds(draw.Between(30, 300)),
        };
    }

    private SessionPolicy NewSessions() => new()
    {
        Logins = draw.Of(Enum.GetValues<LoginPolicy>()),
        AgentGrace = TimeSpan.FromSeconds(draw.Between(1, 60)),
        CustomerGrace = TimeSpan.FromSeconds(draw.Between(1, 300)),
    };

    private WrapUpPolicy NewWrapUp() => new()
    {
        Reasons = [.. Reasons.Take(draw.Below(4)).Select((code, index) => new WrapUpReason(code, code, index == 1))],
        MaxReasons = draw.Between(1, 2),
        AutoAfter = draw.Percent(50) ? TimeSpan.FromSeconds(draw.Between(5, 60)) : null,
        AllowExtension = draw.Percent(50),
        HoldsSlot = draw.Percent(80),
    };

    private ImmutableArray<int> NewCeilings() =>
        [.. Enum.GetValues<Channel>().Select(_ => draw.Of(3, 200, 200, 200))];
}

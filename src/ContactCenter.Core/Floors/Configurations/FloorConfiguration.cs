using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>The wanted state of a floor: one revision, taken as a whole or not at all.</summary>
internal sealed record FloorConfiguration
{
    public static FloorConfiguration Empty { get; } = new();

    public ImmutableArray<QueueProfile> Queues { get; init; } = [];

    public ImmutableArray<AgentProfile> Agents { get; init; } = [];

    /// <summary>By what contacts may be classified.</summary>
    public ImmutableArray<ClassificationProfile> Classifications { get; init; } = [];

    public ImmutableArray<TeamProfile> Teams { get; init; } = [];

    public ImmutableArray<SiteProfile> Sites { get; init; } = [];

    /// <summary>Empty: whoever the host has proved to be a supervisor may do everything for everybody.</summary>
    public ImmutableArray<SupervisorProfile> Supervisors { get; init; } = [];

    public ImmutableArray<IdleCode> IdleCodes { get; init; } = [];

    /// <summary>The code after sign-in, and when idle is chosen without a code.</summary>
    public string DefaultIdleCode { get; init; } = IdleCode.SignedIn;

    public WrapUpPolicy WrapUp { get; init; } = new();

    public CollaborationPolicy Collaboration { get; init; } = new();

    public AttachmentPolicy Attachments { get; init; } = new();

    public SessionPolicy Sessions { get; init; } = new();

    public RonaScope RonaScope { get; init; }

    /// <summary>What follows from an offer that came to nothing, where its queue has no policy of its own.</summary>
    public RonaPolicy Rona { get; init; } = new();

    /// <summary>What draws come from, in queues whose strategy draws: the same seed, the same lots.</summary>
    public long RoutingSeed { get; init; }

    /// <summary>When today's figures begin anew, after midnight UTC.</summary>
    public TimeSpan StatisticsDayBegins { get; init; }

    /// <summary>After how long without a sign of life an agent is signed out; null for never.</summary>
    public TimeSpan? InactivityLimit { get; init; }

    /// <summary>Whether a supervisor may sign out an agent with contacts, which then go back to their queues.</summary>
    public bool ForcedSignOut { get; init; }

    public TimeSpan BotTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Live contacts of each channel, at most; the next is refused. Indexed by channel.</summary>
    public ImmutableArray<int> Ceilings { get; init; } = [];

    public int MaxLines { get; init; } = 1_000_000;

    /// <summary>How long what remains of a closed contact is kept; null for as long as the journal does.</summary>
    public TimeSpan? HistoryRetention { get; init; }

    /// <summary>Of how many closed contacts something is kept, about.</summary>
    public int HistoryLimit { get; init; } = 100_000;

    /// <summary>How many customers may be under legal hold.</summary>
    public int MaxHolds { get; init; } = 100_000;

    /// <summary>How long a command id is remembered.</summary>
    public TimeSpan WindowPeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many command ids are remembered at most.</summary>
    public int WindowCount { get; init; } = 50_000;

    internal QueueProfile? Queue(string? name) => Queues.FirstOrDefault(queue => queue.Name == name);

    /// <summary>The agent's own media profile, else the team's, else the site's.</summary>
    internal MediaProfile MediaOf(AgentProfile agent)
    {
        if (agent.Media is { } own)
        {
            return own;
        }

        var team = Teams.FirstOrDefault(team => team.Name == agent.Team);
        return team?.Media
            ?? (team?.Site is { } site
                ? Sites.FirstOrDefault(known => known.Name == site)?.Media ?? MediaProfile.CallsOnly
                : new MediaProfile());
    }

    internal TimeSpan? InactivityLimitOf(AgentProfile agent) => agent.InactivityLimit ?? InactivityLimit;
}

using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.DependencyInjection;

/// <summary>Freezes what a host said about a floor into what the floor works by.</summary>
internal static partial class FloorBlueprint
{
    private const int MaxLive = 200_000;

    internal static FloorConfiguration Of(FloorOptions options) => new()
    {
        Queues = [.. from queue in InOrder(options.Queues) select Of(queue.Key, queue.Value)],
        Agents = [.. from agent in InOrder(options.Agents) select Of(agent.Key, agent.Value)],
        Classifications = [.. from one in InOrder(options.Classifications)
                              select new ClassificationProfile { Name = one.Key, Policy = one.Value }],
        Teams = [.. from team in InOrder(options.Teams)
                    select new TeamProfile { Name = team.Key, Site = team.Value.Site, Media = team.Value.Media }],
        Sites = [.. from site in InOrder(options.Sites)
                    select new SiteProfile { Name = site.Key, Media = site.Value.Media }],
        Supervisors = [.. from supervisor in InOrder(options.Supervisors)
                          select Of(supervisor.Key, supervisor.Value)],
        IdleCodes = [.. Codes(options)],
        DefaultIdleCode = options.DefaultIdleCode,
        WrapUp = new WrapUpPolicy
        {
            Reasons = [.. options.WrapUp.Reasons],
            MaxReasons = options.WrapUp.ReasonPolicy == WrapUpReasonPolicy.Single ? 1 : options.WrapUp.MaxReasons,
            AutoAfter = options.WrapUp.AutoAfter,
            AllowExtension = options.WrapUp.AllowExtension,
            HoldsSlot = options.WrapUp.HoldsSlot,
            HoldsQueue = options.WrapUp.HoldsQueue,
        },
        Collaboration = options.Collaboration,
        Attachments = new AttachmentPolicy
        {
            IsEnabled = options.Attachments.IsEnabled,
            MaxFiles = options.Attachments.MaxFiles,
            MaxTotalBytes = options.Attachments.MaxTotalBytes,
            Extensions = [.. options.Attachments.Extensions],
            ScanTimeout = options.Attachments.ScanTimeout,
            MaxPending = options.Attachments.MaxPending,
        },
        Sessions = new SessionPolicy
        {
            Logins = options.Logins,
            AgentGrace = options.AgentGrace,
            CustomerGrace = options.CustomerGrace,
        },
        RonaScope = options.RonaScope,
        Rona = options.Rona,
        RoutingSeed = options.RoutingSeed,
        StatisticsDayBegins = options.StatisticsDayBegins,
        InactivityLimit = options.InactivityLimit,
        ForcedSignOut = options.ForcedSignOut,
        BotTimeout = options.BotTimeout,
        Ceilings = [.. Enum.GetValues<Channel>().Select(
            channel => options.MaxLive.TryGetValue(channel, out var most) ? most : MaxLive)],
        MaxLines = options.MaxLines,
        HistoryRetention = options.HistoryRetention,
        HistoryLimit = options.HistoryLimit,
        WindowPeriod = options.CommandWindow,
        WindowCount = options.CommandWindowCount,
    };

    /// <summary>By name, as every machine orders them: a revision is named by what is in it, in order.</summary>
    private static IEnumerable<KeyValuePair<string, T>> InOrder<T>(IDictionary<string, T> named) =>
        named.OrderBy(one => one.Key, StringComparer.Ordinal);

    private static ImmutableArray<AttributeText> Texts(IDictionary<string, string> said) =>
        [.. from one in InOrder(said) select new AttributeText(one.Key, one.Value)];

    /// <summary>Everything that is wrong with the options.</summary>
    internal static IEnumerable<string> Faults(FloorOptions options, KnownStrategies? strategies = null) =>
    [
        .. ConfigurationFaults.Of(Of(options), strategies),
        .. options.Limits.Faults(),
        .. options.Attachments.Documents.Faults(),
    ];

    internal static QueueProfile Of(string name, QueueOptions queue) => new()
    {
        Name = name,
        Channel = queue.Channel,
        OfferTimeout = queue.OfferTimeout,
        ConnectTimeout = queue.ConnectTimeout,
        WarnBefore = queue.WarnBefore,
        Strategy = queue.Strategy,
        Labels = Texts(queue.Labels),
        Rings = [.. queue.Rings],
        PriorityWorth = queue.PriorityWorth,
        HeadStart = queue.HeadStart,
        Mode = queue.Mode,
        ParallelOffers = queue.ParallelOffers,
        BroadcastLimit = queue.BroadcastLimit,
        AllowDecline = queue.AllowDecline,
        RetryDeclinedAfter = queue.RetryDeclinedAfter,
        Rona = queue.Rona,
        StartsWithBot = queue.StartsWithBot,
        ServiceThreshold = queue.ServiceThreshold,
        ShortAbandon = queue.ShortAbandon,
        ExcludeShortAbandons = queue.ExcludeShortAbandons,
        WarnSilentAfter = queue.WarnSilentAfter,
        EndSilentAfter = queue.EndSilentAfter,
        SleepSilentAfter = queue.SleepSilentAfter,
        MaxLength = queue.MaxLength,
        WhenFull = queue.WhenFull,
        OverflowTo = queue.OverflowTo,
        OverflowPriority = queue.OverflowPriority,
        OverflowRequirement = queue.OverflowRequirement,
        WaitRules = [.. queue.WaitRules],
        NoAgents = queue.NoAgents,
        ReturnWithin = queue.ReturnWithin,
        WhenRemoved = queue.WhenRemoved,
        ReplacedBy = queue.ReplacedBy,
        Hours = queue.Hours,
        ClosedAction = queue.ClosedAction,
        ClosedOverflow = queue.ClosedOverflow,
    };

    internal static AgentProfile Of(string id, AgentOptions agent) => new()
    {
        Id = id,
        Name = agent.Name,
        Queues = [.. agent.Queues],
        Memberships = [.. from one in InOrder(agent.Memberships)
                          select new MembershipProfile
                          {
                              Queue = one.Key,
                              Rank = one.Value.Rank,
                              Delay = one.Value.Delay,
                              Tier = one.Value.Tier,
                              Weight = one.Value.Weight,
                              Position = one.Value.Position,
                          }],
        Attributes = Texts(agent.Attributes),
        Team = agent.Team,
        Media = MediaOf(agent),
        Pace = agent.Pace,
        IdleCodes = [.. agent.IdleCodes],
        WrapUpReasons = [.. agent.WrapUpReasons],
        AutoWrapUp = agent.AutoWrapUp,
        TransferQueues = new Reach(agent.TransferToQueues, [.. agent.TransferQueues]),
        TransferTeams = new Reach(agent.TransferToAgents, [.. agent.TransferTeams]),
        AutoAvailable = agent.AutoAvailable,
        AutoAccept = agent.AutoAccept,
        InactivityLimit = agent.InactivityLimit,
    };

    /// <summary>The agent's own profile, once anything of it is set; null for the team's or the site's.</summary>
    private static MediaProfile? MediaOf(AgentOptions agent)
    {
        object?[] own =
        [
            agent.Media, agent.VoiceCapacity, agent.ChatCapacity, agent.EmailCapacity, agent.SocialCapacity,
            agent.BesideVoice, agent.BesideChat, agent.BesideEmail, agent.BesideSocial,
            agent.Turns, agent.Interruptible, agent.InterruptedBy,
        ];
        return own.All(said => said is null) ? null : new MediaProfile
        {
            Mode = agent.Media ?? MediaMode.Blended,
            Voice = agent.VoiceCapacity ?? 0,
            Chat = agent.ChatCapacity ?? 1,
            Email = agent.EmailCapacity ?? 0,
            Social = agent.SocialCapacity ?? 0,
            BesideVoice = agent.BesideVoice ?? Channels.All,
            BesideChat = agent.BesideChat ?? Channels.All,
            BesideEmail = agent.BesideEmail ?? Channels.All,
            BesideSocial = agent.BesideSocial ?? Channels.All,
            Turns = agent.Turns,
            Interruptible = agent.Interruptible ?? Channels.None,
            InterruptedBy = agent.InterruptedBy ?? Channels.None,
        };
    }

    private static SupervisorProfile Of(string id, SupervisorOptions supervisor) => new()
    {
        Id = id,
        Teams = [.. supervisor.Teams],
        Rights = supervisor.Rights,
    };

    private static IEnumerable<IdleCode> Codes(FloorOptions options)
    {
        var codes = options.IdleCodes.Select(code => new IdleCode(code.Key, code.Value));
        return options.IdleCodes.ContainsKey(options.DefaultIdleCode)
            ? codes
            : codes.Prepend(new IdleCode(options.DefaultIdleCode, options.DefaultIdleCode));
    }
}

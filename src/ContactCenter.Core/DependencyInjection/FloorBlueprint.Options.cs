using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.DependencyInjection;

/// <summary>The way back: what the floor works by, as a host would have said it.</summary>
internal static partial class FloorBlueprint
{
    internal static QueueOptions OptionsOf(QueueProfile queue)
    {
        var options = new QueueOptions
        {
            Channel = queue.Channel,
            OfferTimeout = queue.OfferTimeout,
            ConnectTimeout = queue.ConnectTimeout,
            WarnBefore = queue.WarnBefore,
            Mode = queue.Mode,
            ParallelOffers = queue.ParallelOffers,
            BroadcastLimit = queue.BroadcastLimit,
            Strategy = queue.Strategy,
            PriorityWorth = queue.PriorityWorth,
            HeadStart = queue.HeadStart,
            AllowDecline = queue.AllowDecline,
            RetryDeclinedAfter = queue.RetryDeclinedAfter,
            StartsWithBot = queue.StartsWithBot,
            ServiceThreshold = queue.ServiceThreshold,
            ShortAbandon = queue.ShortAbandon,
            ExcludeShortAbandons = queue.ExcludeShortAbandons,
            WarnSilentAfter = queue.WarnSilentAfter,
            EndSilentAfter = queue.EndSilentAfter,
            SleepSilentAfter = queue.SleepSilentAfter,
            Rona = queue.Rona,
            MaxLength = queue.MaxLength,
            WhenFull = queue.WhenFull,
            OverflowTo = queue.OverflowTo,
            OverflowPriority = queue.OverflowPriority,
            OverflowRequirement = queue.OverflowRequirement,
            NoAgents = queue.NoAgents,
            ReturnWithin = queue.ReturnWithin,
            WhenRemoved = queue.WhenRemoved,
            ReplacedBy = queue.ReplacedBy,
            Hours = queue.Hours,
            ClosedAction = queue.ClosedAction,
            ClosedOverflow = queue.ClosedOverflow,
        };
        Fill(options.WaitRules, queue.WaitRules);
        Fill(options.Rings, queue.Rings);
        Fill(options.Labels, queue.Labels);
        return options;
    }

    internal static AgentOptions OptionsOf(AgentProfile agent)
    {
        var options = new AgentOptions
        {
            Name = agent.Name,
            Team = agent.Team,
            Media = agent.Media?.Mode,
            VoiceCapacity = agent.Media?.Voice,
            ChatCapacity = agent.Media?.Chat,
            EmailCapacity = agent.Media?.Email,
            SocialCapacity = agent.Media?.Social,
            Pace = agent.Pace,
            BesideVoice = agent.Media?.BesideVoice,
            BesideChat = agent.Media?.BesideChat,
            BesideEmail = agent.Media?.BesideEmail,
            BesideSocial = agent.Media?.BesideSocial,
            Turns = agent.Media?.Turns,
            Interruptible = agent.Media?.Interruptible,
            InterruptedBy = agent.Media?.InterruptedBy,
            AutoWrapUp = agent.AutoWrapUp,
            TransferToQueues = agent.TransferQueues.Kind,
            TransferToAgents = agent.TransferTeams.Kind,
            AutoAvailable = agent.AutoAvailable,
            AutoAccept = agent.AutoAccept,
            InactivityLimit = agent.InactivityLimit,
        };
        Fill(options.Queues, agent.Queues);
        foreach (var one in agent.Memberships)
        {
            options.Memberships[one.Queue] = new MembershipOptions
            {
                Rank = one.Rank,
                Delay = one.Delay,
                Tier = one.Tier,
                Weight = one.Weight,
                Position = one.Position,
            };
        }

        Fill(options.Attributes, agent.Attributes);
        Fill(options.IdleCodes, agent.IdleCodes);
        Fill(options.WrapUpReasons, agent.WrapUpReasons);
        Fill(options.TransferQueues, agent.TransferQueues.Names);
        Fill(options.TransferTeams, agent.TransferTeams.Names);
        return options;
    }

    private static void Fill<T>(IList<T> list, IEnumerable<T> those)
    {
        foreach (var one in those)
        {
            list.Add(one);
        }
    }

    private static void Fill(IDictionary<string, string> said, IEnumerable<AttributeText> texts)
    {
        foreach (var (name, value) in texts)
        {
            said[name] = value;
        }
    }
}

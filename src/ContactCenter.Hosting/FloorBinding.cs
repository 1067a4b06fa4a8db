using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.DependencyInjection;
using ContactCenter.Hours;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Sessions;
using Microsoft.Extensions.Configuration;

namespace ContactCenter.Hosting;

/// <summary>
/// Reads a floor from configuration. By hand, key by key: the binder of the framework stops at the first fault, and
/// here an operator is told all of them.
/// </summary>
internal static partial class FloorBinding
{
    /// <summary>Tunes a floor by what a section says.</summary>
    /// <param name="floor">The section.</param>
    /// <param name="options">What is tuned; what the section does not mention stays.</param>
    /// <returns>Every key that is not known, and every value that cannot be read, with its path.</returns>
    internal static List<string> Bind(IConfigurationSection floor, FloorOptions options)
    {
        var faults = new List<string>();
        new SectionReader(floor, faults)
            .Children(nameof(options.Queues), queue => Bind(queue, In(options.Queues, queue.Key)))
            .Children(nameof(options.Agents), agent => Bind(agent, In(options.Agents, agent.Key)))
            .Children(nameof(options.Classifications), one => Bind(one, options.Classifications))
            .Children(nameof(options.Teams), team => Bind(team, In(options.Teams, team.Key)))
            .Children(nameof(options.Sites), site => Bind(site, In(options.Sites, site.Key)))
            .Children(nameof(options.Supervisors), one => Bind(one, In(options.Supervisors, one.Key)))
            .Texts(nameof(options.IdleCodes), (code, name) => options.IdleCodes[code] = name)
            .Text(nameof(options.DefaultIdleCode), value => options.DefaultIdleCode = value)
            .Child(nameof(options.WrapUp), wrapUp => Bind(wrapUp, options.WrapUp))
            .Child(nameof(options.Attachments), files => Bind(files, options.Attachments))
            .Child(nameof(options.Collaboration), section => Bind(section, options))
            .Choice<RonaScope>(nameof(options.RonaScope), value => options.RonaScope = value)
            .Child(nameof(options.Rona), rona => options.Rona = Rona(rona, options.Rona))
            .Long(nameof(options.RoutingSeed), value => options.RoutingSeed = value)
            .Choice<LoginPolicy>(nameof(options.Logins), value => options.Logins = value)
            .Period(nameof(options.AgentGrace), value => options.AgentGrace = value)
            .Period(nameof(options.CustomerGrace), value => options.CustomerGrace = value)
            .Period(nameof(options.StatisticsDayBegins), value => options.StatisticsDayBegins = value)
            .Period(nameof(options.InactivityLimit), value => options.InactivityLimit = value)
            .Flag(nameof(options.ForcedSignOut), value => options.ForcedSignOut = value)
            .Period(nameof(options.BotTimeout), value => options.BotTimeout = value)
            .Child(nameof(options.MaxLive), most => Bind(most, options.MaxLive))
            .Number(nameof(options.MaxLines), value => options.MaxLines = value)
            .Number(nameof(options.HistoryLimit), value => options.HistoryLimit = value)
            .Period(nameof(options.HistoryRetention), value => options.HistoryRetention = value)
            .Period(nameof(options.CommandWindow), value => options.CommandWindow = value)
            .Number(nameof(options.CommandWindowCount), value => options.CommandWindowCount = value)
            .Child(nameof(options.Redaction), redaction => Bind(redaction, options.Redaction))
            .Child(nameof(options.Limits), limits => Bind(limits, options.Limits))
            .End();
        return faults;
    }

    private static void Bind(SectionReader section, QueueOptions queue) => section
        .Choice<Channel>(nameof(queue.Channel), value => queue.Channel = value)
        .Period(nameof(queue.OfferTimeout), value => queue.OfferTimeout = value)
        .Period(nameof(queue.ConnectTimeout), value => queue.ConnectTimeout = value)
        .Period(nameof(queue.WarnBefore), value => queue.WarnBefore = value)
        .Text(nameof(queue.Strategy), value => queue.Strategy = value)
        .Choice<QueueMode>(nameof(queue.Mode), value => queue.Mode = value)
        .Child(nameof(queue.ParallelOffers), offers => queue.ParallelOffers = Bind(offers, queue.ParallelOffers))
        .Number(nameof(queue.BroadcastLimit), value => queue.BroadcastLimit = value)
        .Texts(nameof(queue.Labels), (name, value) => queue.Labels[name] = value)
        .Children(nameof(queue.Rings), ring => Bind(ring, queue.Rings))
        .Flag(nameof(queue.AllowDecline), value => queue.AllowDecline = value)
        .Period(nameof(queue.RetryDeclinedAfter), value => queue.RetryDeclinedAfter = value)
        .Child(nameof(queue.Rona), rona => queue.Rona = Rona(rona, queue.Rona ?? new()))
        .Flag(nameof(queue.StartsWithBot), value => queue.StartsWithBot = value)
        .Period(nameof(queue.ServiceThreshold), value => queue.ServiceThreshold = value)
        .Period(nameof(queue.ShortAbandon), value => queue.ShortAbandon = value)
        .Flag(nameof(queue.ExcludeShortAbandons), value => queue.ExcludeShortAbandons = value)
        .Period(nameof(queue.WarnSilentAfter), value => queue.WarnSilentAfter = value)
        .Period(nameof(queue.EndSilentAfter), value => queue.EndSilentAfter = value)
        .Number(nameof(queue.MaxLength), value => queue.MaxLength = value)
        .Choice<FullQueue>(nameof(queue.WhenFull), value => queue.WhenFull = value)
        .Text(nameof(queue.OverflowTo), value => queue.OverflowTo = value)
        .Children(nameof(queue.WaitRules), rule => Bind(rule, queue.WaitRules))
        .Choice<QueueRemoval>(nameof(queue.WhenRemoved), value => queue.WhenRemoved = value)
        .Text(nameof(queue.ReplacedBy), value => queue.ReplacedBy = value)
        .Child(nameof(queue.Hours), hours => queue.Hours = Tuned(queue.Hours ?? new OpeningHours(), hours))
        .Choice<ClosedAction>(nameof(queue.ClosedAction), value => queue.ClosedAction = value)
        .Text(nameof(queue.ClosedOverflow), value => queue.ClosedOverflow = value)
        .End();

    private static void Bind(SectionReader section, IList<WaitRule> rules)
    {
        var rule = new WaitRule();
        section
            .Period(nameof(rule.After), value => rule = rule with { After = value })
            .Text(nameof(rule.MoveTo), value => rule = rule with { MoveTo = value })
            .Flag(nameof(rule.End), value => rule = rule with { End = value })
            .End();
        rules.Add(rule);
    }

    private static ParallelOffers Bind(SectionReader section, ParallelOffers offers)
    {
        section
            .Number(nameof(offers.Min), value => offers = offers with { Min = value })
            .Number(nameof(offers.Max), value => offers = offers with { Max = value })
            .Period(nameof(offers.AddEvery), value => offers = offers with { AddEvery = value })
            .End();
        return offers;
    }

    private static OpeningHours Tuned(OpeningHours hours, SectionReader section)
    {
        var (closed, special) = (new List<DateOnly>(), new Dictionary<DateOnly, string>());
        section
            .Text(nameof(hours.Zone), value => hours = hours with { Zone = value })
            .Text(nameof(hours.EveryDay), value => hours = hours with { EveryDay = value })
            .Text(nameof(hours.Weekdays), value => hours = hours with { Weekdays = value })
            .Text(nameof(hours.Weekend), value => hours = hours with { Weekend = value })
            .Text(nameof(hours.Monday), value => hours = hours with { Monday = value })
            .Text(nameof(hours.Tuesday), value => hours = hours with { Tuesday = value })
            .Text(nameof(hours.Wednesday), value => hours = hours with { Wednesday = value })
            .Text(nameof(hours.Thursday), value => hours = hours with { Thursday = value })
            .Text(nameof(hours.Friday), value => hours = hours with { Friday = value })
            .Text(nameof(hours.Saturday), value => hours = hours with { Saturday = value })
            .Text(nameof(hours.Sunday), value => hours = hours with { Sunday = value })
            .Dates(nameof(hours.Closed), closed.Add)
            .Dates(nameof(hours.Special), (date, text) => special[date] = text)
            .End();

        // Days of one's own take the place of those that were there.
        return hours with
        {
            Closed = closed.Count > 0 ? closed : hours.Closed,
            Special = special.Count > 0 ? special : hours.Special,
        };
    }

    private static void Bind(SectionReader section, AgentOptions agent) => section
        .Text(nameof(agent.Name), value => agent.Name = value)
        .Texts(nameof(agent.Queues), (_, queue) => agent.Queues.Add(queue))
        .Texts(nameof(agent.Attributes), (name, value) => agent.Attributes[name] = value)
        .Choice<MediaMode>(nameof(agent.Media), value => agent.Media = value)
        .Number(nameof(agent.ChatCapacity), value => agent.ChatCapacity = value)
        .Number(nameof(agent.VoiceCapacity), value => agent.VoiceCapacity = value)
        .Number(nameof(agent.EmailCapacity), value => agent.EmailCapacity = value)
        .Number(nameof(agent.SocialCapacity), value => agent.SocialCapacity = value)
        .Texts(nameof(agent.IdleCodes), (_, code) => agent.IdleCodes.Add(code))
        .Text(nameof(agent.Team), value => agent.Team = value)
        .Texts(nameof(agent.WrapUpReasons), (_, code) => agent.WrapUpReasons.Add(code))
        .Period(nameof(agent.AutoWrapUp), value => agent.AutoWrapUp = value)
        .Choice<ReachKind>(nameof(agent.TransferToQueues), value => agent.TransferToQueues = value)
        .Texts(nameof(agent.TransferQueues), (_, queue) => agent.TransferQueues.Add(queue))
        .Choice<ReachKind>(nameof(agent.TransferToAgents), value => agent.TransferToAgents = value)
        .Texts(nameof(agent.TransferTeams), (_, team) => agent.TransferTeams.Add(team))
        .Flag(nameof(agent.AutoAvailable), value => agent.AutoAvailable = value)
        .Flag(nameof(agent.AutoAccept), value => agent.AutoAccept = value)
        .Period(nameof(agent.InactivityLimit), value => agent.InactivityLimit = value)
        .End();

    private static void Bind(SectionReader section, TeamOptions team) => section
        .Text(nameof(team.Site), value => team.Site = value)
        .Child(nameof(team.Media), media => team.Media = Media(media))
        .End();

    private static void Bind(SectionReader section, SiteOptions site) => section
        .Child(nameof(site.Media), media => site.Media = Media(media))
        .End();

    private static MediaProfile Media(SectionReader section)
    {
        var media = new MediaProfile();
        section
            .Choice<MediaMode>(nameof(media.Mode), value => media = media with { Mode = value })
            .Number(nameof(media.Voice), value => media = media with { Voice = value })
            .Number(nameof(media.Chat), value => media = media with { Chat = value })
            .Number(nameof(media.Email), value => media = media with { Email = value })
            .Number(nameof(media.Social), value => media = media with { Social = value })
            .End();
        return media;
    }

    private static void Bind(SectionReader section, SupervisorOptions supervisor)
    {
        var rights = default(SupervisorRights?);
        section
            .Texts(nameof(supervisor.Teams), (_, team) => supervisor.Teams.Add(team))
            .Choices<SupervisorRights>(
                nameof(supervisor.Rights), value => rights = (rights ?? SupervisorRights.None) | value)
            .End();
        supervisor.Rights = rights ?? supervisor.Rights;
    }

    private static void Bind(SectionReader section, FloorOptions options)
    {
        var policy = options.Collaboration;
        section
            .Choice<TransferRelease>(
                nameof(policy.TransferRelease), value => policy = policy with { TransferRelease = value })
            .Choice<TransferFallback>(
                nameof(policy.TransferFallback), value => policy = policy with { TransferFallback = value })
            .Flag(
                nameof(policy.EndConferenceEndsContact),
                value => policy = policy with { EndConferenceEndsContact = value })
            .Flag(
                nameof(policy.OwnerMayExitConference), value => policy = policy with { OwnerMayExitConference = value })
            .Flag(
                nameof(policy.AllowDeclineInvitation), value => policy = policy with { AllowDeclineInvitation = value })
            .Choice<ConferenceWrapUp>(
                nameof(policy.ConferenceWrapUp), value => policy = policy with { ConferenceWrapUp = value })
            .Choice<JoinerHistory>(nameof(policy.History), value => policy = policy with { History = value })
            .End();
        options.Collaboration = policy;
    }

    private static void Bind(SectionReader section, AttachmentOptions files)
    {
        var own = new List<string>();
        section
            .Flag(nameof(files.IsEnabled), value => files.IsEnabled = value)
            .Number(nameof(files.MaxFiles), value => files.MaxFiles = value)
            .Number(nameof(files.MaxTotalBytes), value => files.MaxTotalBytes = value)
            .Texts(nameof(files.Extensions), (_, extension) => own.Add(extension))
            .Period(nameof(files.ScanTimeout), value => files.ScanTimeout = value)
            .Number(nameof(files.MaxPending), value => files.MaxPending = value)
            .End();
        if (own.Count > 0)
        {
            // A list of one's own takes the place of the published one.
            files.Extensions.Clear();
            own.ForEach(files.Extensions.Add);
        }
    }

    private static void Bind(SectionReader section, WrapUpOptions wrapUp) => section
        .Children(nameof(wrapUp.Reasons), reason => Bind(reason, wrapUp.Reasons))
        .Choice<WrapUpReasonPolicy>(nameof(wrapUp.ReasonPolicy), value => wrapUp.ReasonPolicy = value)
        .Number(nameof(wrapUp.MaxReasons), value => wrapUp.MaxReasons = value)
        .Period(nameof(wrapUp.Auto), value => wrapUp.Auto = value)
        .Flag(nameof(wrapUp.AllowExtension), value => wrapUp.AllowExtension = value)
        .Flag(nameof(wrapUp.HoldsSlot), value => wrapUp.HoldsSlot = value)
        .End();

    private static void Bind(SectionReader section, IList<WrapUpReason> reasons)
    {
        var reason = new WrapUpReason(string.Empty, string.Empty);
        section
            .Text(nameof(reason.Code), value => reason = reason with { Code = value })
            .Text(nameof(reason.Name), value => reason = reason with { Name = value })
            .Flag(nameof(reason.IsDefault), value => reason = reason with { IsDefault = value })
            .End();
        reasons.Add(reason.Name.Length == 0 ? reason with { Name = reason.Code } : reason);
    }

    private static void Bind(SectionReader section, IDictionary<Channel, int> most)
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            section.Number(channel.ToString(), value => most[channel] = value);
        }

        section.End();
    }

    private static void Bind(SectionReader section, RedactionOptions redaction) => section
        .Choice<RedactionMode>(nameof(redaction.Mode), value => redaction.Mode = value)
        .Choice<RedactionMode>(nameof(redaction.OutboundMode), value => redaction.OutboundMode = value)
        .Choice<Confidence>(nameof(redaction.MinimumConfidence), value => redaction.MinimumConfidence = value)
        .Number(nameof(redaction.WorkPerCharacter), value => redaction.WorkPerCharacter = value)
        .End();

    private static void Bind(SectionReader section, FloorLimits limits) => section
        .Number(nameof(limits.MailboxCapacity), value => limits.MailboxCapacity = value)
        .Number(nameof(limits.MaxMessageLength), value => limits.MaxMessageLength = value)
        .Period(nameof(limits.RedactionDeadline), value => limits.RedactionDeadline = value)
        .Number(nameof(limits.FeedBuffer), value => limits.FeedBuffer = value)
        .Number(nameof(limits.FeedHistory), value => limits.FeedHistory = value)
        .Period(nameof(limits.HistoryTimeout), value => limits.HistoryTimeout = value)
        .Period(nameof(limits.ResponsesTimeout), value => limits.ResponsesTimeout = value)
        .Number(nameof(limits.SnapshotEvery), value => limits.SnapshotEvery = value)
        .End();

    private static T In<T>(IDictionary<string, T> named, string name)
        where T : new()
    {
        if (!named.TryGetValue(name, out var found))
        {
            named[name] = found = new T();
        }

        return found;
    }
}

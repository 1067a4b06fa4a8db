using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.DependencyInjection;
using ContactCenter.Files;
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
            .Child(nameof(files.Documents), documents => Bind(documents, files.Documents))
            .End();
        if (own.Count > 0)
        {
            // A list of one's own takes the place of the published one.
            files.Extensions.Clear();
            own.ForEach(files.Extensions.Add);
        }
    }

    private static void Bind(SectionReader section, DocumentScanOptions documents) => section
        .Flag(nameof(documents.MaskTexts), value => documents.MaskTexts = value)
        .Choice<UnreadPolicy>(nameof(documents.Images), value => documents.Images = value)
        .Choice<UnreadPolicy>(nameof(documents.EmbeddedImages), value => documents.EmbeddedImages = value)
        .Choice<UnreadPolicy>(nameof(documents.Unreadable), value => documents.Unreadable = value)
        .Text(nameof(documents.PdfTextTool), value => documents.PdfTextTool = value)
        .Period(nameof(documents.PdfTextTimeout), value => documents.PdfTextTimeout = value)
        .Long(nameof(documents.MaxInflatedBytes), value => documents.MaxInflatedBytes = value)
        .Long(nameof(documents.MaxHeldBytes), value => documents.MaxHeldBytes = value)
        .Number(nameof(documents.MaxEntries), value => documents.MaxEntries = value)
        .Number(nameof(documents.MaxDepth), value => documents.MaxDepth = value)
        .Number(nameof(documents.MaxAtOnce), value => documents.MaxAtOnce = value)
        .End();

    private static void Bind(SectionReader section, WrapUpOptions wrapUp) => section
        .Children(nameof(wrapUp.Reasons), reason => Bind(reason, wrapUp.Reasons))
        .Choice<WrapUpReasonPolicy>(nameof(wrapUp.ReasonPolicy), value => wrapUp.ReasonPolicy = value)
        .Number(nameof(wrapUp.MaxReasons), value => wrapUp.MaxReasons = value)
        .Period(nameof(wrapUp.AutoAfter), value => wrapUp.AutoAfter = value)
        .Flag(nameof(wrapUp.AllowExtension), value => wrapUp.AllowExtension = value)
        .Flag(nameof(wrapUp.HoldsSlot), value => wrapUp.HoldsSlot = value)
        .Flag(nameof(wrapUp.HoldsQueue), value => wrapUp.HoldsQueue = value)
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

    private static void Bind(SectionReader section, FloorLimits limits) => section
        .Number(nameof(limits.MailboxCapacity), value => limits.MailboxCapacity = value)
        .Number(nameof(limits.MaxMessageLength), value => limits.MaxMessageLength = value)
        .Period(nameof(limits.RedactionDeadline), value => limits.RedactionDeadline = value)
        .Number(nameof(limits.FeedBuffer), value => limits.FeedBuffer = value)
        .Number(nameof(limits.FeedHistory), value => limits.FeedHistory = value)
        .Period(nameof(limits.HistoryTimeout), value => limits.HistoryTimeout = value)
        .Period(nameof(limits.ResponsesTimeout), value => limits.ResponsesTimeout = value)
        .Period(nameof(limits.JournalTimeout), value => limits.JournalTimeout = value)
        .Period(nameof(limits.OwnershipTrust), value => limits.OwnershipTrust = value)
        .Period(nameof(limits.LongestAbsence), value => limits.LongestAbsence = value)
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

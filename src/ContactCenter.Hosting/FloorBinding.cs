using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using Microsoft.Extensions.Configuration;

namespace ContactCenter.Hosting;

/// <summary>
/// Reads a floor from configuration. By hand, key by key: the binder of the framework stops at the first fault, and
/// here an operator is told all of them.
/// </summary>
internal static class FloorBinding
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
            .Texts(nameof(options.IdleCodes), (code, name) => options.IdleCodes[code] = name)
            .Text(nameof(options.DefaultIdleCode), value => options.DefaultIdleCode = value)
            .Child(nameof(options.WrapUp), wrapUp => Bind(wrapUp, options.WrapUp))
            .Period(nameof(options.BotTimeout), value => options.BotTimeout = value)
            .Child(nameof(options.MaxLive), most => Bind(most, options.MaxLive))
            .Number(nameof(options.MaxLines), value => options.MaxLines = value)
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
        .Text(nameof(queue.Strategy), value => queue.Strategy = value)
        .Flag(nameof(queue.AllowDecline), value => queue.AllowDecline = value)
        .Flag(nameof(queue.StartsWithBot), value => queue.StartsWithBot = value)
        .End();

    private static void Bind(SectionReader section, AgentOptions agent) => section
        .Text(nameof(agent.Name), value => agent.Name = value)
        .Texts(nameof(agent.Queues), (_, queue) => agent.Queues.Add(queue))
        .Choice<MediaMode>(nameof(agent.Media), value => agent.Media = value)
        .Number(nameof(agent.ChatCapacity), value => agent.ChatCapacity = value)
        .Number(nameof(agent.VoiceCapacity), value => agent.VoiceCapacity = value)
        .Number(nameof(agent.EmailCapacity), value => agent.EmailCapacity = value)
        .Number(nameof(agent.SocialCapacity), value => agent.SocialCapacity = value)
        .Texts(nameof(agent.IdleCodes), (_, code) => agent.IdleCodes.Add(code))
        .End();

    private static void Bind(SectionReader section, WrapUpOptions wrapUp) => section
        .Children(nameof(wrapUp.Reasons), reason => Bind(reason, wrapUp.Reasons))
        .Choice<WrapUpReasonPolicy>(nameof(wrapUp.ReasonPolicy), value => wrapUp.ReasonPolicy = value)
        .Number(nameof(wrapUp.MaxReasons), value => wrapUp.MaxReasons = value)
        .Period(nameof(wrapUp.Auto), value => wrapUp.Auto = value)
        .Flag(nameof(wrapUp.AllowExtension), value => wrapUp.AllowExtension = value)
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

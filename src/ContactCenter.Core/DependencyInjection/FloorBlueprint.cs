using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.DependencyInjection;

/// <summary>Freezes what a host said about a floor into what the floor works by.</summary>
internal static class FloorBlueprint
{
    private const int MaxLive = 200_000;

    internal static FloorConfiguration Of(FloorOptions options) => new()
    {
        Queues = [.. from queue in options.Queues orderby queue.Key select Of(queue.Key, queue.Value)],
        Agents = [.. from agent in options.Agents orderby agent.Key select Of(agent.Key, agent.Value)],
        IdleCodes = [.. Codes(options)],
        DefaultIdleCode = options.DefaultIdleCode,
        WrapUp = new WrapUpPolicy
        {
            Reasons = [.. options.WrapUp.Reasons],
            MaxReasons = options.WrapUp.ReasonPolicy == WrapUpReasonPolicy.Single ? 1 : options.WrapUp.MaxReasons,
            AutoAfter = options.WrapUp.Auto,
            AllowExtension = options.WrapUp.AllowExtension,
        },
        BotTimeout = options.BotTimeout,
        Ceilings = [.. Enum.GetValues<Channel>().Select(
            channel => options.MaxLive.TryGetValue(channel, out var most) ? most : MaxLive)],
        MaxLines = options.MaxLines,
        WindowPeriod = options.CommandWindow,
        WindowCount = options.CommandWindowCount,
    };

    /// <summary>Everything that is wrong with the options.</summary>
    internal static IEnumerable<string> Faults(FloorOptions options) =>
    [
        .. ConfigurationFaults.Of(Of(options)),
        .. options.Limits.Faults(),
    ];

    private static QueueProfile Of(string name, QueueOptions queue) => new()
    {
        Name = name,
        Channel = queue.Channel,
        OfferTimeout = queue.OfferTimeout,
        Strategy = queue.Strategy,
        AllowDecline = queue.AllowDecline,
        StartsWithBot = queue.StartsWithBot,
    };

    private static AgentProfile Of(string id, AgentOptions agent) => new()
    {
        Id = id,
        Name = agent.Name,
        Queues = [.. agent.Queues],
        Media = new MediaProfile
        {
            Mode = agent.Media,
            Voice = agent.VoiceCapacity,
            Chat = agent.ChatCapacity,
            Email = agent.EmailCapacity,
            Social = agent.SocialCapacity,
        },
        IdleCodes = [.. agent.IdleCodes],
    };

    private static IEnumerable<IdleCode> Codes(FloorOptions options)
    {
        var codes = options.IdleCodes.Select(code => new IdleCode(code.Key, code.Value));
        return options.IdleCodes.ContainsKey(options.DefaultIdleCode)
            ? codes
            : codes.Prepend(new IdleCode(options.DefaultIdleCode, options.DefaultIdleCode));
    }
}

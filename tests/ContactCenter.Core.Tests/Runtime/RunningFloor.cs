using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Runtime;

/// <summary>A floor that runs, on a clock of its own and a journal that a test can get at.</summary>
internal sealed class RunningFloor : IAsyncDisposable
{
    private readonly FloorConfiguration _configuration;
    private readonly FloorRuntime _runtime;

    private RunningFloor(FloorConfiguration configuration, Func<FloorRuntime, FloorRuntime> with)
    {
        _configuration = configuration;
        _runtime = with(new FloorRuntime
        {
            Journal = Journal,
            Redaction = new RedactionPipeline(),
            Time = Time,
            Logger = Log,
        });
        Host = Another(configuration);
    }

    internal ManualTimeProvider Time { get; } = new();

    internal TestJournal Journal { get; } = new();

    internal LogLines Log { get; } = new();

    internal FloorHost Host { get; }

    /// <summary>Where attachments are kept; null for a floor without any.</summary>
    internal ContactCenter.Files.IAttachmentStore? Store => _runtime.Store;

    /// <summary>Mina takes two chats, Noor one; both serve the queue; another queue begins with the bot.</summary>
    internal static FloorConfiguration Usual { get; } = Configuration(
        [Queue("chat"), Queue("bots", startsWithBot: true), Queue("calls", Channel.Voice)],
        Agent("mina", new MediaProfile { Chat = 2, Voice = 1 }),
        Agent("noor"));

    internal static Task<RunningFloor> StartAsync(Func<FloorRuntime, FloorRuntime> with) => StartAsync(Usual, with);

    internal static async Task<RunningFloor> StartAsync(
        FloorConfiguration? configuration = null, Func<FloorRuntime, FloorRuntime>? with = null)
    {
        var floor = new RunningFloor(configuration ?? Usual, with ?? (runtime => runtime));
        await floor.Host.StartAsync();
        return floor;
    }

    /// <summary>A floor whose host brings a redaction rule of its own.</summary>
    internal static Task<RunningFloor> WithRuleAsync(IRedactionRule rule, TimeProvider? time = null) =>
        StartAsync(runtime => runtime with
        {
            Redaction = new RedactionPipeline(new CardNumberRule(), rule),
            HasHostRules = true,
            Time = time ?? runtime.Time,
        });

    internal static Task<RunningFloor> WithLimitsAsync(FloorLimits limits) =>
        StartAsync(runtime => runtime with { Limits = limits });

    /// <summary>A floor with a bot.</summary>
    internal static Task<RunningFloor> WithBotAsync(IChatBot bot) => StartAsync(runtime => runtime with { Bot = bot });

    /// <summary>Another owner of the same floor, as in another process.</summary>
    internal FloorHost Another(FloorConfiguration? configuration = null) =>
        new("floor", configuration ?? _configuration, _runtime);

    /// <summary>The same whose process is another: it redacts otherwise, say.</summary>
    internal FloorHost Another(Func<FloorRuntime, FloorRuntime> with) => new("floor", _configuration, with(_runtime));

    /// <summary>Time passes, and everything that falls due is done. Not while a bot thinks for ever.</summary>
    internal Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        return Host.Run!.SettleAsync();
    }

    internal async Task RestartAsync()
    {
        await Host.StopAsync();
        await Host.StartAsync();
    }

    internal async Task AvailableAsync(params string[] agents)
    {
        foreach (var agent in agents)
        {
            (await Host.Agents.SignInAsync(agent)).ValueOrThrow();
            (await Host.Agents.SetAvailableAsync(agent)).ValueOrThrow();
        }
    }

    internal async Task<ChatId> StartedAsync(string customer, string queue = "chat") =>
        (await Host.Chats.StartAsync(new StartChat { Queue = queue, Customer = customer })).ValueOrThrow().Id;

    /// <summary>The one agent who is offered something accepts it.</summary>
    internal async Task<ChatId> AcceptedAsync(string agent)
    {
        var offer = (await Host.Agents.OffersAsync(agent)).ValueOrThrow()[0];
        return (await Host.Agents.AcceptAsync(agent, offer.Offer)).ValueOrThrow().Id;
    }

    internal async Task<MessageReceipt> SaidAsync(ChatId chat, Actor by, string text, CommandId id = default) =>
        (await Host.Chats.SayAsync(chat, by, text, id)).ValueOrThrow();

    internal async Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(ChatId chat) =>
        (await Host.Chats.TranscriptAsync(chat, Actor.Host)).ValueOrThrow();

    /// <summary>The words of the messages alone.</summary>
    internal async Task<IReadOnlyList<string>> MessagesAsync(ChatId chat) =>
        [.. (await TranscriptAsync(chat)).Where(line => line.Kind == LineKind.Message).Select(line => line.Text)];

    internal async Task<ChatState> StateAsync(ChatId chat) =>
        (await Host.Chats.StateAsync(chat, Actor.Host)).ValueOrThrow().State;

    /// <summary>The floor's whole state as bytes.</summary>
    internal byte[] Snapshot() => Host.Run!.Follower.Read(SnapshotCodec.Write);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

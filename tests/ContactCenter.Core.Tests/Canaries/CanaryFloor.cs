using System.Text;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Files;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Tests.Redaction;
using ContactCenter.Tests.Runtime;
using ContactCenter.Transcripts;
using ContactCenter.Vaults;
using ContactCenter.Wire;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Canaries;

/// <summary>A floor at work, with code of the host's that repeats whatever it is told, and throws it.</summary>
internal sealed class CanaryFloor : IAsyncDisposable
{
    private readonly RunningFloor _floor;
    private readonly Parrot _parrot;
    private readonly TraceLog _log;
    private readonly List<(string Where, string Told)> _told = [];
    private readonly List<FeedReader> _feeds = [];

    private CanaryFloor(RunningFloor floor, Parrot parrot, TraceLog log) =>
        (_floor, _parrot, _log) = (floor, parrot, log);

    internal FloorHost Host => _floor.Host;

    /// <summary>One that Mina has, one that waits, one with the bot, one for later, one that is closed.</summary>
    internal IReadOnlyList<ChatId> Chats { get; private set; } = [];

    /// <summary>An offer that Noor has.</summary>
    internal OfferId Offer { get; private set; }

    /// <summary>Whoever is connected: Ana, Mina, a supervisor.</summary>
    internal IReadOnlyList<Session> Sessions { get; private set; } = [];

    internal static FloorOptions Options()
    {
        var options = new FloorOptions { Changes = ConfigurationChanges.FromVerbs };
        options.IdleCodes["lunch"] = "Lunch";
        options.WrapUp.Reasons.Add(new WrapUpReason("sold", "Sold"));
        options.Classifications["rules"] = new ClassificationPolicy { FallbackQueue = "chat" };
        return options
            .AddQueue("chat", queue => (queue.AllowDecline, queue.Strategy) = (true, "parrot"))
            .AddQueue("bots", queue => queue.StartsWithBot = true)
            .AddAgent("mina", agent =>
            {
                agent.Serves("chat", "bots");
                agent.ChatCapacity = 3;
            })
            .AddAgent("noor", agent => agent.Serves("chat"));
    }

    /// <param name="token">Of what a token stands in what is said.</param>
    /// <param name="vault">Keeps what it stands for; null for one in memory.</param>
    /// <param name="withAllRules">It has all rules for card data, and not those for card numbers alone.</param>
    internal static async Task<CanaryFloor> StartAsync(
        string token = "word", ITokenVault? vault = null, bool withAllRules = false)
    {
        var (parrot, log) = (new Parrot(), new TraceLog());
        var tokens = new RedactionOptions();
        tokens.Tokens.Add(RedactionKind.Custom(token));
        IEnumerable<IRedactionRule> rules =
            withAllRules ? tokens.BuiltInRules() : [new CardNumberRule(), new SuspectedCardNumberRule()];
        var floor = await RunningFloor.StartAsync(FloorBlueprint.Of(Options()), runtime => runtime with
        {
            Redaction = new RedactionPipeline(tokens, hasVault: true, [.. rules, ThatThrows]),
            Vault = vault ?? new InMemoryTokenVault(),
            Bot = parrot,
            Responses = parrot,
            HistorySources = [parrot],
            Store = new InMemoryAttachmentStore(),
            Scanners = [new TextAttachmentScanner(new RedactionPipeline()), parrot],
            Strategies = new KnownStrategies([parrot]),
            Logger = log,
            Changes = ConfigurationChanges.FromVerbs,
            Limits = new() { SnapshotEvery = 50 },
        });
        var canaries = new CanaryFloor(floor, parrot, log);
        await canaries.OpenAsync();
        return canaries;
    }

    /// <summary>Asks something by reflection, with words that the host's own code hears as well.</summary>
    internal Task AskAsync(string where, string words, Func<object?> ask) =>
        TellAsync(where, words, () => Told.ByAsync(ask()));

    /// <summary>Asks something, with words that the host's own code hears as well.</summary>
    internal Task CallAsync<T>(string where, string words, Func<ValueTask<T>> call) =>
        TellAsync(where, words, async () => await Told.ByAsync(await call()));

    internal void Tell(string where, ReadOnlyMemory<byte> frame) =>
        _told.Add((where, Encoding.UTF8.GetString(frame.Span)));

    /// <summary>Everything that anybody could read by now; the floor has stopped then.</summary>
    internal async Task<IReadOnlyList<(string Where, object Content)>> TracesAsync()
    {
        for (var round = 0; round < 4; round++)
        {
            await _floor.AdvanceAsync(TimeSpan.FromSeconds(10));
        }

        await ReadBackAsync();
        var snapshot = _floor.Snapshot();
        await Host.StopAsync();
        foreach (var feed in _feeds)
        {
            foreach (var batch in await feed.RestAsync())
            {
                Tell("a feed", WireFormat.Serialize(batch));
                _told.Add(("a feed", await Told.ByAsync(batch)));
            }
        }

        return
        [
            .. _told.Select(one => (one.Where, (object)one.Told)),
            .. _log.Kept.Select(line => ("the log", (object)line)),
            .. _floor.Journal.Written.Select(bytes => ("the journal", (object)bytes)),
            ("the snapshot", snapshot),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var feed in _feeds)
        {
            await feed.DisposeAsync();
        }

        await _floor.DisposeAsync();
    }

    private static Rule ThatThrows => new("word", (in RedactionText text, ref FindingList _) =>
    {
        if (text.IndexOf("boom") >= 0)
        {
            throw new InvalidOperationException(text.Characters.ToString());
        }
    });

    private async Task TellAsync(string where, string words, Func<Task<string>> tell)
    {
        _parrot.Words = words;
        try
        {
            _told.Add((where, await tell()));
        }
        catch (Exception exception)
        {
            _told.Add((where, exception.ToString()));
        }
    }

    private async Task OpenAsync()
    {
        foreach (var viewer in (Actor[])[Ana, Mina, Noor, Boss, Actor.Host])
        {
            _feeds.Add(await FeedReader.BeginAsync(Host, viewer));
        }

        Sessions =
        [
            (await Host.Sessions.OpenAsync(Ana)).ValueOrThrow(),
            (await Host.Sessions.OpenAsync(Mina)).ValueOrThrow(),
            (await Host.Sessions.OpenAsync(Boss)).ValueOrThrow(),
        ];
        await _floor.AvailableAsync("mina");
        var closed = await _floor.StartedAsync("zoe");
        await _floor.AcceptedAsync("mina");
        await Host.Chats.EndAsync(closed, Mina);
        (await Host.Chats.WrapUpAsync(closed, "mina", ["sold"])).ValueOrThrow();
        var active = await _floor.StartedAsync("ana");
        await _floor.AcceptedAsync("mina");
        var bot = await _floor.StartedAsync("ana", "bots");
        (await Host.Supervisors.MonitorAsync("boss", active)).ValueOrThrow();
        await Host.Agents.SetIdleAsync("mina", "lunch");
        await _floor.AvailableAsync("noor");
        await _floor.StartedAsync("dan");
        Offer = (await Host.Agents.OffersAsync("noor")).ValueOrThrow()[0].Offer;
        var waiting = await _floor.StartedAsync("eve");
        var later = (await Host.Chats.StartAsync(new StartChat
        {
            Queue = "chat",
            Customer = "fay",
            DueAt = _floor.Time.GetUtcNow() + TimeSpan.FromHours(1),
        })).ValueOrThrow().Id;
        (await Host.History.HoldAsync("fay", Boss, "in dispute")).ValueOrThrow();
        Chats = [active, waiting, bot, later, closed];
        await Host.Run!.SettleAsync();
    }

    /// <summary>What was said, as it can be read and taken out.</summary>
    private async Task ReadBackAsync()
    {
        for (var number = 1L; (await Host.Chats.TranscriptAsync(new ChatId("floor", number), Actor.Host)) is
        { IsAccepted: true } read; number++)
        {
            var chat = new ChatId("floor", number);
            _told.Add(("a transcript", await Told.ByAsync(read)));
            _told.Add(("the asides", await Told.ByAsync(await Host.Chats.AsidesAsync(chat, Actor.Host))));
            _told.Add(("a chat", await Told.ByAsync(await Host.Chats.StateAsync(chat, Boss))));
            foreach (var format in Enum.GetValues<TranscriptFormat>())
            {
                using var written = new MemoryStream();
                await Host.Chats.ExportAsync(chat, Actor.Host, format, written);
                _told.Add(($"the {format} of a chat", Encoding.UTF8.GetString(written.ToArray())));
            }
        }

        _told.Add(("the audit", await Told.ByAsync(await Host.History.AuditAsync(Actor.Host))));
        _told.Add(("who is held", await Told.ByAsync(await Host.History.HeldAsync(Actor.Host))));
        _told.Add(("how it is configured", await Told.ByAsync(Host.Configuration.Status)));
    }
}

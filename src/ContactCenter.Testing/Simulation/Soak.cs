using System.Globalization;
using ContactCenter.DependencyInjection;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContactCenter.Testing;

/// <summary>What is there after work and what is left to do: of a floor at rest, the same each time.</summary>
/// <param name="Heap">Bytes of all live objects.</param>
/// <param name="Alarms">Alarms that take room in the copy that follows, those included that are gone.</param>
/// <param name="Timers">Timers that are armed on the clock of the host.</param>
/// <param name="Subscriptions">Feeds that somebody looks at.</param>
/// <param name="Live">Chats, offers and effects that are not over.</param>
internal sealed record Residue(long Heap, int Alarms, int Timers, int Subscriptions, int Live)
{
    /// <summary>What may stay until its room is wanted, however many there have been.</summary>
    private const int MostAlarms = 8 * 1_024;

    /// <summary>Whether nothing is left of what happened since: the heap may be a twentieth larger.</summary>
    internal bool IsAtRest(Residue before) =>
        Heap - before.Heap <= before.Heap / 20
        && Alarms <= MostAlarms
        && (Timers, Subscriptions, Live) == (before.Timers, before.Subscriptions, 0);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"heap {Heap / 1024.0 / 1024.0:F2} MB, alarms {Alarms}, timers {Timers}, feeds {Subscriptions}, live {Live}");
}

/// <summary>
/// Chats in their thousands through a running floor: started, accepted, talked in, ended and wrapped up, with feeds
/// that come and go. An hour passes after each batch, in which what is old is forgotten.
/// </summary>
internal sealed class Soak : IAsyncDisposable
{
    /// <summary>How many chats a batch has.</summary>
    internal const int Batch = 2_000;

    private const int Agents = Batch / 5;
    private const string Queue = "soak";

    private readonly ManualTimeProvider _time = new();
    private readonly FloorHost _host;
    private long _customers;

    private Soak()
    {
        // What is kept on purpose is kept small, so that it is full before the first look.
        var options = new FloorOptions
        {
            HistoryLimit = 2 * Batch,
            HistoryRetention = TimeSpan.FromDays(1),
            CommandWindowCount = Batch,
        };
        options.AddQueue(Queue, queue => queue.OfferTimeout = TimeSpan.FromMinutes(1));
        foreach (var agent in AllAgents)
        {
            options.AddAgent(agent.Value, one => one.Serves(Queue).ChatCapacity = 5);
        }

        _host = new FloorHost("soak", FloorBlueprint.Of(options), new FloorRuntime
        {
            Journal = new InMemoryJournal(),
            Redaction = new RedactionPipeline(),
            Time = _time,
            Logger = NullLogger.Instance,
            Limits = new FloorLimits { SnapshotEvery = Batch, FeedHistory = 256 },
        });
    }

    private static IEnumerable<AgentId> AllAgents => Enumerable.Range(1, Agents)
        .Select(agent => AgentId.Parse(string.Create(CultureInfo.InvariantCulture, $"agent-{agent}")));

    internal static async Task<Soak> BeginAsync()
    {
        var soak = new Soak();
        await soak._host.StartAsync().ConfigureAwait(false);
        foreach (var agent in AllAgents)
        {
            (await soak._host.Agents.SignInAsync(agent).ConfigureAwait(false)).ValueOrThrow();
            (await soak._host.Agents.SetAvailableAsync(agent).ConfigureAwait(false)).ValueOrThrow();
        }

        return soak;
    }

    internal async Task RunAsync(int batches)
    {
        for (var batch = 0; batch < batches; batch++)
        {
            await RunBatchAsync().ConfigureAwait(false);
            _time.Advance(TimeSpan.FromHours(1));
            await _host.RunOrThrow().SettleAsync().ConfigureAwait(false);
        }
    }

    internal async Task<Residue> LookAsync()
    {
        var run = _host.RunOrThrow();
        await run.SettleAsync().ConfigureAwait(false);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        return run.Follower.Read(floor => new Residue(
            heap,
            floor.Alarms.Count,
            _time.ArmedTimers,
            run.Follower.Subscriptions,
            floor.Chats.Count + floor.Offers.Count + floor.Effects.Count));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task RunBatchAsync()
    {
        for (var chat = 0; chat < Batch; chat++)
        {
            CustomerId customer = string.Create(CultureInfo.InvariantCulture, $"customer-{++_customers}");
            (await _host.Chats.StartAsync(new StartChat { Queue = Queue, Customer = customer }).ConfigureAwait(false))
                .ValueOrThrow();
        }

        _time.Advance(TimeSpan.FromSeconds(5));
        await LookOnAsync().ConfigureAwait(false);
        foreach (var agent in AllAgents)
        {
            var all = await _host.Agents.AcceptAllAsync(agent).ConfigureAwait(false);
            foreach (var accepted in all.ValueOrThrow())
            {
                var (chat, by) = (accepted.ValueOrThrow().Id, Actor.Agent(agent));
                (await _host.Chats.SayAsync(chat, by, "How may I help you?").ConfigureAwait(false)).ValueOrThrow();
                (await _host.Chats.EndAsync(chat, by).ConfigureAwait(false)).ValueOrThrow();
                (await _host.Chats.WrapUpAsync(chat, agent, []).ConfigureAwait(false)).ValueOrThrow();
            }
        }
    }

    /// <summary>Somebody opens a desk, sees what is there, and closes it.</summary>
    private async Task LookOnAsync()
    {
        foreach (var agent in AllAgents)
        {
            await foreach (var batch in _host.Feeds.SubscribeAsync(Actor.Agent(agent)).ConfigureAwait(false))
            {
                if (batch.Items.Count == 0)
                {
                    throw new InvalidOperationException("Nothing was shown.");
                }

                break;
            }
        }
    }
}

using System.Diagnostics;
using ContactCenter.Floors;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation;

public sealed class SimulatorTests
{
    private const int Steps = 2_000;

    private static readonly Lazy<Found> Runs = new(RunAll);

    // What only the shell around the floor refuses: texts and ids are looked at before they become commands.
    private static readonly Rejection[] RefusedByTheShell =
    [
        Rejections.WishesInvalid,
        Rejections.MessageEmpty, Rejections.TextTooLong, Rejections.TextMalformed, Rejections.MessageDropped,
        Rejections.RedactionFailed, Rejections.TokenUnknown, Rejections.PurposeRequired, Rejections.VaultUnavailable,
        Rejections.RuleOutdated, Rejections.IdHoldsCardData, Rejections.Busy, Rejections.NotRunning,
        Rejections.VerbMalformed, Rejections.SessionClosed, Rejections.SourceUnknown, Rejections.FileGone,
        Rejections.FileWithdrawn, Rejections.ResponseUnknown, Rejections.ResponsesUnavailable,
        Rejections.ConfigurationOwnedByFile,
    ];

    private static readonly string[] Luck =
    [
        "a crash while the bot was asked",
        "a crash with an open offer",
        "a conference lost its primary agent",
        "a contact was classified anew by Host",
        "a contact was classified anew by Supervisor",
        "a contact was picked",
        "a contact was reserved for the agent its customer had last",
        "a customer left while offered",
        "a missed chat went on at once",
        "a retry got its first answer",
        "a RONA took back the agent's other offers",
        "a supervisor signed an agent out",
        "a transfer's target let it ring",
        "alarms were overdue after an outage",
        "an answer came at the deadline",
        "an answer came one tick before the deadline",
        "an append was lost and made again",
        "an append was written, reported as failed, and tried again",
        "capacity was cut below the load",
        "leftover offers were made",
        "somebody asked while offers were left over",
        "the bot was asked again",
        "the bot was given up",
        "the clock went back",
        "the clock went back during an open offer",
        "offer-closed: Lose",
        "wrap-up-completed: by the alarm",
    ];

    private static readonly string[] Events =
    [
        .. typeof(Event).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Event)) && !type.IsAbstract)
            .Select(EventText.NameOf),
    ];

    private static readonly string[] Refusals =
        [.. Rejections.All.Except(RefusedByTheShell).Select(rejection => $"refused: {rejection.Code}")];

    [Fact]
    public void Whatever_the_seed_what_must_always_hold_holds() =>
        Assert.Equal(Runs.Value.Seeds, Runs.Value.WithBatches);

    [Fact]
    public void What_needs_luck_happens_sometimes() => Assert.Empty(Luck.Except(Runs.Value.Seen));

    [Fact]
    public void Every_event_that_there_is_happens_sometimes() => Assert.Empty(Events.Except(Runs.Value.Seen));

    [Fact]
    public void Every_refusal_that_the_floor_knows_comes_sometimes() =>
        Assert.Empty(Refusals.Except(Runs.Value.Seen));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_seed_comes_out_the_same_each_time(ulong seed)
    {
        var (one, other) = (Simulator.Run(seed, Steps), Simulator.Run(seed, Steps));

        Assert.Equal(one.Trace, other.Trace);
        Assert.Equal(one.Sightings, other.Sightings);
        Assert.NotEqual(one.Trace, Simulator.Run(seed + 100, Steps).Trace);
    }

    [Fact]
    public void A_seed_comes_out_the_same_in_a_process_of_its_own()
    {
        // Where it comes out by how text is hashed, it comes out otherwise in every process.
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, "4", $"{Steps}"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;

        Assert.Equal(Simulator.Run(4, Steps).Trace, process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void More_steps_go_on_where_fewer_ended() =>
        Assert.True(Simulator.Run(7, 200).Batches > Simulator.Run(7, 50).Batches);

    [Fact]
    public void A_failure_names_seed_and_step_and_what_led_to_it()
    {
        var failed = Sabotaged(Harm);

        Assert.StartsWith($"Seed {failed.Seed}, step {failed.Step}:", failed.Message, StringComparison.Ordinal);
        Assert.Contains("S2: ", failed.Message, StringComparison.Ordinal);
        Assert.Contains("OfferMade", failed.Message, StringComparison.Ordinal);

        static void Harm(Floor floor, Batch? batch)
        {
            foreach (var agent in floor.Agents.Values.Where(agent => agent.Load.Total > 1))
            {
                agent.Load = default;
            }
        }
    }

    [Fact]
    public void What_the_floor_throws_is_a_failure_too()
    {
        var failed = Sabotaged(Harm);

        Assert.IsType<InvalidTimeZoneException>(failed.InnerException);

        static void Harm(Floor floor, Batch? batch) => throw new InvalidTimeZoneException("as if the floor had a bug");
    }

    /// <summary>The first of some seeds in which the harm is done.</summary>
    private static SimulationFailedException Sabotaged(Action<Floor, Batch?> harm)
    {
        var failures = Enumerable.Range(1, 20).Select(seed => Record.Exception(
            () => new SimulationRun((ulong)seed) { Sabotage = harm }.Run(Steps)));
        return Assert.IsType<SimulationFailedException>(failures.First(failure => failure is not null));
    }

    /// <summary>A fixed number of seeds, and as many more as it takes until everything has happened once.</summary>
    private static Found RunAll()
    {
        var isLong = Environment.GetEnvironmentVariable("CONTACTCENTER_LONG") == "1";
        var seeds = isLong ? 20_000 : 2_000;
        var found = new Found(0, 0, []);
        for (var more = seeds; more > 0; more = found.Seeds < 2 * seeds && IsWanting(found) ? seeds / 20 : 0)
        {
            found = ParallelEnumerable.Range(found.Seeds + 1, more)
                .Select(seed => Simulator.Run((ulong)seed, Steps))
                .AsSequential()
                .Aggregate(found, static (found, run) => found.And(run));
        }

        return found;

        static bool IsWanting(Found found) => Luck.Concat(Events).Concat(Refusals).Except(found.Seen).Any();
    }

    /// <summary>What many seeds came to.</summary>
    /// <param name="Seeds">How many there were.</param>
    /// <param name="WithBatches">How many of them made anything happen.</param>
    /// <param name="Seen">What was seen, and of what was seen in several ways also that it was.</param>
    private sealed record Found(int Seeds, int WithBatches, HashSet<string> Seen)
    {
        internal Found And(SimulationResult run)
        {
            Seen.UnionWith(run.Sightings.Keys);
            Seen.UnionWith(run.Sightings.Keys.Select(name => name.Split(':')[0]));
            return new Found(Seeds + 1, WithBatches + (run.Batches > 0 ? 1 : 0), Seen);
        }
    }
}

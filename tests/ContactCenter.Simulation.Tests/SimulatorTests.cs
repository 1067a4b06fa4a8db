using ContactCenter.Floors;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation;

public sealed class SimulatorTests
{
    private const int Steps = 300;

    private static readonly Lazy<IReadOnlyList<SimulationResult>> Runs = new(RunAll);

    // What only the shell around the floor refuses: texts and ids are looked at before they become commands.
    private static readonly Rejection[] RefusedByTheShell =
    [
        Rejections.WishesInvalid,
        Rejections.MessageEmpty, Rejections.TextTooLong, Rejections.TextMalformed, Rejections.MessageDropped,
        Rejections.RedactionFailed, Rejections.IdHoldsCardData, Rejections.Busy, Rejections.NotRunning,
        Rejections.VerbMalformed, Rejections.SessionClosed, Rejections.SourceUnknown, Rejections.FileGone,
        Rejections.ResponseUnknown, Rejections.ResponsesUnavailable, Rejections.ConfigurationOwnedByFile,
    ];

    [Fact]
    public void Whatever_the_seed_what_must_always_hold_holds() =>
        Assert.All(Runs.Value, run => Assert.True(run.Batches > 0));

    [Theory]
    [InlineData("a crash while the bot was asked")]
    [InlineData("a crash with an open offer")]
    [InlineData("a contact was classified anew by Host")]
    [InlineData("a contact was classified anew by Supervisor")]
    [InlineData("a contact was picked")]
    [InlineData("a customer left while offered")]
    [InlineData("a missed chat went on at once")]
    [InlineData("a retry got its first answer")]
    [InlineData("a RONA took back the agent's other offers")]
    [InlineData("a supervisor signed an agent out")]
    [InlineData("alarms were overdue after an outage")]
    [InlineData("an answer came at the deadline")]
    [InlineData("an answer came one tick before the deadline")]
    [InlineData("an append was lost and made again")]
    [InlineData("an append was written, reported as failed, and tried again")]
    [InlineData("capacity was cut below the load")]
    [InlineData("leftover offers were made")]
    [InlineData("somebody asked while offers were left over")]
    [InlineData("the bot was asked again")]
    [InlineData("the bot was given up")]
    [InlineData("the clock went back")]
    [InlineData("offer-closed: Lose")]
    [InlineData("wrap-up-completed: by the alarm")]
    public void Sometimes(string what) => Assert.Contains(Runs.Value, run => run.Sightings.ContainsKey(what));

    [Fact]
    public void Every_event_that_there_is_happens_sometimes()
    {
        var happened = Runs.Value.SelectMany(run => run.Sightings.Keys).Select(name => name.Split(':')[0]).ToHashSet();

        Assert.Empty(typeof(Event).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Event)) && !type.IsAbstract)
            .Select(EventText.NameOf)
            .Except(happened));
    }

    [Fact]
    public void Every_refusal_that_the_floor_knows_comes_sometimes()
    {
        var refused = Runs.Value.SelectMany(run => run.Sightings.Keys).ToHashSet();

        Assert.Empty(Rejections.All.Except(RefusedByTheShell)
            .Select(rejection => $"refused: {rejection.Code}")
            .Except(refused));
    }

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
    public void More_steps_go_on_where_fewer_ended() =>
        Assert.True(Simulator.Run(7, 200).Batches > Simulator.Run(7, 50).Batches);

    [Fact]
    public void A_failure_names_seed_and_step_and_what_led_to_it()
    {
        var failed = Sabotaged(Harm);

        Assert.StartsWith($"Seed {failed.Seed}, step {failed.Step}:", failed.Message, StringComparison.Ordinal);
        Assert.Contains("S2: ", failed.Message, StringComparison.Ordinal);
        Assert.Contains("OfferMade", failed.Message, StringComparison.Ordinal);

        static void Harm(Floor floor)
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

        static void Harm(Floor floor) => throw new InvalidTimeZoneException("as if the floor had a bug");
    }

    /// <summary>The first of some seeds in which the harm is done.</summary>
    private static SimulationFailedException Sabotaged(Action<Floor> harm)
    {
        var failures = Enumerable.Range(1, 20).Select(seed => Record.Exception(
            () => new SimulationRun((ulong)seed) { Sabotage = harm }.Run(Steps)));
        return Assert.IsType<SimulationFailedException>(failures.First(failure => failure is not null));
    }

    private static SimulationResult[] RunAll()
    {
        var isLong = Environment.GetEnvironmentVariable("CONTACTCENTER_LONG") == "1";
        var (seeds, steps) = isLong ? (5_000, 500) : (200, Steps);
        return [.. ParallelEnumerable.Range(1, seeds).Select(seed => Simulator.Run((ulong)seed, steps))];
    }
}

using ContactCenter.Floors;
using ContactCenter.Testing;
using Xunit.Abstractions;

namespace ContactCenter.Tests.Simulation;

/// <summary>A failure is told by the few steps that it takes, and not by the thousand of its seed.</summary>
public sealed class ShorteningTests(ITestOutputHelper output)
{
    private const int Steps = 1_000;

    [Theory]
    [InlineData("a slot is freed twice")]
    [InlineData("a restart forgets which commands were asked")]
    [InlineData("an alarm rings and nobody hears it")]
    [InlineData("a queue that has closed offers all the same")]
    public void A_few_steps_are_left_that_break_the_same(string mistake)
    {
        var bug = PlantedBugs.All.Single(bug => bug.Name == mistake);
        var (seed, shortest) = First(seed => Begin(seed, bug), bug.Invariant);
        output.WriteLine(shortest.ToString());

        Assert.Equal(bug.Invariant, shortest.Invariant);
        Assert.InRange(shortest.Steps.Count, 1, Math.Max(1, shortest.Of / 5));
        var again = Begin(seed, bug);
        var failed = Assert.Throws<SimulationFailedException>(() => again.Replay(shortest.Steps));
        Assert.Contains(bug.Invariant, again.Named(failed));
        Assert.Equal(shortest.Failure.Message, failed.Message);
    }

    [Fact]
    public void Without_any_one_of_them_nothing_is_broken()
    {
        var bug = PlantedBugs.All.Single(bug => bug.Name == "a slot is freed twice");

        // One that was shortened to the end: of a search that was given up some steps may be left.
        var (seed, shortest) = First(seed => Begin(seed, bug), bug.Invariant, Shortening.MaxRuns - 1);

        for (var one = 0; one < shortest.Steps.Count; one++)
        {
            var run = Begin(seed, bug);
            var thrown = Record.Exception(
                () => run.Replay([.. shortest.Steps.Take(one), .. shortest.Steps.Skip(one + 1)]));
            Assert.DoesNotContain(
                bug.Invariant, thrown is SimulationFailedException failed ? run.Named(failed) : []);
        }
    }

    [Fact]
    public void What_the_floor_throws_is_shortened_too()
    {
        var (_, shortest) = First(seed => new SimulationRun(seed) { Sabotage = Harm }, invariant: null);

        Assert.Equal(nameof(InvalidTimeZoneException), shortest.Invariant);
        Assert.InRange(shortest.Steps.Count, 1, 10);

        static void Harm(Floor floor, Batch? batch)
        {
            if (floor.Chats.Count > 3)
            {
                throw new InvalidTimeZoneException("as if the floor had a bug");
            }
        }
    }

    [Fact]
    public void A_failure_is_told_with_its_seed_and_what_is_enough()
    {
        var bug = PlantedBugs.All.Single(bug => bug.Name == "a slot is freed twice");
        var (seed, shortest) = First(seed => Begin(seed, bug), bug.Invariant);
        var told = Assert.Throws<SimulationFailedException>(() => Begin(seed, bug).Run(Steps)).With(shortest);

        Assert.StartsWith($"Seed {seed}, step {told.Step}:", told.Message, StringComparison.Ordinal);
        Assert.Contains(
            $"These {shortest.Steps.Count} of {shortest.Of} steps are enough to break S2",
            told.Message,
            StringComparison.Ordinal);
        Assert.Contains("CompleteWrapUp {", told.Message, StringComparison.Ordinal);
        Assert.Contains("WrapUpCompleted {", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_steps_of_a_seed_come_out_as_the_seed_did()
    {
        var (run, taken) = (new SimulationRun(5), new List<SimulatedStep>());
        run.Taken = taken;
        var (batches, again) = (run.Run(300).Batches, new SimulationRun(5));

        again.Replay(taken);

        Assert.Equal(batches, again.Batches);
    }

    [Fact]
    public void Where_nothing_is_wrong_there_is_nothing_to_shorten() =>
        Assert.Null(Shortening.Find(() => new SimulationRun(1), 200));

    private static SimulationRun Begin(ulong seed, PlantedBug bug) => new(seed) { Bug = bug };

    /// <summary>The first seed that fails so, made as short as can be in so many runs.</summary>
    private static (ulong Seed, Shortening Shortest) First(
        Func<ulong, SimulationRun> begin, string? invariant, int runs = Shortening.MaxRuns)
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            if (Shortening.Find(() => begin(seed), Steps, invariant) is { } shortest && shortest.Runs <= runs)
            {
                return (seed, shortest);
            }
        }

        throw new InvalidOperationException("No seed fails so.");
    }
}

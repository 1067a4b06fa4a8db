using System.Globalization;
using ContactCenter.Floors;
using ContactCenter.Statistics;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation;

/// <summary>The running figures of random floors against a plain account of all that ever happened there.</summary>
public sealed class StatisticsTests
{
    private const int Seeds = 12;
    private const int Steps = 1_000;
    private const int StepsBetweenAccounts = 50;

    [Fact]
    public void What_is_counted_as_it_happens_is_what_the_whole_log_adds_up_to()
    {
        var missing = Enum.GetValues<QueueFigure>().Cast<Enum>()
            .Concat(Enum.GetValues<AgentFigure>().Cast<Enum>()).ToHashSet();
        for (var seed = 1UL; seed <= Seeds || (missing.Count > 0 && seed <= Seeds * 25); seed++)
        {
            var (log, steps) = (new List<Batch>(), 0);
            new SimulationRun(seed)
            {
                Witness = log.Add,
                Sabotage = (floor, _) =>
                {
                    if (++steps % StepsBetweenAccounts == 0)
                    {
                        missing.ExceptWith(Counted(floor, log));
                    }
                },
            }.Run(Steps);
        }

        Assert.Empty(missing);
    }

    /// <summary>Compares all figures of a floor, and says which of them were not zero.</summary>
    private static HashSet<Enum> Counted(Floor floor, List<Batch> log)
    {
        var counted = new HashSet<Enum>();
        var (naive, now) = (new NaiveAccount(log), floor.LastAt);
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var minute = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        foreach (var queue in floor.Queues.Keys)
        {
            var tally = floor.Tallies.Of(queue)!;
            foreach (var figure in Enum.GetValues<QueueFigure>())
            {
                Same(naive.Of(queue, figure, today, now), tally.Today(figure, now), $"{queue} {figure} today");
                Note(figure, tally.Today(figure, now));
                Same(
                    naive.Of(queue, figure, minute - TimeSpan.FromMinutes(29), now),
                    tally.Recent(figure, now),
                    $"{queue} {figure} of late");
            }
        }

        foreach (var agent in floor.Agents.Values)
        {
            var tally = floor.Tallies.AsOf(agent, now);
            foreach (var figure in Enum.GetValues<AgentFigure>())
            {
                Same(naive.Of(agent.Id, figure, today, now), tally[figure], $"{agent.Id} {figure} today");
                Note(figure, tally[figure]);
            }

            foreach (var (code, ticks) in tally.Idle)
            {
                Same(naive.Idle(agent.Id, code, today, now), ticks, $"{agent.Id} {code} today");
            }
        }

        return counted;

        void Note(Enum figure, long amount)
        {
            if (amount > 0)
            {
                counted.Add(figure);
            }
        }
    }

    private static void Same(long expected, long counted, string what) => Assert.True(
        expected == counted, string.Create(CultureInfo.InvariantCulture, $"{what}: {counted}, not {expected}"));
}

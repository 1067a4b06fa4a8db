using System.Globalization;
using ContactCenter.Benchmarks.Baselines;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// The whole floor on one thread against what a competent developer writes, with the same commands in the same order
/// and, which is checked, the same contacts offered to the same agents.
/// </summary>
public static class FloorComparison
{
    private const int Rounds = 5;

    public static Task<string> RunAsync()
    {
        var small = Compare(10_000, 100_000, 600_000);
        var large = Compare(100_000, 1_000_000, 600_000);
        return Task.FromResult(Text($"vs_competent_10k={small:F1} vs_competent_100k={large:F1}"));
    }

    private static double Compare(int agents, int waiting, int commands)
    {
        Console.WriteLine(Text(
            $"{agents:N0} agents, {waiting:N0} waiting ({Rounds} rounds of {commands:N0} commands, in turn)"));
        var competent = new Shift(new CompetentFloor(), agents, waiting);
        var ours = new Shift(new FloorOnOneThread(), agents, waiting);
        var (theirRates, ourRates) = (new List<double>(), new List<double>());
        competent.Work(commands);
        ours.Work(commands);
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            theirRates.Add(competent.Work(commands));
            GC.Collect();
            ourRates.Add(ours.Work(commands));
        }

        if (competent.Decisions != ours.Decisions)
        {
            throw new InvalidOperationException("They did not decide alike.");
        }

        Print("competent", competent, theirRates);
        Print("floor", ours, ourRates);
        return Median(ourRates) / Median(theirRates);
    }

    private static void Print(string name, Shift shift, List<double> rates)
    {
        Console.WriteLine(
            Text($"  {name,-12} {Median(rates),12:N0} commands/s   p50 {shift.Percentile(0.5),9:N0} ns")
            + Text($"   p99 {shift.Percentile(0.99),9:N0} ns"));
        Console.WriteLine("               "
            + string.Join(", ", shift.Means.Select(mean => Text($"{mean.Kind} {mean.Nanoseconds:N0} ns"))));
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

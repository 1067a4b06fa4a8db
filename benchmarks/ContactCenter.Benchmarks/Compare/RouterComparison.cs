using System.Diagnostics;
using System.Globalization;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Routing;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// A decision: the router is told that an agent is free, or that a contact came, says what is to be offered, and is
/// told that it was. Beside the LINQ scan that an ordinary developer writes, told the same; both must choose alike.
/// </summary>
public static class RouterComparison
{
    private static readonly (int Agents, int Waiting)[] Sizes =
        [(1_000, 10_000), (10_000, 100_000), (100_000, 1_000_000)];

    public static Task<string> RunAsync()
    {
        var cost = new Dictionary<(int Agents, bool IsAdversarial), Figures>();
        foreach (var (agents, waiting) in Sizes)
        {
            foreach (var isAdversarial in new[] { false, true })
            {
                var contacts = RouterRace.ContactsWaiting(agents, waiting, isAdversarial);
                var idle = RouterRace.AgentsIdle(agents, isAdversarial);
                Print(agents, waiting, isAdversarial, "contacts wait", contacts);
                Print(agents, waiting, isAdversarial, "agents are free", idle);
                cost[(agents, isAdversarial)] = contacts.Worse(idle);
            }
        }

        var (clustered, adversarial) = (cost[(100_000, false)], cost[(100_000, true)]);
        var growth = Math.Max(
            clustered.Median / cost[(1_000, false)].Median, adversarial.Median / cost[(1_000, true)].Median);
        return Task.FromResult(string.Create(
            CultureInfo.InvariantCulture,
            $"clustered_ns={clustered.Median:F0} adversarial_ns={adversarial.Median:F0} "
            + $"p99_ns={Math.Max(clustered.P99, adversarial.P99):F0} growth={growth:F1} "
            + $"vs_linq={Math.Min(clustered.Linq / clustered.Median, adversarial.Linq / adversarial.Median):F0}"));
    }

    private static void Print(int agents, int waiting, bool isAdversarial, string surplus, Figures figures) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {agents,7:N0} x {waiting,9:N0}  {(isAdversarial ? "each their own" : "300 profiles"),-14} "
            + $"{surplus,-15} "
            + $"median {figures.Median,6:F0} ns  p99 {figures.P99,6:F0} ns (of nothing {figures.P99OfNothing:F0})  "
            + $"without an offer {figures.BytesWithoutOffer,5:F1} B  linq {figures.Linq / 1_000,9:F0} us "
            + $"x{figures.Linq / figures.Median:F0}"));
}

/// <summary>What a decision took.</summary>
internal readonly record struct Figures(
    double Median, double P99, double P99OfNothing, double BytesWithoutOffer, double Linq)
{
    internal Figures Worse(Figures other) => new(
        Math.Max(Median, other.Median),
        Math.Max(P99, other.P99),
        Math.Max(P99OfNothing, other.P99OfNothing),
        Math.Max(BytesWithoutOffer, other.BytesWithoutOffer),
        Median > other.Median ? Linq : other.Linq);
}

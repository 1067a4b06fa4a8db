using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Strategies such as hosts bring: one that is odd and one that does not hold.</summary>
internal static class HostStrategies
{
    internal const string Odd = "odd";

    internal const string Broken = "broken";

    internal static KnownStrategies All { get; } = new([new OddStrategy(), new BrokenStrategy()]);

    /// <summary>For every contact another order, and a reason that is too long to keep.</summary>
    private sealed class OddStrategy : IRoutingStrategy
    {
        public string Name => Odd;

        public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
            contact.Number % 2 == 0
                ? RoutingScore.By((agent.Id.Value[^1] ^ contact.Number) % 4, new string('x', 100))
                : RoutingScore.First(Name);
    }

    private sealed class BrokenStrategy : IRoutingStrategy
    {
        public string Name => Broken;

        public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
            (contact.Number % 5) switch
            {
                0 => throw new InvalidOperationException(Name),
                1 => RoutingScore.By(double.NaN, Name),
                _ => RoutingScore.ByHighest(agent.Occupancy, Name),
            };
    }
}

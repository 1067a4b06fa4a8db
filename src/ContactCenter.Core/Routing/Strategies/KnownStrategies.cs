namespace ContactCenter.Routing;

/// <summary>The strategies that queues can name: those that ship, and those that the host has brought.</summary>
/// <remarks>Immutable, safe for any thread, as the strategies in it are.</remarks>
internal sealed class KnownStrategies
{
    /// <summary>How long a name may be, and what a strategy says of a choice.</summary>
    internal const int MaxLength = 64;

    private readonly Dictionary<string, IRoutingStrategy> _scoring =
        new(RoutingStrategies.Scoring, StringComparer.Ordinal);

    internal KnownStrategies(IEnumerable<IRoutingStrategy> hosts)
    {
        foreach (var strategy in hosts)
        {
            if (strategy.Name is { } name && !RoutingStrategies.IsKnown(name))
            {
                _scoring.TryAdd(name, strategy);
            }
        }
    }

    /// <summary>Those that ship, and no other.</summary>
    internal static KnownStrategies Shipped { get; } = new([]);

    internal bool Has(string name) => _scoring.ContainsKey(name) || RoutingStrategies.IsKnown(name);

    /// <summary>
    /// What scores agents under a name; null where a key of the agent's alone decides. A name in a journal that means
    /// nothing here has a strategy that fails: its queue falls back, and says so, as from any other that does.
    /// </summary>
    internal IRoutingStrategy? Scoring(string name) =>
        _scoring.TryGetValue(name, out var strategy) ? strategy
        : RoutingStrategies.IsKnown(name) ? null
        : new Missing(name);

    /// <summary>What is wrong with the strategies of a host, fault by fault, in words.</summary>
    internal static IEnumerable<string> Faults(IReadOnlyCollection<IRoutingStrategy> hosts)
    {
        foreach (var strategy in hosts)
        {
            if (!KebabCase.Is(strategy.Name, MaxLength))
            {
                yield return $"routing strategy {strategy.GetType().Name} is called '{strategy.Name}', "
                    + $"which is not 1 to {MaxLength} of a-z, 0-9 and single hyphens";
            }
            else if (RoutingStrategies.IsKnown(strategy.Name))
            {
                yield return $"routing strategy '{strategy.Name}' ships already: "
                    + $"{strategy.GetType().Name} needs a name of its own";
            }
        }

        foreach (var same in hosts.GroupBy(strategy => strategy.Name, StringComparer.Ordinal))
        {
            if (same.Skip(1).Any())
            {
                yield return $"routing strategy '{same.Key}' is there twice";
            }
        }
    }

    private sealed class Missing(string name) : IRoutingStrategy
    {
        public string Name => name;

        public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
            throw new InvalidOperationException($"There is no routing strategy '{name}' here.");
    }
}

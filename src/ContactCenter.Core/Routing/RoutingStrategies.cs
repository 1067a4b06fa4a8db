namespace ContactCenter.Routing;

/// <summary>The names of the ways a queue chooses among its free agents.</summary>
public static class RoutingStrategies
{
    /// <summary>
    /// The agent who has been available longest with nothing given to them and nothing finished; ties by agent id.
    /// </summary>
    public const string LongestAvailable = "longest-available";
}

namespace ContactCenter.Routing;

/// <summary>How a queue works, as the floor's configuration says.</summary>
internal sealed record QueueProfile
{
    public string Name { get; init; } = string.Empty;

    public Channel Channel { get; init; } = Channel.Chat;

    public TimeSpan OfferTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public string Strategy { get; init; } = RoutingStrategies.LongestAvailable;

    public bool AllowDecline { get; init; }

    public bool StartsWithBot { get; init; }
}

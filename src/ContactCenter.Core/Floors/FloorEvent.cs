namespace ContactCenter.Floors;

/// <summary>
/// The floor works by another revision of its configuration from now on; running offers keep the old.
/// </summary>
internal sealed record FloorConfigured(FloorConfiguration Configuration, string Hash) : Event;

/// <summary>The same, where one thing has changed and the rest has not.</summary>
/// <param name="Hash">Names the whole revision.</param>
internal sealed record ConfigurationEdited(ConfigurationEdit Edit, string Hash) : Event;

/// <summary>A strategy threw: until the next configuration its queue chooses the longest available.</summary>
internal sealed record StrategyFailed(QueueName Queue, string Strategy) : Event
{
    internal override bool ActsOutside => true;
}

/// <summary>The last contact of a queue that is no longer configured has been looked after.</summary>
internal sealed record QueueClosed(QueueName Queue) : Event;

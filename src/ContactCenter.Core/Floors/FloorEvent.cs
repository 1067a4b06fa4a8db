namespace ContactCenter.Floors;

/// <summary>
/// The floor works by another revision of its configuration from now on; running offers keep the old.
/// </summary>
internal sealed record FloorConfigured(FloorConfiguration Configuration, string Hash) : Event;

/// <summary>The same, where one thing has changed and the rest has not.</summary>
/// <param name="Hash">Names the whole revision.</param>
internal sealed record ConfigurationEdited(ConfigurationEdit Edit, string Hash) : Event;

/// <summary>The last contact of a queue that is no longer configured has been looked after.</summary>
internal sealed record QueueClosed(QueueName Queue) : Event;

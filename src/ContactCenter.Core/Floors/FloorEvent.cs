namespace ContactCenter.Floors;

/// <summary>
/// The floor works by another revision of its configuration from now on; running offers keep the old.
/// </summary>
internal sealed record FloorConfigured(FloorConfiguration Configuration, string Hash) : Event;

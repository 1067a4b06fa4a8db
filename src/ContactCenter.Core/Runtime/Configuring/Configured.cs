namespace ContactCenter.Runtime;

/// <summary>Something as it is configured, with the revision that says so.</summary>
/// <typeparam name="TOptions">The options that describe it.</typeparam>
/// <param name="Options">A copy: to be changed and given back.</param>
/// <param name="Revision">
/// The revision in force when it was read. Given back with an edit it refuses one that does not know of a later change.
/// </param>
public sealed record Configured<TOptions>(TOptions Options, string Revision);

namespace ContactCenter.Runtime;

/// <summary>
/// A floor can no longer write to its journal: another owner has taken it over, or the journal's answer cannot be
/// had. It has stopped; nothing that was acknowledged is lost.
/// </summary>
/// <param name="message">What happened.</param>
/// <param name="inner">What the journal threw, if it threw.</param>
public sealed class FloorStoppedException(string message, Exception? inner = null) : Exception(message, inner);

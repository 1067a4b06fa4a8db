namespace ContactCenter.Testing;

/// <summary>A journal does not keep to what every journal must.</summary>
/// <param name="message">What was expected, and what was there instead.</param>
public sealed class JournalConformanceException(string message) : Exception(message);

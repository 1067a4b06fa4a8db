namespace ContactCenter.Journals;

/// <summary>
/// A journal holds what this version does not understand: another format, or a damaged record. The floor does not
/// start; it never guesses.
/// </summary>
/// <param name="message">What was wrong; never the content.</param>
public sealed class JournalFormatException(string message) : Exception(message);

namespace ContactCenter.Runtime;

/// <summary>A message that has been through the redaction lane.</summary>
/// <param name="Answer">The answer to come.</param>
/// <param name="IsRedacted">Something was masked.</param>
internal readonly record struct PostedMessage(Task<Answer> Answer, bool IsRedacted = false);

namespace ContactCenter.Redaction;

/// <summary>What one pass of all rules over a text came to.</summary>
/// <param name="Spans">What was found, in positions of the text; <see langword="null"/> when nothing was.</param>
/// <param name="Failure">Why the pass was broken off, if it was.</param>
/// <param name="Rule">The rule that broke it off.</param>
internal readonly record struct ScanReport(
    FoundSpan[]? Spans, RedactionFailure Failure = RedactionFailure.None, int Rule = 0);

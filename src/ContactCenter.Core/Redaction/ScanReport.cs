namespace ContactCenter.Redaction;

/// <summary>What one pass of all rules over a text came to.</summary>
/// <param name="Spans">What was found, in positions of the text; <see langword="null"/> when nothing was.</param>
/// <param name="Failure">What went wrong first, if anything did; there are spans too where the pass went on.</param>
/// <param name="Rule">The rule that it went wrong with.</param>
internal readonly record struct ScanReport(
    FoundSpan[]? Spans, RedactionFailure Failure = RedactionFailure.None, int Rule = 0);

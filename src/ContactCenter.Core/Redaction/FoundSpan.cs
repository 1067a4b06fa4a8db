namespace ContactCenter.Redaction;

/// <summary>A span as a rule reported it, before anything is masked.</summary>
internal readonly record struct FoundSpan(int Start, int Length, int Rule, Confidence Confidence)
{
    public int End => Start + Length;

    /// <summary>Whether it is the union of two that overlap only in part, so that the mask of neither fits.</summary>
    public bool IsUnion { get; init; }
}

namespace ContactCenter.Redaction;

/// <summary>Settles what happens where findings overlap.</summary>
/// <remarks>
/// In the order of the text: a finding inside another is part of it; of two over the same span the surer one stays,
/// then the one whose rule comes first; two that overlap in part become one, named by the surer and masked whole.
/// </remarks>
internal static class Overlaps
{
    public static FoundSpan[] Resolve(FoundSpan[] spans)
    {
        Array.Sort(spans, Order);
        var kept = new List<FoundSpan>(spans.Length) { spans[0] };
        foreach (var next in spans.AsSpan(1))
        {
            var outer = kept[^1];
            if (next.Start >= outer.End)
            {
                kept.Add(next);
            }
            else if (next.End > outer.End)
            {
                var surer = next.Confidence > outer.Confidence ? next : outer;
                kept[^1] = surer with
                {
                    Start = outer.Start,
                    Length = next.End - outer.Start,
                    IsBlanked = true,
                    SourceStart = Math.Min(outer.SourceStart, next.SourceStart),
                    SourceEnd = Math.Max(outer.SourceEnd, next.SourceEnd),
                };
            }
        }

        return [.. kept];
    }

    private static int Order(FoundSpan a, FoundSpan b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) :
        a.Length != b.Length ? b.Length.CompareTo(a.Length) :
        a.Confidence != b.Confidence ? b.Confidence.CompareTo(a.Confidence) :
        a.Rule.CompareTo(b.Rule);
}

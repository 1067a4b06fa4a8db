namespace ContactCenter.Redaction;

/// <summary>Settles what happens where findings overlap.</summary>
/// <remarks>
/// In the order of the text: a finding inside another is part of it; of two over the same span the one whose kind comes
/// first stays (<see cref="KindOrder"/>), then the surer, then the one whose rule comes first; two that overlap in part
/// become one, named by the same order and masked whole. What is done is the strictest that was said of any of them,
/// and where something inside may not be shown in part, nothing is.
/// </remarks>
internal sealed class Overlaps(RuleIdentity[] rules)
{
    private readonly int[] _order = Array.ConvertAll(rules, rule => KindOrder.Of(rule.Kind));
    private readonly bool[] _mustErase = Array.ConvertAll(rules, rule => rule.Kind.MustErase);

    public FoundSpan[] Resolve(FoundSpan[] spans)
    {
        if (spans.Length < 2)
        {
            return spans;
        }

        Array.Sort(spans, ByPlace);
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
                kept[^1] = Union(outer, next);
            }
            else
            {
                kept[^1] = outer with
                {
                    Action = Stricter(outer, next),
                    IsBlanked = outer.IsBlanked || (_mustErase[next.Rule] && !_mustErase[outer.Rule]),
                };
            }
        }

        return [.. kept];
    }

    private FoundSpan Union(in FoundSpan outer, in FoundSpan next)
    {
        var first = ByOrder(next, outer) < 0 ? next : outer;
        return first with
        {
            Start = outer.Start,
            Length = next.End - outer.Start,
            IsBlanked = true,
            Action = Stricter(outer, next),
            SourceStart = Math.Min(outer.SourceStart, next.SourceStart),
            SourceEnd = Math.Max(outer.SourceEnd, next.SourceEnd),
        };
    }

    private static RedactionAction Stricter(in FoundSpan a, in FoundSpan b) =>
        Strictness(a.Action) >= Strictness(b.Action) ? a.Action : b.Action;

    private static int Strictness(RedactionAction action) => action switch
    {
        RedactionAction.Block => 4,
        RedactionAction.Drop => 3,
        RedactionAction.Redact => 2,
        RedactionAction.Flag => 1,
        _ => 0,
    };

    private int ByPlace(FoundSpan a, FoundSpan b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) :
        a.Length != b.Length ? b.Length.CompareTo(a.Length) :
        ByOrder(a, b);

    private int ByOrder(in FoundSpan a, in FoundSpan b) =>
        _order[a.Rule] != _order[b.Rule] ? _order[a.Rule].CompareTo(_order[b.Rule]) :
        a.Confidence != b.Confidence ? b.Confidence.CompareTo(a.Confidence) :
        a.Rule.CompareTo(b.Rule);
}

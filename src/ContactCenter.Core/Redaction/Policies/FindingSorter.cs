namespace ContactCenter.Redaction;

/// <summary>Tells what is done with each finding of a text: by policy, and by what the host's validators say.</summary>
internal sealed class FindingSorter(RedactionOptions options, RuleIdentity[] rules)
{
    // What a validator is asked about is a number or a name; longer findings are no such thing.
    private const int LongestValue = 256;

    private readonly PolicyTable _policies = new(options, rules);
    private readonly Overlaps _overlaps = new(rules);
    private readonly Allowance[] _allowances = [.. options.Allowances];
    private readonly bool _allowsSureCards = options.Preset == RedactionPreset.Balanced;

    public FoundSpan[] Resolve(FoundSpan[] spans) => _overlaps.Resolve(spans);

    public string? NameOf(int allowance) => allowance == 0 ? null : _allowances[allowance - 1].Name;

    /// <summary>Sorts the findings of one pass over a text.</summary>
    /// <exception cref="Exception">Whatever a validator threw.</exception>
    public Sorted Sort(ReadOnlySpan<char> text, FoundSpan[] found, in RedactionContext context)
    {
        var isWithCard = _policies.IsAnyCard(found);
        var closed = new List<FoundSpan>(found.Length);
        List<FoundSpan>? open = null;
        foreach (var span in found)
        {
            var action = _policies.ActionOn(span, isWithCard, context);
            if (action == RedactionAction.Pass)
            {
                continue;
            }

            if (AllowanceFor(span, text) is var allowance and > 0)
            {
                (open ??= []).Add(span with { Action = RedactionAction.Pass, AllowedBy = allowance });
            }
            else if (action == RedactionAction.Flag)
            {
                (open ??= []).Add(span with { Action = action });
            }
            else
            {
                closed.Add(span with { Action = action });
            }
        }

        var masks = _overlaps.Resolve([.. closed]);
        return new Sorted(masks, open is null ? [] : Beside(masks, _overlaps.Resolve([.. open])));
    }

    // What is masked is not left as it is, whatever else was found there. Both are in the order of the text.
    public static FoundSpan[] Beside(FoundSpan[] masks, FoundSpan[] open)
    {
        var (beside, mask) = (new List<FoundSpan>(open.Length), 0);
        foreach (var span in open)
        {
            while (mask < masks.Length && masks[mask].End <= span.Start)
            {
                mask++;
            }

            if (mask == masks.Length || masks[mask].Start >= span.End)
            {
                beside.Add(span);
            }
        }

        return [.. beside];
    }

    private int AllowanceFor(in FoundSpan span, ReadOnlySpan<char> text)
    {
        var kind = rules[span.Rule].Kind;
        if (_allowances.Length == 0 || span.IsBlanked || span.Length > LongestValue
            || (kind == RedactionKind.CardNumber && span.Confidence == Confidence.High && !_allowsSureCards))
        {
            return 0;
        }

        for (var i = 0; i < _allowances.Length; i++)
        {
            if (_allowances[i].Kind == kind && IsAllowed(_allowances[i], text.Slice(span.Start, span.Length)))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool IsAllowed(Allowance allowance, ReadOnlySpan<char> written)
    {
        Span<char> reading = stackalloc char[LongestValue];
        Span<int> origins = stackalloc int[LongestValue];
        try
        {
            var length = 0;
            foreach (var character in reading[..TextReading.Read(written, reading, origins)])
            {
                if (char.IsLetterOrDigit(character))
                {
                    reading[length++] = character;
                }
            }

            return length > 0 && allowance.Allows(reading[..length]);
        }
        finally
        {
            reading.Clear();
        }
    }
}

using System.Diagnostics.CodeAnalysis;

namespace ContactCenter.Redaction;

/// <summary>Where a rule puts what it found, and where its work is counted.</summary>
/// <remarks>
/// Lives on the stack for one scan. It keeps positions only, never characters. Each addition costs one unit of work;
/// a rule with loops of its own declares them by <see cref="Spend"/>.
/// </remarks>
public ref struct FindingList
{
    /// <summary>How many findings one text may have, all rules together: 1,024. One more refuses the text.</summary>
    public const int Capacity = 1024;

    private readonly int _textLength;
    private readonly Confidence _minimum;
    private readonly ref int _work;
    private Span<FoundSpan> _spans;

    internal FindingList(Span<FoundSpan> room, int textLength, Confidence minimum, ref int work)
    {
        _spans = room;
        _textLength = textLength;
        _minimum = minimum;
        _work = ref work;
    }

    /// <summary>How many findings there are so far.</summary>
    public int Count { get; private set; }

    internal bool IsOverfull { get; private set; }

    internal int Rule { get; set; }

    internal readonly ReadOnlySpan<FoundSpan> Spans => _spans[..Count];

    /// <summary>Reports a span of the text.</summary>
    /// <param name="start">Where it begins, in positions of the <see cref="RedactionText"/>.</param>
    /// <param name="length">How long it is; at least 1.</param>
    /// <param name="confidence">How sure the rule is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span is empty or leaves the text.</exception>
    public void Add(int start, int length, Confidence confidence = Confidence.High)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _textLength - start);
        Spend(1);
        if (confidence >= _minimum)
        {
            Keep(new FoundSpan(start, length, Rule, confidence));
        }
    }

    /// <summary>Counts work that the list and the text cannot see, such as a loop over the characters.</summary>
    /// <param name="units">About one for each character looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException">The work is negative.</exception>
    /// <remarks>Throws an exception of the pipeline's own when the budget is used up; a rule lets it pass.</remarks>
    public readonly void Spend(int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        Charge(ref _work, units);
    }

    // What was found in another reading, where it stands in this one. What is part of a finding of this reading says
    // nothing new, unless it must not be shown in part; what reaches beyond one does, a track beyond its card number.
    internal void AddDisguised(in FoundSpan span, int start, int end, bool mustErase)
    {
        Rule = span.Rule;
        if (!IsOverfull && !IsFound(start, end, mustErase ? span.Rule : null))
        {
            Keep(span with { Start = start, Length = end - start, IsBlanked = true });
        }
    }

    internal readonly bool Overlap(int start, int end)
    {
        if (IsOverfull)
        {
            return true;
        }

        foreach (var span in Spans)
        {
            if (span.Start < end && start < span.End)
            {
                return true;
            }
        }

        return false;
    }

    internal static void Charge(ref int work, int units)
    {
        // An overdrawn budget stays overdrawn: a rule that swallows the exception is still found out afterwards.
        work = work < units ? -1 : work - units;
        if (work < 0)
        {
            ThrowOverdrawn();
        }
    }

    [DoesNotReturn]
    private static void ThrowOverdrawn() => throw new WorkBudgetException();

    private readonly bool IsFound(int start, int end, int? rule)
    {
        foreach (var span in Spans)
        {
            if (span.Start <= start && end <= span.End && (rule is null || span.Rule == rule))
            {
                return true;
            }
        }

        return false;
    }

    private void Keep(in FoundSpan span)
    {
        if (Count == Capacity)
        {
            IsOverfull = true;
            return;
        }

        if (Count == _spans.Length)
        {
            Grow();
        }

        _spans[Count++] = span;
    }

    private void Grow()
    {
        var larger = new FoundSpan[Math.Min(Capacity, Math.Max(16, _spans.Length * 2))];
        _spans.CopyTo(larger);
        _spans = larger;
    }
}

namespace ContactCenter.Redaction;

/// <summary>A span as a rule reported it, before anything is masked.</summary>
internal readonly record struct FoundSpan(int Start, int Length, int Rule, Confidence Confidence)
{
    public int End => Start + Length;

    /// <summary>Whether no mask fits, so that all of it goes: a union of two, or a number in disguise.</summary>
    public bool IsBlanked { get; init; }

    /// <summary>What is done with it.</summary>
    public RedactionAction Action { get; init; }

    /// <summary>Which allowance spoke for it, counted from 1; 0 for none.</summary>
    public int AllowedBy { get; init; }

    /// <summary>Where it began in the text that was given, once a mask has moved it.</summary>
    public int SourceStart { get; init; } = Start;

    /// <summary>Where it ended in the text that was given.</summary>
    public int SourceEnd { get; init; } = Start + Length;
}

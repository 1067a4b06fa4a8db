namespace ContactCenter.Redaction;

/// <summary>What a conversation says of a message before it is judged.</summary>
internal readonly record struct Glance
{
    /// <summary>What the message holds of a number.</summary>
    public Fragment Fragment { get; init; }

    /// <summary>What it speaks of.</summary>
    public Topic Topic { get; init; }

    /// <summary>What was asked for before it.</summary>
    public AskedFor Asked { get; init; }

    /// <summary>A card is spoken of.</summary>
    public bool IsAboutCards { get; init; }

    /// <summary>What its digits are part of; nothing by default.</summary>
    public RedactionKind PartOf { get; init; }

    /// <summary>Which parts before it are to be hidden with it.</summary>
    public ulong Parts { get; init; }

    /// <summary>With it the number is complete.</summary>
    public bool EndsNumber { get; init; }

    /// <summary>The number goes on after it, and what comes is masked.</summary>
    public bool IsMasking { get; init; }

    /// <summary>It bears upon what follows, so that nothing may be judged before its fate is known.</summary>
    public bool Matters { get; init; }

    /// <summary>What the pipeline is told of the message itself, whatever was said before it.</summary>
    public RedactionContext Alone(RedactionContext context) => context with { MayTellInWords = Topic.NamesCode };

    /// <summary>What the pipeline is told.</summary>
    public RedactionContext In(RedactionContext context) => context with
    {
        MayTellInWords = Topic.NamesCode || PartOf != default,
        AskedFor = Asked,
        IsAboutCards = context.IsAboutCards || IsAboutCards,
        PartOf = PartOf,
    };
}

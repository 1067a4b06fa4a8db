namespace ContactCenter.Files;

/// <summary>What a tag does to the text around it.</summary>
internal enum MarkupGap
{
    /// <summary>Nothing: what stands before and after it is seen as one.</summary>
    Inline,

    /// <summary>It parts them.</summary>
    Block,

    /// <summary>Nobody knows.</summary>
    Unknown,
}

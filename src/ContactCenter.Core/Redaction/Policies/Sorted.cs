namespace ContactCenter.Redaction;

/// <summary>What was found in a text, apart by what is done with it.</summary>
/// <param name="Closed">What may not be seen: masked, or the reason why the text is refused.</param>
/// <param name="Open">What is left as it is, and reported.</param>
internal readonly record struct Sorted(FoundSpan[] Closed, FoundSpan[] Open)
{
    /// <summary>Whether the text is refused as a whole.</summary>
    public bool IsRefused => Closed.Any(static span => Refuses(span.Action));

    public static bool Refuses(RedactionAction action) => action is RedactionAction.Drop or RedactionAction.Block;
}

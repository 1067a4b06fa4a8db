namespace ContactCenter.Journals;

/// <summary>What people read beside the log, encoded; redacted before it came here.</summary>
/// <param name="Shelf">Where it stands.</param>
/// <param name="Chat">The chat's number; 0 for what is of no chat.</param>
/// <param name="Sequence">Its place on the shelf: the line's sequence, or 0 for the contact card.</param>
/// <param name="Content">The line, card or entry.</param>
/// <param name="Replaces">
/// Whether it takes the place of the body that stands there, of which nothing is left. Where none stands, none is kept.
/// </param>
public readonly record struct JournalBody(
    BodyShelf Shelf, long Chat, long Sequence, ReadOnlyMemory<byte> Content, bool Replaces = false)
{
    /// <summary>
    /// Why it cannot be read any more, where it has no content; null where it can. Whoever opens it is told, whoever
    /// erases it is not kept from it.
    /// </summary>
    public string? Damage { get; init; }
}

namespace ContactCenter.Journals;

/// <summary>Where a body stands.</summary>
/// <param name="Shelf">The shelf.</param>
/// <param name="Chat">The chat's number; 0 for what is of no chat.</param>
/// <param name="Sequence">Its place on the shelf.</param>
internal readonly record struct ShelfPlace(BodyShelf Shelf, long Chat, long Sequence);

namespace ContactCenter.Redaction;

/// <summary>Where a message stands, and who said it.</summary>
/// <param name="Author">Who said it.</param>
/// <param name="Sequence">Its place on its shelf.</param>
/// <param name="IsAside">Whether it stands beside the conversation, where the customer never looks.</param>
internal readonly record struct Said(Actor Author, int Sequence, bool IsAside = false);

namespace ContactCenter.Files;

/// <summary>
/// A stored attachment is not what was stored: cut off, altered, exchanged for another, or sealed under another key.
/// It is never given out as far as it goes. Says neither what it was nor where it is.
/// </summary>
public sealed class AttachmentDamagedException() : Exception("The attachment is damaged, or sealed under another key.");

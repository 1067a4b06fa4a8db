namespace ContactCenter.Files;

/// <summary>A store has no room for another attachment. Nothing of it was kept.</summary>
public sealed class AttachmentStoreFullException() : IOException("The attachment store is full.");

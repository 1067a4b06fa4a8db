namespace ContactCenter.Files;

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
internal enum FileKind
{
    /// <summary>Nothing that is known.</summary>
    Other,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It may be a text.</summary>
    Text,

    Rtf,

    /// <summary>An archive, or a document that is one.</summary>
    Zip,

    Pdf,

    Image,
}

namespace ContactCenter.Files;

/// <summary>How what stands in a text file comes to be what a person sees of it.</summary>
internal enum TextFormat
{
    /// <summary>It is not a text, or one that is packed: nothing can be said of it.</summary>
    None,

    /// <summary>As it stands.</summary>
    Plain,

    /// <summary>As it stands, in rows and columns under a head.</summary>
    Table,

    /// <summary>With escapes.</summary>
    Json,

    /// <summary>With tags that are not seen, and entities.</summary>
    Html,

    /// <summary>The same, by the stricter rules of XML.</summary>
    Xml,

    /// <summary>A message, which may have parts in HTML and parts that are encoded.</summary>
    Mail,
}

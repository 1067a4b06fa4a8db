namespace ContactCenter.Files;

/// <summary>Where the text of a group belongs.</summary>
internal enum RtfPlace
{
    /// <summary>In the document.</summary>
    Story,

    /// <summary>Beside it: notes, bookmarks, fields, properties.</summary>
    Beside,

    /// <summary>Nowhere: settings of the program, in digits.</summary>
    Nowhere,
}

namespace ContactCenter.Redaction;

/// <summary>What a <see cref="WordReader"/> came upon.</summary>
internal enum WordToken : byte
{
    /// <summary>A word of the table.</summary>
    Known,

    /// <summary>A word of no table, or one character of a script without spaces.</summary>
    Unknown,

    /// <summary>A run of digits.</summary>
    Number,

    /// <summary>A run of digits and stars: something that was masked.</summary>
    Mask,

    /// <summary>A character that is no letter and no digit.</summary>
    Sign,
}

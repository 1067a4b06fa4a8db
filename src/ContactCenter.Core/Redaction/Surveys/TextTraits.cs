namespace ContactCenter.Redaction;

/// <summary>What a quick look at a text has shown of it.</summary>
[Flags]
internal enum TextTraits
{
    /// <summary>Nothing worth a second look.</summary>
    None = 0,

    /// <summary>There are characters that rules read otherwise than they are written.</summary>
    Foreign = 1,

    /// <summary>There are as many digits close together as a card number has.</summary>
    Dense = 2,

    /// <summary>There may be digits in base64, or letters that look like digits.</summary>
    Encoded = 4,

    /// <summary>There may be digits in words.</summary>
    Spelled = 8,

    /// <summary>What goes with a card is named: few digits are worth a second look. No survey tells it.</summary>
    Named = 16,

    /// <summary>There may be a code in words: few of them are worth a second look. No survey tells it.</summary>
    CodeInWords = 32,

    /// <summary>It is shown from right to left. No survey tells it.</summary>
    Reversed = 64,
}

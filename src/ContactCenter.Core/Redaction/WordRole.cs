namespace ContactCenter.Redaction;

/// <summary>What a word does for the number next to it.</summary>
internal enum WordRole
{
    /// <summary>Nothing: whatever is said ends there.</summary>
    None,

    /// <summary>Nothing, but what stands beyond it may: "is", "the".</summary>
    Filler,

    /// <summary>Says that a number follows, not of what.</summary>
    Number,

    /// <summary>Says that it is a card.</summary>
    Card,

    /// <summary>Says both at once: "Kartennummer", "카드번호".</summary>
    CardNumber,

    /// <summary>Says that it is something else.</summary>
    Other,
}

namespace ContactCenter.Redaction;

/// <summary>What the words next to a number call it.</summary>
internal enum NumberName
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>Another number: an account, an order, a telephone.</summary>
    Other,

    /// <summary>A card: "my credit card 4…".</summary>
    Card,

    /// <summary>The number of a card: "card number is 4…".</summary>
    CardNumber,
}

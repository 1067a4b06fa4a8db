namespace ContactCenter.Redaction;

/// <summary>What stands where something was masked.</summary>
public enum MaskFormat
{
    /// <summary>A star for each character.</summary>
    Erase,

    /// <summary>
    /// Of a card number of 15 digits or more the first six and the last four, of a shorter one the last four (PCI DSS
    /// 3.4.1): <c>411111******1111</c>. For card numbers only.
    /// </summary>
    FirstSixLastFour,

    /// <summary>
    /// The last four letters or digits of eight or more, stars for the others: <c>************1111</c>.
    /// </summary>
    LastFour,

    /// <summary>
    /// The kind in brackets: <c>[card-number]</c>. It is read as any text is: what it says is a word to the rules.
    /// </summary>
    Label,
}

namespace ContactCenter.Redaction;

/// <summary>What somebody in a conversation was just asked for, so that the answer need not name it.</summary>
[Flags]
public enum AskedFor
{
    /// <summary>Nothing of a card.</summary>
    None = 0,

    /// <summary>The number of a card.</summary>
    CardNumber = 1,

    /// <summary>The code that proves a card to be at hand (CVV, CVC, CID).</summary>
    SecurityCode = 2,

    /// <summary>The month and year until which a card is valid.</summary>
    CardExpiry = 4,

    /// <summary>The PIN of a card.</summary>
    Pin = 8,
}

namespace ContactCenter.Redaction;

/// <summary>What one rule found out about a text and the others need not find out again.</summary>
internal struct TextFacts
{
    /// <summary>Which names stand in it; <see cref="Cue.Unread"/> until somebody looks.</summary>
    public Cue Cues;

    /// <summary>Whether as many digits as a card number has stand together anywhere; null until then.</summary>
    public bool? HoldsEnough;

    /// <summary>The most digits in one piece, where so many stand together; null until then.</summary>
    public int? LongestRun;

    /// <summary>Whether there are digits that an expiry or a code may be; null until then.</summary>
    public bool? HoldsFew;

    /// <summary>Whether any number in it has a card's issuer, length and check digit; null until then.</summary>
    public bool? HoldsCard;

    /// <summary>Whether anything stands behind one as what goes with a card does; null until then.</summary>
    public bool? HoldsMoreBehindCard;
}

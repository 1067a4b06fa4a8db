namespace ContactCenter.Redaction;

/// <summary>What one rule found out about a text and the others need not find out again.</summary>
internal struct TextFacts
{
    /// <summary>Which names stand in it; <see cref="Cue.Unread"/> until somebody looks.</summary>
    public Cue Cues;

    /// <summary>Whether any number in it has a card's issuer, length and check digit; null until then.</summary>
    public bool? HoldsCard;

    /// <summary>Whether anything stands behind one as what goes with a card does; null until then.</summary>
    public bool? HoldsMoreBehindCard;
}

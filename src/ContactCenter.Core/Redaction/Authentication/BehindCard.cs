namespace ContactCenter.Redaction;

/// <summary>What stands behind one card number; an end of 0 means that it does not.</summary>
internal readonly record struct BehindCard(int ExpiryStart, int ExpiryEnd, int CodeStart, int CodeEnd);

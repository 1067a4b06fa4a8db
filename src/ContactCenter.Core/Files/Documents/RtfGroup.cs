namespace ContactCenter.Files;

/// <summary>What holds within a pair of braces.</summary>
/// <param name="Skip">How many characters stand in for one that older readers do not know.</param>
/// <param name="Place">Where its text belongs.</param>
/// <param name="IsHidden">Whether it is there, and not shown.</param>
/// <param name="IsApart">Whether it is a text of its own, and no part of the one around it.</param>
internal readonly record struct RtfGroup(int Skip, RtfPlace Place, bool IsHidden = false, bool IsApart = false);

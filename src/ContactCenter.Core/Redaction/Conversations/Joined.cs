namespace ContactCenter.Redaction;

/// <summary>What the digits of a message come to with the parts before it. The default one is nothing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parts">Which of the parts belong to it: a bit each, the oldest first.</param>
/// <param name="IsWhole">Nothing more of it is to come.</param>
internal readonly record struct Joined(RedactionKind Kind, ulong Parts, bool IsWhole)
{
    public bool Exists => Kind != default;
}

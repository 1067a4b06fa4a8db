namespace ContactCenter.Redaction;

/// <summary>A stretch of text that reads as a card number. The default one does not exist.</summary>
internal readonly record struct CardSpan(int Start, int End, Confidence Confidence)
{
    public bool Exists => End > Start;

    public int Length => End - Start;
}

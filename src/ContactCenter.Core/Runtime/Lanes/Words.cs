namespace ContactCenter.Runtime;

/// <summary>Words as they were typed, on their way through the redaction lane of their chat.</summary>
/// <param name="IsAside">They stand beside the conversation, where the customer never looks.</param>
internal readonly record struct Words(long Chat, Actor Author, string Text, bool IsAside = false)
{
    /// <summary>Where they are said, never what.</summary>
    public override string ToString() => $"{Text.Length} characters by {Author} in chat {Chat}";
}

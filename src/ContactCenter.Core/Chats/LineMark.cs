namespace ContactCenter.Chats;

/// <summary>How far somebody has come in a conversation: what has reached them, and what they have read.</summary>
/// <param name="Who">The customer, or an agent who is in the chat.</param>
/// <param name="Delivered">The sequence of the last line that has reached their screen; 0 for none.</param>
/// <param name="Read">The sequence of the last line they have read; never after the delivered one.</param>
/// <remarks>Marks only move on. Immutable, safe for any thread.</remarks>
public sealed record LineMark(Actor Who, int Delivered, int Read);

/// <summary>The same in the state, where it is kept beside whose it is.</summary>
internal readonly record struct Mark(int Delivered, int Read)
{
    /// <summary>As far as either of the two.</summary>
    internal Mark With(int delivered, int read) =>
        new(Math.Max(Delivered, Math.Max(delivered, read)), Math.Max(Read, read));
}

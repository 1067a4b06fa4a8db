namespace ContactCenter;

/// <summary>
/// The medium a contact comes by. Only a chat has a conversation in this engine; all are routed alike.
/// </summary>
public enum Channel : byte
{
    /// <summary>A call, which someone else carries: real-time, at most one an agent.</summary>
    Voice,

    /// <summary>A chat: real-time, with its conversation kept here.</summary>
    Chat,

    /// <summary>An e-mail, which someone else carries.</summary>
    Email,

    /// <summary>A message from a social network, which someone else carries.</summary>
    Social,
}

namespace ContactCenter.Agents;

/// <summary>Several channels at once.</summary>
/// <remarks>The bit of a channel is its place in <see cref="Channel"/>.</remarks>
[Flags]
public enum Channels : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Calls.</summary>
    Voice = 1 << Channel.Voice,

    /// <summary>Chats.</summary>
    Chat = 1 << Channel.Chat,

    /// <summary>E-mails.</summary>
    Email = 1 << Channel.Email,

    /// <summary>Social messages.</summary>
    Social = 1 << Channel.Social,

    /// <summary>All of them.</summary>
    All = Voice | Chat | Email | Social,
}

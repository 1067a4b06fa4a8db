namespace ContactCenter.Chats;

/// <summary>What somebody is in one chat, which decides what they may do in it.</summary>
/// <remarks>Source: chat specification 1.10 and 2.3.</remarks>
public enum ChatRole : byte
{
    /// <summary>Whose chat it is.</summary>
    Customer,

    /// <summary>The agent who is responsible for it.</summary>
    Owner,

    /// <summary>The second agent of a conference.</summary>
    Conferee,

    /// <summary>The agent to whom it, or a place in its conference, is offered.</summary>
    Invitee,

    /// <summary>An agent who was in it and owes a wrap-up.</summary>
    Departed,

    /// <summary>A supervisor, for the agents of their teams.</summary>
    Supervisor,

    /// <summary>The host program itself.</summary>
    Host,
}

namespace ContactCenter.Chats;

/// <summary>
/// What the engine says in a conversation, as codes: the words for them belong to whoever shows them.
/// </summary>
public static class Notices
{
    /// <summary>An agent has joined; the subject is the agent.</summary>
    public const string AgentJoined = "agent-joined";

    /// <summary>An agent has left; the subject is the agent.</summary>
    public const string AgentLeft = "agent-left";

    /// <summary>The customer has left.</summary>
    public const string CustomerLeft = "customer-left";

    /// <summary>The chat waits for an agent; the subject is the queue.</summary>
    public const string WaitingForAgent = "waiting-for-agent";
}

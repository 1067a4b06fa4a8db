namespace ContactCenter.Chats;

/// <summary>
/// What the engine says in a conversation, as codes: the words for them belong to whoever shows them, who may take
/// those of <see cref="TranscriptLine.NoticeText"/>.
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

    /// <summary>A supervisor has joined the conversation; the subject is the supervisor.</summary>
    public const string SupervisorJoined = "supervisor-joined";

    /// <summary>A supervisor has left the conversation; the subject is the supervisor.</summary>
    public const string SupervisorLeft = "supervisor-left";

    /// <summary>The customer has been silent for long; the chat ends unless they answer.</summary>
    public const string CustomerSilent = "customer-silent";

    /// <summary>The chat was ended because the customer did not answer.</summary>
    public const string EndedForSilence = "ended-for-silence";

    /// <summary>The chat was ended because its queue is no longer there.</summary>
    public const string QueueClosed = "queue-closed";

    /// <summary>The chat was ended because as many wait for an agent as may.</summary>
    public const string QueueFull = "queue-full";

    /// <summary>The chat was ended because its queue is closed at the time for which it was scheduled.</summary>
    public const string OutsideHours = "outside-hours";

    /// <summary>The chat was ended because no agent could take it in time.</summary>
    public const string WaitTooLong = "wait-too-long";

    /// <summary>The chat was ended because no agent was there to take it.</summary>
    public const string NoAgents = "no-agents";

    /// <summary>To agents: the chat is being handed over; the subject is the queue or agent.</summary>
    public const string TransferRequested = "transfer-requested";

    /// <summary>To agents: the transfer came to nothing; the subject is the agent, where one was asked.</summary>
    public const string TransferCalledOff = "transfer-called-off";

    /// <summary>To agents: another agent was invited; the subject is the agent.</summary>
    public const string InvitationSent = "invitation-sent";

    /// <summary>To agents: the invited agent did not answer; the subject is the agent.</summary>
    public const string InvitationMissed = "invitation-missed";

    /// <summary>To agents: the invited agent declined; the subject is the agent.</summary>
    public const string InvitationDeclined = "invitation-declined";

    /// <summary>To agents: the invitation no longer stands; the subject is the agent.</summary>
    public const string InvitationWithdrawn = "invitation-withdrawn";

    /// <summary>To agents: another agent is responsible for the chat; the subject is the agent.</summary>
    public const string OwnerChanged = "owner-changed";

    /// <summary>To agents: the customer's connection is lost.</summary>
    public const string CustomerDisconnected = "customer-disconnected";

    /// <summary>To agents: the customer is connected again.</summary>
    public const string CustomerReturned = "customer-returned";
}

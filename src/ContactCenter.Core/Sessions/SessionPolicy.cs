namespace ContactCenter.Sessions;

/// <summary>How many sessions an agent may work in.</summary>
public enum LoginPolicy : byte
{
    /// <summary>Several at once: all show the same, and what is done in one is seen in the others.</summary>
    Multiple,

    /// <summary>One: opening a second closes the first.</summary>
    Single,
}

/// <summary>What connections mean, as the floor's configuration says.</summary>
internal sealed record SessionPolicy
{
    public LoginPolicy Logins { get; init; }

    /// <summary>How long an agent may be without a connection before their chats go back to the queue.</summary>
    public TimeSpan AgentGrace { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>How long a customer may be without a connection before they count as gone.</summary>
    public TimeSpan CustomerGrace { get; init; } = TimeSpan.FromMinutes(5);
}

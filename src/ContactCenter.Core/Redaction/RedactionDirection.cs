namespace ContactCenter.Redaction;

/// <summary>Which way a text travels through the contact centre.</summary>
public enum RedactionDirection
{
    /// <summary>From the customer into the contact centre.</summary>
    Inbound,

    /// <summary>From an agent, a bot or the host towards the customer.</summary>
    Outbound,
}

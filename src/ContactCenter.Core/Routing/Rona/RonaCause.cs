namespace ContactCenter.Routing;

/// <summary>Why an offer came to nothing.</summary>
/// <remarks>
/// The first three are the agent's, and are judged by the <see cref="RonaPolicy"/>. The others are not: they never
/// count, whatever a policy says.
/// </remarks>
public enum RonaCause : byte
{
    /// <summary>It ran out unanswered.</summary>
    Missed,

    /// <summary>The agent declined it, where the queue allows that.</summary>
    Declined,

    /// <summary>The contact could not be connected to the agent: their device or channel failed.</summary>
    Failed,

    /// <summary>Somebody else was quicker.</summary>
    LostRace,

    /// <summary>The customer left.</summary>
    CustomerLeft,

    /// <summary>It was taken back: by whoever made it, or because the agent stopped being available.</summary>
    Withdrawn,
}

/// <summary>What follows for an agent whose offer came to nothing.</summary>
public enum RonaConsequence : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>They get no offers for a while; their availability stays as it is.</summary>
    CoolOff,

    /// <summary>They are in RONA.</summary>
    Rona,

    /// <summary>They are idle, under a code that names the cause.</summary>
    Idle,
}

namespace ContactCenter.Agents;

/// <summary>How contacts of several channels share one agent.</summary>
/// <remarks>Source: chat specification R43.</remarks>
public enum MediaMode : byte
{
    /// <summary>Each channel up to its own capacity, all at once.</summary>
    Blended,

    /// <summary>One real-time channel at a time (voice or chat), with e-mail and social beside it.</summary>
    BlendedRealTime,

    /// <summary>One contact at a time, whatever its channel.</summary>
    Exclusive,
}

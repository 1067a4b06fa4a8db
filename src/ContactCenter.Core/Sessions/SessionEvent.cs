namespace ContactCenter.Sessions;

/// <summary>Why a session is closed.</summary>
public enum SessionEnd : byte
{
    /// <summary>The connection was lost, or the client let it go.</summary>
    Lost,

    /// <summary>Another session of the same agent was opened, and the floor allows one.</summary>
    Replaced,

    /// <summary>The agent is signed out.</summary>
    SignedOut,
}

/// <summary>Something that has happened to the sessions of one party.</summary>
internal abstract record SessionEvent(Actor Who) : Event;

internal sealed record SessionOpened(long Session, Actor Who) : SessionEvent(Who);

internal sealed record SessionClosed(long Session, Actor Who, SessionEnd Cause) : SessionEvent(Who)
{
    internal override bool ActsOutside => true;
}

/// <summary>The last session is lost.</summary>
/// <param name="DueAt">When the party is given up.</param>
internal sealed record PresenceLost(Actor Who, DateTimeOffset DueAt) : SessionEvent(Who);

/// <summary>Nothing hangs on their sessions any more.</summary>
/// <param name="GivenUp">The grace period ran out.</param>
internal sealed record PresenceEnded(Actor Who, bool GivenUp) : SessionEvent(Who);

namespace ContactCenter.Sessions;

/// <summary>Something that is asked about a session.</summary>
internal abstract record SessionCommand(Actor By) : Command(By);

/// <summary>An agent or a customer connects.</summary>
internal sealed record OpenSession(Actor By) : SessionCommand(By);

/// <summary>A connection is lost: it has closed, or its heartbeat has stopped.</summary>
internal sealed record LoseSession(Actor By, long Session) : SessionCommand(By);

/// <summary>What the alarm asks at the end of a grace period.</summary>
internal sealed record GiveUpOnPresence(Actor Who) : SessionCommand(Actor.System);

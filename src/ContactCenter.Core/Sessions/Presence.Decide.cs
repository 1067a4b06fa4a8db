namespace ContactCenter.Sessions;

/// <summary>The rules: who may have sessions, and how many.</summary>
internal static class PresenceRules
{
    internal static Rejection? MayOpen(Actor by, Presence? now, SessionPolicy policy)
    {
        if (by.Kind is not (ActorKind.Agent or ActorKind.Customer))
        {
            return Rejections.NotPermitted;
        }

        // A party with a single session is given the new one; with several, the seventeenth is refused.
        var isSingle = by.Kind == ActorKind.Agent && policy.Logins == LoginPolicy.Single;
        return !isSingle && now?.Sessions.Count >= Presence.MaxSessions ? Rejections.SessionLimit : null;
    }
}

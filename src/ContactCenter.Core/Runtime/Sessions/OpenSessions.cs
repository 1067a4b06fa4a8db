using System.Collections.Concurrent;
using ContactCenter.Sessions;

namespace ContactCenter.Runtime;

/// <summary>The sessions of this process, so that one which the floor closes learns of it.</summary>
internal sealed class OpenSessions
{
    private readonly ConcurrentDictionary<long, Session> _open = new();

    internal Session Register(Session session, FloorRun run)
    {
        _open[session.Number] = session;

        // The floor may have closed it before it was here to be told.
        var stands = run.Follower.Read(floor =>
            floor.Presences.TryGetValue(session.Actor, out var presence) && presence.Sessions.Contains(session.Number));
        if (!stands)
        {
            Close(session.Number, cause: null);
        }

        return session;
    }

    internal void Close(long number, SessionEnd? cause)
    {
        if (_open.TryRemove(number, out var session))
        {
            session.Close(cause == SessionEnd.Lost ? null : cause);
        }
    }
}

using ContactCenter.Sessions;

namespace ContactCenter.Journals;

/// <summary>Writes who is connected, and who is lost.</summary>
internal static partial class EventCodec
{
    private static void WriteSession(RecordWriter to, SessionEvent happened)
    {
        switch (happened)
        {
            case SessionOpened e:
                Start(to, EventKind.SessionOpened, e.Session);
                to.Actor(e.Who);
                break;
            case SessionClosed e:
                Start(to, EventKind.SessionClosed, e.Session);
                to.Actor(e.Who);
                to.Byte((byte)e.Cause);
                break;
            case PresenceLost e:
                to.Byte((byte)EventKind.PresenceLost);
                to.Actor(e.Who);
                to.Instant(e.DueAt);
                break;
            case PresenceEnded e:
                to.Byte((byte)EventKind.PresenceEnded);
                to.Actor(e.Who);
                to.Flag(e.GivenUp);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }
}

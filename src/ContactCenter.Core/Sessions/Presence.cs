namespace ContactCenter.Sessions;

/// <summary>The sessions of one agent or customer.</summary>
internal sealed class Presence(Actor who)
{
    /// <summary>How many sessions one party may have open: desks, phones, forgotten tabs.</summary>
    internal const int MaxSessions = 16;

    internal Actor Who { get; } = who;

    internal PresenceState State { get; set; }

    /// <summary>Open, by number, earliest first; the first is the primary one. Few, so a list.</summary>
    internal List<long> Sessions { get; } = [];

    /// <summary>When they are given up; null unless the grace period runs.</summary>
    internal DateTimeOffset? GraceDueAt { get; set; }

    internal void Apply(SessionEvent happened)
    {
        switch (happened)
        {
            case SessionOpened e:
                State = PresenceLifecycle.Table.Next(State, PresenceTrigger.Open);
                Sessions.Add(e.Session);
                GraceDueAt = null;
                break;
            case SessionClosed e:
                Sessions.Remove(e.Session);
                if (Sessions.Count > 0)
                {
                    State = PresenceLifecycle.Table.Next(State, PresenceTrigger.Close);
                }

                break;
            case PresenceLost e:
                State = PresenceLifecycle.Table.Next(State, PresenceTrigger.Lose);
                GraceDueAt = e.DueAt;
                break;
            case PresenceEnded:
                State = PresenceLifecycle.Table.Next(State, PresenceTrigger.GiveUp);
                GraceDueAt = null;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }
}

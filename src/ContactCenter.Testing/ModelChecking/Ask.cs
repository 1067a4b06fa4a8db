using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>When something is asked.</summary>
internal enum Moment : byte
{
    /// <summary>As soon as possible after what happened last.</summary>
    AtOnce,

    /// <summary>Just before the next alarm.</summary>
    Last,

    /// <summary>At the instant of the next alarm.</summary>
    Due,

    /// <summary>When every alarm that stands is overdue.</summary>
    Overdue,
}

/// <summary>Something that is asked, and when.</summary>
internal readonly record struct Ask(Command Command, Moment Moment)
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    /// <summary>The instant of a moment, as the floor stands.</summary>
    internal static DateTimeOffset InstantOf(Moment moment, Floor floor)
    {
        var soon = floor.LastAt + Tick;
        if (floor.Alarms.NextDueAt is not { } due)
        {
            return soon;
        }

        return moment switch
        {
            // An alarm that is due already does not become more so.
            Moment.AtOnce => soon < due ? soon : floor.LastAt,
            Moment.Last => due - Tick > soon ? due - Tick : soon < due ? soon : floor.LastAt,
            Moment.Due => due > floor.LastAt ? due : floor.LastAt,
            _ => StandingAlarms.Of(floor)[^1].DueAt is var last && last > floor.LastAt ? last : floor.LastAt,
        };
    }

    public override string ToString() => Moment switch
    {
        Moment.AtOnce => Text,
        Moment.Last => $"{Text} just before the next alarm",
        Moment.Due => $"{Text} when it is due",
        _ => $"{Text} after an outage",
    };

    private string Text => Command is Configure configure ? $"Configure {configure.Hash}" : Command.ToString()!;
}

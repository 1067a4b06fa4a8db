using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>Writes what the floor works by, and what becomes of its queues.</summary>
internal static partial class EventCodec
{
    private static void WriteFloor(RecordWriter to, Event happened)
    {
        switch (happened)
        {
            case FloorConfigured e:
                to.Byte((byte)EventKind.FloorConfigured);
                to.Text(ConfigurationJson.Write(e.Configuration));
                to.Text(e.Hash);
                break;
            case ConfigurationEdited e:
                to.Byte((byte)EventKind.ConfigurationEdited);
                to.Byte((byte)e.Edit.Kind);
                to.Text(e.Edit.Name);
                to.Text(e.Edit.Queue is { } queue ? ConfigurationJson.Write(queue) : null);
                to.Text(e.Edit.Agent is { } edited ? ConfigurationJson.Write(edited) : null);
                to.Text(e.Hash);
                break;
            case StrategyFailed e:
                Start(to, EventKind.StrategyFailed, e.Queue);
                to.Text(e.Strategy);
                break;
            case QueueClosed e:
                Start(to, EventKind.QueueClosed, e.Queue);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    private static void WriteHours(RecordWriter to, HoursEvent happened)
    {
        var kind = happened switch
        {
            HoursBegan => EventKind.HoursBegan,
            HoursEnded => EventKind.HoursEnded,
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form."),
        };
        Start(to, kind, happened.Queue);
        to.Instant(happened.NextChange);
    }
}

using ContactCenter.Chats;

namespace ContactCenter.Journals;

/// <summary>Contacts for later, as they stand in events and snapshots.</summary>
internal static partial class EventCodec
{
    private static void WriteScheduling(RecordWriter to, SchedulingEvent happened)
    {
        switch (happened)
        {
            case ContactScheduled e:
                Start(to, EventKind.ContactScheduled, e.Chat);
                to.Instant(e.DueAt);
                to.Flag(e.Suspends);
                to.Actor(e.By);
                break;
            case ContactSuspended e:
                Start(to, EventKind.ContactSuspended, e.Chat);
                to.Actor(e.By);
                break;
            case ContactActivated e:
                Start(to, EventKind.ContactActivated, e.Chat);
                to.Actor(e.By);
                break;
            case CallbackAsked e:
                Start(to, EventKind.CallbackAsked, e.Chat);
                to.Actor(e.By);
                break;
            case ContactCancelled e:
                Start(to, EventKind.ContactCancelled, e.Chat);
                to.Texts(e.Reasons);
                to.Actor(e.By);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    internal static void Write(RecordWriter to, Appointment? appointment)
    {
        to.Flag(appointment is not null);
        if (appointment is not null)
        {
            to.Instant(appointment.DueAt);
            to.Flag(appointment.Suspends);
            to.Flag(appointment.IsCallback);
        }
    }

    internal static Appointment? ReadAppointment(ref RecordReader from) =>
        from.Flag() ? new Appointment(from.OptionalInstant(), from.Flag(), from.Flag()) : null;
}

namespace ContactCenter.Chats;

/// <summary>Contacts that are for later: since when they count as waiting.</summary>
internal sealed partial class ChatSession
{
    /// <summary>When it comes to its queue; null unless it is scheduled.</summary>
    internal DateTimeOffset? ComesDueAt => State == ChatState.Scheduled ? Appointment!.DueAt : null;

    /// <summary>It has been in a line, and its age counts from then.</summary>
    internal bool HasWaited => QueuedAt != default;

    /// <summary>Its customer was promised a call: no rule for a long wait ends it.</summary>
    internal bool IsCallback => Appointment?.IsCallback == true;

    /// <summary>
    /// Its customer has to stay connected, if they are: until an agent calls them, one with an appointment has not.
    /// </summary>
    internal bool NeedsCustomer => Appointment is null
        || State is not (ChatState.Scheduled or ChatState.Suspended or ChatState.Queued or ChatState.Offered);

    /// <summary>Whoever is late in telling that it is due takes nothing from its age.</summary>
    private void Enqueue(DateTimeOffset at)
    {
        QueuedAt = ComesDueAt is { } due && due < at ? due : at;
        LineSince = at.UtcTicks;
        Move(ChatTrigger.Enqueue);
    }

    private void Apply(SchedulingEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case ContactScheduled e:
                Move(ChatTrigger.Schedule);
                ForgetWidening();
                (QueuedAt, LineSince, Waited, Patience) = (default, 0, TimeSpan.Zero, null);
                Seating = Seating?.Place is null ? Seating : null;
                Appointment = new Appointment(e.DueAt, e.Suspends, IsCallback);
                break;
            case ContactSuspended:
                Move(ChatTrigger.Suspend);
                ForgetWidening();
                break;
            case ContactActivated:
                Move(ChatTrigger.Activate);
                (QueuedAt, LineSince) = (HasWaited ? QueuedAt : at, at.UtcTicks);
                break;
            case CallbackAsked:
                Appointment = (Appointment ?? new Appointment(null, false, false)) with { IsCallback = true };
                break;
            case ContactCancelled e:
                Reasons = [.. Reasons.Union(e.Reasons)];
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }
}

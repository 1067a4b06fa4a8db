namespace ContactCenter.Floors;

/// <summary>What an alarm is about.</summary>
internal enum AlarmKind : byte
{
    /// <summary>An offer runs out: RONA. The subject is the offer.</summary>
    Offer,

    /// <summary>An offer is about to run out. The subject is the offer.</summary>
    OfferWarning,

    /// <summary>A wrap-up is submitted by itself. The subject is the part, in a chat.</summary>
    WrapUp,

    /// <summary>The bot has been silent too long. The subject is the effect.</summary>
    Bot,

    /// <summary>Somebody has been without a connection too long.</summary>
    Grace,

    /// <summary>An agent has not done anything for too long.</summary>
    Inactivity,

    /// <summary>A customer has not answered for too long. The subject is the chat.</summary>
    Silence,

    /// <summary>What has been kept long enough is looked for.</summary>
    Purge,

    /// <summary>A contact is to be offered to one agent more. The subject is the chat.</summary>
    Widening,

    /// <summary>A queue opens or closes: whichever does first.</summary>
    Hours,

    /// <summary>A contact has waited too long. The subject is the chat.</summary>
    Wait,

    /// <summary>An attachment has been scanned, or released, for too long. The subject is the attachment.</summary>
    File,

    /// <summary>What keeps an agent from offers is over.</summary>
    CoolOff,

    /// <summary>Waiting changes something for a contact. The subject is the chat.</summary>
    Age,

    /// <summary>A contact counts no more for an agent's pace.</summary>
    Pace,

    /// <summary>A scheduled contact is due. The subject is the chat.</summary>
    Appointment,

    /// <summary>Nobody has been there for a queue for too long: whichever is first.</summary>
    NoAgents,
}

/// <summary>
/// A due instant in the state. Ordered by instant; ties by what it is about, so that every copy agrees.
/// </summary>
internal readonly record struct Alarm(
    DateTimeOffset DueAt, AlarmKind Kind, long Subject, long Chat = 0, Actor Who = default) : IComparable<Alarm>
{
    public int CompareTo(Alarm other)
    {
        var order = DueAt.UtcTicks.CompareTo(other.DueAt.UtcTicks);
        order = order != 0 ? order : Kind.CompareTo(other.Kind);
        order = order != 0 ? order : Subject.CompareTo(other.Subject);
        order = order != 0 ? order : Who.Kind.CompareTo(other.Who.Kind);
        order = order != 0 ? order : string.CompareOrdinal(Who.Id, other.Who.Id);
        return order != 0 ? order : Chat.CompareTo(other.Chat);
    }
}

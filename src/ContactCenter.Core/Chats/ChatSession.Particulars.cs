using ContactCenter.Routing;

namespace ContactCenter.Chats;

/// <summary>What only some chats have at a time stands beside them, and takes room only then.</summary>
internal sealed partial class ChatSession
{
    private Particulars? _particulars;

    /// <summary>
    /// The queue it waits in while somebody hands it over and is still responsible; null at any other time.
    /// </summary>
    internal QueueName? HandedTo
    {
        get => _particulars?.HandedTo;
        set => ParticularsFor(value)?.HandedTo = value;
    }

    /// <summary>How many agents more may be offered it at the same time than to begin with.</summary>
    internal int Widened
    {
        get => _particulars?.Widened ?? 0;
        set => ParticularsFor(value)?.Widened = value;
    }

    /// <summary>When one agent more may be offered it; null where nobody is to be added.</summary>
    internal DateTimeOffset? WidenAt
    {
        get => _particulars?.WidenAt;
        set => ParticularsFor(value)?.WidenAt = value;
    }

    /// <summary>How long it has waited, as far as that has changed anything.</summary>
    internal TimeSpan Waited
    {
        get => _particulars?.Waited ?? default;
        set => ParticularsFor(value)?.Waited = value;
    }

    /// <summary>What was said of when it is due; kept when that is over.</summary>
    internal Appointment? Appointment
    {
        get => _particulars?.Appointment;
        set => ParticularsFor(value)?.Appointment = value;
    }

    /// <summary>What is said of it.</summary>
    internal AttributeBag Attributes
    {
        get => _particulars?.Attributes ?? AttributeBag.Empty;
        set => ParticularsFor(value.Count)?.Attributes = value;
    }

    /// <summary>How many of its requirements, the last ones, a policy has given it.</summary>
    internal int Classified
    {
        get => _particulars?.Classified ?? 0;
        set => ParticularsFor(value)?.Classified = value;
    }

    /// <summary>The agents who have declined it and are not to be asked for now; null for nobody.</summary>
    internal List<Withholding>? Withheld
    {
        get => _particulars?.Withheld;
        set => ParticularsFor(value)?.Withheld = value;
    }

    /// <summary>The place in line that it has asked for; null for the one of its age.</summary>
    internal Seating? Seating
    {
        get => _particulars?.Seating;
        set => ParticularsFor(value)?.Seating = value;
    }

    /// <summary>The sequence of the last line that only agents and supervisors see.</summary>
    internal int LastAside
    {
        get => _particulars?.LastAside ?? 0;
        set => ParticularsFor(value)?.LastAside = value;
    }

    /// <summary>The supervisors who are present; null while none is.</summary>
    internal List<Observer>? Observers
    {
        get => _particulars?.Observers;
        set => ParticularsFor(value)?.Observers = value;
    }

    /// <summary>The attachments that are on their way, by number; null for none.</summary>
    internal List<long>? Files
    {
        get => _particulars?.Files;
        set => ParticularsFor(value)?.Files = value;
    }

    /// <summary>What the bot is asked; null while nothing is.</summary>
    internal BotEffect? Bot
    {
        get => _particulars?.Bot;
        set => ParticularsFor(value)?.Bot = value;
    }

    /// <summary>When it was over for its customer, and by whom; null before.</summary>
    internal Ending? Ending
    {
        get => _particulars?.Ending;
        set => ParticularsFor(value)?.Ending = value;
    }

    /// <summary>Since when the wrap-up had been due that was completed last; for whoever is shown that it is.</summary>
    internal DateTimeOffset LastWrapUpSince
    {
        get => _particulars?.LastWrapUpSince ?? default;
        private set => ParticularsFor(value)?.LastWrapUpSince = value;
    }

    /// <summary>The wrap-up reasons that were given, first to last.</summary>
    internal string[] Reasons
    {
        get => _particulars?.Reasons ?? [];
        set => ParticularsFor(value.Length)?.Reasons = value;
    }

    /// <summary>Null where there are none, and the value is what a chat without them has.</summary>
    private Particulars? ParticularsFor<T>(T value) =>
        _particulars ??= EqualityComparer<T>.Default.Equals(value, default) ? null : new Particulars();

    private sealed class Particulars
    {
        internal QueueName? HandedTo;
        internal int Widened;
        internal DateTimeOffset? WidenAt;
        internal TimeSpan Waited;
        internal Appointment? Appointment;
        internal AttributeBag Attributes = AttributeBag.Empty;
        internal int Classified;
        internal List<Withholding>? Withheld;
        internal Seating? Seating;
        internal int LastAside;
        internal List<Observer>? Observers;
        internal List<long>? Files;
        internal BotEffect? Bot;
        internal Ending? Ending;
        internal DateTimeOffset LastWrapUpSince;
        internal string[] Reasons = [];
    }
}

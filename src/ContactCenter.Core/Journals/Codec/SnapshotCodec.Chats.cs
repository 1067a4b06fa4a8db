using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>Contacts: how they wait and what they ask for, what is said in them, how they end.</summary>
internal static partial class SnapshotCodec
{
    private static void Write(RecordWriter to, ChatSession chat, List<AgentId>? passedBy)
    {
        to.Number(chat.Number);
        to.Customer(chat.Customer);
        to.Queue(chat.Queue);
        to.Byte((byte)chat.Channel);
        to.Instant(chat.StartedAt);
        to.Byte((byte)chat.State);
        to.Instant(chat.QueuedAt);
        to.Flag(!ReferenceEquals(chat.Wishes, ContactWishes.None));
        if (!ReferenceEquals(chat.Wishes, ContactWishes.None))
        {
            EventCodec.Write(to, chat.Wishes);
        }

        to.Period(chat.Waited);
        to.Number(chat.LineSince);
        to.Queue(chat.HandedTo);
        to.Number(chat.Widened);
        to.Instant(chat.WidenAt);
        Write(to, chat.Patience);
        Write(to, chat.Appointment);
        to.Number(chat.LastLine);
        to.Number(chat.LastAside);
        to.Number(chat.LastCustomerLine);
        Write(to, chat.CustomerMark);
        to.Flag(chat.AwaitsCustomer);
        to.Flag(chat.IsMasking);
        Write(to, chat.Silence);
        Write(to, chat.Seating);
        EventCodec.Write(to, chat.Attributes);
        to.Number(chat.Classified);
        to.Number(chat.Withheld?.Count ?? 0);
        foreach (var one in chat.Withheld ?? [])
        {
            to.Agent(one.Agent);
            to.Instant(one.Until);
        }

        to.Agents(CollectionsMarshal.AsSpan(passedBy));
        to.Number(chat.Parts.Count);
        foreach (var part in chat.Parts)
        {
            Write(to, part);
        }

        to.Number(chat.Observers?.Count ?? 0);
        foreach (var observer in chat.Observers ?? [])
        {
            to.Agent(observer.Supervisor);
            to.Byte((byte)observer.State);
        }

        to.Flag(chat.Ending is not null);
        if (chat.Ending is { } ending)
        {
            to.Instant(ending.At);
            to.Actor(ending.By);
        }

        to.Agents(chat.Served);
        to.Texts(chat.Reasons);
        to.Flag(chat.Bot is not null);
        if (chat.Bot is { } effect)
        {
            to.Number(effect.Number);
            to.Number(effect.UpTo);
            to.Instant(effect.DueAt);
        }
    }

    private static (ChatSession Chat, ImmutableArray<AgentId> PassedBy) ReadChat(ref RecordReader from)
    {
        var started = new ChatStarted(from.Number(), from.Customer(), from.Queue(), from.Choice<Channel>());
        var chat = new ChatSession(started, from.Instant())
        {
            State = from.Choice<ChatState>(),
            QueuedAt = from.Instant(),
            Wishes = from.Flag() ? EventCodec.ReadWishes(ref from) : ContactWishes.None,
            Waited = from.Period(),
            LineSince = from.Number(),
            HandedTo = from.OptionalQueue(),
            Widened = from.SmallNumber(),
            WidenAt = from.OptionalInstant(),
            Patience = ReadPatience(ref from),
            Appointment = ReadAppointment(ref from),
            LastLine = from.SmallNumber(),
            LastAside = from.SmallNumber(),
            LastCustomerLine = from.SmallNumber(),
            CustomerMark = new Mark(from.SmallNumber(), from.SmallNumber()),
            AwaitsCustomer = from.Flag(),
            IsMasking = from.Flag(),
            Silence = ReadSilence(ref from),
            Seating = ReadSeating(ref from),
            Attributes = EventCodec.ReadAttributes(ref from),
            Classified = from.SmallNumber(),
        };
        if (chat.State == ChatState.Scheduled && chat.Appointment?.DueAt is null)
        {
            throw RecordReader.Broken("appointment");
        }

        for (var left = from.Count(); left > 0; left--)
        {
            (chat.Withheld ??= []).Add(new Withholding(from.Agent(), from.Instant()));
        }

        var passedBy = from.Agents();
        for (var left = from.Count(); left > 0; left--)
        {
            chat.Add(ReadPart(ref from));
        }

        for (var left = from.Count(); left > 0; left--)
        {
            (chat.Observers ??= []).Add(new Observer(from.Agent(), from.Choice<ObserverState>()));
        }

        chat.Ending = from.Flag() ? new Ending(from.Instant(), from.Actor()) : null;
        chat.Served = [.. from.Agents()];
        chat.Reasons = [.. from.Texts()];
        if (from.Flag())
        {
            chat.Bot = new BotEffect(from.Number(), chat.Number, from.SmallNumber(), from.Instant());
        }

        return (chat, passedBy);
    }

    private static void Write(RecordWriter to, Seating? seating)
    {
        to.Number(seating?.Position ?? 0);
        to.Flag(seating?.Place is not null);
        if (seating?.Place is { } place)
        {
            to.Number(place.Since);
            to.Number(place.Order);
        }
    }

    private static Seating? ReadSeating(ref RecordReader from)
    {
        var position = from.SmallNumber();
        var place = from.Flag() ? new AskedPlace(from.Number(), from.Number()) : default(AskedPlace?);
        return position == 0 && place is null ? null : new Seating(position == 0 ? null : position, place);
    }

    private static void Write(RecordWriter to, Patience? patience)
    {
        to.Instant(patience?.Since);
        to.Period(patience?.Passed);
        to.Period(patience?.Overdue);
        to.Flag(patience?.FoundNobody == true);
        to.Number(patience?.Forsaken ?? 0);
        to.Flag(patience?.IsForsaken == true);
        to.Queue(patience?.CameTo);
    }

    private static Patience? ReadPatience(ref RecordReader from)
    {
        var (since, passed, overdue) = (from.OptionalInstant(), from.OptionalPeriod(), from.OptionalPeriod());
        var (found, times, isForsaken) = (from.Flag(), from.SmallNumber(), from.Flag());
        var cameTo = from.OptionalQueue();
        var isNone = since is null && passed is null && overdue is null && cameTo is null && !found && times == 0
            && !isForsaken;
        return isNone ? null : new Patience
        {
            CameTo = cameTo,
            Since = since,
            Passed = passed,
            Overdue = overdue,
            FoundNobody = found,
            Forsaken = times,
            IsForsaken = isForsaken,
        };
    }

    private static void Write(RecordWriter to, Appointment? appointment)
    {
        to.Flag(appointment is not null);
        if (appointment is not null)
        {
            to.Instant(appointment.DueAt);
            to.Flag(appointment.Suspends);
            to.Flag(appointment.IsCallback);
        }
    }

    private static Appointment? ReadAppointment(ref RecordReader from) =>
        from.Flag() ? new Appointment(from.OptionalInstant(), from.Flag(), from.Flag()) : null;

    private static void Write(RecordWriter to, Silence? silence)
    {
        to.Flag(silence is not null);
        if (silence is not null)
        {
            to.Instant(silence.WarnAt);
            to.Instant(silence.EndAt);
            to.Instant(silence.SleepAt);
        }
    }

    private static Silence? ReadSilence(ref RecordReader from) => from.Flag()
        ? new Silence(from.OptionalInstant(), from.OptionalInstant(), from.OptionalInstant())
        : null;
}

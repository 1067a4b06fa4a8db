using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Journals;

/// <summary>Brings a floor back from its bytes; what does not fit together is refused.</summary>
internal static partial class SnapshotCodec
{
    internal static Floor Read(JournalSnapshot snapshot, KnownStrategies? strategies = null) =>
        Read(snapshot, ConfigurationJson.Read, strategies);

    /// <summary>The same where the configuration was written under another name.</summary>
    internal static Floor Read(
        JournalSnapshot snapshot, Func<string, FloorConfiguration> configuration, KnownStrategies? strategies = null)
    {
        try
        {
            return ReadFloor(snapshot, configuration, strategies);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or ArgumentException
            or FormatException or InvalidOperationException or OverflowException)
        {
            // Each part can be read, but they do not fit: an agent who is not configured, a chat that is there twice.
            throw RecordReader.Broken("snapshot");
        }
    }

    private static Floor ReadFloor(
        JournalSnapshot snapshot, Func<string, FloorConfiguration> readConfiguration, KnownStrategies? strategies)
    {
        var from = new RecordReader(snapshot.Content.Span);
        if (from.Byte() != Format)
        {
            throw RecordReader.Broken("format");
        }

        var floor = new Floor(from.Floor(), strategies);
        var head = from.Number();
        var lastAt = from.Instant();
        var counters = new Counters(
            from.Number(), from.Number(), from.Number(), from.Number(), from.Number());
        var hash = from.Text();
        var configuration = readConfiguration(from.Text());
        floor.Restore(
            head, lastAt, counters, hash.Length == 0 ? null : new FloorConfigured(configuration, hash));

        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(new ClosingQueue(ConfigurationJson.ReadQueue(from.Text()), from.OptionalQueue()));
        }

        for (var left = from.Count(); left > 0; left--)
        {
            ReadAgent(ref from, floor);
        }

        ReadRouting(ref from, floor);
        for (var left = from.Count(); left > 0; left--)
        {
            var (chat, passedBy) = ReadChat(ref from);
            floor.Restore(chat, passedBy);
        }

        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(ReadOffer(ref from));
        }

        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(ReadPresence(ref from));
        }

        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(from.Queue(), new Door(from.Flag(), from.OptionalInstant()));
        }

        ReadWaiting(ref from, floor);
        ReadCustomers(ref from, floor);
        for (var left = from.Count(); left > 0; left--)
        {
            floor.Add(new Attachment(
                from.Number(), from.Number(), from.Actor(), from.Guid(), from.Number(), from.OptionalInstant())
            {
                State = from.Choice<AttachmentState>(),
                Code = from.OptionalText(),
            });
        }

        ReadTallies(ref from, floor);
        ReadWindow(ref from, floor);
        floor.FinishRestore();
        return from.AtEnd && floor.Head == snapshot.Sequence ? floor : throw RecordReader.Broken("end");
    }

    private static void ReadAgent(ref RecordReader from, Floor floor)
    {
        var agent = floor.RestoreAgent(from.Agent());
        agent.Availability = from.Choice<Availability>();
        agent.Code = from.OptionalText();
        agent.Since = from.Instant();
        agent.CodeSince = from.Instant();
        agent.RestedSince = from.Instant();
        agent.ServedAt = from.Instant();
        agent.ChangedBy = from.Actor();
        agent.Reason = from.OptionalText();
        agent.ActiveAt = from.Instant();
        agent.IsLost = from.Flag();
        for (var left = from.Count(); left > 0; left--)
        {
            (agent.Pauses ??= []).Add(new ChannelPause(
                from.Choice<Channel>(),
                from.Choice<Availability>(),
                from.OptionalText(),
                from.Instant(),
                from.Actor()));
        }

        ReadRona(ref from, agent);
        ReadOrder(ref from, agent);
        agent.Contacts.AddRange(from.Numbers());
        agent.Offers.AddRange(from.Numbers());
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
            Appointment = EventCodec.ReadAppointment(ref from),
            LastLine = from.SmallNumber(),
            LastAside = from.SmallNumber(),
            LastCustomerLine = from.SmallNumber(),
            CustomerMark = new Mark(from.SmallNumber(), from.SmallNumber()),
            AwaitsCustomer = from.Flag(),
            Silence = from.Flag() ? ReadSilence(ref from) : null,
        };
        if (chat.State == ChatState.Scheduled && chat.Appointment?.DueAt is null)
        {
            throw RecordReader.Broken("appointment");
        }

        ReadTerms(ref from, chat);
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

    private static Participation ReadPart(ref RecordReader from)
    {
        var (agent, offer, role) = (from.Agent(), from.Number(), from.Choice<ChatRole>());
        var (state, since) = (from.Choice<ParticipationState>(), from.Instant());
        return new Participation(agent, offer, role, since)
        {
            State = state,
            AcceptedAt = from.Number(),
            AcceptedFrom = from.OptionalQueue().GetValueOrDefault(),
            WrapUpSince = from.Instant(),
            WrapUpDueAt = from.OptionalInstant(),
            FirstLine = from.SmallNumber(),
            FirstAside = from.SmallNumber(),
            LastLine = from.SmallNumber(),
            Mark = new Mark(from.SmallNumber(), from.SmallNumber()),
            HoldsSlot = from.Flag(),
            HoldsQueue = from.Flag(),
            IsAsleep = from.Flag(),
            Interruption = ReadInterruption(ref from),
        };
    }

    private static Presence ReadPresence(ref RecordReader from)
    {
        var presence = new Presence(from.Actor()) { State = from.Choice<PresenceState>() };
        presence.Sessions.AddRange(from.Numbers());
        presence.GraceDueAt = from.OptionalInstant();
        return presence;
    }

    private static Offer ReadOffer(ref RecordReader from)
    {
        var made = new OfferMade(
            from.Number(), from.Number(), from.Agent(), from.Instant(), from.Text(), from.Choice<OfferKind>(),
            from.OptionalPeriod(), from.OptionalPeriod());
        return new Offer(made, from.Instant())
        {
            State = from.Choice<OfferState>(),
            WarnAt = from.OptionalInstant(),
        };
    }

    private static void ReadCustomers(ref RecordReader from, Floor floor)
    {
        floor.RestoreHistory(
            from.Texts().Select(CustomerId.Parse), from.OptionalInstant(), from.Number());
        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(new Erasure(
                from.Number(), from.OptionalCustomer().GetValueOrDefault(), from.Instant(), from.Actor())
            {
                Chats = from.Numbers(),
                Contacts = from.SmallNumber(),
                Lines = from.SmallNumber(),
            });
        }
    }

    private static void ReadWindow(ref RecordReader from, Floor floor)
    {
        floor.Window.ForgottenUpTo = from.Instant();
        for (var left = from.Count(); left > 0; left--)
        {
            var id = from.Id();
            var answer = new Remembered(from.Word(), new Reply(from.Number(), from.Number()), from.Instant());
            floor.Window.Restore(id, answer);
        }
    }
}

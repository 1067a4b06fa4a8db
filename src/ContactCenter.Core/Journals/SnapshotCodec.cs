using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>
/// The form of a floor's whole state. Canonical: equal floors give equal bytes, so that copies can be compared.
/// </summary>
internal static class SnapshotCodec
{
    private const byte Format = 1;

    internal static byte[] Write(Floor floor)
    {
        var to = new RecordWriter();
        to.Byte(Format);
        to.Text(floor.Id.Value);
        to.Number(floor.Head);
        to.Instant(floor.LastAt);
        to.Number(floor.Last.Chat);
        to.Number(floor.Last.Offer);
        to.Number(floor.Last.Effect);
        to.Text(floor.ConfigurationHash);
        to.Text(ConfigurationJson.Write(floor.Configuration));

        to.Number(floor.Agents.Count);
        foreach (var agent in floor.Agents.Values.OrderBy(agent => agent.Id.Value, StringComparer.Ordinal))
        {
            Write(to, agent);
        }

        to.Number(floor.Chats.Count);
        foreach (var chat in floor.Chats.Values.OrderBy(chat => chat.Number))
        {
            Write(to, chat, floor.Router.Find(chat.Number)?.PassedBy);
        }

        to.Number(floor.Offers.Count);
        foreach (var offer in floor.Offers.Values.OrderBy(offer => offer.Number))
        {
            Write(to, offer);
        }

        Write(to, floor.Window);
        return to.ToArray();
    }

    internal static Floor Read(JournalSnapshot snapshot)
    {
        try
        {
            return ReadFloor(snapshot);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or ArgumentException
            or FormatException or InvalidOperationException or OverflowException)
        {
            // Each part can be read, but they do not fit: an agent who is not configured, a chat that is there twice.
            throw RecordReader.Broken("snapshot");
        }
    }

    private static Floor ReadFloor(JournalSnapshot snapshot)
    {
        var from = new RecordReader(snapshot.Content.Span);
        if (from.Byte() != Format)
        {
            throw RecordReader.Broken("format");
        }

        var floor = new Floor(from.Floor());
        var head = from.Number();
        var lastAt = from.Instant();
        var counters = new Counters(from.Number(), from.Number(), from.Number());
        var hash = from.Text();
        var configuration = ConfigurationJson.Read(from.Text());
        floor.Restore(
            head, lastAt, counters, hash.Length == 0 ? null : new FloorConfigured(configuration, hash));

        for (var left = from.Count(); left > 0; left--)
        {
            ReadAgent(ref from, floor);
        }

        for (var left = from.Count(); left > 0; left--)
        {
            var (chat, passedBy) = ReadChat(ref from);
            floor.Restore(chat, passedBy);
        }

        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(ReadOffer(ref from));
        }

        ReadWindow(ref from, floor);
        floor.FinishRestore();
        return from.AtEnd && floor.Head == snapshot.Sequence ? floor : throw RecordReader.Broken("end");
    }

    private static void Write(RecordWriter to, Agent agent)
    {
        to.Text(agent.Id.Value);
        to.Byte((byte)agent.Availability);
        to.Text(agent.Code);
        to.Instant(agent.Since);
        to.Instant(agent.CodeSince);
        to.Instant(agent.RestedSince);
        to.Actor(agent.ChangedBy);
        to.Text(agent.Reason);
        Write(to, agent.Contacts);
        Write(to, agent.Offers);
    }

    private static void ReadAgent(ref RecordReader from, Floor floor)
    {
        var agent = floor.RestoreAgent(from.Agent());
        agent.Availability = from.Choice<Availability>();
        agent.Code = from.OptionalText();
        agent.Since = from.Instant();
        agent.CodeSince = from.Instant();
        agent.RestedSince = from.Instant();
        agent.ChangedBy = from.Actor();
        agent.Reason = from.OptionalText();
        Read(ref from, agent.Contacts);
        Read(ref from, agent.Offers);
    }

    private static void Write(RecordWriter to, ChatSession chat, List<AgentId>? passedBy)
    {
        to.Number(chat.Number);
        to.Text(chat.Customer.Value);
        to.Text(chat.Queue.Value);
        to.Byte((byte)chat.Channel);
        to.Instant(chat.StartedAt);
        to.Byte((byte)chat.State);
        to.Instant(chat.QueuedAt);
        to.Number(chat.LastLine);
        to.Number(chat.LastCustomerLine);
        to.Texts([.. passedBy?.Select(agent => agent.Value) ?? []]);
        to.Flag(chat.Part is not null);
        if (chat.Part is { } part)
        {
            to.Text(part.Agent.Value);
            to.Number(part.Offer);
            to.Byte((byte)part.State);
            to.Instant(part.Since);
            to.Instant(part.WrapUpSince);
            to.Instant(part.WrapUpDueAt);
        }

        to.Flag(chat.Bot is not null);
        if (chat.Bot is { } effect)
        {
            to.Number(effect.Number);
            to.Number(effect.UpTo);
            to.Instant(effect.DueAt);
        }
    }

    private static (ChatSession Chat, IReadOnlyCollection<string> PassedBy) ReadChat(ref RecordReader from)
    {
        var started = new ChatStarted(from.Number(), from.Customer(), from.Queue(), from.Choice<Channel>());
        var chat = new ChatSession(started, from.Instant())
        {
            State = from.Choice<ChatState>(),
            QueuedAt = from.Instant(),
            LastLine = from.SmallNumber(),
            LastCustomerLine = from.SmallNumber(),
        };
        var passedBy = from.Texts();
        if (from.Flag())
        {
            var (agent, offer, state) = (from.Agent(), from.Number(), from.Choice<ParticipationState>());
            chat.Part = new Participation(agent, offer, from.Instant())
            {
                State = state,
                WrapUpSince = from.Instant(),
                WrapUpDueAt = from.OptionalInstant(),
            };
        }

        if (from.Flag())
        {
            chat.Bot = new BotEffect(from.Number(), chat.Number, from.SmallNumber(), from.Instant());
        }

        return (chat, passedBy);
    }

    private static void Write(RecordWriter to, Offer offer)
    {
        to.Number(offer.Number);
        to.Number(offer.Chat);
        to.Text(offer.Agent.Value);
        to.Instant(offer.DueAt);
        to.Text(offer.Why);
        to.Instant(offer.MadeAt);
    }

    private static Offer ReadOffer(ref RecordReader from)
    {
        var made = new OfferMade(from.Number(), from.Number(), from.Agent(), from.Instant(), from.Text());
        return new Offer(made, from.Instant());
    }

    private static void Write(RecordWriter to, CommandWindow window)
    {
        to.Instant(window.ForgottenUpTo);
        to.Number(window.Count);
        foreach (var (id, answer) in window.All)
        {
            to.Id(id);
            to.Word(answer.Fingerprint);
            to.Number(answer.Reply.Number);
            to.Number(answer.Reply.Sequence);
            to.Instant(answer.At);
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

    private static void Write(RecordWriter to, List<long> numbers)
    {
        to.Number(numbers.Count);
        foreach (var number in numbers)
        {
            to.Number(number);
        }
    }

    private static void Read(ref RecordReader from, List<long> numbers)
    {
        for (var left = from.Count(); left > 0; left--)
        {
            numbers.Add(from.Number());
        }
    }
}

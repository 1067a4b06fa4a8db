using System.Runtime.InteropServices;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>
/// The form of a floor's whole state. Canonical: equal floors give equal bytes, so that copies can be compared.
/// </summary>
internal static partial class SnapshotCodec
{
    private const byte Format = 1;

    internal static byte[] Write(Floor floor)
    {
        var to = new RecordWriter();
        Write(to, floor, ConfigurationJson.Write);
        return to.ToArray();
    }

    /// <summary>
    /// The same for whoever keeps many states of few configurations, and so has a shorter name for each of those.
    /// </summary>
    internal static void Write(RecordWriter to, Floor floor, Func<FloorConfiguration, string> configuration)
    {
        to.Byte(Format);
        to.Text(floor.Id.Value);
        to.Number(floor.Head);
        to.Instant(floor.LastAt);
        to.Number(floor.Last.Chat);
        to.Number(floor.Last.Offer);
        to.Number(floor.Last.Effect);
        to.Number(floor.Last.Session);
        to.Number(floor.Last.Audit);
        to.Text(floor.ConfigurationHash);
        to.Text(configuration(floor.Configuration));

        to.Number(floor.Closing.Count);
        foreach (var queue in floor.Closing.Values)
        {
            to.Text(ConfigurationJson.Write(queue.Was));
            to.Queue(queue.Heir);
        }

        to.Number(floor.Agents.Count);
        foreach (var agent in floor.Agents.Values.OrderBy(agent => agent.Id.Value, StringComparer.Ordinal))
        {
            Write(to, agent);
        }

        WriteRouting(to, floor);
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

        to.Number(floor.Presences.Count);
        foreach (var presence in floor.Presences.Values
            .OrderBy(one => one.Who.Kind).ThenBy(one => one.Who.Id, StringComparer.Ordinal))
        {
            to.Actor(presence.Who);
            to.Byte((byte)presence.State);
            to.Numbers(CollectionsMarshal.AsSpan(presence.Sessions));
            to.Instant(presence.GraceDueAt);
        }

        WriteDoors(to, floor);
        WriteWaiting(to, floor);
        WriteCustomers(to, floor);
        WriteFiles(to, floor);
        WriteTallies(to, floor);
        Write(to, floor.Window);
    }

    private static void WriteDoors(RecordWriter to, Floor floor)
    {
        var doors = floor.Doors.ToArray();
        to.Number(doors.Length);
        foreach (var (queue, door) in doors)
        {
            to.Queue(queue);
            to.Flag(door.IsOpen);
            to.Instant(door.NextChange);
        }
    }

    private static void WriteFiles(RecordWriter to, Floor floor)
    {
        var files = floor.Effects.Values.OfType<Attachment>().OrderBy(file => file.Number).ToArray();
        to.Number(files.Length);
        foreach (var file in files)
        {
            to.Number(file.Number);
            to.Number(file.Chat);
            to.Actor(file.Author);
            to.Guid(file.File);
            to.Number(file.Length);
            to.Instant(file.DueAt);
            to.Byte((byte)file.State);
            to.Text(file.Code);
        }
    }

    private static void WriteCustomers(RecordWriter to, Floor floor)
    {
        to.Texts([.. floor.OnHold.Select(customer => customer.Value).Order(StringComparer.Ordinal)]);
        to.Instant(floor.PurgeAt);
        to.Number(floor.Kept);
        var erasures = floor.Effects.Values.OfType<Erasure>().OrderBy(erasure => erasure.Number).ToArray();
        to.Number(erasures.Length);
        foreach (var erasure in erasures)
        {
            to.Number(erasure.Number);
            to.Customer(erasure.Customer);
            to.Instant(erasure.Before);
            to.Actor(erasure.By);
            to.Numbers(erasure.Chats.AsSpan());
            to.Number(erasure.Contacts);
            to.Number(erasure.Lines);
        }
    }

    private static void Write(RecordWriter to, Agent agent)
    {
        to.Agent(agent.Id);
        to.Byte((byte)agent.Availability);
        to.Text(agent.Code);
        to.Instant(agent.Since);
        to.Instant(agent.CodeSince);
        to.Instant(agent.RestedSince);
        to.Instant(agent.ServedAt);
        to.Actor(agent.ChangedBy);
        to.Text(agent.Reason);
        to.Instant(agent.ActiveAt);
        to.Flag(agent.IsLost);
        to.Number(agent.Pauses?.Count ?? 0);
        foreach (var pause in agent.Pauses ?? [])
        {
            to.Byte((byte)pause.Channel);
            to.Byte((byte)pause.Availability);
            to.Text(pause.Code);
            to.Instant(pause.Since);
            to.Actor(pause.ChangedBy);
        }

        WriteRona(to, agent);
        WriteOrder(to, agent);
        to.Numbers(CollectionsMarshal.AsSpan(agent.Contacts));
        to.Numbers(CollectionsMarshal.AsSpan(agent.Offers));
    }

    private static void Write(RecordWriter to, ChatSession chat, List<AgentId>? passedBy)
    {
        to.Number(chat.Number);
        to.Text(chat.Customer.Value);
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
        EventCodec.Write(to, chat.Appointment);
        to.Number(chat.LastLine);
        to.Number(chat.LastAside);
        to.Number(chat.LastCustomerLine);
        Write(to, chat.CustomerMark);
        to.Flag(chat.AwaitsCustomer);
        to.Flag(chat.Silence is not null);
        if (chat.Silence is { } silence)
        {
            to.Instant(silence.WarnAt);
            to.Instant(silence.EndAt);
            to.Instant(silence.SleepAt);
        }

        WriteTerms(to, chat);
        to.Agents(CollectionsMarshal.AsSpan(passedBy));
        to.Number(chat.Parts.Count);
        foreach (var part in chat.Parts)
        {
            to.Agent(part.Agent);
            to.Number(part.Offer);
            to.Byte((byte)part.Role);
            to.Byte((byte)part.State);
            to.Instant(part.Since);
            to.Number(part.AcceptedAt);
            to.Queue(part.AcceptedFrom == default ? default(QueueName?) : part.AcceptedFrom);
            to.Instant(part.WrapUpSince);
            to.Instant(part.WrapUpDueAt);
            to.Number(part.FirstLine);
            to.Number(part.FirstAside);
            to.Number(part.LastLine);
            Write(to, part.Mark);
            to.Flag(part.HoldsSlot);
            to.Flag(part.HoldsQueue);
            to.Flag(part.IsAsleep);
            Write(to, part.Interruption);
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

    private static void Write(RecordWriter to, Mark mark)
    {
        to.Number(mark.Delivered);
        to.Number(mark.Read);
    }

    private static void Write(RecordWriter to, Offer offer)
    {
        to.Number(offer.Number);
        to.Number(offer.Chat);
        to.Agent(offer.Agent);
        to.Instant(offer.DueAt);
        to.Text(offer.Why);
        to.Byte((byte)offer.Kind);
        to.Period(offer.AnswerWithin);
        to.Period(offer.WarnBefore);
        to.Instant(offer.MadeAt);
        to.Byte((byte)offer.State);
        to.Instant(offer.WarnAt);
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
}

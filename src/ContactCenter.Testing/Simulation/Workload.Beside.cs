using System.Globalization;
using ContactCenter.Attachments;
using ContactCenter.Customers;
using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>What goes on beside the words: files, and what is kept of customers.</summary>
internal sealed partial class Workload
{
    private readonly Dictionary<long, CustomerId> _owners = [];

    /// <summary>Files are sent, scanned, released and destroyed.</summary>
    private Command? Files(Activity activity, Floor floor)
    {
        if (activity == Activity.SendFiles)
        {
            return Chat(floor) is { } chat
                ? new SendFiles(
                    Writer(chat), chat.Number, draw.Percent(50) ? Body() : null, draw.Percent(80) ? [File()] : Many())
                : null;
        }

        Attachment[] open = [.. floor.Effects.Values.OfType<Attachment>().OrderBy(file => file.Number)];
        if (open.Length == 0)
        {
            return null;
        }

        var file = draw.From(open);
        return activity == Activity.Judge
            ? new JudgeFile(
                file.Number,
                draw.Of<string?>(null, null, "card-number"),
                draw.Of<string?>(null, "images"),
                draw.Of<long?>(null, file.Length))
            : new SettleFile(file.Number, file.State == AttachmentState.Clean ? Body() : null);
    }

    private SentFile File() => new(
        new Guid(draw.Below(int.MaxValue), 0, 0, new byte[8]),
        draw.Of(Texts),
        draw.Of("pdf", "pdf", "txt", "exe", ""),
        draw.Of(0, 1_000, 24_999_999, 25_000_000));

    private SentFile[] Many() => [.. Enumerable.Range(0, draw.Between(2, 20)).Select(_ => File())];

    /// <summary>What is kept of customers is read, held, erased.</summary>
    private Command? Keeping(Activity activity, Floor floor)
    {
        var seen = swarm.IsLarge ? OneOf(_begun, floor.Chats, static _ => true) : null;
        foreach (var open in !swarm.IsLarge ? floor.Chats.Values : seen is null ? [] : [seen])
        {
            _owners[open.Number] = open.Customer;
        }

        CustomerId customer = string.Create(
            CultureInfo.InvariantCulture, $"customer-{draw.Below(swarm.CustomerCount)}");
        var boss = draw.Of(Actor.Host, Actor.Supervisor("boss"), Actor.Supervisor("chief"));
        return activity switch
        {
            Activity.Read => new NoteRead(
                Agent(floor, null) is { } agent && draw.Percent(70) ? By(agent) : boss,
                draw.Of(AuditAction.ReadTranscript, AuditAction.ReadAsides, AuditAction.ReadHistory),
                draw.Percent(30) || Chat(floor) is not { } chat ? draw.Below((int)floor.Last.Chat + 1) : chat.Number,
                customer),
            Activity.Hold => new SetHold(boss, customer, draw.Percent(60), Texts[0]),
            Activity.Erase => new EraseCustomer(boss, customer, Texts[1]),
            Activity.GoOnErasing => Erasing(floor) is { } erasure
                ? draw.Percent(50) && Closed(floor) is { } past
                    ? new EraseContacts(erasure, [past], 2, IsLast: false)
                    : new EraseContacts(erasure, [], 0, IsLast: draw.Percent(70))
                : null,
            Activity.Rescan => new RescanTranscripts(boss, DateTimeOffset.MinValue, Texts[1]),
            Activity.GoOnRescanning => floor.Rescan is { } rescan
                ? draw.Percent(50) && Rescanned(rescan) is { } file ? file : Rescanned(rescan, floor)
                : null,
            _ => throw new ArgumentOutOfRangeException(
                nameof(activity), activity, "An activity that asks for nothing."),
        };
    }

    /// <summary>A contact that was seen while open, and is closed; as the shell, it knows whose it was.</summary>
    private ErasedContact? Closed(Floor floor)
    {
        long[] closed = [.. _owners.Keys.Where(chat => !floor.Chats.ContainsKey(chat)).Order()];
        if (closed.Length == 0)
        {
            return null;
        }

        var chat = draw.From(closed);
        _owners.Remove(chat, out var owner);
        return new ErasedContact(chat, owner);
    }

    private long? Erasing(Floor floor)
    {
        long[] open = [.. floor.Effects.Values.OfType<Erasure>().Select(erasure => erasure.Number).Order()];
        return open.Length == 0 ? default(long?) : draw.From(open);
    }

    /// <summary>A queue to pause, most of the time one that the agent serves.</summary>
    private QueueName? OneQueue(Floor floor, AgentId agent)
    {
        var served = floor.Agents[agent].Profile.Queues;
        return !draw.Percent(15) ? default(QueueName?)
            : served.IsEmpty || draw.Percent(5) ? "nowhere"
            : draw.From(served);
    }

    private QueueName? PausedQueue(Floor floor, AgentId agent) =>
        floor.Agents[agent].QueuePauses is { } pauses && draw.Percent(40)
            ? draw.From(pauses).Queue
            : draw.Percent(3) ? OneQueue(floor, agent) : null;
}

using System.Runtime.InteropServices;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Journals;

/// <summary>
/// The form of a floor's whole state. Canonical: equal floors give equal bytes, so that copies can be compared. What
/// does not fit together is refused.
/// </summary>
internal static partial class SnapshotCodec
{
    // Of most floors, nearly all is the answers that they remember, of some 40 bytes each.
    private const int OfAnAnswer = 48;

    internal static byte[] Write(Floor floor)
    {
        var to = Writer(floor);
        Write(to, floor, ConfigurationJson.Write);
        return to.ToArray();
    }

    /// <summary>One with room for the floor: of a busy one it is megabytes, which are not moved about.</summary>
    internal static RecordWriter Writer(Floor floor) => new(4096 + (OfAnAnswer * floor.Window.Count));

    /// <summary>
    /// The same for whoever keeps many states of few configurations, and so has a shorter name for each of those.
    /// </summary>
    internal static void Write(RecordWriter to, Floor floor, Func<FloorConfiguration, string> configuration)
    {
        StoredForm.State.Begin(to);
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
            Write(to, presence);
        }

        WriteDoors(to, floor);
        WriteWaiting(to, floor);
        WriteCustomers(to, floor);
        WriteFiles(to, floor);
        WriteTallies(to, floor);
        Write(to, floor.Window);
        WriteRescannedFiles(to, floor);
    }

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
        var from = StoredForm.State.Open(snapshot.Content.Span, snapshot.Sequence);
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

        ReadDoors(ref from, floor);
        ReadWaiting(ref from, floor);
        ReadCustomers(ref from, floor);
        ReadFiles(ref from, floor);
        ReadTallies(ref from, floor);
        ReadWindow(ref from, floor);
        if (snapshot.Content.Span[0] > WithoutRescannedFiles)
        {
            ReadRescannedFiles(ref from, floor);
        }

        floor.FinishRestore();
        return from.AtEnd && floor.Head == snapshot.Sequence ? floor : throw RecordReader.Broken("end");
    }

    private static void Write(RecordWriter to, Presence presence)
    {
        to.Actor(presence.Who);
        to.Byte((byte)presence.State);
        to.Numbers(CollectionsMarshal.AsSpan(presence.Sessions));
        to.Instant(presence.GraceDueAt);
    }

    private static Presence ReadPresence(ref RecordReader from)
    {
        var presence = new Presence(from.Actor()) { State = from.Choice<PresenceState>() };
        presence.Sessions.AddRange(from.Numbers());
        presence.GraceDueAt = from.OptionalInstant();
        return presence;
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
}

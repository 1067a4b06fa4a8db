using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Testing;
using ContactCenter.Tests.Conventions;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Journals;

/// <summary>
/// The form of everything in the log, byte for byte: what was released is read for ever. A change of it is a new
/// format, and with <c>CONTACTCENTER_APPROVE=1</c> a new file.
/// </summary>
public sealed class GoldenFormTests
{
    private static readonly string Golden = Path.Combine(
        Repository.Root, "tests", "ContactCenter.Core.Tests", "Journals", "Golden", $"format-{BatchCodec.Format}.txt");

    [Fact]
    public void Everything_is_written_as_it_was_written_before()
    {
        if (Environment.GetEnvironmentVariable("CONTACTCENTER_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Golden)!);
            File.WriteAllText(Golden, string.Concat(Written().Select(line => line + "\n")));
        }

        Assert.Equal(File.ReadAllLines(Golden), Written());
    }

    [Fact]
    public void Everything_that_was_written_before_is_read()
    {
        var read = File.ReadAllLines(Golden).Where(line => line.StartsWith("event ", StringComparison.Ordinal))
            .Select(line => Convert.FromHexString(line.Split(' ')[2]))
            .Select(payload => BatchCodec.Read(new JournalRecord(7, default, payload)).Events.Single());

        Assert.True(EventText.Same([.. Samples.Events], [.. read]));
    }

    [Fact]
    public void An_event_of_an_older_format_is_read_as_the_event_of_today_that_means_the_same()
    {
        // As if the trigger of an ending had come with the format of today, and all before had been left by customers.
        var old = new OldForms(1, (1, EventKind.ChatEnded, static (ref RecordReader from) =>
            new ChatEnded(from.Number(), ChatTrigger.Leave, from.Actor())));
        var to = new RecordWriter();
        BatchCodec.Write(to, Samples.Batch() with { Id = default });
        to.Clear();
        to.Byte(1);
        to.Instant(Samples.Noon);
        to.Flag(false);
        to.Number(2);
        to.Byte((byte)EventKind.ChatEnded);
        to.Number(5);
        to.Actor(Ana);
        to.Byte((byte)EventKind.ChatClosed);
        to.Number(5);
        to.Number(0);
        var record = new JournalRecord(7, default, to.ToArray());

        Assert.Equal(
            [new ChatEnded(5, ChatTrigger.Leave, Ana), new ChatClosed(5)], BatchCodec.Read(record, old).Events);
        Assert.Throws<JournalFormatException>(() => BatchCodec.Read(record));
    }

    [Fact]
    public void Of_several_changes_the_first_after_the_record_was_written_is_the_one_that_counts()
    {
        var old = new OldForms(
            1,
            (3, EventKind.ChatClosed, static (ref RecordReader _) => new ChatClosed(3)),
            (1, EventKind.ChatClosed, static (ref RecordReader _) => new ChatClosed(1)));
        var from = new RecordReader([]);

        Assert.Equal(new ChatClosed(1), old.Find(1, EventKind.ChatClosed)!(ref from));
        Assert.Equal(new ChatClosed(3), old.Find(2, EventKind.ChatClosed)!(ref from));
        Assert.Null(old.Find(4, EventKind.ChatClosed));
        Assert.Null(old.Find(1, EventKind.ChatEnded));
    }

    private static List<string> Written()
    {
        List<string> lines =
        [
            .. Samples.Events.Select(happened => Line(
                $"event {happened.GetType().Name}",
                to => BatchCodec.Write(to, Samples.Batch(happened) with { Id = default }))),
            Line("batch-with-id", to => BatchCodec.Write(
                to, Samples.Batch(new ChatClosed(1)) with { Id = new CommandId(new Guid(1, 2, 3, new byte[8])) }, [9])),
            Line("first-link", to => to.Bytes(LogChain.Begin("floor"))),
            Line("append", to =>
            {
                BatchCodec.Write(to, Samples.Batch(new ChatClosed(1)) with { Id = default });
                RecordSeal.Close(to, 0);
                var second = to.Length;
                BatchCodec.Write(to, Samples.Batch(new ChatClosed(2)) with { Id = default });
                RecordSeal.Close(to, second, LogChain.Begin("floor"));
            }),
        ];
        return lines;

        static string Line(string name, Action<RecordWriter> write)
        {
            var to = new RecordWriter();
            write(to);
            return $"{name} {Convert.ToHexStringLower(to.ToArray())}";
        }
    }
}

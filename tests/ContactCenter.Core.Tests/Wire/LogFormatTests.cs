using System.Text.Json;
using ContactCenter.Chats;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Tests.Journals;
using ContactCenter.Wire;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Wire;

/// <summary>The log as JSON, for whoever looks into it.</summary>
public sealed class LogFormatTests
{
    [Fact]
    public void Every_event_can_be_read_as_JSON()
    {
        foreach (var sample in Samples.Events)
        {
            var root = JsonDocument.Parse(LogFormat.Write(Record(sample))).RootElement;

            Assert.Equal(7, root.GetProperty("sequence").GetInt64());
            Assert.Equal(Samples.Noon, root.GetProperty("at").GetDateTimeOffset());
            var happened = Assert.Single(root.GetProperty("events").EnumerateArray());
            Assert.Equal(
                sample.GetType().Name,
                happened.GetProperty("event").GetString()!.Replace("-", null, StringComparison.Ordinal),
                ignoreCase: true);
        }
    }

    [Fact]
    public void A_record_is_a_line_of_its_own()
    {
        var wishes = new ContactWishes { Reserved = "mina", ReservedFor = TimeSpan.FromSeconds(9) };
        var written = LogFormat.Write(Record(
            new ChatStarted(1, "ana", "cards", Channel.Chat),
            new MessagePosted(1, 2, Ana, 300, 255, Redacted: true),
            new ContactWished(1, wishes, ByRule: false)));

        Assert.DoesNotContain('\n', written);
        Assert.EndsWith(
            """
            "events":[{"event":"chat-started","customer":"ana","queue":"cards","channel":"chat","chat":1},
            """.Trim(),
            written[..(written.IndexOf("},", StringComparison.Ordinal) + 2)],
            StringComparison.Ordinal);
        Assert.Contains("\"digest\":\"000000000000000000000000000000ff\"", written, StringComparison.Ordinal);
        Assert.Contains("\"reserved\":\"mina\",\"reservedFor\":\"00:00:09\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_record_is_refused()
    {
        var record = Record(new ChatClosed(1));
        var torn = record with { Payload = record.Payload[..^1] };

        Assert.Throws<JournalFormatException>(() => LogFormat.Write(torn));
    }

    private static JournalRecord Record(params Event[] events)
    {
        var to = new RecordWriter();
        BatchCodec.Write(to, Samples.Batch(events));
        RecordSeal.Close(to, 0);
        return new JournalRecord(7, default, to.ToArray());
    }
}

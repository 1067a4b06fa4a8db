using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Testing;
using ContactCenter.Tests.Floors;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Journals;

/// <summary>What is damaged is refused as damaged, never guessed and never met with another exception.</summary>
public sealed class DamagedRecordTests
{
    [Fact]
    public void A_record_that_is_cut_off_is_refused_wherever_it_is()
    {
        foreach (var record in EveryEvent())
        {
            foreach (var damaged in CutOffEverywhere(record))
            {
                Refused(() => BatchCodec.Read(Record(damaged)));
            }
        }
    }

    [Fact]
    public void A_record_with_something_after_its_end_is_refused()
    {
        foreach (var record in EveryEvent())
        {
            Refused(() => BatchCodec.Read(Record([.. record, 0])));
        }
    }

    [Fact]
    public void A_record_with_any_bit_flipped_is_refused_or_reads_as_something_well_formed()
    {
        foreach (var record in EveryEvent())
        {
            foreach (var damaged in EveryBitFlipped(record))
            {
                RefusedOrRead(() => Encode(BatchCodec.Read(Record(damaged))));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(255)]
    public void An_event_of_a_kind_that_is_not_known_is_refused(byte kind)
    {
        var record = Encode(Samples.Batch(new ChatQueued(1)));
        record[^3] = kind;

        Refused(() => BatchCodec.Read(Record(record)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(255)]
    public void A_record_a_line_or_a_card_of_another_format_is_refused(byte format)
    {
        var record = Encode(Samples.Batch(new ChatQueued(1)));
        var (line, card) = (EncodedLine(), EncodedCard());
        record[0] = line[0] = card[0] = format;

        Refused(() => BatchCodec.Read(Record(record)));
        Refused(() => BatchCodec.ReadLine(new JournalBody(BodyShelf.Conversation, 1, 1, line)));
        Refused(() => BatchCodec.ReadCard(new JournalBody(BodyShelf.Conversation, 1, 0, card)));
    }

    [Fact]
    public void A_line_or_a_card_that_is_damaged_is_refused_or_reads_as_something_well_formed()
    {
        var (line, card) = (EncodedLine(), EncodedCard());
        foreach (var damaged in EveryBitFlipped(line).Concat(CutOffEverywhere(line)))
        {
            RefusedOrRead(() => BatchCodec.ReadLine(new JournalBody(BodyShelf.Conversation, 1, 1, damaged)));
        }

        foreach (var damaged in EveryBitFlipped(card).Concat(CutOffEverywhere(card)))
        {
            RefusedOrRead(() => BatchCodec.ReadCard(new JournalBody(BodyShelf.Conversation, 1, 0, damaged)));
        }
    }

    [Fact]
    public void A_message_tells_what_is_wrong_and_never_what_was_written()
    {
        var line = EncodedLine();
        line[0] = 9;
        var body = new JournalBody(BodyShelf.Conversation, 1, 1, line);
        var thrown = Assert.Throws<JournalFormatException>(() => BatchCodec.ReadLine(body));

        Assert.DoesNotContain("hello", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_is_damaged_anywhere_is_refused_or_reads_as_a_floor()
    {
        var scene = new RandomScene(9).After(150);
        var content = SnapshotCodec.Write(scene.Floor);

        foreach (var damaged in EveryBitFlipped(content).Where((_, index) => index % 3 == 0))
        {
            RefusedOrRead(() => SnapshotCodec.Read(new JournalSnapshot(scene.Floor.Head, damaged)));
        }
    }

    [Fact]
    public void A_snapshot_that_is_cut_off_is_refused()
    {
        var scene = new RandomScene(9).After(150);
        var content = SnapshotCodec.Write(scene.Floor);

        for (var length = 0; length < content.Length; length++)
        {
            Refused(() => SnapshotCodec.Read(new JournalSnapshot(scene.Floor.Head, content.AsMemory(0, length))));
        }

        Refused(() => SnapshotCodec.Read(new JournalSnapshot(scene.Floor.Head, (byte[])[.. content, 0])));
        Refused(() => SnapshotCodec.Read(new JournalSnapshot(scene.Floor.Head + 1, content)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(255)]
    public void A_snapshot_of_another_format_is_refused(byte format)
    {
        var content = SnapshotCodec.Write(new Floor("floor"));
        content[0] = format;

        Refused(() => SnapshotCodec.Read(new JournalSnapshot(0, content)));
    }

    private static IEnumerable<byte[]> EveryEvent() => Samples.Events.Select(sample => Encode(Samples.Batch(sample)));

    private static IEnumerable<byte[]> CutOffEverywhere(byte[] content) =>
        Enumerable.Range(0, content.Length).Select(length => content[..length]);

    private static IEnumerable<byte[]> EveryBitFlipped(byte[] content)
    {
        for (var bit = 0; bit < content.Length * 8; bit++)
        {
            var damaged = (byte[])content.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return damaged;
        }
    }

    private static byte[] Encode(Batch batch)
    {
        var to = new RecordWriter();
        BatchCodec.Write(to, batch);
        return to.ToArray();
    }

    private static byte[] EncodedLine()
    {
        var to = new RecordWriter();
        var line = new Line(1, 1, LineKind.Message, Ana, Specification.Text("hello"), Code: null, Salt: 7);
        BatchCodec.Write(to, line, Samples.Noon);
        return to.ToArray();
    }

    private static byte[] EncodedCard()
    {
        var to = new RecordWriter();
        BatchCodec.Write(to, new ContactCard(1, Specification.Text("Ana"), RedactedText.Empty));
        return to.ToArray();
    }

    private static JournalRecord Record(byte[] payload) => new(7, default, payload);

    private static void Refused(Func<object> read) => Assert.Throws<JournalFormatException>(read);

    private static void RefusedOrRead(Func<object?> read)
    {
        try
        {
            read();
        }
        catch (JournalFormatException)
        {
            // Damaged, and said so.
        }
    }
}

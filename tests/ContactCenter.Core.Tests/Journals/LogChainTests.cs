using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Tests.Floors;

namespace ContactCenter.Tests.Journals;

/// <summary>A log that was tampered with, torn or damaged is refused, and the place is said.</summary>
public sealed class LogChainTests
{
    private static readonly int[] Groups = [1, 1, 5, 2, 1, 20, 3, 7];

    private static readonly Lazy<Batch[]> Happened =
        new(() => [.. new RandomScene(5).Play(400).Take(Groups.Sum())]);

    [Fact]
    public async Task A_log_reads_as_it_was_written_whatever_was_appended_together()
    {
        var records = await WrittenAsync();
        var reader = new LogReader("random");
        foreach (var (record, batch) in records.Zip(Happened.Value))
        {
            Assert.Equal(batch.Events.Count, reader.Next(record).Events.Count);
        }

        reader.End(records.Count);
        Assert.Equal(Happened.Value[^1].Link, reader.Link);
    }

    [Fact]
    public async Task Only_the_last_of_an_append_has_a_hash()
    {
        await WrittenAsync();
        var ends = Groups.Aggregate(new List<int> { 0 }, (all, size) => [.. all, all[^1] + size]);

        Assert.Equal(
            ends.Skip(1),
            Happened.Value.Index().Where(batch => batch.Item.Link is not null).Select(batch => batch.Index + 1));
    }

    [Fact]
    public async Task A_record_with_any_byte_changed_is_refused_with_its_place()
    {
        var records = await WrittenAsync();
        for (var place = 0; place < records.Count; place++)
        {
            var payload = records[place].Payload.ToArray();
            for (var index = 0; index < payload.Length; index++)
            {
                var damaged = (byte[])payload.Clone();
                damaged[index] ^= 0x10;
                Assert.Contains($"record {place + 1} is torn or damaged", Refused(Replaced(records, place, damaged)));
            }
        }
    }

    [Fact]
    public async Task A_record_that_is_cut_off_anywhere_is_refused_with_its_place()
    {
        var records = await WrittenAsync();
        var last = records.Count - 1;
        for (var length = 0; length < records[last].Payload.Length; length++)
        {
            var torn = Replaced(records, last, records[last].Payload[..length].ToArray());
            Assert.Contains($"record {records.Count} is torn or damaged", Refused(torn));
        }
    }

    [Fact]
    public async Task A_record_that_is_missing_is_refused_with_its_place()
    {
        var records = await WrittenAsync();
        records.RemoveAt(4);

        Assert.Contains("Record 5 of floor random is missing", Refused(records));
    }

    [Fact]
    public async Task Records_that_change_places_are_refused()
    {
        var records = await WrittenAsync();
        for (var place = 0; place + 1 < records.Count; place++)
        {
            if (!records[place].Payload.Span.SequenceEqual(records[place + 1].Payload.Span))
            {
                var swapped = Replaced(records, place, records[place + 1].Payload.ToArray());
                Refused(Replaced(swapped, place + 1, records[place].Payload.ToArray()));
            }
        }
    }

    [Fact]
    public async Task A_record_that_was_written_anew_with_a_true_checksum_breaks_the_chain_at_its_append()
    {
        var records = await WrittenAsync();
        var forged = new RecordWriter();
        BatchCodec.Write(forged, Happened.Value[3] with { Fingerprint = 1, Id = Happened.Value[2].Id });
        RecordSeal.Close(forged, 0);

        // The fourth is the second of the append that ends with the seventh.
        Assert.Contains("Record 7 of floor random does not follow", Refused(Replaced(records, 3, forged.ToArray())));
    }

    [Fact]
    public async Task A_log_does_not_go_on_with_that_of_another_floor()
    {
        var records = await LogText.WrittenAsync("other", Happened.Value, Groups);

        Assert.Contains("Record 1 of floor random does not follow", Refused(records));
    }

    [Fact]
    public async Task A_log_that_ends_within_an_append_is_refused()
    {
        var records = await WrittenAsync();
        records.RemoveRange(4, records.Count - 4);
        var reader = new LogReader("random");
        records.ForEach(record => reader.Next(record));

        var thrown = Assert.Throws<JournalFormatException>(() => reader.End(4));
        Assert.Contains("within an append", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_floor_does_not_start_on_a_damaged_log()
    {
        var records = await WrittenAsync();
        Assert.Equal(records.Count, (await LogText.RecoveredAsync("random", records)).Head);

        var damaged = Replaced(records, 6, [.. records[6].Payload.ToArray().Reverse()]);
        var thrown = await Assert.ThrowsAsync<JournalFormatException>(() => LogText.RecoveredAsync("random", damaged));
        Assert.Contains("record 7 ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kept_snapshot_with_any_byte_changed_or_cut_off_is_refused()
    {
        var floor = new RandomScene(9).After(100).Floor;
        var kept = KeptSnapshot.Of(floor, LogChain.Begin("random"));
        var (read, link) = KeptSnapshot.Read(kept);
        Assert.Equal(SnapshotCodec.Write(floor), SnapshotCodec.Write(read));
        Assert.Equal(LogChain.Begin("random"), link);

        var content = kept.Content.ToArray();
        for (var index = 0; index < content.Length; index++)
        {
            content[index] ^= 1;
            Assert.Throws<JournalFormatException>(() => KeptSnapshot.Read(kept with { Content = content }));
            content[index] ^= 1;
            var torn = kept with { Content = content.AsMemory(0, index) };
            Assert.Throws<JournalFormatException>(() => KeptSnapshot.Read(torn));
        }
    }

    private static Task<List<JournalRecord>> WrittenAsync() => LogText.WrittenAsync("random", Happened.Value, Groups);

    private static List<JournalRecord> Replaced(List<JournalRecord> records, int place, byte[] payload)
    {
        List<JournalRecord> replaced = [.. records];
        replaced[place] = replaced[place] with { Payload = payload };
        return replaced;
    }

    private static string Refused(List<JournalRecord> records)
    {
        var reader = new LogReader("random");
        return Assert.Throws<JournalFormatException>(() =>
        {
            records.ForEach(record => reader.Next(record));
            reader.End(records.Count);
        }).Message;
    }
}

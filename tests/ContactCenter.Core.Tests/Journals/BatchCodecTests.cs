using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Testing;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Journals;

public sealed class BatchCodecTests
{
    [Fact]
    public void Every_kind_of_event_has_a_sample() =>
        Assert.Empty(
            from type in typeof(Event).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(Event)) && !type.IsAbstract
            where !Samples.Events.Any(sample => sample.GetType() == type)
            select type.Name);

    [Fact]
    public void Every_kind_of_event_has_a_number_of_its_own() =>
        Assert.Equal(
            Samples.Events.Select(sample => sample.GetType().Name).Distinct().Order(),
            Enum.GetNames<EventKind>().Order());

    [Fact]
    public void The_numbers_of_the_kinds_are_for_ever() =>
        Assert.Equal(
            "AvailabilityChanged 1, OfferMade 2, OfferClosed 3, ChatStarted 4, ChatQueued 5, MessagePosted 6, "
            + "NoticeShown 7, ChatEnded 8, WrapUpStarted 9, WrapUpHeld 10, WrapUpCompleted 11, ChatClosed 12, "
            + "BotAsked 13, BotEffectClosed 14, FloorConfigured 15, ChatTransferred 16, TransferCalledOff 17, "
            + "ChatRequeued 18, ConferenceReduced 19, PartReleased 20, ObserverMoved 21, AsidePosted 22, "
            + "AsideShown 23, AgentActive 24, OfferPresented 25, OfferExpiring 26, SessionOpened 27, "
            + "SessionClosed 28, PresenceLost 29, PresenceEnded 30, LinesMarked 31, "
            + "SilenceNoticed 32, AuditNoted 33, HoldSet 34, ErasureBegan 35, ContactsErased 36, "
            + "FileSent 37, FileCleared 38, FileDelivered 39, FileBlocked 40, FileDestroyed 41, FileMasked 42, "
            + "FileWithdrawn 43, "
            + "HoursBegan 50, HoursEnded 51, RonaCounted 55, CoolOffEnded 56, "
            + "ChatMoved 65, ConfigurationEdited 66, QueueClosed 67, OffersWidened 70, "
            + "ContactWished 75, ContactAged 76, PositionAsked 77, ContactPlaced 78, "
            + "ContactWithheld 79, ContactOfferable 80, ContactLabelled 81, ContactClassified 82, "
            + "StrategyFailed 85, ChatDiverted 90, WaitRuleFired 91, "
            + "NoAgentRuleFired 92, PlaceRegained 93, "
            + "ContactScheduled 95, ContactSuspended 96, ContactActivated 97, CallbackAsked 98, ContactCancelled 99, "
            + "AgentHeld 104, AgentLetGo 105, QueuePaused 106, QueueResumed 107, "
            + "WorkInterrupted 108, WorkResumed 109, ChatSleeps 110, ContactOverdue 111, "
            + "MessageRedacted 112, MaskingTurned 113, RescanBegan 114, LinesRescanned 115, "
            + "FileRescanned 116, CardRedacted 117, "
            + "PaceEased 120",
            string.Join(", ", Enum.GetValues<EventKind>().Select(kind => $"{kind} {(int)kind}")));

    [Fact]
    public void Every_event_reads_as_it_was_written()
    {
        foreach (var sample in Samples.Events)
        {
            var read = Assert.Single(Read(Samples.Batch(sample)).Events);

            Assert.IsType(sample.GetType(), read);
            Assert.True(EventText.Same(sample, read), $"{sample} reads as {read}");
            if (sample is not (WrapUpCompleted or ContactCancelled or FloorConfigured or ConfigurationEdited
                or ContactsErased))
            {
                // Lists apart, records compare by value: actors and absent values included.
                Assert.Equal(sample, read);
            }
        }
    }

    [Fact]
    public void A_list_of_reasons_reads_as_it_was_written()
    {
        var written = Samples.Events.OfType<WrapUpCompleted>().Last();
        var read = (WrapUpCompleted)Read(Samples.Batch(written)).Events[0];

        Assert.Equal(written.Reasons.AsEnumerable(), read.Reasons);
    }

    [Fact]
    public void A_batch_reads_as_it_was_written_with_a_command_id_and_without()
    {
        var batch = Samples.Batch([.. Samples.Events]);
        var read = Read(batch);

        Assert.Equal(
            (batch.Sequence, batch.At, batch.Id, batch.Fingerprint, batch.Reply),
            (read.Sequence, read.At, read.Id, read.Fingerprint, read.Reply));
        Assert.Equal(batch.Events.Count, read.Events.Count);
        read = Read(batch with { Id = default });
        Assert.Equal((default, 0UL, default), (read.Id, read.Fingerprint, read.Reply));
    }

    [Fact]
    public void A_message_reads_as_it_was_written()
    {
        var text = new RedactionPipeline().Redact("Größe 大 🙂, card 4111 1111 1111 1111").Text;
        var read = ReadLine(new Line(1, 2, LineKind.Message, Ana, text, Code: null, Salt: 7));

        Assert.Equal(
            new TranscriptLine(2, Samples.Noon, LineKind.Message, Ana, text.Text, IsRedacted: true, Notice: null),
            read);
    }

    [Fact]
    public void A_notice_reads_as_it_was_written() =>
        Assert.Equal(
            new TranscriptLine(3, Samples.Noon, LineKind.Notice, Mina, string.Empty, false, Notices.AgentLeft),
            ReadLine(new Line(1, 3, LineKind.Notice, Mina, RedactedText.Empty, Notices.AgentLeft, Salt: 0)));

    [Fact]
    public void A_contact_card_reads_as_it_was_written()
    {
        var to = new RecordWriter();
        BatchCodec.Write(to, new ContactCard(1, Specification.Text("Ana Núñez"), RedactedText.Empty));

        var body = new JournalBody(BodyShelf.Conversation, 1, 0, to.ToArray());
        Assert.Equal(("Ana Núñez", string.Empty), BatchCodec.ReadCard(body));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(-64)]
    [InlineData(64)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_number_reads_as_it_was_written(long number)
    {
        var to = new RecordWriter();
        to.Number(number);
        var from = new RecordReader(to.ToArray());

        Assert.Equal(number, from.Number());
        Assert.True(from.AtEnd);
    }

    internal static Batch Read(Batch batch)
    {
        var to = new RecordWriter();
        BatchCodec.Write(to, batch);
        return BatchCodec.Read(new JournalRecord(batch.Sequence, batch.Id, to.ToArray()));
    }

    private static TranscriptLine ReadLine(Line line)
    {
        var to = new RecordWriter();
        BatchCodec.Write(to, line, Samples.Noon);
        return BatchCodec.ReadLine(new JournalBody(line.Shelf, line.Chat, line.Sequence, to.ToArray()));
    }
}

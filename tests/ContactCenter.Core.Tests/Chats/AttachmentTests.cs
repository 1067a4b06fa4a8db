using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Chats;

public sealed class AttachmentTests
{
    private static Specification MinaTalks => Floor(Agent("mina"), Agent("noor"))
        .Available("mina").Started("chat", "ana").Accepted(1);

    [Fact]
    public void A_file_waits_for_the_scanners_and_its_words_do_not()
    {
        var floor = MinaTalks.When(Send(Mina, Body("here it is"), Pdf));

        floor.Then(
            Said(Mina, 1, 3, "here it is"),
            new FileSent(1, 1, default, Mina, 1_000, floor.Now + Minutes(1)));
        Assert.Equal(3, floor.State.Chats[1].LastLine);
        Assert.Equal(new Reply(1, 3), floor.Reply);
    }

    [Fact]
    public void A_clean_file_becomes_a_line_once_it_is_released()
    {
        var floor = MinaTalks.Given(Send(Mina, null, Pdf)).Given(new JudgeFile(1, Code: null));
        Assert.Equal(2, floor.State.Chats[1].LastLine);

        floor.Given(new SettleFile(1, Body("statement.pdf")));

        Assert.Equal((LineKind.File, Mina, "statement.pdf"), (
            floor.Lines[^1].Kind, floor.Lines[^1].Author, floor.Lines[^1].Text.Text));
        Assert.Equal(3, floor.State.Chats[1].LastLine);
        Assert.Empty(floor.State.Effects);
    }

    [Fact]
    public void A_blocked_file_never_becomes_a_line()
    {
        var floor = MinaTalks.Given(Send(Ana, null, Pdf)).Given(new JudgeFile(1, "card-number"));

        floor.When(new SettleFile(1, Body("statement.pdf"))).Then(new FileDestroyed(1, 1));
        Assert.Equal(2, floor.State.Chats[1].LastLine);
    }

    [Fact, Scenario("E42", "S61")]
    public void One_bad_file_does_not_hold_the_clean_ones_and_the_words()
    {
        var floor = MinaTalks.Given(Send(Ana, Body("my papers"), Pdf, Pdf))
            .Given(new JudgeFile(2, "card-number"), new JudgeFile(1, Code: null))
            .Given(new SettleFile(1, Body("clean.pdf")), new SettleFile(2, Name: null));

        Assert.Equal(["my papers", "clean.pdf"], floor.Lines.Skip(2).Select(line => line.Text.Text));
    }

    [Fact]
    public void Scanners_that_take_too_long_block_it()
    {
        var floor = MinaTalks.Given(Send(Ana, null, Pdf));

        floor.Advance(Minutes(1) - Tick);
        Assert.Equal(AttachmentState.Scanning, File(floor).State);
        floor.Advance(Tick);

        Assert.Equal((AttachmentState.Blocked, "scan-timeout"), (File(floor).State, File(floor).Code));
        floor.When(new JudgeFile(1, Code: null)).Refused("effect-gone");
    }

    [Fact]
    public void A_store_that_does_not_release_it_in_time_blocks_it()
    {
        var floor = MinaTalks.Given(Send(Ana, null, Pdf)).Given(new JudgeFile(1, Code: null)).Advance(Minutes(5));

        Assert.Equal((AttachmentState.Blocked, "store-failed"), (File(floor).State, File(floor).Code));
    }

    [Fact]
    public void A_verdict_counts_once()
    {
        var floor = MinaTalks.Given(Send(Ana, null, Pdf)).Given(new JudgeFile(1, "card-number"));

        floor.When(new JudgeFile(1, Code: null)).Refused("effect-gone");
        floor.Given(new SettleFile(1, Name: null)).When(new SettleFile(1, Name: null)).Refused("effect-gone");
    }

    [Fact]
    public void When_the_chat_ends_what_is_on_its_way_is_blocked_and_destroyed_after_it_is_closed()
    {
        var floor = MinaTalks.Given(Send(Ana, null, Pdf, Pdf)).Given(new JudgeFile(1, Code: null))
            .Given(End(Ana, 1), WrapUp("mina", 1, "solved"));

        Assert.All(floor.State.Effects.Values, file => Assert.Equal("chat-ended", ((Attachment)file).Code));
        floor.Given(new SettleFile(1, Name: null), new SettleFile(2, Name: null));
        Assert.Empty(floor.State.Effects);
    }

    [Fact]
    public void What_is_on_its_way_survives_a_restart() =>
        Assert.Equal(
            AttachmentState.Clean,
            File(MinaTalks.Given(Send(Ana, null, Pdf)).Given(new JudgeFile(1, Code: null)).Restarted()).State);

    [Fact, Scenario("E44", "S57")]
    public void Ten_files_are_taken_and_eleven_are_not()
    {
        MinaTalks.Given(Send(Ana, null, [.. Enumerable.Repeat(Pdf, 10)]));

        var floor = MinaTalks.When(Send(Ana, Body("my papers"), [.. Enumerable.Repeat(Pdf, 11)]));

        floor.Refused("too-many-files");
        Assert.Empty(floor.State.Effects);
        Assert.Equal(2, floor.State.Chats[1].LastLine);
    }

    [Theory, Scenario("E44", "S58")]
    [InlineData(24_999_999, 0, true)]
    [InlineData(25_000_000, 0, false)]
    [InlineData(24_999_998, 1, true)]
    [InlineData(24_999_999, 1, false)]
    [InlineData(long.MaxValue, long.MaxValue, false)]
    [InlineData(-1, 0, false)]
    public void All_files_together_stay_below_25_megabytes(long one, long other, bool isTaken)
    {
        var floor = MinaTalks.When(Send(Ana, null, Pdf with { Length = one }, Pdf with { Length = other }));

        Assert.Equal(isTaken ? 2 : 0, floor.State.Effects.Count);
    }

    [Theory, Scenario("S59")]
    [InlineData("pdf", true)]
    [InlineData("pptx", true)]
    [InlineData("exe", false)]
    [InlineData("PDF", false)]
    [InlineData("docx", false)]
    [InlineData("", false)]
    public void Only_the_extensions_of_the_list_are_taken(string extension, bool isTaken)
    {
        var floor = MinaTalks.When(Send(Ana, null, Pdf with { Extension = extension }));

        Assert.Equal(isTaken ? 1 : 0, floor.State.Effects.Count);
    }

    [Fact, Scenario("E43")]
    public void A_floor_may_take_none()
    {
        var floor = MinaTalks.Configured(now => now with { Attachments = now.Attachments with { IsEnabled = false } });

        floor.When(Send(Ana, null, Pdf)).Refused("attachments-off");
    }

    [Fact]
    public void As_many_as_may_be_are_on_their_way_and_no_more()
    {
        var floor = MinaTalks.Configured(now => now with { Attachments = now.Attachments with { MaxPending = 2 } })
            .Given(Send(Ana, null, Pdf, Pdf));

        floor.When(Send(Ana, null, Pdf)).Refused("busy");
        floor.Given(new JudgeFile(1, "card-number"), new SettleFile(1, Name: null)).Given(Send(Ana, null, Pdf));
    }

    [Fact]
    public void Nobody_sends_files_into_a_chat_they_are_not_in_or_that_is_over()
    {
        MinaTalks.When(Send(Bob, null, Pdf)).Refused("not-permitted");
        MinaTalks.When(Send(Noor, null, Pdf)).Refused("not-permitted");
        MinaTalks.When(Send(Boss, null, Pdf)).Refused("not-permitted");
        MinaTalks.Given(End(Ana, 1)).When(Send(Ana, null, Pdf)).Refused("chat-ended");
        MinaTalks.Given(End(Ana, 1)).When(Send(Mina, null, Pdf)).Refused("chat-ended");
    }

    private static SentFile Pdf { get; } = new(default, Text("statement.pdf"), "pdf", 1_000);

    private static SendFiles Send(Actor by, Body? words, params SentFile[] files) => new(by, 1, words, files);

    private static Attachment File(Specification floor) => (Attachment)floor.State.Effects[1];
}

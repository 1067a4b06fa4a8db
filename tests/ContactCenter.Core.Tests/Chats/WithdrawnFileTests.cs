using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Chats;

/// <summary>What was delivered is looked at once more: what the floor decides of it.</summary>
public sealed class WithdrawnFileTests
{
    private static readonly Guid Sent = new(7, 0, 0, new byte[8]);
    private static readonly Guid Copied = new(8, 0, 0, new byte[8]);

    /// <summary>Ana has sent a file that stands in line 3, and a rescan is effect 2.</summary>
    private static Specification Rescanning => Floor(Agent("mina"), Agent("noor"))
        .Available("mina").Started("chat", "ana").Accepted(1)
        .Given(
            new SendFiles(Ana, 1, null, [new SentFile(Sent, Text("card.txt"), "txt", 1_000)]),
            new JudgeFile(1, Code: null),
            new SettleFile(1, Body("card.txt")),
            new RescanTranscripts(Boss, DateTimeOffset.MinValue, Text("new ranges")));

    [Fact]
    public void It_may_be_withdrawn_once_it_is_delivered_and_then_only_be_destroyed()
    {
        var withdrawn = AttachmentLifecycle.Table.Transitions.Where(row =>
            row.On == AttachmentTrigger.Withdraw || row.From == AttachmentState.Withdrawn);

        Assert.Equal(
            [
                (AttachmentState.Delivered, AttachmentTrigger.Withdraw, AttachmentState.Withdrawn),
                (AttachmentState.Withdrawn, AttachmentTrigger.Destroy, AttachmentState.Destroyed),
            ],
            withdrawn.Select(row => (row.From, row.On, row.To)));
    }

    [Fact]
    public void What_is_not_clean_is_withdrawn_and_stays_to_be_destroyed()
    {
        var floor = Rescanning.When(Withdraws());

        floor.Then(
            new MessageRedacted(1, 3, IsAside: false, 8, new Body(Text("card.txt"), 9).Digest),
            new FileWithdrawn(1, 3, 3, Ana, Sent, Guid.Empty, "card-number"),
            new AuditNoted(2, Boss, AuditAction.Withdrawn, 1, "ana"),
            new FileRescanned(2, 1, 3, FileFinding.Withdrawn));
        Assert.Equal(new Reply(3, 3), floor.Reply);
        Assert.Equal(LineKind.WithdrawnFile, floor.Lines[^1].Kind);
        Assert.Equal((AttachmentState.Withdrawn, Sent), (File(floor).State, File(floor).File));

        floor.When(new SettleFile(3, Name: null)).Then(new FileDestroyed(1, 3));
        Assert.False(floor.State.Effects.ContainsKey(3));
        Assert.Equal(3, floor.State.Chats[1].LastLine);
    }

    [Fact]
    public void A_masked_copy_takes_its_place_in_its_line()
    {
        var floor = Rescanning.When(Withdraws(new AttachedFile(Copied, 900)));

        floor.Then(
            new MessageRedacted(1, 3, IsAside: false, 8, new Body(Text("card.txt"), 9).Digest),
            new FileWithdrawn(1, 3, 3, Ana, Sent, Copied, "card-number"),
            new AuditNoted(2, Boss, AuditAction.Withdrawn, 1, "ana"),
            new FileRescanned(2, 1, 3, FileFinding.Masked));
        Assert.Equal((LineKind.File, Copied), (floor.Lines[^1].Kind, floor.Lines[^1].Attached!.File));
    }

    [Fact]
    public void How_far_it_has_come_and_what_is_to_be_destroyed_survive_a_restart()
    {
        var floor = Rescanning.Given(Withdraws(new AttachedFile(Copied, 900))).Restarted();

        Assert.Equal((1L, 3), floor.State.Rescan!.File);
        Assert.Equal(new RescannedFiles(1, 1, 0, 0), floor.State.Rescan.Files);
        Assert.Equal(
            (AttachmentState.Withdrawn, Sent, Copied), (File(floor).State, File(floor).File, File(floor).Copy));
        Assert.Equal([3L], floor.State.Chats[1].Files!);
    }

    [Fact]
    public void A_chat_that_ends_meanwhile_changes_nothing_of_it()
    {
        var floor = Rescanning.Given(Withdraws()).Given(End(Ana, 1), WrapUp("mina", 1, "solved"));

        Assert.Equal((AttachmentState.Withdrawn, "card-number"), (File(floor).State, File(floor).Code));
        floor.Given(new SettleFile(3, Name: null));
        Assert.Equal([2L], floor.State.Effects.Keys);
    }

    [Fact]
    public void What_is_clean_or_cannot_be_judged_is_counted_and_told_in_the_end()
    {
        var floor = Rescanning.Given(new RescanFile(2, 1, 3, FileFinding.NotJudged));

        floor.When(new RescanLines(2, 1, [], 5, 1)).Then(
            new LinesRescanned(2, 1, 5, 0, 1), new AuditNoted(2, Boss, AuditAction.Rescanned, 0, default));
        Assert.Empty(floor.State.Effects);
    }

    [Fact]
    public void Nobody_looks_at_one_twice_or_at_one_that_is_not_there()
    {
        Rescanning.Given(new RescanFile(2, 1, 3, FileFinding.Clean))
            .When(new RescanFile(2, 1, 3, FileFinding.Clean)).Refused("line-unknown");
        Rescanning.When(new RescanFile(2, 2, 3, FileFinding.Clean)).Refused("chat-unknown");
        Rescanning.When(new RescanFile(2, 0, 3, FileFinding.Clean)).Refused("chat-unknown");
        Rescanning.When(new RescanFile(1, 1, 3, FileFinding.Clean)).Refused("effect-gone");
        Rescanning.When(Withdraws() with { Sequence = 4 }).Refused("line-unknown");
    }

    [Theory]
    [InlineData(nameof(FileFinding.Clean))]
    [InlineData(nameof(FileFinding.Masked))]
    public void What_becomes_of_it_and_how_its_line_reads_are_one_story(string finding) =>
        Rescanning.When(Withdraws() with { Finding = Enum.Parse<FileFinding>(finding) }).Refused("line-unknown");

    [Fact]
    public void What_a_customer_and_a_file_are_called_is_masked_beside_the_log()
    {
        var card = new ContactCard(1, Text("****"), Text("")) { IsReworded = true };
        var named = new FileCard(1, 1, Text("****.txt"), "txt") { IsReworded = true };

        Rescanning.When(new RescanLines(2, 0, [], 5, 0) { Card = card, Named = [named] }).Then(
            new CardRedacted(1, 0), new CardRedacted(1, 1), new LinesRescanned(2, 0, 5, 1, 0));
        Rescanning.When(new RescanLines(2, 0, [], 5, 0) { Card = card with { Chat = 2 } }).Refused("line-unknown");
        Rescanning.When(new RescanLines(2, 0, [], 5, 0) { Card = card with { IsReworded = false } })
            .Refused("line-unknown");
        Rescanning.When(new RescanLines(2, 0, [], 5, 0) { Named = [named with { File = 3 }] })
            .Refused("line-unknown");
    }

    private static RescanFile Withdraws(AttachedFile? copy = null) => new(
        2,
        1,
        3,
        copy is null ? FileFinding.Withdrawn : FileFinding.Masked,
        new Withdrawal("ana", Sent, "card-number", new Line(
            1, 3, copy is null ? LineKind.WithdrawnFile : LineKind.File, Ana, Text("card.txt"), Code: null, Salt: 9)
        {
            SaidAt = ManualTimeProvider.DefaultStart.UtcTicks,
            Attached = copy,
        }));

    private static Attachment File(Specification floor) => (Attachment)floor.State.Effects[3];
}

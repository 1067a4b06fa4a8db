using System.Text;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Files;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

public sealed class AttachmentFlowTests
{
    private const string Card = "4111 1111 1111 1111";

    [Fact]
    public async Task A_clean_file_arrives_with_everybody_and_can_be_opened()
    {
        await using var floor = await TalkingAsync();
        var sent = await SendAsync(floor, Ana, "my statement", File("statement.txt", "all is well"));
        var receipt = sent.ValueOrThrow();
        await floor.Host.Run!.SettleAsync();

        var line = Assert.Single(await FilesAsync(floor));
        Assert.Equal(("statement.txt", Ana, 11L), (line.Text, line.Author, line.FileLength!.Value));
        Assert.Equal(line.Sequence - 1, receipt.Sequence);
        foreach (var viewer in (Actor[])[Ana, Mina, Actor.Host, Boss])
        {
            await using var opened =
                (await floor.Host.Attachments.OpenAsync(Chat, line.Sequence, viewer)).ValueOrThrow();
            Assert.Equal("all is well", await new StreamReader(opened.Content).ReadToEndAsync());
        }

        Assert.Contains(
            (await floor.Host.History.AuditAsync(Actor.Host)).ValueOrThrow(),
            entry => (entry.By, entry.Action) == (Mina, AuditAction.ReadAttachment));
    }

    [Fact]
    public async Task A_file_with_a_card_number_never_arrives_and_its_sender_is_told_why()
    {
        await using var floor = await TalkingAsync();
        await using var ana = await FeedReader.BeginAsync(floor.Host, Ana);
        await using var mina = await FeedReader.BeginAsync(floor.Host, Mina);

        (await SendAsync(
            floor, Ana, "my papers", File("clean.txt", "all is well"), File("card.txt", $"my card is {Card}")))
            .ValueOrThrow();
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(["clean.txt"], (await FilesAsync(floor)).Select(line => line.Text));
        Assert.Contains("my papers", await floor.MessagesAsync(Chat));
        await floor.Host.StopAsync();
        var told = (await ana.RestAsync()).SelectMany(batch => batch.Items).OfType<AttachmentShown>().ToArray();
        Assert.Contains(told, file => (file.Name, file.State, file.Code)
            == ("card.txt", AttachmentState.Blocked, "card-number"));
        Assert.Contains(told, file => (file.Name, file.State) == ("clean.txt", AttachmentState.Delivered));
        Assert.DoesNotContain(
            (await mina.RestAsync()).SelectMany(batch => batch.Items), item => item is AttachmentShown);
        Assert.Empty(await QuarantineAsync(floor));
        Assert.DoesNotContain(
            floor.Journal.Written,
            bytes => Encoding.UTF8.GetString(bytes).Contains("4111 1111", StringComparison.Ordinal));
    }

    [Fact, Scenario("S62")]
    public async Task A_file_that_no_scanner_can_read_is_not_sent()
    {
        await using var floor = await TalkingAsync();
        await using var ana = await FeedReader.BeginAsync(floor.Host, Ana);

        (await SendAsync(floor, Ana, null, File("statement.pdf", "%PDF-1.7 whatever"))).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();

        Assert.Empty(await FilesAsync(floor));
        await floor.Host.StopAsync();
        Assert.Contains(
            (await ana.RestAsync()).SelectMany(batch => batch.Items).OfType<AttachmentShown>(),
            file => file.Code == "unreadable");
    }

    [Fact]
    public async Task A_scanner_of_the_hosts_own_that_reads_it_lets_it_pass_and_the_worst_verdict_wins()
    {
        await using var floor = await TalkingAsync(
            new Scanner("pdf", looksForCardData: true, ScanVerdict.Clean),
            new Scanner("virus", looksForCardData: false, ScanVerdict.Clean));
        (await SendAsync(floor, Ana, null, File("statement.pdf", "%PDF-1.7"))).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();
        Assert.Single(await FilesAsync(floor));

        await using var strict = await TalkingAsync(
            new Scanner("pdf", looksForCardData: true, ScanVerdict.Clean),
            new Scanner("virus", looksForCardData: false, ScanVerdict.Blocked("malware")));
        (await SendAsync(strict, Ana, null, File("statement.pdf", "%PDF-1.7"))).ValueOrThrow();
        await strict.Host.Run!.SettleAsync();
        Assert.Empty(await FilesAsync(strict));
    }

    [Fact]
    public async Task A_scanner_that_throws_blocks_the_file()
    {
        await using var floor = await TalkingAsync(new Scanner("broken", looksForCardData: true, null));
        (await SendAsync(floor, Ana, null, File("statement.txt", "all is well"))).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();

        Assert.Empty(await FilesAsync(floor));
        Assert.Empty(await QuarantineAsync(floor));
    }

    [Fact]
    public async Task While_scanners_hang_everything_else_goes_on_and_nothing_is_delivered_unscanned()
    {
        await using var floor = await TalkingAsync(new Scanner("slow", looksForCardData: true, null, hangs: true));
        for (var file = 0; file < 40; file++)
        {
            (await SendAsync(floor, Ana, $"words {file}", File("statement.txt", "all is well"))).ValueOrThrow();
        }

        var other = await floor.StartedAsync("bob");
        await floor.AcceptedAsync("mina");
        await floor.SaidAsync(other, Bob, "hello");
        await floor.SaidAsync(Chat, Mina, "I am waiting for your file");
        Assert.Equal(["hello"], await floor.MessagesAsync(other));
        Assert.Equal(41, (await floor.MessagesAsync(Chat)).Count);

        floor.Time.Advance(Minutes(1));
        await floor.Host.Run!.SettleAsync();

        Assert.Empty(await FilesAsync(floor));
        Assert.Empty(await QuarantineAsync(floor));
    }

    [Fact]
    public async Task What_was_being_scanned_when_the_floor_stopped_is_scanned_again()
    {
        var slow = new Scanner("slow", looksForCardData: true, ScanVerdict.Clean, hangs: true);
        await using var floor = await TalkingAsync(slow);
        (await SendAsync(floor, Ana, null, File("statement.txt", "all is well"))).ValueOrThrow();
        await floor.Host.StopAsync();
        slow.Hangs = false;

        await floor.Host.StartAsync();
        await floor.Host.Run!.SettleAsync();

        Assert.Single(await FilesAsync(floor));
    }

    [Fact]
    public async Task What_a_crash_left_in_quarantine_is_swept_away()
    {
        await using var floor = await TalkingAsync();
        var orphan = new FileKey("floor", 1, Guid.NewGuid());
        await Store(floor).QuarantineAsync(orphan, new MemoryStream(new byte[10]), 100, default);

        await floor.RestartAsync();
        await SweptAsync(floor);

        Assert.Empty(await QuarantineAsync(floor));
    }

    [Fact]
    public async Task What_the_floor_refuses_leaves_nothing_in_quarantine()
    {
        await using var floor = await TalkingAsync();

        var large = await SendAsync(
            floor,
            Ana,
            null,
            File("a.txt", "all is well"),
            new OutgoingFile("b.txt", new MemoryStream(new byte[25_000_000])));
        Assert.Equal("files-too-large", large.Rejection?.Code);
        var program = await SendAsync(floor, Ana, null, File("e.pdf.exe", "MZ"));
        Assert.Equal("extension-not-allowed", program.Rejection?.Code);
        var stranger = await SendAsync(floor, Bob, null, File("a.txt", "all is well"));
        Assert.Equal("not-permitted", stranger.Rejection?.Code);
        var eleven = await SendAsync(floor, Ana, "x", [.. Enumerable.Range(0, 11).Select(_ => File("a.txt", "x"))]);
        Assert.Equal("too-many-files", eleven.Rejection?.Code);

        Assert.Empty(await QuarantineAsync(floor));
        Assert.Empty(await floor.MessagesAsync(Chat));
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\ana\\b.TXT", null)]
    [InlineData("card 4111111111111111.txt", "card 411111******1111.txt")]
    [InlineData("bell\u0007.txt", "bell.txt")]
    public async Task A_name_is_only_a_name_and_is_redacted(string name, string? shown)
    {
        await using var floor = await TalkingAsync();

        (await SendAsync(floor, Ana, null, File(name, "all is well"))).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(shown ?? "b.TXT", Assert.Single(await FilesAsync(floor)).Text);
    }

    [Fact]
    public async Task A_retry_has_one_effect()
    {
        await using var floor = await TalkingAsync();
        var id = CommandId.New(floor.Time.GetUtcNow());

        var first = (await SendAsync(floor, Ana, "one", id, File("a.txt", "all is well"))).ValueOrThrow();
        var again = (await SendAsync(floor, Ana, "one", id, File("a.txt", "all is well"))).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(first.Files, again.Files);
        Assert.Single(await FilesAsync(floor));
        Assert.Empty(await QuarantineAsync(floor));
    }

    [Fact]
    public async Task An_erased_customers_files_are_gone()
    {
        await using var floor = await TalkingAsync();
        (await SendAsync(floor, Ana, null, File("a.txt", "all is well"))).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();
        var line = Assert.Single(await FilesAsync(floor));
        var file = (await floor.Host.Chats.TranscriptAsync(Chat, Actor.Host)).ValueOrThrow()[^1].File;
        (await floor.Host.Chats.EndAsync(Chat, Ana)).ValueOrThrow();
        (await floor.Host.Chats.WrapUpAsync(Chat, "mina", ["solved"])).ValueOrThrow();
        await using ((await floor.Host.Attachments.OpenAsync(Chat, line.Sequence, Ana)).ValueOrThrow())
        {
        }

        (await floor.Host.History.EraseAsync("ana", Boss, "on request")).ValueOrThrow();

        await Assert.ThrowsAsync<FileNotFoundException>(
            async () => await Store(floor).OpenAsync(new FileKey("floor", 1, file), default));
    }

    [Fact]
    public async Task Lines_that_are_no_attachment_cannot_be_opened_nor_by_whoever_may_not_read()
    {
        await using var floor = await TalkingAsync();
        (await SendAsync(floor, Ana, null, File("a.txt", "all is well"))).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();
        var line = Assert.Single(await FilesAsync(floor)).Sequence;

        Assert.Equal("file-gone", (await floor.Host.Attachments.OpenAsync(Chat, 1, Mina)).Rejection?.Code);
        Assert.Equal("file-gone", (await floor.Host.Attachments.OpenAsync(Chat, 99, Mina)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.Attachments.OpenAsync(Chat, line, Noor)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.Attachments.OpenAsync(Chat, line, Bob)).Rejection?.Code);
    }

    private static ChatId Chat { get; } = ChatId.Parse("floor/chat-1");

    private static async Task<RunningFloor> TalkingAsync(params IAttachmentScanner[] scanners)
    {
        var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Store = new InMemoryAttachmentStore(),
            Scanners = [new TextAttachmentScanner(new RedactionPipeline()), .. scanners],
        });
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        return floor;
    }

    private static IAttachmentStore Store(RunningFloor floor) => floor.Store!;

    private static OutgoingFile File(string name, string content) =>
        new(name, new MemoryStream(Encoding.UTF8.GetBytes(content)));

    private static ValueTask<Outcome<AttachmentReceipt>> SendAsync(
        RunningFloor floor, Actor by, string? text, params OutgoingFile[] files) =>
        floor.Host.Attachments.SendAsync(Chat, by, files, text);

    private static ValueTask<Outcome<AttachmentReceipt>> SendAsync(
        RunningFloor floor, Actor by, string? text, CommandId id, params OutgoingFile[] files) =>
        floor.Host.Attachments.SendAsync(Chat, by, files, text, id);

    private static async Task<IReadOnlyList<TranscriptLine>> FilesAsync(RunningFloor floor) =>
        [.. (await floor.TranscriptAsync(Chat)).Where(line => line.Kind == LineKind.File)];

    private static async Task<List<FileKey>> QuarantineAsync(RunningFloor floor)
    {
        var keys = new List<FileKey>();
        await foreach (var key in floor.Store!.QuarantinedAsync("floor", default))
        {
            keys.Add(key);
        }

        return keys;
    }

    private static Task SweptAsync(RunningFloor floor) => floor.Host.Run!.Swept;

    private sealed class Scanner(string name, bool looksForCardData, ScanVerdict? verdict, bool hangs = false)
        : IAttachmentScanner
    {
        public string Name => name;

        public bool LooksForCardData => looksForCardData;

        internal bool Hangs { get; set; } = hangs;

        public ValueTask<ScanVerdict> ScanAsync(QuarantinedFile file, CancellationToken cancellationToken) =>
            Hangs ? new(new TaskCompletionSource<ScanVerdict>().Task)
                : verdict is { } known ? new(known)
                : throw new IOException("broken");
    }
}

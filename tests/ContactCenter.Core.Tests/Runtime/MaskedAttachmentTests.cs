using System.Text;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Files;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>What is delivered although it is not clean, or not read, because the host says so.</summary>
public sealed class MaskedAttachmentTests
{
    private static ChatId Chat { get; } = ChatId.Parse("floor/chat-1");

    public static TheoryData<byte[], byte[]> Texts => new()
    {
        { "a,b\r\nAna,4111111111111111\r\n"u8.ToArray(), "a,b\r\nAna,411111******1111\r\n"u8.ToArray() },
        { "pay by 4111 1111 1111 1111\nor not"u8.ToArray(), "pay by 411111******1111\nor not"u8.ToArray() },
        {
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("카드 ４１１１１１１１１１１１１１１１\r")],
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("카드 411111******1111\r")]
        },
        {
            [.. Encoding.UTF8.GetPreamble(), .. "카드 ４１１１１１１１１１１１１１１１ 😀"u8],
            [.. Encoding.UTF8.GetPreamble(), .. "카드 411111******1111 😀"u8]
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_is_delivered_masked_where_the_host_says_so(byte[] sent, byte[] expected)
    {
        await using var floor = await TalkingAsync(masks: true);
        await using var ana = await FeedReader.BeginAsync(floor.Host, Ana);
        await SendAsync(floor, "a.txt", sent);

        var line = Assert.Single(await FilesAsync(floor));
        await using var opened = (await floor.Host.Attachments.OpenAsync(Chat, line.Sequence, Mina)).ValueOrThrow();
        using var content = new MemoryStream();
        await opened.Content.CopyToAsync(content);
        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(content.ToArray()));
        Assert.Equal(expected.Length, line.FileLength);
        Assert.Equal(AuditAction.DeliveredMasked, Assert.Single(await NotedAsync(floor)).Action);
        await floor.Host.StopAsync();
        Assert.Contains(
            (await ana.RestAsync()).SelectMany(batch => batch.Items).OfType<AttachmentShown>(),
            file => (file.State, file.Code) == (AttachmentState.Clean, "masked"));
    }

    [Theory]
    [InlineData("a.html", "4111 1111 1111 1111")]
    [InlineData("a.rtf", "{\\rtf1 4111 1111 1111 1111}")]
    public async Task All_else_is_dropped_whole(string name, string content)
    {
        await using var floor = await TalkingAsync(masks: true);
        await SendAsync(floor, name, Encoding.UTF8.GetBytes(content));

        Assert.Empty(await FilesAsync(floor));
        Assert.Empty(await NotedAsync(floor));
    }

    [Fact]
    public async Task A_text_that_another_scanner_blocks_is_not_delivered_masked()
    {
        await using var floor = await TalkingAsync(masks: true, scanners: new Scanner(ScanVerdict.Blocked("malware")));
        await SendAsync(floor, "a.txt", "4111 1111 1111 1111"u8.ToArray());

        Assert.Empty(await FilesAsync(floor));
    }

    [Fact]
    public async Task By_default_it_is_blocked()
    {
        await using var floor = await TalkingAsync(masks: false);
        await SendAsync(floor, "a.txt", "4111 1111 1111 1111"u8.ToArray());

        Assert.Empty(await FilesAsync(floor));
    }

    [Fact]
    public async Task A_copy_that_a_crash_left_is_delivered_as_what_it_is()
    {
        var slow = new Scanner(ScanVerdict.Clean) { Hangs = true };
        await using var floor = await TalkingAsync(masks: true, scanners: slow);
        (await floor.Host.Attachments.SendAsync(Chat, Ana, [File("a.txt", "4111 1111 1111 1111"u8.ToArray())]))
            .ValueOrThrow();
        await floor.Host.StopAsync();
        var keys = new List<FileKey>();
        await foreach (var key in floor.Store!.QuarantinedAsync("floor", default))
        {
            keys.Add(key);
        }

        await floor.Store!.QuarantineAsync(Assert.Single(keys), new MemoryStream("masked"u8.ToArray()), 100, default);
        slow.Hangs = false;

        await floor.Host.StartAsync();
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(6, Assert.Single(await FilesAsync(floor)).FileLength);
        Assert.Equal(AuditAction.DeliveredMasked, Assert.Single(await NotedAsync(floor)).Action);
    }

    [Fact]
    public async Task What_passes_unread_is_in_the_audit_trail()
    {
        await using var floor = await TalkingAsync(masks: false, scanners: new Scanner(ScanVerdict.Unread("image")));
        await SendAsync(floor, "a.pdf", "%PDF-1.7"u8.ToArray());

        Assert.Single(await FilesAsync(floor));
        var noted = Assert.Single(await NotedAsync(floor));
        Assert.Equal(
            (AuditAction.DeliveredUnread, Actor.System, (ChatId?)Chat, (CustomerId?)"ana", "image"),
            (noted.Action, noted.By, noted.Chat, noted.Customer, noted.Note));
    }

    private static async Task<RunningFloor> TalkingAsync(bool masks, params IAttachmentScanner[] scanners)
    {
        var pipeline = new RedactionPipeline();
        var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Store = new InMemoryAttachmentStore(),
            MasksTexts = masks,
            Scanners = [new TextAttachmentScanner(pipeline), new DocumentAttachmentScanner(pipeline), .. scanners],
        });
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        return floor;
    }

    private static async Task SendAsync(RunningFloor floor, string name, byte[] content)
    {
        (await floor.Host.Attachments.SendAsync(Chat, Ana, [File(name, content)])).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();
    }

    private static OutgoingFile File(string name, byte[] content) => new(name, new MemoryStream(content));

    private static async Task<IReadOnlyList<TranscriptLine>> FilesAsync(RunningFloor floor) =>
        [.. (await floor.TranscriptAsync(Chat)).Where(line => line.Kind == LineKind.File)];

    private static async Task<IReadOnlyList<AuditEntry>> NotedAsync(RunningFloor floor) =>
    [
        .. (await floor.Host.History.AuditAsync(Actor.Host)).ValueOrThrow().Where(entry =>
            entry.Action is AuditAction.DeliveredMasked or AuditAction.DeliveredUnread),
    ];

    private sealed class Scanner(ScanVerdict verdict) : IAttachmentScanner
    {
        public string Name => "host";

        public bool LooksForCardData => true;

        internal bool Hangs { get; set; }

        public ValueTask<ScanVerdict> ScanAsync(QuarantinedFile file, CancellationToken cancellationToken) =>
            Hangs ? new(new TaskCompletionSource<ScanVerdict>().Task) : new(verdict);
    }
}

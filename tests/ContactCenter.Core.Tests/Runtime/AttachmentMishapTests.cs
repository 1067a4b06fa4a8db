using System.Text;
using ContactCenter.Chats;
using ContactCenter.Files;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>What goes wrong on the way of a file, and what must come of it all the same.</summary>
public sealed class AttachmentMishapTests
{
    private static ChatId Chat { get; } = ChatId.Parse("floor/chat-1");

    [Fact]
    public async Task A_command_id_of_a_message_is_none_for_files()
    {
        await using var floor = await TalkingAsync();
        var id = CommandId.New(floor.Time.GetUtcNow());
        await floor.SaidAsync(Chat, Ana, "hello", id);

        var sent = await floor.Host.Attachments.SendAsync(Chat, Ana, [File("a.txt")], id: id);

        Assert.Equal("command-id-conflict", sent.Rejection?.Code);
        Assert.Empty(await QuarantineAsync(floor));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_read_that_fails_once_costs_no_file(int which)
    {
        await using var floor = await TalkingAsync();
        var reads = 0;
        floor.Journal.BeforeBodies = shelf =>
        {
            if (shelf == BodyShelf.Files && Interlocked.Increment(ref reads) == which)
            {
                throw new IOException("for a moment");
            }
        };

        (await floor.Host.Attachments.SendAsync(Chat, Ana, [File("a.txt")])).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();
        await floor.AdvanceAsync(Seconds(5));

        Assert.Single(await FilesAsync(floor, Chat));
    }

    [Fact]
    public async Task What_is_refused_after_its_sender_gave_up_waiting_is_not_left_in_quarantine()
    {
        await using var floor = await TalkingAsync();
        var gate = new Gate();
        floor.Journal.OnAppend = gate.PassAsync;
        var end = floor.Host.Chats.EndAsync(Chat, Ana).AsTask();
        await gate.Reached;
        using var cancel = new CancellationTokenSource();
        var send = floor.Host.Attachments
            .SendAsync(Chat, Ana, [File("a.txt")], cancellationToken: cancel.Token).AsTask();
        while ((await QuarantineAsync(floor)).Count == 0)
        {
            await Task.Yield();
        }

        await cancel.CancelAsync();
        await Record.ExceptionAsync(() => send);
        floor.Journal.OnAppend = null;
        gate.Open();
        await end;
        await floor.Host.Run!.SettleAsync();

        Assert.Empty(await QuarantineAsync(floor));
    }

    [Fact]
    public async Task A_file_whose_chat_ends_while_it_is_released_is_not_released_again_and_again()
    {
        var store = new HeldStore();
        await using var floor = await TalkingAsync(runtime => runtime with { Store = store });
        (await floor.Host.Attachments.SendAsync(Chat, Ana, [File("a.txt")])).ValueOrThrow();
        await store.Releasing.Reached;
        (await floor.Host.Chats.EndAsync(Chat, Ana)).ValueOrThrow();

        store.Releasing.Open();
        await floor.Host.Run!.SettleAsync();

        Assert.True(store.Releases <= 1);
        Assert.Empty(await QuarantineAsync(floor));
        Assert.Empty(await FilesAsync(floor, Chat));
    }

    [Fact]
    public async Task A_file_alone_is_something_for_the_bot_to_answer()
    {
        var bot = new CountingBot();
        await using var floor = await TalkingAsync(runtime => runtime with { Bot = bot });
        var chat = await floor.StartedAsync("bob", "bots");
        await floor.Host.Run!.SettleAsync();
        var before = bot.Asked;

        (await floor.Host.Attachments.SendAsync(chat, Bob, [File("a.txt")])).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(before + 1, bot.Asked);
    }

    [Fact]
    public async Task As_many_files_as_may_be_are_copied_at_a_time_and_no_more()
    {
        await using var floor = await TalkingAsync();
        using var cancel = new CancellationTokenSource();
        var stuck = new StuckStream();
        var hanging = Enumerable.Range(0, 50).Select(_ => floor.Host.Attachments.SendAsync(
            Chat, Ana, [new OutgoingFile("a.txt", stuck)], cancellationToken: cancel.Token).AsTask()).ToArray();

        var next = await floor.Host.Attachments.SendAsync(Chat, Ana, [File("a.txt")]);

        Assert.Equal("busy", next.Rejection?.Code);
        await cancel.CancelAsync();
        await Record.ExceptionAsync(() => Task.WhenAll(hanging));
        Assert.Equal(0, floor.Host.Run!.Quarantine.Uploading);
    }

    [Fact]
    public async Task A_chat_whose_files_make_a_scanner_hang_does_not_take_the_places_of_others()
    {
        await using var floor = await TalkingAsync(runtime => runtime with
        {
            Scanners = [.. runtime.Scanners, new StuckScanner(Chat.Number)],
        });
        for (var file = 0; file < 40; file++)
        {
            (await floor.Host.Attachments.SendAsync(Chat, Ana, [File("a.txt")])).ValueOrThrow();
        }

        var other = await floor.StartedAsync("bob");
        await floor.AcceptedAsync("mina");
        (await floor.Host.Attachments.SendAsync(other, Bob, [File("b.txt")])).ValueOrThrow();
        await using var bob = await FeedReader.BeginAsync(floor.Host, Bob);
        while (!(await FilesAsync(floor, other)).Any())
        {
            await bob.NextAsync();
        }

        Assert.Empty(await FilesAsync(floor, Chat));
    }

    private static async Task<RunningFloor> TalkingAsync(Func<FloorRuntime, FloorRuntime>? with = null)
    {
        var floor = await RunningFloor.StartAsync(runtime => (with ?? (same => same))(runtime with
        {
            Store = new InMemoryAttachmentStore(),
            Scanners = [new TextAttachmentScanner(new RedactionPipeline())],
        }));
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        return floor;
    }

    private static OutgoingFile File(string name) => new(name, new MemoryStream(Encoding.UTF8.GetBytes("all is well")));

    private static async Task<IReadOnlyList<TranscriptLine>> FilesAsync(RunningFloor floor, ChatId chat) =>
        [.. (await floor.TranscriptAsync(chat)).Where(line => line.Kind == LineKind.File)];

    private static async Task<List<FileKey>> QuarantineAsync(RunningFloor floor)
    {
        var keys = new List<FileKey>();
        await foreach (var key in floor.Store!.QuarantinedAsync("floor", default))
        {
            keys.Add(key);
        }

        return keys;
    }

    private sealed class CountingBot : IChatBot
    {
        internal int Asked { get; private set; }

        public ValueTask<BotReply> ReplyAsync(BotTurn turn, CancellationToken cancellationToken)
        {
            Asked++;
            return new(BotReply.Say("and then?"));
        }
    }

    private sealed class StuckScanner(long chat) : IAttachmentScanner
    {
        public string Name => "stuck";

        public bool LooksForCardData => false;

        public ValueTask<ScanVerdict> ScanAsync(QuarantinedFile file, CancellationToken cancellationToken) =>
            file.Key.Chat == chat ? new(new TaskCompletionSource<ScanVerdict>().Task) : new(ScanVerdict.Clean);
    }

    /// <summary>Never gives a byte, until whoever reads gives up.</summary>
    private sealed class StuckStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return 0;
        }
    }

    private sealed class HeldStore : IAttachmentStore
    {
        private readonly InMemoryAttachmentStore _inner = new();

        internal Gate Releasing { get; } = new();

        internal int Releases { get; private set; }

        public ValueTask<long> QuarantineAsync(
            FileKey file, Stream content, long limit, CancellationToken cancellationToken) =>
            _inner.QuarantineAsync(file, content, limit, cancellationToken);

        public ValueTask<Stream> OpenQuarantinedAsync(FileKey file, CancellationToken cancellationToken) =>
            _inner.OpenQuarantinedAsync(file, cancellationToken);

        public async ValueTask ReleaseAsync(FileKey file, CancellationToken cancellationToken)
        {
            await Releasing.PassAsync();
            Releases++;
            await _inner.ReleaseAsync(file, cancellationToken);
        }

        public ValueTask<Stream> OpenAsync(FileKey file, CancellationToken cancellationToken) =>
            _inner.OpenAsync(file, cancellationToken);

        public ValueTask DestroyAsync(FileKey file, CancellationToken cancellationToken) =>
            _inner.DestroyAsync(file, cancellationToken);

        public ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken) =>
            _inner.DestroyChatAsync(floor, chat, cancellationToken);

        public IAsyncEnumerable<FileKey> QuarantinedAsync(FloorId floor, CancellationToken cancellationToken) =>
            _inner.QuarantinedAsync(floor, cancellationToken);
    }
}

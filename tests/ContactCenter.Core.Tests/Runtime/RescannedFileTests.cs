using System.Text;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Files;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Tests.Files;
using ContactCenter.Tests.Redaction;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>What was delivered under weaker rules is scanned once more: masked, withdrawn, or left as it is.</summary>
public sealed class RescannedFileTests
{
    private const string Number = "4111 1111 1111 1111";

    private static readonly Rescan Better = new() { Reason = "card numbers are looked for now" };

    [Fact]
    public async Task A_text_is_replaced_by_a_masked_copy_in_live_and_closed_contacts()
    {
        var store = new SteppedStore();
        await using var floor = await WorseAsync(store);
        var closed = await ClosedAsync(floor, "ana", ("a.txt", $"pay by {Number}\nor not"));
        var live = await LiveAsync(floor, "bob", ("b.csv", $"bob,{Number}\r\n"));
        await using var other = await BetterAsync(floor);

        var receipt = (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal(new RescannedFiles(2, 2, 0, 0), receipt.Files);
        Assert.Equal("pay by 411111******1111\nor not", await ReadAsync(other, closed));
        Assert.Equal("bob,411111******1111\r\n", await ReadAsync(other, live));
        var line = await FileAsync(other, closed);
        Assert.Equal((LineKind.File, "a.txt", 30L), (line.Kind, line.Text, line.FileLength));
        Assert.DoesNotContain("411111111111", await AllAsync(store), StringComparison.Ordinal);
        Assert.Equal(2, (await store.ContentAsync()).Count);
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
    }

    [Fact]
    public async Task All_else_is_withdrawn_whole_and_whoever_asks_is_told()
    {
        var store = new SteppedStore();
        await using var floor = await WorseAsync(store);
        var closed = await ClosedAsync(floor, "ana", ("a.html", $"<b>{Number}</b>"));
        var live = await LiveAsync(floor, "bob", ("b.rtf", "{\\rtf1 " + Number + "}"));
        await using var other = await BetterAsync(floor);
        await using var reader = await FeedReader.BeginAsync(other, Bob);

        var receipt = (await other.Redaction.RescanAsync(Better, Actor.Host)).ValueOrThrow();

        Assert.Equal(new RescannedFiles(2, 0, 2, 0), receipt.Files);
        foreach (var (chat, name) in (IEnumerable<(ChatId, string)>)[(closed, "a.html"), (live, "b.rtf")])
        {
            var line = await FileAsync(other, chat);
            Assert.Equal((LineKind.WithdrawnFile, name, default(long?)), (line.Kind, line.Text, line.FileLength));
            Assert.Equal("file-withdrawn", (await OpenAsync(other, chat)).Rejection?.Code);
        }

        var shown = new List<FeedItem>();
        while (!shown.OfType<LineRedacted>().Any())
        {
            shown.AddRange((await reader.NextAsync()).Items);
        }

        Assert.Equal(LineKind.WithdrawnFile, shown.OfType<LineRedacted>().Single().Line.Kind);
        Assert.Empty(shown.OfType<AttachmentShown>());
        Assert.Empty(await store.ContentAsync());
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
    }

    [Fact]
    public async Task It_is_in_the_audit_trail_file_by_file_and_in_sum()
    {
        await using var floor = await WorseAsync(new SteppedStore());
        var closed = await ClosedAsync(
            floor, "ana", ("a.html", Number), ("b.txt", Number), ("c.txt", "nothing"));
        await using var other = await BetterAsync(floor);

        var receipt = (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal(
            [
                (Boss, AuditAction.Rescan, default(ChatId?), default(CustomerId?), Better.Reason),
                (Boss, AuditAction.Withdrawn, closed, "ana", "line 3: card-number"),
                (Boss, AuditAction.Withdrawn, closed, "ana", "line 4: card-number, masked"),
                (Boss, AuditAction.Rescanned, null, null, $"{receipt.Lines} read, 0 masked, 0 not judged; "
                    + "of 3 files 1 masked, 1 withdrawn, 0 not judged"),
            ],
            (await other.History.AuditAsync(Actor.Host)).ValueOrThrow()
                .Select(entry => (entry.By, entry.Action, entry.Chat, entry.Customer, entry.Note)));
    }

    [Fact]
    public async Task What_files_are_called_is_masked_and_they_are_known_by_their_extensions_all_the_same()
    {
        var store = new SteppedStore();
        await using var floor = await WorseAsync(store);
        var chat = await ClosedAsync(floor, "ana", ("ab.txt", Number), ("Q-88.txt", "nothing"));
        await using var other = await BetterAsync(floor);

        (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal(["******", "****.txt"], (await FilesAsync(other, chat)).Select(line => line.Text));
        Assert.All(await FilesAsync(other, chat), line => Assert.Equal(LineKind.File, line.Kind));
        Assert.Equal(["411111******1111", "nothing"], (await AllAsync(store)).Split('|').Order());
        Assert.Equal(
            ["******", "****.txt"],
            (await other.Run!.Transcripts.ReadFilesAsync(chat.Number, default))
                .Select(file => TranscriptReader.ReadFile(file)!.Name.Text));
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
    }

    [Fact]
    public async Task Twice_changes_nothing_more()
    {
        var store = new SteppedStore();
        await using var floor = await WorseAsync(store);
        await ClosedAsync(floor, "ana", ("a.html", Number), ("b.txt", Number));
        await using var other = await BetterAsync(floor);
        (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();
        var kept = await AllAsync(store);

        var again = (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal(new RescannedFiles(1, 0, 0, 0), again.Files);
        Assert.Equal(kept, await AllAsync(store));
    }

    [Fact]
    public async Task A_legal_hold_does_not_stop_it()
    {
        await using var floor = await WorseAsync(new SteppedStore());
        var closed = await ClosedAsync(floor, "ana", ("a.html", Number));
        (await floor.Host.History.HoldAsync("ana", Boss, "dispute")).ValueOrThrow();
        await using var other = await BetterAsync(floor);

        (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal("file-withdrawn", (await OpenAsync(other, closed)).Rejection?.Code);
    }

    [Fact]
    public async Task What_was_delivered_before_an_instant_is_left_as_it_is()
    {
        await using var floor = await WorseAsync(new SteppedStore());
        var before = await ClosedAsync(floor, "ana", ("a.txt", Number));
        await floor.AdvanceAsync(Seconds(1));
        var from = floor.Time.GetUtcNow();
        var after = await ClosedAsync(floor, "ana", ("a.txt", Number));
        await using var other = await BetterAsync(floor);

        (await other.Redaction.RescanAsync(Better with { From = from }, Boss)).ValueOrThrow();

        Assert.Equal(Number, await ReadAsync(other, before));
        Assert.Equal("411111******1111", await ReadAsync(other, after));
    }

    [Theory]
    [InlineData("a.txt", nameof(ScanVerdict.Clean), true)]
    [InlineData("a.txt", "malware", true)]
    [InlineData("a.txt", "malware", false)]
    [InlineData("a.pdf", "malware", false)]
    public async Task A_text_that_its_mask_does_not_make_clean_is_withdrawn(string name, string says, bool isOfCards)
    {
        var store = new SteppedStore();
        var verdict = says == "malware" ? ScanVerdict.Blocked(says) : ScanVerdict.Clean;
        await using var floor = await WorseAsync(store);
        var chat = await ClosedAsync(floor, "ana", (name, isOfCards ? Number : "nothing"));
        await using var other = await BetterAsync(floor, new Scanner(_ => new(verdict)));

        (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        var isMasked = says != "malware";
        Assert.Equal(isMasked ? LineKind.File : LineKind.WithdrawnFile, (await FileAsync(other, chat)).Kind);
        Assert.Equal(isMasked ? 1 : 0, (await store.ContentAsync()).Count);
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("is late")]
    [InlineData("cannot read it")]
    [InlineData("is not there")]
    [InlineData("lets it pass unread")]
    [InlineData("finds no file")]
    public async Task What_a_scanner_cannot_judge_stands_as_it_was_and_is_not_tried_again(string scanner)
    {
        var store = new SteppedStore();
        await using var floor = await WorseAsync(store);
        var chat = await ClosedAsync(floor, "ana", ("a.pdf", "%PDF-1.7"));
        if (scanner == "finds no file")
        {
            await store.DestroyChatAsync("floor", chat.Number, default);
        }

        var (asked, gate) = (0, new Gate());
        var scans = new Scanner(async file =>
        {
            asked++;
            switch (scanner)
            {
                case "throws":
                    throw new InvalidOperationException(Number);
                case "is late":
                    await gate.PassAsync();
                    return ScanVerdict.Blocked("too-late");
                case "lets it pass unread":
                    return ScanVerdict.Unread("image");
                case "finds no file":
                    await using (await file.OpenReadAsync(default))
                    {
                        return ScanVerdict.Clean;
                    }

                default:
                    return ScanVerdict.NotRead;
            }
        });
        await using var other = await BetterAsync(floor, scanner == "is not there" ? [] : [scans]);

        var asking = other.Redaction.RescanAsync(Better, Boss).AsTask();
        if (scanner == "is late")
        {
            await gate.Reached;
            floor.Time.Advance(Minutes(1));
        }

        Assert.Equal(new RescannedFiles(1, 0, 0, 1), (await asking).ValueOrThrow().Files);
        Assert.Equal(scanner == "is not there" ? 0 : 1, asked);
        Assert.Equal(LineKind.File, (await FileAsync(other, chat)).Kind);
        Assert.Equal(scanner == "finds no file" ? 0 : 1, (await store.ContentAsync()).Count);
    }

    [Fact]
    public async Task A_floor_without_a_store_leaves_all_as_it_is()
    {
        await using var floor = await WorseAsync(new SteppedStore());
        await ClosedAsync(floor, "ana", ("a.txt", Number));
        await using var other = floor.Another(runtime => runtime with { Store = null });
        await other.StartAsync();

        var receipt = (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal(new RescannedFiles(1, 0, 0, 1), receipt.Files);
    }

    [Fact]
    public async Task A_store_that_cannot_take_the_copy_has_the_file_withdrawn()
    {
        var store = new SteppedStore();
        await using var floor = await WorseAsync(store);
        var chat = await ClosedAsync(floor, "ana", ("a.txt", Number));
        await using var other = await BetterAsync(floor);
        store.At = step => step == "quarantine" ? throw new IOException("full") : default;

        (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal("file-withdrawn", (await OpenAsync(other, chat)).Rejection?.Code);
        Assert.Empty(await store.ContentAsync());
    }

    [Fact]
    public async Task It_is_over_once_the_store_has_destroyed_what_is_withdrawn()
    {
        var store = new SteppedStore();
        await using var floor = await WorseAsync(store);
        var chat = await ClosedAsync(floor, "ana", ("a.html", Number));
        await using var other = await BetterAsync(floor);
        store.At = step => step == "destroy" ? throw new IOException("unreachable") : default;
        var asked = other.Redaction.RescanAsync(Better, Boss).AsTask();
        await other.Run!.SettleAsync();

        Assert.False(asked.IsCompleted);
        Assert.Equal("file-withdrawn", (await OpenAsync(other, chat)).Rejection?.Code);

        store.At = null;
        floor.Time.Advance(Seconds(5));
        Assert.Equal(1, (await asked).ValueOrThrow().Files!.Value.Withdrawn);
        Assert.Empty(await store.ContentAsync());
    }

    [Fact]
    public async Task Wherever_it_is_killed_it_ends_in_the_same_place()
    {
        var steps = new List<string>();
        for (var at = 1; at == 1 || at <= steps.Count; at++)
        {
            var store = new SteppedStore();
            await using var floor = await WorseAsync(store);
            var text = await ClosedAsync(floor, "ana", ("Q-88 a.txt", Number));
            var page = await ClosedAsync(floor, "bob", ("Q-88 b.html", Number));
            await using var killed = await BetterAsync(floor);
            var (gate, step) = (new Gate(), 0);
            await Task.WhenAny(gate.Reached, WithStepsAsync(floor, store, killed, async what =>
            {
                step++;
                if (at == 1)
                {
                    steps.Add(what);
                }

                if (step == at)
                {
                    await gate.PassAsync();
                }
            }));
            Assert.True(gate.Reached.IsCompleted);
            if (at == 1)
            {
                // The first is there to say which steps there are.
                gate.Open();
                await killed.Run!.SettleAsync();
            }

            // Another process takes the floor over, and the one before goes on to write and to destroy.
            (floor.Journal.OnAppend, store.At) = (null, null);
            await using var other = await BetterAsync(floor);
            await other.Run!.SettleAsync();
            gate.Open();
            await other.Run!.SettleAsync();

            Assert.Null(other.Run!.Follower.Read(state => state.Rescan));
            Assert.Empty(other.Run!.Follower.Read(state => state.Effects));
            Assert.Equal("411111******1111", await ReadAsync(other, text));
            Assert.Equal("file-withdrawn", (await OpenAsync(other, page)).Rejection?.Code);
            Assert.DoesNotContain("4111 1111", await AllAsync(store), StringComparison.Ordinal);
            Assert.Equal("**** a.txt", (await FileAsync(other, text)).Text);
            Assert.Equal("**** b.html", (await FileAsync(other, page)).Text);
            Assert.Equal(
                "**** a.txt",
                TranscriptReader.ReadFile(
                    Assert.Single(await other.Run!.Transcripts.ReadFilesAsync(text.Number, default)))!.Name.Text);
            Assert.Equal(1, await WithdrawalsAsync(floor, text));
            Assert.Equal(1, await WithdrawalsAsync(floor, page));
            Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
        }

        Assert.Contains("released", steps);
        Assert.Contains("destroyed", steps);
        Assert.Contains(nameof(FileWithdrawn), steps);
        Assert.Contains(nameof(FileDestroyed), steps);
    }

    [Fact]
    public async Task A_contact_with_many_files_goes_on_where_it_was()
    {
        await using var floor = await WorseAsync(new SteppedStore());
        var chat = await ClosedAsync(
            floor, "ana", [.. Enumerable.Range(0, 9).Select(number => ($"{number}.pdf", "%PDF-1.7"))]);
        var (gate, scanned) = (new Gate(), new List<string>());
        await using var killed = await BetterAsync(floor, new Scanner(async file =>
        {
            scanned.Add(file.Name);
            if (scanned.Count == 6)
            {
                await gate.PassAsync();
            }

            return ScanVerdict.Clean;
        }));
        var asked = killed.Redaction.RescanAsync(Better, Boss).AsTask();
        await gate.Reached;
        scanned.Clear();

        await using var other = await BetterAsync(floor, new Scanner(file =>
        {
            scanned.Add(file.Name);
            return new(ScanVerdict.Clean);
        }));
        await other.Run!.SettleAsync();
        gate.Open();

        Assert.Equal((await FilesAsync(other, chat)).Skip(5).Select(line => line.Text), scanned);
        Assert.True((await asked).IsUnknown);
        Assert.EndsWith(
            "of 9 files 0 masked, 0 withdrawn, 0 not judged",
            (await other.History.AuditAsync(Actor.Host)).ValueOrThrow()[^1].Note,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quarantine")]
    [InlineData("quarantined")]
    [InlineData("release")]
    [InlineData("released")]
    public async Task A_customer_who_is_erased_meanwhile_has_nothing_left(string step)
    {
        var store = new SteppedStore();
        await using var floor = await WorseAsync(store);
        await ClosedAsync(floor, "ana", ("a.txt", Number));
        await using var other = await BetterAsync(floor);
        var gate = new Gate();
        store.At = async now => await (now == step ? gate.PassAsync() : Task.CompletedTask);
        var asked = other.Redaction.RescanAsync(Better, Boss).AsTask();
        await gate.Reached;

        (await other.History.EraseAsync("ana", Boss, "on request")).ValueOrThrow();
        gate.Open();
        Assert.True((await asked).IsAccepted);

        Assert.Empty(await store.ContentAsync());
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
    }

    [Fact]
    public async Task A_scanner_that_hangs_over_old_files_does_not_take_the_places_of_new_ones()
    {
        await using var floor = await WorseAsync(new SteppedStore());
        var live = await LiveAsync(floor, "bob", ("b.pdf", "%PDF-1.7"));
        var gate = new Gate();
        await using var other = await BetterAsync(floor, new Scanner(async file =>
        {
            await (file.Name == "b.pdf" ? gate.PassAsync() : Task.CompletedTask);
            return ScanVerdict.Clean;
        }));
        var asked = other.Redaction.RescanAsync(Better, Boss).AsTask();
        await gate.Reached;

        // The chat goes on: neither its lane nor the scanners wait for the old file.
        (await other.Chats.SayAsync(live, Bob, "and this one")).ValueOrThrow();
        (await other.Attachments.SendAsync(live, Bob, [File("c.pdf", "%PDF-1.7")])).ValueOrThrow();
        await using var reader = await FeedReader.BeginAsync(other, Bob);
        while ((await FilesAsync(other, live)).Count < 2)
        {
            await reader.NextAsync();
        }

        Assert.False(asked.IsCompleted);
        floor.Time.Advance(Minutes(1));
        Assert.Equal(1, (await asked).ValueOrThrow().Files!.Value.NotJudged);
    }

    [Fact]
    public async Task On_the_disk_nothing_of_it_is_left()
    {
        using var folder = new StoreFolder();
        await using var floor = await WorseAsync(folder.Open());
        var text = await ClosedAsync(floor, "ana", ("a.txt", Number));
        var page = await ClosedAsync(floor, "ana", ("b.html", Number));
        var before = folder.All;
        await using var other = await BetterAsync(floor);

        (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal("411111******1111", await ReadAsync(other, text));
        Assert.Equal("file-withdrawn", (await OpenAsync(other, page)).Rejection?.Code);
        Assert.Equal(2, before.Length);
        Assert.Empty(folder.All.Intersect(before));
    }

    private static Task<RunningFloor> WorseAsync(IAttachmentStore store)
    {
        var blind = new RedactionPipeline(Rule.For("K-77"));
        return WithMinaAsync(runtime => runtime with
        {
            Redaction = blind,
            Store = store,
            Scanners =
            [
                new TextAttachmentScanner(blind),
                new DocumentAttachmentScanner(blind),
                new Scanner(file => new(file.Extension == "pdf" ? ScanVerdict.Clean : ScanVerdict.NotRead)),
            ],
        });
    }

    private static async Task<RunningFloor> WithMinaAsync(Func<FloorRuntime, FloorRuntime> with)
    {
        var usual = RunningFloor.Usual;
        var floor = await RunningFloor.StartAsync(
            usual with
            {
                Attachments = usual.Attachments with { Extensions = [.. usual.Attachments.Extensions, "csv"] },
            },
            with);
        await floor.AvailableAsync("mina");
        return floor;
    }

    private static async Task<FloorHost> BetterAsync(RunningFloor floor, params IAttachmentScanner[] scanners)
    {
        var name = new Rule("name", (in RedactionText text, ref FindingList findings) =>
        {
            if (text.IndexOf("ab.txt") is >= 0 and var at)
            {
                findings.Add(at, 6, Confidence.High);
            }
        });
        var pipeline = new RedactionPipeline(new CardNumberRule(), Rule.For("Q-88"), name);
        var host = floor.Another(runtime => runtime with
        {
            Redaction = pipeline,
            Scanners = [new TextAttachmentScanner(pipeline), new DocumentAttachmentScanner(pipeline), .. scanners],
        });
        await host.StartAsync();
        return host;
    }

    /// <summary>Rescans, and waits at each thing that is written or destroyed, before and after.</summary>
    private static async Task WithStepsAsync(
        RunningFloor floor, SteppedStore store, FloorHost host, Func<string, Task> at)
    {
        store.At = async what => await at(what);
        floor.Journal.OnAppend = async (append, write) =>
        {
            var events = append.Records
                .SelectMany(record => BatchCodec.Read(record with { Payload = RecordSeal.Open(record) }).Events);
            var name = (events.FirstOrDefault(happened => happened is FileWithdrawn or FileDestroyed) ?? events.First())
                .GetType().Name;
            await at(name);
            var isWritten = await write();
            await at(name);
            return isWritten;
        };
        await host.Redaction.RescanAsync(Better, Boss);
    }

    private static async Task<ChatId> LiveAsync(
        RunningFloor floor, string customer, params (string Name, string Content)[] files)
    {
        var chat = await floor.StartedAsync(customer);
        await floor.AcceptedAsync("mina");
        foreach (var (name, content) in files)
        {
            // One after the other: those that are sent together are delivered in any order.
            (await floor.Host.Attachments.SendAsync(chat, Actor.Customer(customer), [File(name, content)]))
                .ValueOrThrow();
            await floor.Host.Run!.SettleAsync();
        }

        Assert.Equal(files.Length, (await FilesAsync(floor.Host, chat)).Count);
        return chat;
    }

    private static async Task<ChatId> ClosedAsync(
        RunningFloor floor, string customer, params (string Name, string Content)[] files)
    {
        var chat = await LiveAsync(floor, customer, files);
        (await floor.Host.Chats.EndAsync(chat, Actor.Customer(customer))).ValueOrThrow();
        (await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"])).ValueOrThrow();
        return chat;
    }

    private static OutgoingFile File(string name, string content) =>
        new(name, new MemoryStream(Encoding.UTF8.GetBytes(content)));

    private static async Task<IReadOnlyList<TranscriptLine>> FilesAsync(FloorHost host, ChatId chat) =>
    [
        .. (await host.Chats.TranscriptAsync(chat, Actor.Host)).ValueOrThrow()
            .Where(line => line.Kind is LineKind.File or LineKind.WithdrawnFile),
    ];

    private static async Task<TranscriptLine> FileAsync(FloorHost host, ChatId chat) =>
        Assert.Single(await FilesAsync(host, chat));

    private static async Task<Outcome<AttachmentContent>> OpenAsync(FloorHost host, ChatId chat) =>
        await host.Attachments.OpenAsync(chat, (await FileAsync(host, chat)).Sequence, Actor.Host);

    private static async Task<string> ReadAsync(FloorHost host, ChatId chat)
    {
        await using var opened = (await OpenAsync(host, chat)).ValueOrThrow();
        using var text = new StreamReader(opened.Content);
        return await text.ReadToEndAsync();
    }

    private static async Task<string> AllAsync(SteppedStore store) =>
        string.Join('|', (await store.ContentAsync()).Select(Encoding.UTF8.GetString));

    private static async Task<int> WithdrawalsAsync(RunningFloor floor, ChatId chat) =>
        (await floor.Journal.RecordsAsync("floor"))
            .SelectMany(record => BatchCodec.Read(record with { Payload = RecordSeal.Open(record) }).Events)
            .OfType<FileWithdrawn>().Count(happened => happened.Chat == chat.Number);

    private sealed class Scanner(Func<QuarantinedFile, ValueTask<ScanVerdict>> scan) : IAttachmentScanner
    {
        public string Name => "host";

        public bool LooksForCardData => true;

        public ValueTask<ScanVerdict> ScanAsync(QuarantinedFile file, CancellationToken cancellationToken) =>
            scan(file);
    }
}

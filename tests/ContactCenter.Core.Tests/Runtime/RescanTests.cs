using System.Text;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Tests.Redaction;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>What is kept is read once more by better rules: masked for good, across restarts, audited.</summary>
public sealed class RescanTests
{
    private const string Voucher = "my voucher is K-77, thanks";
    private const string Masked = "my voucher is ****, thanks";

    private static readonly Rescan Better = new() { Rule = "word", MinVersion = "7", Reason = "vouchers are money" };

    [Fact]
    public async Task What_a_better_rule_finds_is_masked_in_live_and_closed_contacts()
    {
        await using var floor = await WorseAsync();
        var closed = await HistoryTests.ClosedAsync(floor, "ana", Voucher);
        var live = await LiveAsync(floor, "bob");
        await floor.SaidAsync(live, Bob, Voucher);
        (await floor.Host.Chats.NoteAsync(live, "mina", "has K-77")).ValueOrThrow();
        await using var other = await BetterAsync(floor);

        var receipt = (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal((3, 0), (receipt.Masked, receipt.NotJudged));
        Assert.Contains(Masked, await MessagesAsync(other, closed));
        Assert.Contains(Masked, await MessagesAsync(other, live));
        Assert.Equal(
            "has ****", (await other.Chats.AsidesAsync(live, Actor.Host)).ValueOrThrow().Single(IsNote).Text);
        Assert.DoesNotContain("K-77", await KeptAsync(floor, closed, live), StringComparison.Ordinal);
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
        Assert.Equal(
            [
                (Boss, AuditAction.Rescan, "word 7: vouchers are money"),
                (Boss, AuditAction.Rescanned, $"{receipt.Lines} read, 3 masked, 0 not judged; "
                    + "of 0 files 0 masked, 0 withdrawn, 0 not judged"),
            ],
            (await other.History.AuditAsync(Actor.Host)).ValueOrThrow()
                .Select(entry => (entry.By, entry.Action, entry.Note)));
    }

    [Fact]
    public async Task Reading_twice_changes_nothing()
    {
        await using var floor = await WorseAsync();
        var closed = await HistoryTests.ClosedAsync(floor, "ana", Voucher);
        await using var other = await BetterAsync(floor);
        (await other.Redaction.RescanAsync(Better, Actor.Host)).ValueOrThrow();
        var kept = await KeptAsync(floor, closed);

        var again = (await other.Redaction.RescanAsync(Better, Actor.Host)).ValueOrThrow();

        Assert.Equal(0, again.Masked);
        Assert.True(again.Lines > 0);
        Assert.Equal(kept, await KeptAsync(floor, closed));
    }

    [Fact]
    public async Task A_crash_in_the_middle_goes_on_where_it_was()
    {
        await using var floor = await WorseAsync();
        ChatId[] chats =
        [
            await HistoryTests.ClosedAsync(floor, "ana", Voucher),
            await HistoryTests.ClosedAsync(floor, "bob", Voucher),
            await HistoryTests.ClosedAsync(floor, "ana", Voucher),
        ];
        await using var killed = await BetterAsync(floor);
        var (gate, steps) = (new Gate(), 0);
        floor.Journal.OnAppend = (append, write) =>
            append.Bodies.Any(body => body.Replaces) && ++steps == 2 ? gate.PassAsync(append, write) : write();
        var asked = killed.Redaction.RescanAsync(Better, Boss).AsTask();
        await gate.Reached;

        // Another process takes the floor over; what the one before was about to write is refused.
        floor.Journal.OnAppend = null;
        await using var other = await BetterAsync(floor);
        gate.Open();
        await other.Run!.SettleAsync();

        Assert.True((await asked).IsUnknown);
        Assert.Null(other.Run!.Follower.Read(state => state.Rescan));
        foreach (var chat in chats)
        {
            Assert.Contains(Masked, await MessagesAsync(other, chat));
        }

        var masked = (await floor.Journal.RecordsAsync("floor"))
            .SelectMany(record => BatchCodec.Read(record with { Payload = RecordSeal.Open(record) }).Events)
            .OfType<MessageRedacted>().Select(happened => happened.Chat);
        Assert.Equal(chats.Select(chat => chat.Number), masked);
        Assert.Equal(
            AuditAction.Rescanned, (await other.History.AuditAsync(Actor.Host)).ValueOrThrow()[^1].Action);
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
    }

    [Fact]
    public async Task It_goes_on_from_a_snapshot()
    {
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Redaction = new RedactionPipeline(new CardNumberRule()),
            Limits = new FloorLimits { SnapshotEvery = 1 },
        });
        await floor.AvailableAsync("mina");
        var chat = await HistoryTests.ClosedAsync(floor, "ana", Voucher);
        await using var stopped = await BetterAsync(floor);
        floor.Journal.BeforeBodies = _ => throw new IOException("unreachable");
        var asked = stopped.Redaction.RescanAsync(Better, Boss).AsTask();
        await stopped.Run!.SettleAsync();
        await stopped.StopAsync();
        floor.Journal.BeforeBodies = null;
        Assert.True((await asked).IsUnknown);

        await using var other = await BetterAsync(floor);
        await other.Run!.SettleAsync();

        Assert.Contains(Masked, await MessagesAsync(other, chat));
    }

    [Fact]
    public async Task What_a_customer_is_called_is_masked_in_live_and_closed_contacts()
    {
        await using var floor = await WorseAsync();
        var start = new StartChat { Queue = "chat", Customer = "ana", Name = "Ana K-77", Email = "K-77@example.org" };
        var closed = (await floor.Host.Chats.StartAsync(start)).ValueOrThrow().Id;
        (await floor.Host.Chats.EndAsync(closed, Ana)).ValueOrThrow();
        var live = (await floor.Host.Chats.StartAsync(start with { Email = null })).ValueOrThrow().Id;
        await using var other = await BetterAsync(floor);

        Assert.Equal(2, (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow().Masked);

        var kept = other.Run!.Transcripts;
        Assert.Equal(("Ana ****", "****@example.org"), await kept.ReadCardAsync(closed.Number, default));
        Assert.Equal(("Ana ****", null), await kept.ReadCardAsync(live.Number, default));
        Assert.DoesNotContain("K-77", await KeptAsync(floor, closed, live), StringComparison.Ordinal);
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
        Assert.Equal(0, (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow().Masked);
    }

    [Fact]
    public async Task What_a_customer_is_called_in_contacts_before_an_instant_is_left_as_it_is()
    {
        await using var floor = await WorseAsync();
        var start = new StartChat { Queue = "chat", Customer = "ana", Name = "Ana K-77" };
        var chat = (await floor.Host.Chats.StartAsync(start)).ValueOrThrow().Id;
        await using var other = await BetterAsync(floor);

        (await other.Redaction.RescanAsync(Better with { From = floor.Time.GetUtcNow() + Times.Seconds(1) }, Boss))
            .ValueOrThrow();

        Assert.Equal(("Ana K-77", null), await other.Run!.Transcripts.ReadCardAsync(chat.Number, default));
    }

    [Fact]
    public async Task A_legal_hold_does_not_stop_it()
    {
        await using var floor = await WorseAsync();
        var closed = await HistoryTests.ClosedAsync(floor, "ana", Voucher);
        (await floor.Host.History.HoldAsync("ana", Boss, "dispute")).ValueOrThrow();
        await using var other = await BetterAsync(floor);

        Assert.Equal(1, (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow().Masked);
        Assert.Contains(Masked, await MessagesAsync(other, closed));
    }

    [Fact]
    public async Task What_was_said_before_an_instant_is_left_as_it_is()
    {
        await using var floor = await WorseAsync();
        var chat = await LiveAsync(floor, "ana");
        await floor.SaidAsync(chat, Ana, Voucher);
        await floor.AdvanceAsync(TimeSpan.FromSeconds(1));
        var from = floor.Time.GetUtcNow();
        await floor.SaidAsync(chat, Ana, Voucher);
        await using var other = await BetterAsync(floor);

        (await other.Redaction.RescanAsync(Better with { From = from }, Boss)).ValueOrThrow();

        Assert.Equal([Voucher, Masked], await MessagesAsync(other, chat));
    }

    [Fact]
    public async Task What_would_be_refused_today_is_masked()
    {
        await using var floor = await WorseAsync();
        var chat = await HistoryTests.ClosedAsync(floor, "ana", "pay DE89370400440532013000");
        var options = new RedactionOptions { PersonalData = true };
        options.Kinds[RedactionKind.Iban] = RedactionAction.Block;
        await using var other = await StartedAsync(floor, new RedactionPipeline(options));

        Assert.Equal(
            1, (await other.Redaction.RescanAsync(new Rescan { Reason = "IBAN" }, Boss)).ValueOrThrow().Masked);
        Assert.DoesNotContain("0532013000", await KeptAsync(floor, chat), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_of_a_number_are_found_across_messages()
    {
        await using var floor = await WorseAsync();
        var chat = await LiveAsync(floor, "ana");
        foreach (var text in (string[])["here is my card number", "4012888", "888881881"])
        {
            await floor.SaidAsync(chat, Ana, text);
        }

        await using var other = await StartedAsync(floor, new RedactionPipeline());

        var receipt = (await other.Redaction.RescanAsync(
            new Rescan { Rule = SplitNumberRule.RuleName, Reason = "windows" }, Boss)).ValueOrThrow();

        Assert.Equal(2, receipt.Masked);
        Assert.Equal(["here is my card number", "*******", "*********"], await MessagesAsync(other, chat));
    }

    [Theory]
    [InlineData("4012888", "888881881", null)]
    [InlineData(null, "4012888", "888881881")]
    public async Task So_are_those_of_which_some_stand_beside_the_conversation(
        string? before, string beside, string? after)
    {
        await using var floor = await WorseAsync();
        var chat = await LiveAsync(floor, "ana");
        await floor.SaidAsync(chat, Ana, "here is my card number");
        foreach (var (text, isBeside) in new[] { (before, false), (beside, true), (after, false) })
        {
            await floor.AdvanceAsync(TimeSpan.FromSeconds(1));
            if (text is not null && isBeside)
            {
                (await floor.Host.Chats.NoteAsync(chat, "mina", text)).ValueOrThrow();
            }
            else if (text is not null)
            {
                await floor.SaidAsync(chat, Ana, text);
            }
        }

        await using var other = await StartedAsync(floor, new RedactionPipeline());

        var receipt = (await other.Redaction.RescanAsync(
            new Rescan { Rule = SplitNumberRule.RuleName, Reason = "windows" }, Boss)).ValueOrThrow();

        Assert.Equal(2, receipt.Masked);
        var kept = await KeptAsync(floor, chat);
        Assert.DoesNotContain("4012888", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("888881881", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_conversation_is_masked_in_bounded_steps()
    {
        await using var floor = await WorseAsync();
        var chat = await LiveAsync(floor, "ana");
        for (var line = 0; line < 600; line++)
        {
            await floor.SaidAsync(chat, Ana, Voucher);
        }

        await using var other = await BetterAsync(floor);
        var sizes = new List<int>();
        floor.Journal.OnAppend = (append, write) =>
        {
            sizes.Add(append.Bodies.Count(body => body.Replaces));
            return write();
        };

        var receipt = (await other.Redaction.RescanAsync(Better, Boss)).ValueOrThrow();

        Assert.Equal((600, 600), (receipt.Masked, receipt.Lines));
        Assert.Equal([256, 256, 88], sizes.Where(size => size > 0));
        Assert.All(await MessagesAsync(other, chat), text => Assert.Equal(Masked, text));
    }

    [Fact]
    public async Task Whoever_looks_is_told_and_whoever_comes_back_is_not_shown_how_it_read()
    {
        // Nobody is asked to look for it when it is said; it is found when it is read again.
        var looks = false;
        var rule = new Rule("word", (in RedactionText text, ref FindingList findings) =>
        {
            if (looks && text.IndexOf("K-77") is >= 0 and var at)
            {
                findings.Add(at, 4, Confidence.High);
            }
        });
        await using var floor = await RunningFloor.StartAsync(
            runtime => runtime with { Redaction = new RedactionPipeline(rule) });
        await floor.AvailableAsync("mina");
        FeedPosition before;
        await using (var first = await FeedReader.BeginAsync(floor.Host, Bob))
        {
            before = first.Position!.Value;
        }

        await HistoryTests.ClosedAsync(floor, "bob", Voucher);
        var live = await LiveAsync(floor, "ana");
        await using var reader = await FeedReader.BeginAsync(floor.Host, Ana);
        await floor.SaidAsync(live, Ana, Voucher);
        Assert.Equal(Voucher, Assert.IsType<LineShown>(Assert.Single(await reader.DeltasAsync())).Line.Text);
        looks = true;

        Assert.Equal(2, (await floor.Host.Redaction.RescanAsync(Better, Boss)).ValueOrThrow().Masked);

        var shown = new List<FeedItem>();
        while (!shown.OfType<LineRedacted>().Any())
        {
            shown.AddRange((await reader.NextAsync()).Items);
        }

        Assert.Equal(Masked, shown.OfType<LineRedacted>().Single().Line.Text);
        var missed = floor.Missed(Bob, before);
        var texts = missed.SelectMany(batch => batch.Items).OfType<LineShown>().Select(one => one.Line.Text);
        Assert.Contains(Masked, texts);
        Assert.DoesNotContain(Voucher, texts);
    }

    [Fact]
    public async Task It_is_refused_to_strangers_twice_at_a_time_and_for_rules_that_are_not_there()
    {
        await using var floor = await WorseAsync();
        await HistoryTests.ClosedAsync(floor, "ana", Voucher);
        await using var other = await BetterAsync(floor);
        string? Code(Outcome<RescanReceipt> outcome) => outcome.Rejection?.Code;

        Assert.Equal("not-permitted", Code(await other.Redaction.RescanAsync(Better, Mina)));
        Assert.Equal("rule-outdated", Code(await other.Redaction.RescanAsync(Better with { Rule = "no" }, Boss)));
        Assert.Equal("rule-outdated", Code(await other.Redaction.RescanAsync(Better with { MinVersion = "8" }, Boss)));

        var gate = new Gate();
        floor.Journal.OnAppend = (append, write) =>
            append.Bodies.Any(body => body.Replaces) ? gate.PassAsync(append, write) : write();
        var first = other.Redaction.RescanAsync(Better, Boss).AsTask();
        await gate.Reached;
        var second = other.Redaction.RescanAsync(Better, Boss).AsTask();
        gate.Open();

        Assert.Equal(1, (await first).ValueOrThrow().Masked);
        Assert.True(Code(await second) is null or "rescan-running");
    }

    [Fact]
    public async Task A_retry_has_no_second_effect()
    {
        await using var floor = await WorseAsync();
        await HistoryTests.ClosedAsync(floor, "ana", Voucher);
        await using var other = await BetterAsync(floor);
        var id = CommandId.New(floor.Time.GetUtcNow());

        var first = (await other.Redaction.RescanAsync(Better, Boss, id)).ValueOrThrow();
        var again = (await other.Redaction.RescanAsync(Better, Boss, id)).ValueOrThrow();

        Assert.Equal(first, again);
    }

    [Theory]
    [InlineData("7", "8", true)]
    [InlineData("8", "8", false)]
    [InlineData("2026.9", "2026.10", true)]
    [InlineData("2026.10", "2026.9", false)]
    [InlineData("2026-09", "2026-9", false)]
    [InlineData("2026.10", "2026.10.1", true)]
    public void Versions_are_compared_by_their_numbers(string version, string other, bool isBefore) =>
        Assert.Equal(isBefore, Rescan.IsBefore(version, other));

    private static bool IsNote(TranscriptLine line) => line.Kind == LineKind.Note;

    private static async Task<RunningFloor> WorseAsync()
    {
        var floor = await RunningFloor.StartAsync(
            runtime => runtime with { Redaction = new RedactionPipeline(new CardNumberRule()) });
        await floor.AvailableAsync("mina");
        return floor;
    }

    private static Task<FloorHost> BetterAsync(RunningFloor floor) =>
        StartedAsync(floor, new RedactionPipeline(new CardNumberRule(), Rule.For("K-77")));

    private static async Task<FloorHost> StartedAsync(RunningFloor floor, RedactionPipeline pipeline)
    {
        var host = floor.Another(runtime => runtime with { Redaction = pipeline });
        await host.StartAsync();
        return host;
    }

    private static async Task<ChatId> LiveAsync(RunningFloor floor, string customer)
    {
        var chat = await floor.StartedAsync(customer);
        await floor.AcceptedAsync("mina");
        return chat;
    }

    private static async Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(FloorHost host, ChatId chat) =>
        (await host.Chats.TranscriptAsync(chat, Actor.Host)).ValueOrThrow();

    private static async Task<string[]> MessagesAsync(FloorHost host, ChatId chat) =>
    [
        .. (await TranscriptAsync(host, chat)).Where(line => line.Kind == LineKind.Message).Select(line => line.Text),
    ];

    /// <summary>All that stands beside the log of some chats.</summary>
    private static async Task<string> KeptAsync(RunningFloor floor, params ChatId[] chats)
    {
        var kept = new StringBuilder();
        foreach (var chat in chats)
        {
            foreach (var shelf in (BodyShelf[])[BodyShelf.Conversation, BodyShelf.Asides, BodyShelf.Files])
            {
                foreach (var body in await floor.Journal.ReadBodiesAsync("floor", shelf, chat.Number, -1, 100, default))
                {
                    kept.Append(Encoding.Latin1.GetString(body.Content.Span));
                }
            }
        }

        return kept.ToString();
    }
}

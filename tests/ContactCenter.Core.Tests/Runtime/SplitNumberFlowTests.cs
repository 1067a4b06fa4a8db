using System.Text;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>Card data in several messages of a chat, on a floor that runs, stops and goes on.</summary>
public sealed class SplitNumberFlowTests
{
    private const string Question = "what is the card number?";

    private static readonly string[] Parts = ["40128", "8888888", "1881"];

    [Fact]
    public async Task Its_parts_are_hidden_from_everybody_the_earlier_ones_too()
    {
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        await floor.SaidAsync(chat, Mina, Question);
        foreach (var part in Parts)
        {
            await floor.SaidAsync(chat, Ana, part);
        }

        Assert.Equal([Question, "*****", "*******", "****"], await floor.MessagesAsync(chat));
        await NowhereAsync(floor, chat, Parts);
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
    }

    [Fact]
    public async Task A_feed_tells_that_an_earlier_line_reads_otherwise()
    {
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        await using var reader = await FeedReader.BeginAsync(floor.Host, Mina);
        await floor.SaidAsync(chat, Mina, Question);
        await floor.SaidAsync(chat, Ana, "4012888");
        await UntilAsync<LineShown>(reader, shown => shown.Line.Text == "4012888");

        await floor.SaidAsync(chat, Ana, "888881881");

        var hidden = await UntilAsync<LineRedacted>(reader, _ => true);
        var line = (await floor.TranscriptAsync(chat)).Single(one => one.Sequence == hidden.Line.Sequence);
        Assert.Equal(("*******", true, chat), (hidden.Line.Text, hidden.Line.IsRedacted, hidden.Chat));
        Assert.Equal((line.At, line.Author, line.Text), (hidden.Line.At, hidden.Line.Author, hidden.Line.Text));
    }

    [Fact]
    public async Task Whoever_comes_back_to_a_feed_is_not_shown_how_it_read()
    {
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        var before = (await floor.SaidAsync(chat, Mina, Question)).Position;
        foreach (var part in Parts)
        {
            await floor.SaidAsync(chat, Ana, part);
        }

        var missed = floor.Missed(Ana, before);

        var lines = missed.SelectMany(batch => batch.Items).OfType<LineShown>().Select(one => one.Line.Text);
        Assert.Equal(["*****", "*******", "****"], lines);
    }

    [Fact]
    public async Task Nor_is_whoever_has_it_waiting()
    {
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        await using var slow = await FeedReader.BeginAsync(floor.Host, Mina);
        await floor.SaidAsync(chat, Mina, Question);
        foreach (var part in Parts)
        {
            await floor.SaidAsync(chat, Ana, part);
        }

        await floor.Host.Run!.SettleAsync();
        var next = await slow.NextAsync();
        Assert.Equal(FeedBatchKind.Resync, next.Kind);
        Assert.DoesNotContain(next.Items, item => item is LineShown);
    }

    [Fact]
    public async Task Nor_is_whoever_has_it_waiting_and_has_left_the_chat()
    {
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        await using var slow = await FeedReader.BeginAsync(floor.Host, Mina);
        await floor.SaidAsync(chat, Mina, Question);
        await floor.SaidAsync(chat, Ana, Parts[0]);
        (await floor.Host.Agents.ReturnAsync("mina", chat)).ValueOrThrow();
        foreach (var part in Parts.Skip(1))
        {
            await floor.SaidAsync(chat, Ana, part);
        }

        await floor.Host.Run!.SettleAsync();
        Assert.Equal(FeedBatchKind.Resync, (await slow.NextAsync()).Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_kill_between_two_parts_shows_nothing_of_it(int killedAfter)
    {
        string[] parts = ["4012", "8888", "8888", "1881"];
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        await floor.SaidAsync(chat, Mina, Question);
        foreach (var part in parts.Take(killedAfter))
        {
            await floor.SaidAsync(chat, Ana, part);
        }

        // Another owner takes the floor over; the one before never stops in order.
        await using var other = floor.Another();
        await other.StartAsync();
        foreach (var part in parts.Skip(killedAfter))
        {
            (await other.Chats.SayAsync(chat, Ana, part)).ValueOrThrow();
        }

        var lines = (await other.Chats.TranscriptAsync(chat, Actor.Host)).ValueOrThrow();
        Assert.Equal(
            [Question, "****", "****", "****", "****"],
            lines.Where(line => line.Kind == LineKind.Message).Select(line => line.Text));
    }

    [Fact]
    public async Task Masking_goes_on_from_a_snapshot()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new FloorLimits { SnapshotEvery = 1 });
        await floor.AvailableAsync("mina");
        var chat = await ChatAsync(floor);
        await floor.SaidAsync(chat, Mina, Question);
        await floor.SaidAsync(chat, Ana, "40128888");
        Assert.True(floor.Host.Run!.Follower.Read(state => state.Chats[chat.Number].IsMasking));
        await floor.RestartAsync();

        Assert.True((await floor.SaidAsync(chat, Ana, "8888")).IsRedacted);
        Assert.True((await floor.SaidAsync(chat, Ana, "1881")).IsRedacted);
        Assert.False(floor.Host.Run!.Follower.Read(state => state.Chats[chat.Number].IsMasking));
        Assert.False((await floor.SaidAsync(chat, Ana, "2 of them please")).IsRedacted);
    }

    [Fact]
    public async Task A_retry_is_the_same_message_whatever_was_said_meanwhile()
    {
        var id = CommandId.New(ManualTimeProvider.DefaultStart);
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        await floor.SaidAsync(chat, Mina, Question);
        var first = await floor.SaidAsync(chat, Ana, "4012 8", id);
        await floor.SaidAsync(chat, Ana, "88888881881");
        Assert.Equal([Question, "******", "***********"], await floor.MessagesAsync(chat));

        var again = await floor.SaidAsync(chat, Ana, "4012 8", id);

        Assert.Equal(first.Sequence, again.Sequence);
        Assert.Equal(3, (await floor.MessagesAsync(chat)).Count);
        Assert.Equal(
            "command-id-conflict", (await floor.Host.Chats.SayAsync(chat, Ana, "hello", id)).Rejection?.Code);
    }

    [Fact]
    public async Task What_the_log_keeps_of_a_part_does_not_tell_its_digits()
    {
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        ulong PrintOf(string text) => Fingerprint.Of(Specification.Say(Ana, chat.Number, text));

        Assert.Equal(PrintOf("4012"), PrintOf("9999"));
        Assert.Equal(PrintOf("4012"), PrintOf("٤٠١٢"));
        Assert.NotEqual(PrintOf("4012"), PrintOf("40121"));
        Assert.NotEqual(PrintOf("ok 4012"), PrintOf("no 4012"));
    }

    [Fact]
    public async Task The_answer_to_a_bot_needs_no_name()
    {
        var bot = Bot.ThatSays("your security code please");
        await using var floor = await RunningFloor.WithBotAsync(bot);
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.Host.Run!.SettleAsync();

        Assert.True((await floor.SaidAsync(chat, Ana, "123")).IsRedacted);
        Assert.Contains("***", await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task What_stands_beside_the_conversation_counts_and_is_not_shown_to_the_customer()
    {
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        await using var reader = await FeedReader.BeginAsync(floor.Host, Ana);
        (await floor.Host.Chats.NoteAsync(chat, "mina", "card starts with 4012888")).ValueOrThrow();
        (await floor.Host.Chats.NoteAsync(chat, "mina", "888881881")).ValueOrThrow();

        await floor.SaidAsync(chat, Mina, "thank you");
        var shown = await reader.DeltasAsync();
        Assert.Equal("thank you", Assert.IsType<LineShown>(Assert.Single(shown)).Line.Text);
        await NowhereAsync(floor, chat, ["4012888", "888881881"]);
    }

    [Theory]
    [InlineData("4012888", "888881881")]
    [InlineData("40128888", "88881881")]
    public async Task Its_parts_are_hidden_where_some_of_them_stand_beside_it(string first, string second)
    {
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        await floor.SaidAsync(chat, Mina, Question);
        await floor.SaidAsync(chat, Ana, first);
        (await floor.Host.Chats.NoteAsync(chat, "mina", second)).ValueOrThrow();
        (await floor.Host.Chats.NoteAsync(chat, "mina", $"card starts with {first}")).ValueOrThrow();
        (await floor.Host.Supervisors.MonitorAsync("boss", chat)).ValueOrThrow();
        (await floor.Host.Supervisors.WhisperAsync("boss", chat, second)).ValueOrThrow();
        (await floor.Host.Chats.NoteAsync(chat, "mina", $"card starts with {first}")).ValueOrThrow();
        await floor.SaidAsync(chat, Ana, second);

        await NowhereAsync(floor, chat, [first, second]);
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
    }

    [Fact]
    public async Task A_part_that_cannot_be_hidden_stops_the_message()
    {
        await using var floor = await WithMinaAsync();
        var chat = await ChatAsync(floor);
        await floor.SaidAsync(chat, Mina, Question);
        await floor.SaidAsync(chat, Ana, "4012888");
        floor.Journal.BeforeBodies = _ => throw new IOException("unreachable");

        var refused = (await floor.Host.Chats.SayAsync(chat, Ana, "888881881")).Rejection;

        floor.Journal.BeforeBodies = null;
        Assert.Equal(("redaction-failed", "split-card-number"), (refused?.Code, refused?.Subject));
        await floor.SaidAsync(chat, Ana, "888881881");
        Assert.Equal([Question, "*******", "*********"], await floor.MessagesAsync(chat));
    }

    [Theory]
    [InlineData(RedactionAction.Drop)]
    [InlineData(RedactionAction.Block)]
    public async Task A_part_that_is_refused_hides_those_before_it(RedactionAction action)
    {
        var options = new RedactionOptions();
        options.Kinds[RedactionKind.CardNumber] = action;
        await using var floor = await RunningFloor.StartAsync(
            runtime => runtime with { Redaction = new RedactionPipeline(options) });
        await floor.AvailableAsync("mina");
        var chat = await ChatAsync(floor);
        await floor.SaidAsync(chat, Ana, "4111 1111 1111");

        foreach (var last in (string[])["1111", "ok the last ones are 1111"])
        {
            var refused = (await floor.Host.Chats.SayAsync(chat, Ana, last)).Rejection;
            Assert.Equal(("message-dropped", "card-number"), (refused?.Code, refused?.Subject));
            Assert.Equal(["**************"], await floor.MessagesAsync(chat));
        }

        await NowhereAsync(floor, chat, ["4111 1111 1111"]);
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "floor")).Faults);
    }

    private static async Task<T> UntilAsync<T>(FeedReader reader, Func<T, bool> isMeant)
        where T : FeedItem
    {
        while (true)
        {
            if ((await reader.DeltasAsync()).OfType<T>().FirstOrDefault(isMeant) is { } item)
            {
                return item;
            }
        }
    }

    private static async Task<RunningFloor> WithMinaAsync()
    {
        var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        return floor;
    }

    private static async Task<ChatId> ChatAsync(RunningFloor floor)
    {
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        return chat;
    }

    private static async Task NowhereAsync(RunningFloor floor, ChatId chat, string[] parts)
    {
        var kept = new StringBuilder(Encoding.Latin1.GetString(floor.Snapshot()));
        await foreach (var record in floor.Journal.ReadAsync("floor", 0, default))
        {
            kept.Append(Encoding.Latin1.GetString(record.Payload.Span));
        }

        foreach (var shelf in Enum.GetValues<BodyShelf>())
        {
            foreach (var body in await floor.Journal.ReadBodiesAsync("floor", shelf, chat.Number, -1, 100, default))
            {
                kept.Append(Encoding.Latin1.GetString(body.Content.Span));
            }
        }

        kept.AppendJoin('\n', floor.Log.Lines);
        Assert.All(parts, part => Assert.DoesNotContain(part, kept.ToString(), StringComparison.Ordinal));
    }
}

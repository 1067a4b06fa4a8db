using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using ContactCenter.Transcripts;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

public sealed class ExportTests
{
    [Fact]
    public async Task A_live_chat_is_written_down_as_text()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);

        var (lines, text) = await ExportAsync(floor, chat, Mina, TranscriptFormat.Text);

        Assert.Equal(4, lines);
        Assert.Equal(
            """
            2026-01-01 12:00:00Z  floor/chat-1, customer ana, Ana Lee

            2026-01-01 12:00:00Z  Waiting for an agent.
            2026-01-01 12:00:00Z  Mina Kim joined the chat.
            2026-01-01 12:00:00Z  customer ana: my card is 411111******1111
            2026-01-01 12:00:00Z  agent mina, Mina Kim: Thank you

            """,
            text);
    }

    [Fact]
    public async Task A_chat_in_wrap_up_is_written_down_as_JSON()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        (await floor.Host.Chats.EndAsync(chat, Ana)).ValueOrThrow();

        var (lines, text) = await ExportAsync(floor, chat, Mina, TranscriptFormat.Json);

        var document = JsonNode.Parse(text)!;
        Assert.Equal(5, lines);
        Assert.Equal(("ana", "Ana Lee"), ((string?)document["customer"], (string?)document["name"]));
        Assert.Equal(
            [null, null, "my card is 411111******1111", "Thank you", null],
            document["lines"]!.AsArray()
                .Select(line => line!["notice"] is null ? (string?)line["text"] : null));
        Assert.Equal("Mina Kim", (string?)document["lines"]![3]!["name"]);
    }

    [Fact]
    public async Task A_closed_chat_is_written_down_as_HTML_in_the_readers_language()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        (await floor.Host.Chats.EndAsync(chat, Ana)).ValueOrThrow();
        (await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"])).ValueOrThrow();

        var (lines, text) = await ExportAsync(
            floor, chat, Boss, TranscriptFormat.Html, CultureInfo.GetCultureInfo("ko-KR"));

        Assert.Equal(5, lines);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"ko-KR\">", text, StringComparison.Ordinal);
        Assert.Contains("Mina Kim 상담원이", text, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_leaves_one_entry_that_is_durable_before_the_first_byte()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        var before = new List<int>();
        using var stream = new Watched(async () => before.Add((await TrailAsync(floor)).Count));

        (await floor.Host.Chats.ExportAsync(chat, Mina, TranscriptFormat.Text, stream)).ValueOrThrow();
        await ExportAsync(floor, chat, Ana, TranscriptFormat.Text);
        await ExportAsync(floor, chat, Actor.Host, TranscriptFormat.Text);

        Assert.All(before, entries => Assert.Equal(1, entries));
        var entry = Assert.Single(await TrailAsync(floor));
        Assert.Equal((Mina, AuditAction.ExportTranscript, chat), (entry.By, entry.Action, entry.Chat));
    }

    [Fact]
    public async Task Whoever_may_not_read_it_gets_no_byte_and_leaves_no_entry()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        using var stream = new MemoryStream();

        foreach (var (viewer, which, code) in new[]
        {
            (Noor, chat, "not-permitted"), (Bob, chat, "not-permitted"),
            (Boss, ChatId.Parse("floor/chat-9"), "chat-unknown"), (Boss, ChatId.Parse("other/chat-1"), "chat-unknown"),
        })
        {
            var refused = await floor.Host.Chats.ExportAsync(which, viewer, TranscriptFormat.Html, stream);
            Assert.Equal(code, refused.Rejection?.Code);
        }

        Assert.Equal(0, stream.Length);
        Assert.Empty(await TrailAsync(floor));
    }

    [Fact]
    public async Task What_cannot_be_noted_is_not_taken_out()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        floor.Journal.OnAppend = (_, _) => throw new IOException("full");
        floor.Journal.HidesItsHead = true;
        using var stream = new MemoryStream();

        Assert.False((await floor.Host.Chats.ExportAsync(chat, Mina, TranscriptFormat.Text, stream)).IsAccepted);

        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public async Task An_agent_whose_part_is_over_takes_out_what_they_were_there_for()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        await floor.AvailableAsync("noor");
        (await floor.Host.Chats.TransferAsync(chat, "mina", TransferTarget.To((AgentId)"noor"))).ValueOrThrow();
        await floor.AcceptedAsync("noor");
        await floor.SaidAsync(chat, Noor, "after her time");
        var may = (await floor.Host.Chats.TranscriptAsync(chat, Mina)).ValueOrThrow();

        var (lines, text) = await ExportAsync(floor, chat, Mina, TranscriptFormat.Text);

        Assert.Equal(may.Count, lines);
        Assert.Contains("Thank you", text, StringComparison.Ordinal);
        Assert.DoesNotContain("after her time", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_who_sees_nothing_from_before_they_came_takes_out_nothing_of_it()
    {
        await using var floor = await RunningFloor.StartAsync(Named with
        {
            Collaboration = new CollaborationPolicy { History = JoinerHistory.FromJoining },
        });
        var chat = await TalkAsync(floor);
        await floor.AvailableAsync("noor");
        (await floor.Host.Conferences.InviteAsync(chat, "mina", "noor")).ValueOrThrow();
        await floor.AcceptedAsync("noor");
        await floor.SaidAsync(chat, Noor, "now with her");

        var (lines, text) = await ExportAsync(floor, chat, Noor, TranscriptFormat.Text);

        Assert.Equal((await floor.Host.Chats.TranscriptAsync(chat, Noor)).ValueOrThrow().Count, lines);
        Assert.Contains("now with her", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_while_it_is_written_is_not_in_it()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        floor.Journal.OnBodies = (_, _) =>
        {
            floor.Journal.OnBodies = null;
            Assert.True(floor.Host.Chats.SayAsync(chat, Ana, "later").AsTask().Result.IsAccepted);
        };

        var (lines, text) = await ExportAsync(floor, chat, Actor.Host, TranscriptFormat.Text);

        Assert.Equal(4, lines);
        Assert.DoesNotContain("later", text, StringComparison.Ordinal);
        Assert.Equal(5, (await ExportAsync(floor, chat, Actor.Host, TranscriptFormat.Text)).Lines);
    }

    [Fact]
    public async Task What_the_stream_throws_goes_to_the_caller_and_the_floor_goes_on()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        using var stream = new Watched(() => throw new IOException("gone"));

        await Assert.ThrowsAsync<IOException>(
            async () => await floor.Host.Chats.ExportAsync(chat, Mina, TranscriptFormat.Json, stream));

        Assert.Single(await TrailAsync(floor));
        await floor.SaidAsync(chat, Mina, "still here");
    }

    [Fact]
    public async Task Whoever_gives_up_is_heard()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        using var giveUp = new CancellationTokenSource();
        using var stream = new MemoryStream();
        floor.Journal.OnBodies = (_, _) => giveUp.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await floor.Host.Chats.ExportAsync(
            chat, Actor.Host, TranscriptFormat.Text, stream, cancellationToken: giveUp.Token));

        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public async Task A_form_that_there_is_not_and_a_stream_that_takes_nothing_are_mistakes_that_leave_no_entry()
    {
        await using var floor = await NamedAsync();
        var chat = await TalkAsync(floor);
        using var read = new MemoryStream([1], writable: false);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await floor.Host.Chats.ExportAsync(chat, Mina, (TranscriptFormat)3, new MemoryStream()));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await floor.Host.Chats.ExportAsync(chat, Mina, TranscriptFormat.Text, read));

        Assert.Empty(await TrailAsync(floor));
    }

    private static FloorConfiguration Named { get; } =
        Configuration([Queue("chat")], Agent("mina") with { Name = "Mina Kim" }, Agent("noor"));

    private static Task<RunningFloor> NamedAsync() => RunningFloor.StartAsync(Named);

    private static async Task<ChatId> TalkAsync(RunningFloor floor)
    {
        await floor.AvailableAsync("mina");
        (await floor.Host.Chats.StartAsync(
            new StartChat { Queue = "chat", Customer = "ana", Name = "Ana Lee" })).ValueOrThrow();
        var chat = await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Ana, "my card is 4111 1111 1111 1111");
        await floor.SaidAsync(chat, Mina, "Thank you");
        return chat;
    }

    private static async Task<(int Lines, string Text)> ExportAsync(
        RunningFloor floor, ChatId chat, Actor viewer, TranscriptFormat format, CultureInfo? culture = null)
    {
        using var stream = new MemoryStream();
        var receipt = (await floor.Host.Chats.ExportAsync(chat, viewer, format, stream, culture)).ValueOrThrow();
        return (receipt.Lines, Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static async Task<IReadOnlyList<AuditEntry>> TrailAsync(RunningFloor floor) =>
        (await floor.Host.History.AuditAsync(Actor.Host)).ValueOrThrow();

    private sealed class Watched(Func<Task> write) : MemoryStream
    {
        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await write();
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}

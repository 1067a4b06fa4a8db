using ContactCenter.Agents;
using ContactCenter.Customers;
using ContactCenter.Journals;
using ContactCenter.Runtime;
using ContactCenter.Testing;

namespace ContactCenter.Sqlite.Tests;

/// <summary>
/// What is damaged of what is kept keeps nobody from the rest: it is told with its place, and destroyed where it is to
/// be.
/// </summary>
public sealed class DamagedHistoryTests : IDisposable
{
    private readonly JournalFile _file = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _file.Dispose();

    public static TheoryData<string, string, bool> Damages => new()
    {
        { "UPDATE contact SET content = x'03FFFF' WHERE chat = 2", "contact 2", false },
        { "UPDATE contact SET content = substr(content, 1, length(content) - 20) WHERE chat = 2", "contact 2", false },
        { "UPDATE contact SET closed_at = -5 WHERE chat = 2", "contact 2", false },
        { "UPDATE contact SET chat = 99 WHERE chat = 2", "contact 99", false },
        { "UPDATE contact SET content = x'00' || substr(content, 2) WHERE chat = 2", "contact 2", true },
        { "UPDATE contact SET content = substr(content, 1, 50) || zeroblob(10) WHERE chat = 2", "contact 2", true },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_contact_keeps_no_erasure_from_its_end(string damage, string place, bool isProtected)
    {
        await using var floor = await StartAsync(isProtected);
        await TalkAsync(floor, "ana", "Nunez-Kowalski");
        Run(damage);

        var asked = floor.Floor.History.EraseAsync("ana", Actor.Host, "on request").AsTask();
        await floor.Floor.Run!.SettleAsync();
        Assert.Empty(floor.Floor.Run!.Follower.Read(state => state.Effects.Values.OfType<Erasure>().ToArray()));

        var receipt = (await asked).ValueOrThrow();
        Assert.Equal([place], receipt.Damaged);
        Assert.Equal(place == "contact 2" ? 3 : 2, receipt.Contacts);
        Assert.Equal(
            place == "contact 2" ? [2L] : [],
            (await floor.Floor.History.AuditAsync(Actor.Host)).ValueOrThrow()
                .Where(entry => (entry.Action, entry.Note) == (AuditAction.Erased, "damaged"))
                .Select(entry => entry.Chat!.Value.Number));
        await GoneAsync(floor, 1, 3);
        if (place == "contact 2")
        {
            await GoneAsync(floor, 2);
            Assert.Empty((floor.Keys is { } keys
                ? await JournalCheck.RunAsync(floor.Journal, "default", keys)
                : await JournalCheck.RunAsync(floor.Journal, "default")).Faults);
        }
    }

    [Theory]
    [InlineData("UPDATE body SET content = x'02FFFFFF' WHERE chat = 2 AND seq = 4")]
    [InlineData("UPDATE body SET content = zeroblob(length(content)) WHERE chat = 2")]
    public async Task Damaged_lines_are_destroyed_with_the_others(string damage)
    {
        await using var floor = await StartAsync(isProtected: false);
        await TalkAsync(floor, "ana", "Nunez-Kowalski");
        Run(damage);

        Assert.Equal(
            3, (await floor.Floor.History.EraseAsync("ana", Actor.Host, "on request")).ValueOrThrow().Contacts);

        await GoneAsync(floor, 1, 2, 3);
        Assert.False(_file.Holds("Nunez-Kowalski"));
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "default")).Faults);
    }

    [Theory]
    [InlineData("customer = ''", false)]
    [InlineData("customer = ''", true)]
    [InlineData("content = x'0307'", false)]
    public async Task A_damaged_contact_keeps_no_purge_from_its_end_and_goes_unless_it_may_be_held(
        string damage, bool isSomebodyHeld)
    {
        await using var floor = await StartAsync(isProtected: false);
        await TalkAsync(floor, "ana", "Nunez-Kowalski");
        if (isSomebodyHeld)
        {
            (await floor.Floor.History.HoldAsync("bob", Actor.Host, "dispute")).ValueOrThrow();
        }

        Run($"UPDATE contact SET {damage} WHERE chat = 2");
        _time.Advance(TimeSpan.FromDays(31));
        await floor.Floor.Run!.SettleAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await floor.Floor.Run!.SettleAsync();

        Assert.Empty(floor.Floor.Run!.Follower.Read(state => state.Effects.Values.OfType<Erasure>().ToArray()));
        await GoneAsync(floor, 1, 3);
        Assert.Equal(
            isSomebodyHeld,
            (await floor.Journal.ReadBodiesAsync("default", BodyShelf.Conversation, 2, -1, 10, default)).Count > 0);
    }

    [Theory]
    [InlineData(
        "UPDATE body SET content = x'02FFFFFF' WHERE chat = 2 AND seq = 4", "Conversation 4 of contact 2", false)]
    [InlineData("UPDATE body SET content = x'02FF' WHERE chat = 2 AND seq = 0", "Conversation 0 of contact 2", false)]
    [InlineData(
        "UPDATE body SET content = substr(content, 1, 40) || zeroblob(9) WHERE chat = 2 AND seq = 4",
        "Conversation 4 of contact 2",
        true)]
    public async Task A_damaged_line_keeps_no_rescan_from_the_others(string damage, string place, bool isProtected)
    {
        await using var floor = await StartAsync(isProtected);
        await TalkAsync(floor, "ana", "Nunez-Kowalski");
        var whole = (await floor.Floor.Redaction.RescanAsync(Why, Actor.Host)).ValueOrThrow();
        Assert.Equal((0, 0), (whole.NotJudged, whole.Damaged.Count));
        Run(damage);

        var asked = floor.Floor.Redaction.RescanAsync(Why, Actor.Host).AsTask();
        await floor.Floor.Run!.SettleAsync();
        Assert.Null(floor.Floor.Run!.Follower.Read(state => state.Rescan));

        var receipt = (await asked).ValueOrThrow();
        Assert.Equal((whole.Lines, 1), (receipt.Lines, receipt.NotJudged));
        Assert.Equal([place], receipt.Damaged);

        // Whoever opens it is told where it is.
        var told = await Assert.ThrowsAsync<JournalFormatException>(async () =>
        {
            await floor.Floor.Run!.Transcripts.ReadCardAsync(2, default);
            await floor.Floor.Chats.TranscriptAsync(new ChatId("default", 2), Actor.Host);
        });
        Assert.Contains(place, told.Message, StringComparison.Ordinal);
    }

    private static Rescan Why { get; } = new() { Reason = "a better rule" };

    private Task<RunningFloor> StartAsync(bool isProtected) => RunningFloor.StartAsync(
        _file.Path,
        time: _time,
        keys: isProtected ? _file.In("keys.db") : null,
        kept: TimeSpan.FromDays(30));

    private static async Task GoneAsync(RunningFloor floor, params long[] chats)
    {
        foreach (var chat in chats)
        {
            Assert.Empty(await floor.Journal.ReadBodiesAsync("default", BodyShelf.Conversation, chat, -1, 10, default));
            Assert.Null(await floor.Journal.FindContactAsync("default", chat, default));
        }
    }

    /// <summary>Three contacts that are closed.</summary>
    private static async Task TalkAsync(RunningFloor floor, string customer, string name)
    {
        for (var contact = 0; contact < 3; contact++)
        {
            var start = new StartChat { Queue = "cards", Customer = customer, Name = name };
            var chat = (await floor.Floor.Chats.StartAsync(start)).ValueOrThrow().Id;
            for (var line = 0; line < 5; line++)
            {
                await floor.SaidAsync(chat, customer, $"{name} says {line}");
            }

            (await floor.Floor.Chats.EndAsync(chat, Actor.Customer(customer))).ValueOrThrow();
        }
    }

    private void Run(string sql)
    {
        using var connection = new Connection(_file.Path, TimeSpan.FromSeconds(5));
        connection.Run(sql);
    }
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Tests.Journals;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Two owners of one floor: the second fences the first.</summary>
public sealed class FencingTests
{
    [Fact, Pain(8)]
    public async Task An_owner_that_was_replaced_can_do_nothing_more_and_nothing_acknowledged_is_lost()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Ana, "before");
        await using var second = floor.Another();
        await second.StartAsync();

        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "to the first")).IsUnknown);
        Assert.Equal("not-running", (await floor.Host.Chats.SayAsync(chat, Ana, "to the first")).Rejection?.Code);
        Assert.True((await second.Chats.SayAsync(chat, Ana, "to the second")).IsAccepted);
        var lines = (await second.Chats.TranscriptAsync(chat, Mina)).ValueOrThrow();
        Assert.Equal(
            ["before", "to the second"],
            lines.Where(line => line.Kind == LineKind.Message).Select(line => line.Text));
        Assert.Contains(floor.Log.Lines, line => line.Contains("FloorStoppedException", StringComparison.Ordinal));
    }

    [Fact, Pain(8)]
    public async Task An_alarm_of_an_owner_that_was_replaced_has_no_effect()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await using var second = floor.Another();
        await second.StartAsync();

        await floor.AdvanceAsync(Seconds(30));
        await second.Run!.SettleAsync();
        Assert.Equal(Availability.Rona, (await second.Agents.StateAsync("mina")).Value.Availability);
        Assert.Equal(ChatState.Queued, (await second.Chats.StateAsync(chat, Boss)).Value.State);
        Assert.Equal(
            1,
            (await floor.Journal.RecordsAsync("floor")).SelectMany(LogText.EventsOf)
                .Count(happened => happened is OfferClosed));
    }

    [Fact]
    public async Task An_owner_that_was_replaced_takes_the_floor_back_by_starting_again()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        await using var second = floor.Another();
        await second.StartAsync();
        Assert.True((await second.Chats.SayAsync(chat, Ana, "to the second")).IsAccepted);
        await floor.RestartAsync();

        var receipt = await floor.SaidAsync(chat, Ana, "to the first");
        Assert.Equal((3, 3L), (receipt.Sequence, receipt.Position.Epoch));
        Assert.True((await second.Chats.SayAsync(chat, Ana, "too late")).IsUnknown);
        Assert.Equal(["to the second", "to the first"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_refusal_of_an_owner_that_was_replaced_changes_nothing_anywhere()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        await using var second = floor.Another();
        await second.StartAsync();

        Assert.Equal("not-permitted", (await floor.Host.Chats.SayAsync(chat, Bob, "hello")).Rejection?.Code);
        Assert.Equal(1, (await second.Chats.StateAsync(chat, Ana)).Value.LastLine);
    }

    [Fact, Pain(8)]
    public async Task Whoever_cannot_read_a_floor_takes_it_from_nobody()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        await using var second = floor.Another();

        floor.Journal.OnRead = record => record with { Payload = record.Payload[1..] };
        await Assert.ThrowsAsync<JournalFormatException>(() => second.StartAsync());
        floor.Journal.OnRead = null;
        await floor.SaidAsync(chat, Ana, "still here");
        Assert.Equal(["still here"], await floor.MessagesAsync(chat));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(2)]
    public async Task What_an_owner_says_while_another_takes_over_is_read_by_the_other(int snapshotEvery)
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new() { SnapshotEvery = snapshotEvery });
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "before");
        string[] meanwhile = ["1", "2", "3", "4", "5", "6", "7"];
        floor.Journal.BeforeOpen = async () =>
        {
            foreach (var text in meanwhile)
            {
                await floor.SaidAsync(chat, Ana, text);
                await floor.StateAsync(chat);
            }
        };
        await using var second = floor.Another();
        await second.StartAsync();

        var lines = (await second.Chats.TranscriptAsync(chat, Actor.Host)).ValueOrThrow();
        Assert.Equal(
            ["before", .. meanwhile],
            lines.Where(line => line.Kind == LineKind.Message).Select(line => line.Text));
        Assert.Equal(10, (await second.Chats.SayAsync(chat, Ana, "and on")).ValueOrThrow().Sequence);
    }
}

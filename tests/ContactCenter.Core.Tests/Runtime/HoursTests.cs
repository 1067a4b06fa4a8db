using ContactCenter.Floors;
using ContactCenter.Hours;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Opening hours on a floor that runs: who can read them, who is shown what they do.</summary>
public sealed class HoursTests
{
    private static readonly OpeningHours Lunch = new()
    {
        Zone = "Europe/London",
        Weekdays = "12:00-13:00",
        Saturday = "10:00-12:00, 14:00-15:00",
        Closed = [new DateOnly(2026, 4, 3)],
    };

    private static readonly FloorConfiguration Cards = Configuration(
        [Queue("cards") with { Hours = Lunch }, Queue("always")], Agent("mina"));

    [Fact]
    [PeerScenario("RC-42")]
    public async Task Hours_that_are_not_there_are_told_as_such_and_others_day_by_day()
    {
        await using var floor = await RunningFloor.StartAsync(Cards);

        Assert.Equal("queue-unknown", (await floor.Host.Queues.HoursAsync("nowhere")).Rejection?.Code);
        Assert.Equal(
            new QueueHours("always", Hours: null, IsOpen: true, NextChange: null),
            (await floor.Host.Queues.HoursAsync("always")).ValueOrThrow());
        var cards = (await floor.Host.Queues.HoursAsync("cards")).ValueOrThrow();
        Assert.Equal((true, floor.Time.GetUtcNow() + Minutes(60)), (cards.IsOpen, cards.NextChange));
        Assert.Equal(("Europe/London", "12:00-13:00"), (cards.Hours!.Zone, cards.Hours.Weekdays));
    }

    [Fact]
    [PeerScenario("RC-43")]
    public async Task Hours_of_ones_own_come_back_whole_after_a_restart()
    {
        await using var floor = await RunningFloor.StartAsync(Cards);
        await floor.AdvanceAsync(Minutes(90));
        await floor.RestartAsync();

        var cards = (await floor.Host.Queues.HoursAsync("cards")).ValueOrThrow();
        Assert.Equal(Lunch, cards.Hours);
        Assert.Equal((false, floor.Time.GetUtcNow() + Minutes(22 * 60 + 30)), (cards.IsOpen, cards.NextChange));
    }

    [Fact]
    public async Task Supervisors_are_shown_which_queues_have_hours_and_how_their_doors_turn()
    {
        await using var floor = await RunningFloor.StartAsync(Cards);
        var noon = floor.Time.GetUtcNow();
        await using var boss = new FeedReader(floor.Host, Boss);

        Assert.Equal(
            new QueueShown("cards", IsOpen: true, noon + Minutes(60)),
            Assert.Single((await boss.NextAsync()).Items.OfType<QueueShown>()));
        await floor.AdvanceAsync(Minutes(60));
        Assert.Equal(
            new QueueShown("cards", IsOpen: false, noon.AddDays(1)), Assert.Single(await boss.DeltasAsync()));
    }

    [Fact]
    public async Task A_floor_that_was_away_while_its_queue_opened_opens_it_when_it_is_back()
    {
        await using var floor = await RunningFloor.StartAsync(Cards);
        await floor.AdvanceAsync(Minutes(90));
        await floor.Host.StopAsync();
        floor.Time.Advance(TimeSpan.FromHours(23));
        await floor.Host.StartAsync();
        await floor.AdvanceAsync(TimeSpan.Zero);

        Assert.True((await floor.Host.Queues.HoursAsync("cards")).ValueOrThrow().IsOpen);
        await floor.StartedAsync("ana", "cards");
    }
}

using System.Text;
using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using ContactCenter.Wire;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Who is kept from offers for a while is seen to be, by everybody who looks.</summary>
public sealed class CoolOffFeedTests
{
    private static readonly FloorConfiguration Policy = RunningFloor.Usual with
    {
        Rona = new RonaPolicy
        {
            Missed = new RonaRule { Then = RonaConsequence.CoolOff, CoolOff = Seconds(10) },
        },
    };

    [Fact]
    public void A_cool_off_travels_in_words()
    {
        var noon = ManualTimeProvider.DefaultStart;
        var shown = new AgentShown(
            "mina", null, Availability.Available, null, noon, noon, Mina, null, false, default, null, default, [])
        {
            CoolOffs = [new CoolOff(
                Channel.Chat, RonaCause.Declined, RonaConsequence.CoolOff, 2, noon, noon + Seconds(10))],
        };
        var frame = Encoding.UTF8.GetString(WireFormat.Serialize(
            new FeedBatch(FeedBatchKind.Deltas, new FeedPosition(1, 12), 9, noon, [shown])).Span);

        Assert.Contains(
            "\"coolOffs\":[{\"channel\":\"chat\",\"cause\":\"declined\",\"consequence\":\"cool-off\",\"count\":2,",
            frame,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cool_off_shows_in_feeds_in_snapshots_and_in_the_state_until_it_is_over()
    {
        await using var floor = await RunningFloor.StartAsync(Policy);
        await floor.AvailableAsync("noor");
        await floor.StartedAsync("ana");
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);
        await floor.AdvanceAsync(Seconds(30));

        var since = floor.Time.GetUtcNow();
        var wanted = new CoolOff(
            null, RonaCause.Missed, RonaConsequence.CoolOff, Count: 1, since, since + Seconds(10));
        var shown = (await boss.DeltasAsync()).OfType<AgentShown>().Last();
        Assert.Equal((Availability.Available, wanted), (shown.Availability, Assert.Single(shown.CoolOffs!)));
        var state = (await floor.Host.Agents.StateAsync("noor")).ValueOrThrow();
        Assert.Equal([wanted], state.CoolOffs!);

        await floor.RestartAsync();
        state = (await floor.Host.Agents.StateAsync("noor")).ValueOrThrow();
        Assert.Equal([wanted], state.CoolOffs!);
        await floor.AdvanceAsync(Seconds(10));
        state = (await floor.Host.Agents.StateAsync("noor")).ValueOrThrow();
        Assert.Null(state.CoolOffs);
        Assert.Single((await floor.Host.Agents.OffersAsync("noor")).ValueOrThrow());
    }
}

using System.Text;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using ContactCenter.Wire;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>Viewers who come back with the position of the last batch they had.</summary>
public sealed class FeedResumeTests
{
    [Fact, Pain(91)]
    public async Task A_viewer_who_was_away_gets_what_they_missed_each_once_and_in_order()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await using var before = await FeedReader.BeginAsync(floor.Host, Mina);
        await floor.SaidAsync(chat, Ana, "one");
        await before.DeltasAsync();
        await before.DisposeAsync();

        // Of what happens meanwhile, some is not hers to see.
        await floor.SaidAsync(chat, Ana, "two");
        await floor.AvailableAsync("noor");
        await floor.SaidAsync(chat, Ana, "three");
        await using var again = new FeedReader(floor.Host, Mina, before.Position);
        string[] read = [Said(await again.DeltasAsync()), Said(await again.DeltasAsync())];
        await floor.SaidAsync(chat, Mina, "four");
        read = [.. read, Said(await again.DeltasAsync())];

        Assert.Equal(["two", "three", "four"], read);
    }

    [Fact]
    public async Task What_a_viewer_missed_is_as_it_would_have_been_shown_at_the_time()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);
        var from = boss.Position;
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.AdvanceAsync(Times.Minutes(1));
        await using var late = new FeedReader(floor.Host, Boss, from);
        var catchingUp = late.RestAsync();
        await floor.Host.StopAsync();

        var (live, missed) = (await boss.RestAsync(), await catchingUp);
        Assert.Equal(live.Select(Header), missed.Select(Header));
        Assert.Equal(live.Select(Text), missed.Select(Text));

        static string Text(FeedBatch batch) => Encoding.UTF8.GetString(WireFormat.Serialize(batch).Span);
    }

    [Fact]
    public async Task A_viewer_who_missed_nothing_gets_nothing_until_something_happens()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new FloorLimits { FeedHistory = 0 });
        await using var before = await FeedReader.BeginAsync(floor.Host, Mina);
        await using var again = new FeedReader(floor.Host, Mina, before.Position);
        var next = again.DeltasAsync();
        Assert.False(next.IsCompleted);

        await floor.Host.Agents.SignInAsync("mina");
        Assert.IsType<AgentShown>(Assert.Single(await next));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_position_from_before_what_is_kept_gets_a_snapshot(int missed, bool resumes)
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new FloorLimits { FeedHistory = 1 });
        await using var before = await FeedReader.BeginAsync(floor.Host, Mina);
        string[] codes = ["lunch", "meeting"];
        await floor.Host.Agents.SignInAsync("mina");
        await before.DeltasAsync();
        foreach (var code in codes[..missed])
        {
            Assert.True((await floor.Host.Agents.SetIdleAsync("mina", code)).IsAccepted);
        }

        await using var again = new FeedReader(floor.Host, Mina, before.Position);
        var first = await again.NextAsync();
        Assert.Equal(resumes ? FeedBatchKind.Deltas : FeedBatchKind.Snapshot, first.Kind);
        Assert.Equal(codes[missed - 1], Assert.IsType<AgentShown>(Assert.Single(first.Items)).IdleCode);
    }

    [Fact]
    public async Task A_position_of_an_earlier_run_or_of_none_gets_a_snapshot()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var before = await FeedReader.BeginAsync(floor.Host, Mina);
        await floor.RestartAsync();
        var head = (await floor.Host.Agents.SignInAsync("mina")).ValueOrThrow().Position;

        FeedPosition?[] strange =
        [
            before.Position, head with { Epoch = 1 }, head with { Epoch = 3 },
            head with { Sequence = head.Sequence + 1 }, head with { Sequence = 0 }, default(FeedPosition),
        ];
        foreach (var position in strange)
        {
            await using var reader = new FeedReader(floor.Host, Mina, position);
            var first = await reader.NextAsync();
            Assert.Equal((FeedBatchKind.Snapshot, head), (first.Kind, first.Position));
        }
    }

    [Fact]
    public async Task A_position_that_was_given_with_an_answer_shows_what_came_after_it()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        var asked = await floor.SaidAsync(chat, Ana, "one");
        await floor.SaidAsync(chat, Ana, "two");

        await using var ana = new FeedReader(floor.Host, Ana, asked.Position);
        Assert.Equal("two", Said(await ana.DeltasAsync()));
    }

    [Fact]
    public async Task The_position_of_another_viewer_shows_nobody_more_than_is_theirs()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Mina, "hello");
        await using var bob = new FeedReader(floor.Host, Bob, boss.Position);
        var next = bob.NextAsync();
        await floor.Host.StopAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => next);
    }

    private static (FeedBatchKind Kind, FeedPosition At, long Previous, DateTimeOffset Time) Header(FeedBatch batch) =>
        (batch.Kind, batch.Position, batch.Previous, batch.ServerTime);

    private static string Said(IReadOnlyList<FeedItem> items) =>
        Assert.IsType<LineShown>(Assert.Single(items)).Line.Text;
}

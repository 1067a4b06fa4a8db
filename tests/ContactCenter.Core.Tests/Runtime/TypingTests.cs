using ContactCenter.Floors;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

public sealed class TypingTests
{
    [Fact]
    public async Task The_others_in_the_chat_are_told_and_nothing_is_kept()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await using var ana = await FeedReader.BeginAsync(floor.Host, Ana);
        await using var mina = await FeedReader.BeginAsync(floor.Host, Mina);
        var before = floor.Snapshot();

        (await floor.Host.Chats.TypingAsync(chat, Mina)).ValueOrThrow();

        var signal = await ana.NextAsync();
        Assert.Equal(FeedBatchKind.Signal, signal.Kind);
        Assert.Equal(
            new TypingShown(chat, Mina, floor.Time.GetUtcNow() + Seconds(6)), Assert.Single(signal.Items));
        Assert.Equal(before, floor.Snapshot());

        await floor.Host.StopAsync();
        Assert.DoesNotContain((await mina.RestAsync()).SelectMany(batch => batch.Items), item => item is TypingShown);
    }

    [Fact]
    public async Task Whoever_goes_on_typing_is_told_of_every_two_seconds()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await using var mina = await FeedReader.BeginAsync(floor.Host, Mina);
        for (var second = 0; second < 5; second++)
        {
            (await floor.Host.Chats.TypingAsync(chat, Ana)).ValueOrThrow();
            (await floor.Host.Chats.TypingAsync(chat, Ana)).ValueOrThrow();
            await floor.AdvanceAsync(Seconds(1));
        }

        await floor.Host.StopAsync();

        Assert.Equal(3, (await mina.RestAsync()).SelectMany(batch => batch.Items).Count(item => item is TypingShown));
    }

    [Fact]
    public async Task A_position_stays_where_it_is()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await using var ana = await FeedReader.BeginAsync(floor.Host, Ana);

        (await floor.Host.Chats.TypingAsync(chat, Mina)).ValueOrThrow();
        var signal = await ana.NextAsync();
        await floor.SaidAsync(chat, Mina, "hello");
        var said = await ana.NextAsync();

        Assert.Equal(signal.Position.Sequence, said.Previous);
    }

    [Fact, Pain(92)]
    public async Task A_stranger_types_nowhere()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");

        Assert.Equal("not-permitted", (await floor.Host.Chats.TypingAsync(chat, Bob)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.Chats.TypingAsync(chat, Noor)).Rejection?.Code);
        (await floor.Host.Chats.EndAsync(chat, Ana)).ValueOrThrow();
        Assert.Equal("chat-ended", (await floor.Host.Chats.TypingAsync(chat, Mina)).Rejection?.Code);
    }
}

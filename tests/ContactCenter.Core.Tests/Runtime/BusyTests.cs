using ContactCenter.Agents;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>A mailbox that is full because the journal is slow.</summary>
public sealed class BusyTests
{
    [Fact]
    public async Task A_full_mailbox_is_busy_at_once_and_everybody_before_is_answered()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new() { MailboxCapacity = 3 });
        var chat = await floor.StartedAsync("ana");
        var gate = new Gate();
        floor.Journal.OnAppend = gate.PassAsync;

        var first = floor.Host.Chats.SayAsync(chat, Ana, "a").AsTask();
        await gate.Reached;
        Task<Outcome<MessageReceipt>>[] waiting =
            [.. ((string[])["b", "c", "d"]).Select(text => floor.Host.Chats.SayAsync(chat, Ana, text).AsTask())];
        Assert.Equal("busy", (await floor.Host.Chats.SayAsync(chat, Ana, "e")).Rejection?.Code);
        Assert.Equal("busy", (await floor.Host.Agents.SignInAsync("mina")).Rejection?.Code);

        Assert.False(first.IsCompleted);
        gate.Open();
        Assert.All(await Task.WhenAll([first, .. waiting]), outcome => Assert.True(outcome.IsAccepted));
        Assert.Equal(["a", "b", "c", "d"], await floor.MessagesAsync(chat));
        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "e")).IsAccepted);
    }

    [Fact]
    public async Task A_lost_connection_is_told_to_a_floor_whose_mailbox_is_full()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new() { MailboxCapacity = 1 });
        var session = (await floor.Host.Sessions.OpenAsync(Mina)).ValueOrThrow();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        var (gate, sizes) = (new Gate(), new List<int>());
        floor.Journal.OnAppend = (append, write) =>
        {
            sizes.Add(append.Records.Count);
            return gate.PassAsync(append, write);
        };
        var said = floor.Host.Chats.SayAsync(chat, Ana, "a").AsTask();
        await gate.Reached;
        var waiting = floor.Host.Chats.SayAsync(chat, Ana, "b").AsTask();

        var lost = session.DisposeAsync().AsTask();
        Assert.Equal("busy", (await floor.Host.Chats.SayAsync(chat, Ana, "c")).Rejection?.Code);

        gate.Open();
        Assert.All(await Task.WhenAll(said, waiting), outcome => Assert.True(outcome.IsAccepted));
        await lost;
        Assert.Equal([1, 2], sizes);
        Assert.Equal(IdleCode.Disconnected, (await floor.Host.Agents.StateAsync("mina")).Value.IdleCode);
    }

    [Fact, Pain(88)]
    public async Task Reading_does_not_wait_for_the_journal_and_shows_only_what_is_durable()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var gate = new Gate();
        floor.Journal.OnAppend = gate.PassAsync;
        var said = floor.Host.Chats.SayAsync(chat, Ana, "hello").AsTask();
        await gate.Reached;

        Assert.Equal(1, (await floor.Host.Chats.StateAsync(chat, Ana)).Value.LastLine);
        Assert.Empty(await floor.MessagesAsync(chat));
        gate.Open();
        Assert.True((await said).IsAccepted);
        Assert.Equal(2, (await floor.Host.Chats.StateAsync(chat, Ana)).Value.LastLine);
    }

    [Fact]
    public async Task An_answer_admitted_in_time_counts_however_slow_the_journal_is()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new() { JournalTimeout = TimeSpan.FromHours(1) });
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        var offer = (await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow()[0].Offer;
        var gate = new Gate();
        floor.Journal.OnAppend = gate.PassAsync;
        var said = floor.Host.Chats.SayAsync(chat, Ana, "hello").AsTask();
        await gate.Reached;

        floor.Time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        var accepted = floor.Host.Agents.AcceptAsync("mina", offer).AsTask();
        floor.Time.Advance(TimeSpan.FromMinutes(5));
        gate.Open();
        Assert.True((await said).IsAccepted);
        Assert.True((await accepted).IsAccepted);
    }

    [Fact]
    public async Task What_many_ask_at_once_is_written_together()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var (gate, sizes) = (new Gate(), new List<int>());
        floor.Journal.OnAppend = (append, write) =>
        {
            sizes.Add(append.Records.Count);
            return gate.PassAsync(append, write);
        };

        var all = Enumerable.Range(0, 101)
            .Select(_ => floor.Host.Chats.SayAsync(chat, Ana, "hello").AsTask()).ToArray();
        gate.Open();
        Assert.All(await Task.WhenAll(all), outcome => Assert.True(outcome.IsAccepted));
        Assert.Equal([1, 100], sizes);
    }
}

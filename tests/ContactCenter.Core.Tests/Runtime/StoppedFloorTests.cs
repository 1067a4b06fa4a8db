using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

public sealed class StoppedFloorTests
{
    private static readonly ChatId Chat = new("floor", 1);

    [Fact]
    public async Task A_floor_that_does_not_run_refuses_every_verb()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.Host.StopAsync();
        var (agents, chats, host) = (floor.Host.Agents, floor.Host.Chats, floor.Host);

        Refused(await agents.SignInAsync("mina"));
        Refused(await agents.SignOutAsync("mina"));
        Refused(await agents.SetAvailableAsync("mina"));
        Refused(await agents.SetIdleAsync("mina"));
        Refused(await agents.StateAsync("mina"));
        Refused(await agents.AcceptAsync("mina", new OfferId("floor", 1)));
        Refused(await agents.DeclineAsync("mina", new OfferId("floor", 1)));
        Refused(await agents.FailOfferAsync(new OfferId("floor", 1)));
        Refused(await chats.StartAsync(new StartChat { Queue = "chat", Customer = "ana" }));
        Refused(await chats.SayAsync(Chat, Ana, "hello"));
        Refused(await chats.AskForAgentAsync(Chat, Ana));
        Refused(await chats.EndAsync(Chat, Ana));
        Refused(await chats.WrapUpAsync(Chat, "mina", []));
        Refused(await chats.HoldWrapUpAsync(Chat, "mina"));
        Refused(await chats.StateAsync(Chat, Ana));
        Refused(await chats.TranscriptAsync(Chat, Ana));
        Refused(await host.Queues.WaitingAsync("chat"));
        Refused(await host.Queues.ExplainAsync(Chat, Boss));
        Refused(await agents.ExplainAsync("mina"));
        Refused(await host.Supervisors.ExplainAgentAsync("boss", "mina"));
        Refused(await host.Supervisors.SetIdleAsync("boss", "mina"));
        Refused(await host.Supervisors.SetAvailableAsync("boss", "mina"));
        Refused(await host.Supervisors.SignOutAsync("boss", "mina"));
        Refused(await agents.OffersAsync("mina"));
        Refused(await agents.AcceptAllAsync("mina"));
        Refused(await host.Sessions.OpenAsync(Ana));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await host.Feeds.SubscribeAsync(Ana).GetAsyncEnumerator().MoveNextAsync());
    }

    [Fact]
    public async Task A_floor_is_started_and_stopped_as_often_as_it_pleases()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.Host.StartAsync();
        var chat = await floor.StartedAsync("ana");
        await floor.Host.StopAsync();
        await floor.Host.StopAsync();
        await floor.Host.StartAsync();

        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello")).Sequence);
        await floor.Host.DisposeAsync();
        await floor.Host.DisposeAsync();
    }

    [Fact]
    public async Task Stopping_answers_what_was_admitted()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var gate = new Gate();
        floor.Journal.OnAppend = gate.PassAsync;
        var said = Enumerable.Range(0, 10)
            .Select(_ => floor.Host.Chats.SayAsync(chat, Ana, "hello").AsTask()).ToArray();
        await gate.Reached;
        var stopped = floor.Host.StopAsync();
        Assert.False(stopped.IsCompleted);
        gate.Open();

        Assert.All(await Task.WhenAll(said), outcome => Assert.True(outcome.IsAccepted));
        await stopped;
    }

    [Fact]
    public async Task A_feed_ends_when_the_floor_stops()
    {
        await using var floor = await RunningFloor.StartAsync();
        var watcher = await Watcher.BeginAsync(floor.Host, Boss);
        await floor.Host.StopAsync();

        Assert.Empty(await watcher.ShownAsync());
    }

    [Fact]
    public async Task A_floor_whose_configuration_contradicts_its_work_does_not_start_and_says_why()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.Host.StopAsync();
        await using var other = floor.Another(Configuration([Queue("bots")], Agent("noor")));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => other.StartAsync());
        Assert.Contains(
            "queue chat still has Chat contacts",
            refused.Message,
            StringComparison.Ordinal);
        Refused(await other.Agents.SignInAsync("noor"));
        await floor.Host.StartAsync();
        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello")).Sequence);
    }

    [Fact]
    public async Task A_floor_whose_journal_takes_nothing_does_not_start_and_says_so()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.Host.StopAsync();
        await using var other = floor.Another(RunningFloor.Usual with { MaxLines = 5 });
        (floor.Journal.OnAppend, floor.Journal.HidesItsHead) = ((_, _) => throw new IOException("full"), true);

        await Assert.ThrowsAsync<FloorStoppedException>(() => other.StartAsync());
        Refused(await other.Agents.SignInAsync("mina"));
        (floor.Journal.OnAppend, floor.Journal.HidesItsHead) = (null, false);
        await other.StartAsync();
        Assert.True((await other.Agents.SignInAsync("mina")).IsAccepted);
    }

    [Fact]
    public async Task A_floor_does_not_start_on_a_journal_with_any_bit_of_it_changed()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("q")], Agent("m")));
        await floor.AvailableAsync("m");
        var chat = await floor.StartedAsync("a", "q");
        await floor.AcceptedAsync("m");
        await floor.SaidAsync(chat, Actor.Customer("a"), "x");
        await floor.Host.Chats.EndAsync(chat, Actor.Agent("m"));
        await floor.Host.StopAsync();

        // The configuration, which comes first, is long, and no other than the rest.
        foreach (var record in (await floor.Journal.RecordsAsync("floor")).Skip(1))
        {
            for (var bit = 0; bit < record.Payload.Length * 8; bit++)
            {
                floor.Journal.OnRead = read => read.Sequence == record.Sequence ? Flipped(read, bit) : read;
                await using var other = floor.Another();
                var refused = await Assert.ThrowsAsync<JournalFormatException>(() => other.StartAsync());
                Assert.Contains($"record {record.Sequence} is torn or damaged", refused.Message);
            }
        }

        floor.Journal.OnRead = null;
        await floor.Host.StartAsync();
    }

    private static JournalRecord Flipped(JournalRecord record, int bit)
    {
        var payload = record.Payload.ToArray();
        payload[bit / 8] ^= (byte)(1 << (bit % 8));
        return record with { Payload = payload };
    }

    private static void Refused<T>(Outcome<T> outcome) => Assert.Equal("not-running", outcome.Rejection?.Code);
}

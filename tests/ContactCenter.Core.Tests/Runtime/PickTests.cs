using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Wire;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Runtime;

/// <summary>What agents take by themselves, asked through the verbs and over the wire.</summary>
public sealed class PickTests
{
    private static readonly QueueProfile Manual = Queue("chat") with { Mode = QueueMode.Manual };

    [Fact]
    public async Task An_agent_sees_what_waits_takes_it_and_gives_it_back()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Manual], Agent("mina", 2)));
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        var agents = floor.Host.Agents;

        var list = (await agents.WaitingAsync("mina")).ValueOrThrow();
        Assert.Equal((chat, 0, 1), (Assert.Single(list.Waiting).Chat, list.Offset, list.Total));

        var id = CommandId.New(floor.Time.GetUtcNow());
        Assert.Equal(chat, (await agents.PickAsync("mina", chat, id)).ValueOrThrow().Id);
        Assert.Equal(chat, (await agents.PickAsync("mina", chat, id)).ValueOrThrow().Id);
        Assert.Equal(ChatState.Active, await floor.StateAsync(chat));
        Assert.Empty((await agents.WaitingAsync("mina")).ValueOrThrow().Waiting);

        (await agents.ReturnAsync("mina", chat)).ValueOrThrow();
        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
    }

    [Fact]
    public async Task What_is_of_another_floor_or_asked_by_a_stranger_is_refused()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Manual], Agent("mina", 2)));
        var agents = floor.Host.Agents;

        Assert.Equal("chat-unknown", (await agents.PickAsync("mina", new ChatId("else", 1))).Rejection?.Code);
        Assert.Equal("chat-unknown", (await agents.ReturnAsync("mina", new ChatId("else", 1))).Rejection?.Code);
        Assert.Equal("agent-unknown", (await agents.WaitingAsync("nobody")).Rejection?.Code);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await agents.WaitingAsync("mina", -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await agents.WaitingAsync("mina", 10_001));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await agents.WaitingAsync("mina", 0, 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await agents.WaitingAsync("mina", 0, 1_001));
    }

    [Fact]
    public async Task A_desk_takes_over_the_wire()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Manual], Agent("mina", 2)));
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        var session = (await floor.Host.Sessions.OpenAsync(Actor.Agent("mina"))).ValueOrThrow();

        var list = (await floor.Host.DispatchAsync(session, new PickListVerb())).ValueOrThrow();
        Assert.Equal((chat, 1), (Assert.Single(list.Waiting!).Chat, list.Total));
        Assert.Equal(chat, (await floor.Host.DispatchAsync(session, new PickVerb(chat))).ValueOrThrow().Chat);
        Assert.Equal("not-waiting", (await floor.Host.DispatchAsync(session, new PickVerb(chat))).Rejection?.Code);
        (await floor.Host.DispatchAsync(session, new ReturnVerb(chat))).ValueOrThrow();
    }

    [Fact]
    public async Task A_desk_is_told_that_a_colleague_was_quicker()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat") with { ParallelOffers = new ParallelOffers { Max = 2 } }], Agent("mina"), Agent("noor")));
        await floor.AvailableAsync("mina", "noor");
        await floor.StartedAsync("ana");
        await using var feed = await FeedReader.BeginAsync(floor.Host, Actor.Agent("mina"));

        await floor.AcceptedAsync("noor");

        var offer = Assert.Single((await feed.DeltasAsync()).OfType<OfferShown>());
        Assert.Equal(OfferState.Lost, offer.State);
    }
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using ContactCenter.Tests.Floors;
using ContactCenter.Tests.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Pains;

/// <summary>What goes wrong elsewhere where many do the same at the same time.</summary>
public sealed class RaceTests
{
    [Theory, Pain(1)]
    [InlineData(2)]
    [InlineData(64)]
    public async Task Of_all_who_accept_a_chat_at_once_one_has_it(int agents)
    {
        var names = Enumerable.Range(1, agents).Select(number => $"agent-{number}").ToArray();
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat") with { Mode = QueueMode.Broadcast, BroadcastLimit = 100 }],
            [.. names.Select(name => Agent(name))]));
        await floor.AvailableAsync(names);
        var chat = await floor.StartedAsync("ana");
        var offers = new Dictionary<string, OfferId>();
        foreach (var name in names)
        {
            offers[name] = Assert.Single((await floor.Host.Agents.OffersAsync(name)).ValueOrThrow()).Offer;
        }

        var outcomes = await Task.WhenAll(names.Select(name => Task.Run(
            () => floor.Host.Agents.AcceptAsync(name, offers[name]).AsTask())));
        var winner = names[outcomes.Index().Single(outcome => outcome.Item.IsAccepted).Index];
        Assert.Equal(agents - 1, outcomes.Count(outcome => outcome.Rejection?.Code == "offer-gone"));
        var joined = (await floor.TranscriptAsync(chat)).Where(line => line.Notice == Notices.AgentJoined);
        Assert.Equal(winner, Assert.Single(joined).Subject);
        var slots = floor.Host.Run!.Follower.Read(
            state => state.Agents.Values.ToDictionary(agent => agent.Id.Value, agent => agent.Load.Total));
        Assert.All(slots, slot => Assert.Equal(slot.Key == winner ? 1 : 0, slot.Value));
    }

    [Theory, Pain(2, 3)]
    [InlineData(7)]
    [InlineData(8)]
    public void Nobody_joins_a_chat_before_they_have_won_it(ulong seed)
    {
        var scene = new RandomScene(seed);
        var joins = 0;
        foreach (var batch in scene.Play(2_000))
        {
            var offers = scene.Floor.Offers;
            var events = batch.Events;
            for (var at = 0; at < events.Count; at++)
            {
                if (events[at] is NoticeShown { Code: Notices.AgentJoined })
                {
                    joins++;
                    Assert.Contains(events.Take(at), before => before is OfferClosed { Trigger: OfferTrigger.Accept });
                }
            }

            Assert.All(offers.Values, offer => Assert.DoesNotContain(
                scene.Floor.Chats[offer.Chat].Parts,
                part => part.Agent == offer.Agent && part.State == ParticipationState.Connected));
        }

        Assert.InRange(joins, 20, int.MaxValue);
    }

    [Fact, Pain(4)]
    public async Task A_thousand_who_come_at_once_take_nobody_beyond_their_limit()
    {
        await using var floor = await RunningFloor.StartAsync(
            Configuration([Queue("chat")], Agent("mina", 2), Agent("noor", 3)));
        await floor.AvailableAsync("mina", "noor");

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number => Task.Run(async () =>
            (await floor.Host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = $"c-{number}" }))
                .ValueOrThrow())));

        Assert.Equal(2, (await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow().Count);
        Assert.Equal(3, (await floor.Host.Agents.OffersAsync("noor")).ValueOrThrow().Count);
        await floor.Host.Agents.AcceptAllAsync("mina");
        await floor.Host.Agents.AcceptAllAsync("noor");
        Assert.Equal(
            (2, 3, 995),
            floor.Host.Run!.Follower.Read(state => (
                (int)state.Agents["mina"].Load.Chat,
                (int)state.Agents["noor"].Load.Chat,
                state.Chats.Values.Count(chat => chat.State == ChatState.Queued))));
    }

    [Theory, Pain(7)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_burst_is_spread_over_all_who_are_free_and_nobody_is_tried_twice(int room)
    {
        string[] names = ["ann", "ben", "cal", "dee", "eve"];
        AgentProfile[] nowhere = [.. names.Select(name => Agent(name, room, "other"))];
        QueueProfile[] queues = [Queue("chat"), Queue("other")];
        var floor = Floor(queues, nowhere).Available(names).Started("chat", "a", "b", "c", "d", "e", "f", "g")
            .Advance(Seconds(1));

        floor.Configured(Configuration(queues, [.. names.Select(name => Agent(name, room, "chat"))]));

        var taken = floor.State.Offers.Values.GroupBy(offer => offer.Agent.Value).ToDictionary(
            offers => offers.Key, offers => offers.Count());
        Assert.Equal(names, taken.Keys.Order());
        Assert.All(taken.Values, count => Assert.InRange(count, 1, room));
        Assert.Equal(Math.Min(7, 5 * room), taken.Values.Sum());
    }

    [Fact, Pain(9)]
    public async Task A_chat_that_is_asked_for_fifty_times_at_once_is_one_chat()
    {
        await using var floor = await RunningFloor.StartAsync();
        var id = CommandId.New(floor.Time.GetUtcNow());
        var request = new StartChat { Queue = "chat", Customer = "ana" };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            _ => Task.Run(() => floor.Host.Chats.StartAsync(request, id).AsTask())));

        Assert.Single(outcomes.Select(outcome => outcome.ValueOrThrow().Id).Distinct());
        Assert.Equal(1, floor.Host.Run!.Follower.Read(state => state.Chats.Count));
    }

    [Fact, Pain(10)]
    public async Task A_chat_that_is_asked_for_again_while_the_first_is_being_written_is_one_chat()
    {
        await using var floor = await RunningFloor.StartAsync();
        var id = CommandId.New(floor.Time.GetUtcNow());
        var request = new StartChat { Queue = "chat", Customer = "ana" };
        var gate = new Gate();
        floor.Journal.OnAppend = gate.PassAsync;

        var first = floor.Host.Chats.StartAsync(request, id).AsTask();
        await gate.Reached;
        var again = floor.Host.Chats.StartAsync(request, id).AsTask();
        Assert.False(first.IsCompleted || again.IsCompleted);
        gate.Open();

        Assert.Equal((await first).ValueOrThrow().Id, (await again).ValueOrThrow().Id);
        Assert.Equal(1, floor.Host.Run!.Follower.Read(state => state.Chats.Count));
    }

    [Fact, Pain(11)]
    public void Whoever_is_in_a_chat_is_in_it_once_however_often_they_are_brought_in()
    {
        var floor = Collaboration.Desk.MinaAndNoorHave();
        floor.When(Collaboration.Desk.Invite(Mina, "noor")).Refused("not-allowed")
            .When(Accept("noor", 2)).Refused("offer-gone");

        var shown = floor.SeenBy(Ana).Agents.Select(part => part.Agent.Value);
        Assert.Equal(["mina", "noor"], shown);
    }

    [Fact, Pain(12)]
    public async Task Everybody_is_shown_that_a_chat_is_there_before_anything_that_becomes_of_it()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var (ana, boss) = (await Watcher.BeginAsync(floor.Host, Ana), await Watcher.BeginAsync(floor.Host, Boss));
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Mina, "hello");
        await floor.AdvanceAsync(Seconds(1));
        await floor.Host.StopAsync();

        foreach (var shown in new[] { await ana.ShownAsync(), await boss.ShownAsync() })
        {
            var states = shown.OfType<ChatShown>().Select(item => item.State).ToList();
            Assert.Equal(states.Order(), states);
            Assert.Equal(ChatState.Active, states[^1]);
            Assert.Single(shown.OfType<ChatShown>().Select(item => item.Chat).Distinct());
            var first = shown.Index().First(item => item.Item is ChatShown).Index;
            Assert.All(
                shown.Index().Where(item => item.Item is OfferShown { State: OfferState.Accepted }),
                answer => Assert.True(first < answer.Index));
        }
    }
}

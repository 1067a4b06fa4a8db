using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Tests.Runtime;
using ContactCenter.Tests.Statistics;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Pains;

/// <summary>What is counted and attributed wrongly elsewhere, or never let go of.</summary>
public sealed class AccountTests
{
    [Fact, Pain(6)]
    public async Task A_contact_that_several_are_asked_for_and_one_answers_counts_once()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat") with { ParallelOffers = new ParallelOffers { Max = 2 } }], Agent("mina"), Agent("noor")));
        await floor.AvailableAsync("mina", "noor");
        await floor.ServedAsync("ana", wait: 10, talk: 60, wrapUp: 20);

        var (mina, noor) = (await floor.AgentAsync(), await floor.AgentAsync("noor"));
        Assert.Equal((1, 1, 1), (mina.Offered, mina.Answered, mina.Handled));
        Assert.Equal((1, 0, 0, 0), (noor.Offered, noor.Answered, noor.Handled, noor.Missed));
        var today = (await floor.QueueAsync()).Today;
        Assert.Equal((1, 1, 1), (today.Offered, today.Answered, today.Handled));
    }

    [Fact, Pain(84)]
    public async Task The_first_contact_of_a_day_is_its_own_average()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("mina")));
        await floor.AvailableAsync("mina");
        await floor.ServedAsync("ana", wait: 10, talk: 60, wrapUp: 20);

        var today = (await floor.QueueAsync()).Today;
        Assert.Equal((Seconds(10), Seconds(10)), (today.AverageSpeedOfAnswer, today.LongestWait));
        Assert.Equal((Seconds(60), Seconds(80)), (today.AverageTalk, today.AverageHandleTime));
    }

    [Fact, Pain(85)]
    public async Task What_an_agent_has_done_stays_theirs_though_others_have_the_chat_afterwards()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        var said = await floor.SaidAsync(chat, Mina, "done");
        await floor.AvailableAsync("noor");
        (await floor.Host.Chats.TransferAsync(chat, "mina", TransferTarget.To((AgentId)"noor"))).ValueOrThrow();
        await floor.AcceptedAsync("noor");
        (await floor.Host.Chats.EndAsync(chat, Noor)).ValueOrThrow();
        (await floor.Host.Chats.WrapUpAsync(chat, "noor", ["solved"])).ValueOrThrow();
        (await floor.Host.Chats.WrapUpAsync(chat, "mina", ["unsolved"])).ValueOrThrow();

        var past = Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
        Assert.Equal(["mina", "noor"], past.Agents.Select(agent => agent.Value));
        Assert.Equal(Mina, (await floor.TranscriptAsync(chat)).Single(line => line.Sequence == said.Sequence).Author);
        Assert.Equal((1, 1), ((await floor.AgentAsync()).Handled, (await floor.AgentAsync("noor")).Handled));
    }

    [Fact, Pain(86)]
    public async Task A_revision_leaves_figures_and_running_chats_alone_and_what_it_does_not_say_is_the_default()
    {
        var usual = Configuration(
            [Queue("chat", offerSeconds: 20, allowDecline: true) with { MaxLength = 5 }], Agent("mina", 3));
        await using var floor = await RunningFloor.StartAsync(usual);
        await floor.AvailableAsync("mina");
        await floor.ServedAsync("ana", wait: 10, talk: 60, wrapUp: 20);
        var running = await floor.StartedAsync("bob");
        await floor.AcceptedAsync("mina");
        var before = (await floor.QueueAsync()).Today;

        await floor.Host.StopAsync();
        await using var next = floor.Another(Configuration([Queue("chat")], Agent("mina", 3)));
        await next.StartAsync();

        var after = (await next.Queues.StatisticsAsync("chat", Actor.Host)).ValueOrThrow().Today;
        Assert.Equal(before, after);
        Assert.Equal(ChatState.Active, (await next.Chats.StateAsync(running, Actor.Host)).ValueOrThrow().State);
        var queue = next.Run!.Follower.Read(state => state.Configuration).Queues.Single();
        var plain = Queue("chat");
        Assert.Equal(
            (plain.OfferTimeout, plain.AllowDecline, plain.MaxLength),
            (queue.OfferTimeout, queue.AllowDecline, queue.MaxLength));
    }

    [Fact, Pain(89)]
    public void After_a_thousand_chats_nothing_is_left_of_them()
    {
        var floor = Floor(
            [Queue("chat") with { WarnSilentAfter = Seconds(60), EndSilentAfter = Seconds(120) }],
            Agent("mina"), Agent("noor")).Available("mina", "noor");
        for (var chat = 1; chat <= 1_000; chat++)
        {
            floor.Given(Start($"c-{chat % 7}", "chat")).Accepted(chat);
            var agent = floor.State.Chats[chat].Owner!.Agent.Value;
            var by = Actor.Agent(agent);
            floor.Given(Say(by, chat, "hello"), End(by, chat), WrapUp(agent, chat, "solved"));
        }

        var state = floor.State;
        Assert.Equal((0, 0, 0), (state.Chats.Count, state.Offers.Count, state.Effects.Count));
        Assert.Null(state.Alarms.NextDueAt);
        Assert.Empty(floor.InLine("chat"));
        Assert.All(state.Agents.Values, agent => Assert.Equal((0, 0), (agent.Load.Total, agent.Contacts.Count)));
    }
}

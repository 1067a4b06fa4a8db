using ContactCenter.Agents;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Why a contact waits, and why it is offered to whom it is.</summary>
public sealed class ExplainTests
{
    [Fact]
    public async Task An_explanation_names_everybody_who_serves_the_queue_and_what_rules_them_out()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat"), Queue("other")],
            Agent("away", "chat"), Agent("busy", "chat"), Agent("idle", "chat"), Agent("rona", "chat"),
                Agent("elsewhere", "other")));
        await floor.AvailableAsync("busy");
        await floor.StartedAsync("ana");
        await floor.AcceptedAsync("busy");
        await floor.Host.Agents.SignInAsync("idle");
        await floor.AvailableAsync("rona", "elsewhere");
        var missed = await floor.StartedAsync("bob");
        await floor.AdvanceAsync(Seconds(30));
        var waiting = await floor.StartedAsync("cleo");

        var why = (await floor.Host.Queues.ExplainAsync(waiting, Boss)).ValueOrThrow();
        Assert.Equal(
            (3L, "chat", 2, RoutingStrategies.LongestAvailable),
            (why.Contact, why.Queue.Value, why.Place, why.Strategy));
        Assert.Empty(why.OfferedTo);
        Assert.Equal(floor.Time.GetUtcNow(), why.At);
        Assert.Equal(
            ["away: signed-out", "busy: no-room", "idle: idle", "rona: rona"],
            why.Candidates.Select(candidate => $"{candidate.Agent}: {candidate.RuledOutBy}").Order());
        Assert.DoesNotContain(why.Candidates, candidate => candidate.HasPassed);

        why = (await floor.Host.Queues.ExplainAsync(missed, Boss)).ValueOrThrow();
        Assert.Equal(1, why.Place);
        Assert.Equal("rona", Assert.Single(why.Candidates, candidate => candidate.HasPassed).Agent.Value);
    }

    [Fact]
    public async Task An_explanation_of_an_offer_names_whom_it_was_made_to_and_who_comes_next()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("noor");
        await floor.AdvanceAsync(Seconds(1));
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");

        var why = (await floor.Host.Queues.ExplainAsync(chat, Actor.Host)).ValueOrThrow();
        Assert.Equal(("noor", 0), (Assert.Single(why.OfferedTo).Value, why.Place));
        Assert.Equal(["mina", "noor"], why.Candidates.Select(candidate => candidate.Agent.Value));
        Assert.Null(why.Candidates[0].RuledOutBy);
        Assert.Equal("has-its-offer", why.Candidates[1].RuledOutBy);
    }

    [Fact]
    public async Task An_explanation_is_for_those_who_run_the_floor_and_for_contacts_that_wait()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");

        Assert.Equal("not-permitted", (await floor.Host.Queues.ExplainAsync(chat, Mina)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.Queues.ExplainAsync(chat, Ana)).Rejection?.Code);
        await floor.AcceptedAsync("mina");
        Assert.Equal("not-waiting", (await floor.Host.Queues.ExplainAsync(chat, Boss)).Rejection?.Code);
        await floor.Host.Chats.EndAsync(chat, Ana);
        Assert.Equal("chat-ended", (await floor.Host.Queues.ExplainAsync(chat, Boss)).Rejection?.Code);
        Assert.Equal(
            "chat-unknown",
            (await floor.Host.Queues.ExplainAsync(new ChatId("other", 1), Boss)).Rejection?.Code);
    }

    [Fact]
    public async Task What_is_for_later_is_explained_by_when_it_is_due()
    {
        await using var floor = await RunningFloor.StartAsync();
        var due = floor.Time.GetUtcNow() + Seconds(60);
        var chat = (await floor.Host.Chats.StartAsync(
            new StartChat { Queue = "chat", Customer = "ana", DueAt = due })).ValueOrThrow().Id;

        var why = (await floor.Host.Queues.ExplainAsync(chat, Boss)).ValueOrThrow();
        Assert.Equal(("scheduled", due), (Assert.Single(why.Obstacles).Code, why.Obstacles[0].Until));
        await floor.AdvanceAsync(Seconds(60));
        Assert.Empty((await floor.Host.Queues.ExplainAsync(chat, Boss)).ValueOrThrow().Obstacles);
    }

    [Fact]
    public async Task An_agent_asks_for_themselves_and_a_supervisor_for_the_agents_of_their_teams()
    {
        var teams = RunningFloor.Usual with
        {
            Teams = [new TeamProfile { Name = "day" }, new TeamProfile { Name = "night" }],
            Agents = [.. RunningFloor.Usual.Agents.Select(agent =>
                agent with { Team = agent.Id == "mina" ? "day" : "night" })],
            Supervisors = [new SupervisorProfile { Id = "boss", Teams = ["day"] }],
        };
        await using var floor = await RunningFloor.StartAsync(teams);
        await floor.StartedAsync("ana");

        var outlook = (await floor.Host.Agents.ExplainAsync("mina")).ValueOrThrow();
        Assert.Equal("signed-out", Assert.Single(outlook.Obstacles).Code);
        Assert.Equal(1, Assert.Single(outlook.Contacts).Contact);
        Assert.Equal("agent-unknown", (await floor.Host.Agents.ExplainAsync("nobody")).Rejection?.Code);
        var seen = (await floor.Host.Supervisors.ExplainAgentAsync("boss", "mina")).ValueOrThrow();
        Assert.Equal(outlook.Queues.Length, seen.Queues.Length);
        Assert.Equal(
            "not-permitted", (await floor.Host.Supervisors.ExplainAgentAsync("boss", "noor")).Rejection?.Code);
        Assert.Equal(
            "agent-unknown", (await floor.Host.Supervisors.ExplainAgentAsync("boss", "nobody")).Rejection?.Code);
    }

    [Fact]
    public async Task A_strategy_that_throws_while_it_is_asked_by_people_fails_nobody()
    {
        var queue = Queue("chat") with { Strategy = "moody" };
        var moody = new Moody();
        await using var floor = await RunningFloor.StartAsync(
            Configuration([queue], Agent("mina"), Agent("noor"), Agent("omar")),
            runtime => runtime with { Strategies = new KnownStrategies([moody]) });
        await floor.AvailableAsync("mina", "noor", "omar");
        var chat = await floor.StartedAsync("ana");
        moody.Throws = true;

        var why = (await floor.Host.Queues.ExplainAsync(chat, Boss)).ValueOrThrow();
        Assert.Equal("moody", why.Strategy);
        Assert.Equal(["mina", "noor", "omar"], why.Candidates.Select(one => one.Agent.Value).Order());
        moody.Throws = false;
        Assert.Equal("moody", (await floor.Host.Queues.ExplainAsync(chat, Boss)).ValueOrThrow().Strategy);
    }

    private sealed class Moody : IRoutingStrategy
    {
        public bool Throws { get; set; }

        public string Name => "moody";

        public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
            Throws ? throw new InvalidOperationException(Name) : RoutingScore.First(Name);
    }

    [Fact]
    public async Task A_queue_lists_who_waits_in_it_in_order_and_not_who_is_being_offered()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("noor");
        foreach (var customer in (string[])["ana", "bob", "cleo", "dora"])
        {
            await floor.StartedAsync(customer);
        }

        var waiting = (await floor.Host.Queues.WaitingAsync("chat", limit: 2)).ValueOrThrow();
        Assert.Equal(["bob", "cleo"], waiting.Select(chat => chat.Customer.Value));
        Assert.Equal("queue-unknown", (await floor.Host.Queues.WaitingAsync("nowhere")).Rejection?.Code);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await floor.Host.Queues.WaitingAsync("chat", 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await floor.Host.Queues.WaitingAsync("chat", 1_001));
    }
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

/// <summary>One queue that an agent is offered nothing from, while they go on serving the others.</summary>
public sealed class QueuePauseTests
{
    private static readonly QueueName Sales = "sales";

    private static Specification Shift(RonaScope scope = RonaScope.OwnQueue, RonaPolicy? rona = null, int chats = 2) =>
        Floor(Configuration([Queue("cards"), Queue("sales")], Agent("mina", chats), Agent("noor", chats)) with
        {
            RonaScope = scope,
            Rona = rona ?? new(),
        }).Available("mina");

    private static MakeIdle Pause(Actor by, string? code = null, string? reason = null, string queue = "sales") =>
        new(by, "mina", code, reason, Channel: null, queue);

    private static MakeAvailable Resume(Actor by, string queue = "sales") =>
        new(by, "mina", Reason: null, Channel: null, queue);

    private static QueuePaused Paused(Actor by, string code, string? reason = null) =>
        new("mina", Sales, Availability.Idle, code, Until: null, by, reason);

    [Fact, PeerScenario("AQ-11")]
    public void A_paused_queue_offers_nothing_to_a_free_agent_and_the_other_does()
    {
        var floor = Shift().When(Pause(Mina, "meeting")).Then(Paused(Mina, "meeting"));

        floor.When(Start("ana", "sales")).Then("chat-started", "notice-shown", "chat-queued")
            .When(Start("bob", "cards")).Then("chat-started", "notice-shown", "chat-queued", "offer-made");
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        Assert.Equal(
            "paused", floor.State.Explain(1, floor.Now)!.Candidates.First(one => one.Agent == "mina").RuledOutBy);
        floor.Restarted().When(Resume(Mina)).Then("queue-resumed", "offer-made");
        Assert.Null(floor.State.Agents["mina"].QueuePauses);
    }

    [Fact, PeerScenario("AQ-09")]
    public void A_busy_agent_is_not_offered_and_so_not_paused()
    {
        var floor = Shift(chats: 1).Started("cards", "ana").Accepted(1)
            .When(Start("bob", "sales")).Then("chat-started", "notice-shown", "chat-queued");

        floor.Advance(TimeSpan.FromHours(1)).ThenNothing();
        Assert.Null(floor.State.Agents["mina"].QueuePauses);
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        floor.Given(End(Ana, 1)).When(WrapUp("mina", 1, "solved")).ThenAmongOthers(
            Offered(2, 2, "mina", floor.Now + Seconds(30)));
    }

    [Fact, PeerScenario("AQ-15")]
    public void A_pause_has_a_reason_that_is_seen_in_the_status_of_the_agent()
    {
        var floor = Shift().When(Pause(Boss, "meeting", "team-talk")).Then(Paused(Boss, "meeting", "team-talk"));

        var pause = Assert.Single(floor.Shown("mina").QueuePauses!);
        Assert.Equal(
            new QueuePause(Sales, Availability.Idle, "meeting", "team-talk", floor.Now, Until: null, Boss), pause);
        floor.Given(new MakeIdle(Boss, "mina", "lunch", "early-lunch"));
        var mina = floor.Shown("mina");
        Assert.Equal(("lunch", "early-lunch", Boss), (mina.IdleCode, mina.Reason, mina.ChangedBy));
    }

    [Fact]
    public void What_is_offered_from_a_paused_queue_is_taken_back_and_nothing_else()
    {
        var floor = Shift().Started("sales", "ana").Started("cards", "bob").When(Pause(Mina)).Then(
            Paused(Mina, IdleCode.SignedIn), new OfferClosed(1, OfferTrigger.Withdraw));

        Assert.Equal([2L], floor.State.Agents["mina"].Offers);
    }

    [Fact]
    public void What_a_person_has_paused_lasts_through_a_break_and_until_they_sign_out()
    {
        var floor = Shift().Given(Pause(Mina, "meeting"), GoIdle("mina", "lunch"), GoAvailable("mina"));

        floor.When(Start("ana", "sales")).Then("chat-started", "notice-shown", "chat-queued")
            .When(Pause(Mina, "lunch")).Then(Paused(Mina, "lunch"))
            .Given(SignOut("mina")).Available("mina");
        Assert.Equal(ChatState.Offered, floor.State.Chats[1].State);
    }

    [Fact]
    public void A_queue_is_paused_by_those_who_may_and_resumed_only_if_it_is_paused()
    {
        var floor = Shift();

        floor.When(Pause(Noor)).Refused("not-permitted")
            .When(Pause(Mina, queue: "claims")).Refused("queue-unknown")
            .When(Pause(Mina, "holiday")).Refused("idle-code-unknown")
            .When(Pause(Mina, reason: "because I say so")).Refused("reason-unknown")
            .When(Pause(Mina, reason: "4111111111111111")).Refused("id-holds-card-data")
            .When(Pause(Mina, queue: "4111111111111111")).Refused("id-holds-card-data")
            .When(Resume(Mina, "4111111111111111")).Refused("id-holds-card-data")
            .When(Resume(Mina)).Refused("not-allowed")
            .When(Resume(Mina, "claims")).Refused("queue-unknown")
            .When(new MakeAvailable(Mina, "nobody", Queue: Sales)).Refused("agent-unknown")
            .When(new MakeIdle(Noor, "noor", Queue: Sales)).Refused("not-allowed");
    }

    [Fact]
    public void Where_a_miss_stops_its_own_queue_the_others_go_on()
    {
        var floor = Shift().Started("sales", "ana").Advance(Seconds(30)).Then(
            new OfferClosed(1, OfferTrigger.Miss),
            new QueuePaused("mina", Sales, Availability.Rona, null, null, Actor.System, null));

        floor.When(Start("bob", "cards")).Then("chat-started", "notice-shown", "chat-queued", "offer-made")
            .When(GoAvailable("mina")).Then(
                new QueueResumed("mina", Sales, Mina), Offered(3, 1, "mina", floor.Now + Seconds(30)));
    }

    [Fact]
    public void A_break_leads_out_of_a_miss_and_a_pause_of_the_agents_own_stays()
    {
        var floor = Shift().Started("sales", "ana").Advance(Seconds(30))
            .Given(Pause(Mina, queue: "cards"), GoIdle("mina", "lunch"), GoAvailable("mina"));

        Assert.Equal("cards", Assert.Single(floor.State.Agents["mina"].QueuePauses!).Queue.Value);
        Assert.Equal(ChatState.Offered, floor.State.Chats[1].State);
    }

    [Fact]
    public void A_miss_that_cools_off_gives_the_queue_back_by_itself()
    {
        var rule = new RonaRule { Then = RonaConsequence.CoolOff, CoolOff = Seconds(60) };
        var floor = Shift(rona: new RonaPolicy { Missed = rule }).Started("sales", "ana").Advance(Seconds(30));
        var until = floor.Now + Seconds(60);
        Assert.Contains(
            new QueuePaused("mina", Sales, Availability.Rona, null, until, Actor.System, null), floor.Happened);

        floor.Restarted().Advance(Seconds(59)).ThenNothing()
            .Advance(Seconds(1)).Then(
                new QueueResumed("mina", Sales, Actor.System), Offered(2, 1, "mina", until + Seconds(30)));
    }

    [Fact]
    public void A_queue_that_is_served_no_longer_is_paused_no_longer()
    {
        var floor = Shift().Given(Pause(Mina));

        floor.Configured(now => now with
        {
            Agents = [.. now.Agents.Select(agent => agent with { Queues = ["cards"] })],
        });
        Assert.Null(floor.State.Agents["mina"].QueuePauses);
        floor.Configured(now => now with
        {
            Agents = [.. now.Agents.Select(agent => agent with { Queues = ["cards", "sales"] })],
        });
        floor.When(Start("ana", "sales")).Then("chat-started", "notice-shown", "chat-queued", "offer-made");
    }
}

using ContactCenter.Agents;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Chats;

/// <summary>What a wrap-up keeps its agent from: everything, its own queue, or nothing.</summary>
public sealed class WrapUpHoldTests
{
    /// <summary>Mina has served a card and owes the wrap-up; noor is there too.</summary>
    private static Specification Served(bool holdsSlot, bool holdsQueue)
    {
        var floor = Configuration([Queue("cards"), Queue("sales")], Agent("mina"), Agent("noor"));
        return Floor(floor with
        {
            WrapUp = floor.WrapUp with { HoldsSlot = holdsSlot, HoldsQueue = holdsQueue },
        }).Available("mina").Started("cards", "ana").Accepted(1).Given(End(Ana, 1)).Advance(Seconds(1));
    }

    [Fact, PeerScenario("AQ-12")]
    public void A_wrap_up_that_is_not_shared_keeps_the_agent_from_its_own_queue_alone()
    {
        var floor = Served(holdsSlot: false, holdsQueue: true);

        floor.When(Start("bob", "cards")).Then("chat-started", "notice-shown", "chat-queued");
        Assert.Equal(
            "wrap-up", floor.State.Explain(2, floor.Now)!.Candidates.First(one => one.Agent == "mina").RuledOutBy);
        floor.When(Start("cleo", "sales")).ThenAmongOthers(Offered(2, 3, "mina", floor.Now + Seconds(30)))
            .Available("noor");
        Assert.Equal("noor", floor.State.Offers[3].Agent.Value);
        Assert.Equal(2, floor.State.Offers[3].Chat);
    }

    [Fact, PeerScenario("AQ-13")]
    public void A_wrap_up_that_is_shared_keeps_the_agent_from_every_queue()
    {
        var floor = Served(holdsSlot: true, holdsQueue: false).Available("noor");

        floor.When(Start("bob", "sales")).ThenAmongOthers(Offered(2, 2, "noor", floor.Now + Seconds(30)))
            .When(Start("cleo", "sales")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void The_queue_comes_back_with_the_wrap_up_and_outlasts_a_restart_until_then()
    {
        var floor = Served(holdsSlot: false, holdsQueue: true).Restarted();

        floor.When(Start("bob", "cards")).Then("chat-started", "notice-shown", "chat-queued")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed", "offer-made");
        Assert.Equal("mina", floor.State.Offers[2].Agent.Value);
    }

    [Fact]
    public void A_queue_that_the_agent_resumes_is_still_held_by_the_wrap_up()
    {
        var floor = Served(holdsSlot: false, holdsQueue: true)
            .Given(new MakeIdle(Mina, "mina", Queue: "cards"), new MakeAvailable(Mina, "mina", Queue: "cards"));

        floor.When(Start("bob", "cards")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void Where_it_holds_neither_the_next_contact_comes_at_once() =>
        Served(holdsSlot: false, holdsQueue: false)
            .When(Start("bob", "cards")).Then("chat-started", "notice-shown", "chat-queued", "offer-made");
}

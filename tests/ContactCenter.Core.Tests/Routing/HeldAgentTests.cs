using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Agents who are held for the turn of a channel, and that a hold which is of no use is over.</summary>
public sealed class HeldAgentTests
{
    private static readonly MediaProfile TakesTurns = new()
    {
        Mode = MediaMode.BlendedRealTime,
        Voice = 1,
        Chat = 2,
        Turns = new(),
    };

    private static readonly MediaProfile OneCall = new() { Voice = 1, Chat = 0 };

    [Fact]
    public void Whoever_is_held_for_a_caller_who_hangs_up_is_let_go()
    {
        var floor = MinaIsHeld().Restarted().When(End(Actor.Customer("caller"), 4));

        IsLetGo(floor);
        Assert.Equal(3, Assert.Single(floor.State.Offers.Values).Chat);
    }

    [Fact]
    public void Whoever_is_held_for_a_queue_that_closes_is_let_go()
    {
        var calls = Queue("calls", Channel.Voice) with
        {
            Hours = new OpeningHours { Zone = "UTC", EveryDay = "08:00-13:00" },
            ClosedAction = ClosedAction.Wait,
        };

        IsLetGo(MinaIsHeld(calls).Advance(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Whoever_is_held_for_a_call_that_another_agent_is_offered_is_let_go_in_the_same_batch()
    {
        var floor = MinaIsHeld().Given(SignIn("noor")).When(GoAvailable("noor"))
            .Then("availability-changed", "offer-made", "agent-let-go", "offer-made");

        IsLetGo(floor.Restarted());
    }

    [Fact]
    public void Whoever_is_not_what_the_caller_asks_for_by_now_is_let_go()
    {
        var wishes = new ContactWishes { Requirements = [(Requirement.Parse("french"), null)] };

        IsLetGo(MinaIsHeld().When(new ReclassifyContact(Actor.Host, 4, wishes)));
    }

    [Fact]
    public void Whoever_is_held_for_a_queue_whose_contacts_are_picked_by_now_is_let_go() =>
        IsLetGo(MinaIsHeld().Configured(now => now with
        {
            Queues = [now.Queues[0], now.Queues[1] with { Mode = QueueMode.Manual }],
        }));

    [Fact]
    public void Of_two_agents_who_are_held_for_two_callers_one_is_let_go_when_one_hangs_up()
    {
        var floor = Floor(
            [Queue("chat"), Queue("calls", Channel.Voice)],
            Agent("mina", TakesTurns), Agent("noor", TakesTurns)).Available("mina", "noor")
            .Started("chat", "a", "b", "c", "d", "e", "f").Accepted(1).Accepted(2).Accepted(3).Accepted(4)
            .Started("calls", "caller", "other");
        foreach (var agent in floor.State.Agents.Values.OrderBy(agent => agent.Id.Value).ToArray())
        {
            var chat = agent.Contacts[0];
            floor.Given(End(Actor.Agent(agent.Id), chat), WrapUp(agent.Id.Value, chat, "solved"));
        }

        Assert.All(floor.State.Agents.Values, agent => Assert.NotNull(agent.HeldFor));
        floor.Given(End(Actor.Customer("caller"), 7));
        Assert.Single(floor.State.Agents.Values, agent => agent.HeldFor is not null);
        Assert.Single(floor.State.Offers);
    }

    /// <summary>Mina has a chat, and room for another that waits; but first she is to have a call.</summary>
    private static Specification MinaIsHeld(QueueProfile? calls = null)
    {
        var floor = Floor(
            [Queue("chat"), calls ?? Queue("calls", Channel.Voice)],
            Agent("mina", TakesTurns), Agent("noor", OneCall, "calls")).Available("mina")
            .Started("chat", "a", "b", "c").Accepted(1).Accepted(2)
            .Started("calls", "caller").Given(End(Mina, 1), WrapUp("mina", 1, "solved"));
        Assert.Equal("calls", floor.State.Agents["mina"].HeldFor?.Value);
        return floor;
    }

    private static void IsLetGo(Specification floor)
    {
        Assert.Null(floor.State.Agents["mina"].HeldFor);
        Assert.Contains(floor.State.Offers.Values, offer => offer.Agent == "mina" && offer.Chat == 3);
    }
}

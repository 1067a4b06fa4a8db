using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>What counts as waiting: the time in line, and not that with an agent.</summary>
public sealed class WaitedTests
{
    private static readonly AgentProfile Fay =
        Agent("fay", "chat") with { Attributes = [new AttributeText("french", "5")] };

    [Fact]
    public void What_is_asked_for_a_while_is_asked_anew_after_time_with_an_agent()
    {
        var wishes = new ContactWishes { Requirements = [(Requirement.Parse("french >= 3"), Seconds(60))] };
        var floor = Talked(Start("ana", "chat") with { Wishes = wishes }, Agent("mina", "other"));
        Assert.Empty(floor.State.Offers);

        floor.Advance(Seconds(60) - Tick).ThenNothing();
        floor.Restarted().Advance(Tick).Then("contact-aged", "offer-made");
    }

    [Fact]
    public void Whoever_comes_after_a_delay_comes_after_that_of_the_wait_and_not_of_the_talk()
    {
        var mina = Agent("mina", "other") with
        {
            Memberships = [new MembershipProfile { Queue = "other", Delay = Minutes(5) }],
        };
        var floor = Talked(Start("ana", "chat"), mina);
        Assert.Empty(floor.State.Offers);

        floor.Advance(Minutes(5) - Tick).ThenNothing();
        floor.Restarted().Advance(Tick).Then("contact-aged", "offer-made");
    }

    [Fact]
    public void The_age_by_which_it_stands_in_line_counts_from_the_beginning()
    {
        var floor = Talked(Start("ana", "chat"), Agent("mina", "other")).Given(GoIdle("mina"));

        floor.Started("other", "bob");

        Assert.Equal(ManualTimeProvider.DefaultStart, floor.State.Chats[1].QueuedAt);
    }

    /// <summary>Ana has talked to Fay for ten minutes, who has handed her on to another queue.</summary>
    private static Specification Talked(StartContact ana, AgentProfile other) =>
        Floor([Queue("chat"), Queue("other")], Fay, other).Available("fay", "mina")
            .Given(ana).Accepted(1).After(Minutes(10))
            .Given(new TransferChat(Actor.Agent("fay"), 1, "other", null));
}

using ContactCenter.Agents;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

/// <summary>Whether an agent gets work again by themselves once they have finished what they had.</summary>
public sealed class AutoAvailableTests
{
    private static readonly AvailabilityChanged Again = new(
        "mina", AvailabilityTrigger.GoAvailable, null, Actor.System, "auto-available");

    [Fact]
    public void Whom_the_system_had_made_idle_is_available_again_after_work()
    {
        var floor = Declined(auto: true).Given(End(Ana, 1));

        floor.When(WrapUp("mina", 1, "solved"));
        Assert.Contains(Again, floor.Happened);
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
    }

    [Fact]
    public void Who_does_not_have_it_in_their_profile_stays_idle()
    {
        var floor = Declined(auto: false).Given(End(Ana, 1), WrapUp("mina", 1, "solved"));

        Assert.Equal(IdleCode.Declined, floor.State.Agents["mina"].Code);
    }

    [Fact, Pain(56)]
    public void What_the_agent_has_chosen_meanwhile_stays()
    {
        var floor = Declined(auto: true).Given(GoIdle("mina", "lunch"), End(Ana, 1), WrapUp("mina", 1, "solved"));

        Assert.Equal("lunch", floor.State.Agents["mina"].Code);
    }

    [Fact]
    public void What_a_supervisor_has_chosen_meanwhile_stays()
    {
        var floor = Declined(auto: true)
            .Given(new MakeIdle(Boss, "mina", "meeting"), End(Ana, 1), WrapUp("mina", 1, "solved"));

        Assert.Equal("meeting", floor.State.Agents["mina"].Code);
    }

    [Fact]
    public void A_channel_that_failed_has_to_be_seen_to_first()
    {
        var floor = With(auto: true).Available("mina").Started("chat", "ana").Accepted(1).Started("chat", "bob")
            .Given(Fail(2), End(Ana, 1), WrapUp("mina", 1, "solved"));

        Assert.Equal(IdleCode.ChannelFailure, floor.State.Agents["mina"].Code);
    }

    [Fact]
    public void A_rona_stays()
    {
        var floor = With(auto: true).Available("mina").Started("chat", "ana").Accepted(1).Started("chat", "bob")
            .Advance(Seconds(30)).Given(End(Ana, 1), WrapUp("mina", 1, "solved"));

        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].Availability);
    }

    [Fact]
    public void It_waits_for_the_last_contact()
    {
        var floor = With(auto: true).Available("mina").Started("chat", "ana", "bob").Accepted(1).Accepted(2)
            .Started("chat", "cleo").Given(Decline("mina", 3), End(Ana, 1), End(Bob, 2));
        floor.When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");

        floor.When(WrapUp("mina", 2, "solved"));
        Assert.Contains(Again, floor.Happened);
    }

    [Fact]
    public void An_agent_whose_connection_is_lost_does_not_become_available()
    {
        var floor = With(auto: true).Available("mina").Given(new OpenSession(Mina)).Started("chat", "ana").Accepted(1)
            .Given(End(Ana, 1), new LoseSession(Mina, 1)).When(WrapUp("mina", 1, "solved"));

        Assert.DoesNotContain(Again, floor.Happened);
    }

    private static Specification Declined(bool auto) => With(auto).Available("mina")
        .Started("chat", "ana").Accepted(1).Started("chat", "bob").Given(Decline("mina", 2));

    private static Specification With(bool auto) => Floor(
        [Queue("chat") with { AllowDecline = true }], Agent("mina", chats: 3) with { AutoAvailable = auto });
}

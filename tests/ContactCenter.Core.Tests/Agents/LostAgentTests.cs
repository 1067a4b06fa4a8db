using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

/// <summary>Whoever's connection is lost is offered nothing until they are back, whoever asks for it.</summary>
public sealed class LostAgentTests
{
    private static readonly Rejection Away =
        Rejections.NotAllowed.About(PresenceState.Lost, AvailabilityTrigger.GoAvailable);

    private static readonly TimeSpan AfterFiveMinutes = Minutes(5);

    [Fact]
    public void An_agent_without_a_connection_does_not_go_available() =>
        Floor(Agent("mina")).Given(SignIn("mina"), new OpenSession(Mina), new LoseSession(Mina, 1))
            .When(GoAvailable("mina")).Refused(Away)
            .When(new MakeAvailable(Boss, "mina")).Refused(Away)
            .Given(new OpenSession(Mina))
            .When(GoAvailable("mina")).Then(Changed("mina", AvailabilityTrigger.GoAvailable));

    [Fact]
    public void An_agent_who_is_lost_for_good_is_made_available_by_nobody_else() =>
        MinaIsGivenUp(AfterFiveMinutes)
            .When(new MakeAvailable(Boss, "mina")).Refused(Away)
            .When(GoAvailable("mina")).ThenAccepted();

    [Fact, Pain(24)]
    public void A_wrap_up_that_no_countdown_would_end_is_completed_for_an_agent_who_is_lost_for_good()
    {
        var floor = MinaIsGivenUp(autoAfter: null);

        var wrapUp = Assert.Single(floor.Happened.OfType<WrapUpCompleted>());
        Assert.Equal(("solved", Actor.System), (Assert.Single(wrapUp.Reasons), wrapUp.By));
        Assert.Equal(Availability.SignedOut, floor.State.Agents["mina"].Availability);
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
    }

    [Fact]
    public void A_wrap_up_that_counts_down_is_still_theirs_when_they_are_back()
    {
        var floor = MinaIsGivenUp(AfterFiveMinutes).When(new OpenSession(Mina)).ThenAccepted();

        floor.When(WrapUp("mina", 1, "unsolved")).ThenAccepted();
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
    }

    private static Specification MinaIsGivenUp(TimeSpan? autoAfter)
    {
        var floor = Configuration([Queue("chat")], Agent("mina", 2));
        return Floor(floor with { WrapUp = floor.WrapUp with { AutoAfter = autoAfter } })
            .Given(new OpenSession(Mina)).Available("mina").Started("chat", "ana").Accepted(1)
            .Given(new LoseSession(Mina, 1)).Advance(Seconds(50)).ThenAccepted();
    }
}

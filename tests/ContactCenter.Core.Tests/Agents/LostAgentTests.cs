using ContactCenter.Agents;
using ContactCenter.Sessions;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

/// <summary>Whoever's connection is lost is offered nothing until they are back, whoever asks for it.</summary>
public sealed class LostAgentTests
{
    private static readonly Rejection Away =
        Rejections.NotAllowed.About(PresenceState.Lost, AvailabilityTrigger.GoAvailable);

    [Fact]
    public void An_agent_without_a_connection_does_not_go_available() =>
        Floor(Agent("mina")).Given(SignIn("mina"), new OpenSession(Mina), new LoseSession(Mina, 1))
            .When(GoAvailable("mina")).Refused(Away)
            .When(new MakeAvailable(Boss, "mina")).Refused(Away)
            .Given(new OpenSession(Mina))
            .When(GoAvailable("mina")).Then(Changed("mina", AvailabilityTrigger.GoAvailable));

    [Fact]
    public void An_agent_who_is_lost_for_good_is_made_available_by_nobody_else() =>
        Floor(Agent("mina", 2)).Given(new OpenSession(Mina)).Available("mina")
            .Started("chat", "ana").Accepted(1)
            .Given(new LoseSession(Mina, 1)).Advance(Minutes(1))
            .When(new MakeAvailable(Boss, "mina")).Refused(Away)
            .When(GoAvailable("mina")).ThenAccepted();
}

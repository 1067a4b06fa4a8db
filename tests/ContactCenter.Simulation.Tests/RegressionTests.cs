using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Simulation;

/// <summary>What simulations have found, as short stories.</summary>
public sealed class RegressionTests
{
    [Fact]
    public void A_queue_goes_in_the_very_revision_that_finds_an_agent_for_another_queue() =>
        Floor([Queue("chat"), Queue("old")], Agent("mina", "old"))
            .Available("mina")
            .Started("chat", "ana")
            .When(Revision(Configuration([Queue("chat")], Agent("mina", "chat"))))
            .Then("floor-configured", "offer-made");

    [Fact]
    public void An_actor_without_an_id_is_the_same_after_it_was_read_from_the_log() =>
        Assert.Equal(Actor.System, new Actor(ActorKind.System, string.Empty));

    [Fact]
    public void Only_an_answer_to_its_question_lets_the_bot_speak() =>
        Floor(Agent("mina"))
            .Started("chat", "ana")
            .When(Say(Actor.Bot, 1, "Beep")).Refused("not-permitted");

    private static Floors.Configure Revision(Floors.FloorConfiguration configuration) =>
        new(Actor.Host, configuration, "another");
}

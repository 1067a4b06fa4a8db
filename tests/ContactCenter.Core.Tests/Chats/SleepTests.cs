using ContactCenter.Chats;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Chats;

/// <summary>A chat whose customer is silent takes no room of its agent's until somebody says something.</summary>
public sealed class SleepTests
{
    /// <summary>Mina, who takes one chat at a time, has asked ana something.</summary>
    private static Specification Asked(TimeSpan? warnAfter = null) => Floor(
        [Queue("chat") with { SleepSilentAfter = Seconds(600), WarnSilentAfter = warnAfter }],
        Agent("mina"),
        Agent("noor"))
        .Available("mina").Started("chat", "ana").Accepted(1).Given(Say(Mina, 1, "which card?"));

    [Fact, PeerScenario("ZD-01"), Pain(37, 46)]
    public void A_silent_chat_frees_its_slot_and_when_it_wakes_nothing_new_is_offered_until_there_is_room()
    {
        var floor = Asked().Started("chat", "bob", "cleo").Advance(Seconds(599)).ThenNothing()
            .Advance(Seconds(1)).Then(
                new ChatSleeps(1, IsAsleep: true),
                Offered(2, 2, "mina", ManualTimeProvider.DefaultStart + Seconds(630)));
        Assert.True(Assert.Single(floor.SeenBy(Mina).Agents).IsAsleep);
        Assert.False(Assert.Single(floor.SeenBy(Ana).Agents).IsAsleep);

        floor.Accepted(2).Restarted().When(Say(Ana, 1, "the blue one")).Then(
            Said(Ana, 1, floor.SeenBy(Mina).LastLine, "the blue one"), new ChatSleeps(1, IsAsleep: false));
        Assert.Equal(2, floor.State.Agents["mina"].Load.Chat);

        floor.Given(End(Bob, 2)).When(WrapUp("mina", 2, "solved")).Then("wrap-up-completed", "chat-closed")
            .Given(End(Ana, 1)).When(WrapUp("mina", 1, "solved"))
            .Then("wrap-up-completed", "chat-closed", "offer-made");
    }

    [Fact]
    public void An_agent_who_speaks_again_wakes_it_too_and_the_silence_counts_anew()
    {
        var floor = Asked().Advance(Seconds(600)).When(Say(Mina, 1, "are you there?"))
            .Then("message-posted", "chat-sleeps");

        Assert.Equal(1, floor.State.Agents["mina"].Load.Chat);
        floor.Advance(Seconds(599)).ThenNothing().Advance(Seconds(1)).Then(new ChatSleeps(1, IsAsleep: true));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(900)]
    public void A_warning_comes_before_or_after(int warnAfter)
    {
        var floor = Asked(Seconds(warnAfter)).Advance(Seconds(Math.Min(warnAfter, 600)));
        Assert.Equal(warnAfter > 600, floor.Happened.Any(happened => happened is ChatSleeps));

        floor.Restarted().Advance(Seconds(Math.Abs(warnAfter - 600)));
        Assert.Equal(warnAfter > 600, floor.Happened.Any(happened => happened is SilenceNoticed));
    }

    [Fact]
    public void The_wrap_up_of_a_chat_that_slept_takes_its_slot_again()
    {
        var floor = Asked().Advance(Seconds(600)).Given(End(Mina, 1));

        Assert.Equal(1, floor.State.Agents["mina"].Load.Chat);
        floor.When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void A_chat_sleeps_after_a_while_and_within_a_day()
    {
        var floor = Floor(Agent("mina"));

        floor.When(new Tests.Floors.Revision(floor).By(now => now with
        {
            Queues = [Queue("chat") with { SleepSilentAfter = TimeSpan.Zero }],
        })).Refused("configuration-invalid");
    }
}

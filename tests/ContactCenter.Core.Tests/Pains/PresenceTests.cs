using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Sessions;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Pains;

/// <summary>Who is there and how much they have, where other products lose count.</summary>
public sealed class PresenceTests
{
    [Fact, Pain(36)]
    public void A_chat_that_sleeps_while_its_agent_goes_for_good_wakes_in_the_queue()
    {
        var floor = Floor([Queue("chat") with { SleepSilentAfter = Seconds(600) }], Agent("mina"), Agent("noor"))
            .Given(new OpenSession(Mina)).Available("mina").Started("chat", "ana").Accepted(1)
            .Given(Say(Mina, 1, "which card?")).Advance(Seconds(600)).Then(new ChatSleeps(1, IsAsleep: true));

        floor.Given(new LoseSession(Mina, 1)).Advance(Minutes(2));
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        floor.When(Say(Ana, 1, "the blue one")).Then("message-posted").Available("noor").Accepted(1);
        Assert.Equal("noor", floor.State.Chats[1].Owner?.Agent.Value);
        Assert.Equal((1, 0), (floor.State.Agents["noor"].Load.Chat, floor.State.Agents["mina"].Load.Total));
    }

    [Theory, Pain(39)]
    [InlineData("idle")]
    [InlineData("rona")]
    [InlineData("available")]
    public void Another_device_changes_nothing_about_who_is_available(string how)
    {
        var floor = Floor(Agent("mina")).Given(new OpenSession(Mina)).Available("mina").Started("chat", "ana");
        floor = how switch
        {
            "idle" => floor.Given(GoIdle("mina", "lunch")),
            "rona" => floor.Advance(Seconds(30)),
            _ => floor,
        };
        var mina = floor.State.Agents["mina"];
        var before = (mina.Availability, mina.Code, mina.Offers.Count);

        floor.When(new OpenSession(Mina)).Then(new SessionOpened(2, Mina))
            .When(new LoseSession(Mina, 2)).Then("session-closed");
        mina = floor.State.Agents["mina"];
        Assert.Equal(before, (mina.Availability, mina.Code, mina.Offers.Count));
    }

    [Fact, Pain(47)]
    public void What_an_agent_has_in_hand_counts_whatever_becomes_of_their_sessions()
    {
        var floor = Floor(Agent("mina", 2)).Given(new OpenSession(Mina), new OpenSession(Mina)).Available("mina")
            .Started("chat", "ana", "bob", "cleo").Accepted(1).Accepted(2);

        floor.Given(new LoseSession(Mina, 1));
        Assert.Equal(2, floor.State.Agents["mina"].Load.Chat);
        floor.Given(GoIdle("mina"), GoAvailable("mina"));
        Assert.Equal(2, floor.State.Agents["mina"].Load.Chat);
        floor.Given(new LoseSession(Mina, 2)).Advance(Seconds(20)).Given(new OpenSession(Mina)).Restarted();
        Assert.Equal(2, floor.State.Agents["mina"].Load.Chat);
        Assert.Equal((Availability.Available, 0), (
            floor.State.Agents["mina"].Availability, floor.State.Agents["mina"].Offers.Count));

        floor.Given(End(Mina, 1)).When(WrapUp("mina", 1, "solved")).Then(
            "wrap-up-completed", "chat-closed", "offer-made");
    }
}

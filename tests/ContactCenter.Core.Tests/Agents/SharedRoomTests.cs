using ContactCenter.Agents;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Agents;

/// <summary>
/// What a contact takes of an agent beside what its channel may: a chat is a fifth of one who takes five, and a call is
/// all of them.
/// </summary>
public sealed class SharedRoomTests
{
    [Fact, PeerScenario("AZ-38")]
    public void The_channel_is_full_while_the_agent_has_room()
    {
        var floor = Scene(MediaMode.BlendedRealTime);
        TestContact[] chats = [.. Enumerable.Range(1, 6).Select(_ => floor.CustomerWaits("chat"))];

        Assert.Equal(chats[..5], floor.Agent("mina").Offers);
        floor.Explain(chats[5]).ShouldRuleOut("mina", "no-room");
        floor.ShouldOffer(floor.CustomerWaits("letters"), to: "mina");

        floor.Accepts("mina").Ends("mina", chats[0]).WrapsUp("mina", chats[0]).ShouldOffer(chats[5], to: "mina");
    }

    [Fact, PeerScenario("AZ-38")]
    public void The_agent_is_full_while_the_channel_has_room()
    {
        var floor = Scene(MediaMode.BlendedRealTime);
        var chat = floor.CustomerWaits("chat");
        var call = floor.CustomerWaits("calls");

        // Four fifths are left, and no call takes less than all.
        floor.Explain(call).ShouldRuleOut("mina", "no-room");
        floor.Accepts("mina").Ends("mina", chat).WrapsUp("mina", chat).ShouldOffer(call, to: "mina");

        // None of the five chats is taken, and nothing of the agent is left.
        var next = floor.CustomerWaits("chat");
        floor.Explain(next).ShouldRuleOut("mina", "no-room");
        floor.Accepts("mina").Ends("mina", call).WrapsUp("mina", call).ShouldOffer(next, to: "mina");
    }

    [Fact, PeerScenario("AZ-38")]
    public void Where_any_contact_is_all_of_an_agent_one_of_five_chats_fits()
    {
        var floor = Scene(MediaMode.Exclusive);
        var (first, second) = (floor.CustomerWaits("chat"), floor.CustomerWaits("chat"));

        floor.ShouldOffer(first, to: "mina");
        floor.Explain(second).ShouldRuleOut("mina", "no-room");
    }

    [Fact, PeerScenario("AZ-38")]
    public void Where_channels_share_nothing_five_chats_leave_room_for_a_call()
    {
        var floor = Scene(MediaMode.Blended);
        TestContact[] chats = [.. Enumerable.Range(1, 6).Select(_ => floor.CustomerWaits("chat"))];
        var call = floor.CustomerWaits("calls");

        Assert.Equal([.. chats[..5], call], floor.Agent("mina").Offers);
    }

    private static TestFloor Scene(MediaMode mode) => TestFloor.From(floor => floor.AddQueue("chat")
        .AddQueue("calls", queue => queue.Channel = Channel.Voice)
        .AddQueue("letters", queue => queue.Channel = Channel.Email)
        .AddAgent("mina", agent =>
        {
            agent.Serves("chat", "calls", "letters");
            (agent.Media, agent.VoiceCapacity, agent.ChatCapacity, agent.EmailCapacity) = (mode, 1, 5, 5);
        })).Available("mina");
}

using ContactCenter.Agents;
using ContactCenter.Collaboration;
using ContactCenter.Testing;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Collaboration;

/// <summary>Agents who hand on what they are offered.</summary>
public sealed class RedirectTests
{
    [Fact, PeerScenario("AQ-19")]
    public void Whoever_is_redirected_to_is_tried_and_not_whoever_would_be_next()
    {
        var (floor, chat) = Scene();
        floor.Available("omar").Accepts("mina").Transfers("mina", chat, ToAgent("omar"));

        floor.ShouldOffer(chat, to: "omar");
        Assert.Single(chat.OfferedTo);
        floor.Restarted().Accepts("omar");
        Assert.Equal(("omar", Availability.Available), (chat.Agent?.Value, floor.Agent("noor").Availability));
    }

    [Fact, PeerScenario("AQ-19")]
    public void Where_whoever_is_redirected_to_does_not_answer_routing_goes_on()
    {
        var (floor, chat) = Scene();
        floor.Available("omar").Accepts("mina").Transfers("mina", chat, ToAgent("omar"));

        floor.Advance(Seconds(30)).Agent("omar").ShouldBe(Availability.Rona);
        floor.ShouldOffer(chat, to: "noor");
    }

    [Fact, PeerScenario("AQ-19")]
    public void A_redirection_to_nobody_fails_and_routing_goes_on_as_if_it_had_not_been_tried()
    {
        var (floor, chat) = Scene();

        // What somebody is only being asked for is not theirs to give, to whomever; what they have taken is.
        floor.ShouldRefuse("not-permitted", desk => desk.Transfers("mina", chat, ToAgent("nobody")));
        floor.ShouldOffer(chat, to: "mina");
        floor.Advance(Seconds(30)).ShouldOffer(chat, to: "noor");

        floor.Accepts("noor");
        floor.ShouldRefuse("agent-unknown", desk => desk.Transfers("noor", chat, ToAgent("nobody")));
        floor.ShouldRefuse("agent-unavailable", desk => desk.Transfers("noor", chat, ToAgent("omar")));
        floor.ShouldRefuse("queue-unknown", desk => desk.Transfers("noor", chat, TransferTarget.To((QueueName)"none")));
        Assert.Equal("noor", chat.Agent?.Value);

        floor.Available("omar").Transfers("noor", chat, TransferTarget.To((QueueName)"chat"));
        floor.ShouldOffer(chat, to: "omar");
    }

    /// <summary>Mina is being offered a chat, and Noor would be next; Omar is not there yet.</summary>
    private static (TestFloor Floor, TestContact Chat) Scene()
    {
        var floor = TestFloor.From(options => options.AddQueue("chat")
            .AddAgent("mina", agent => agent.Serves("chat"))
            .AddAgent("noor", agent => agent.Serves("chat"))
            .AddAgent("omar", agent => agent.Serves("chat"))).Available("mina").Advance(Seconds(1)).Available("noor");
        var chat = floor.CustomerWaits("chat");
        floor.ShouldOffer(chat, to: "mina");
        return (floor, chat);
    }

    private static TransferTarget ToAgent(string agent) => TransferTarget.To((AgentId)agent);
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

/// <summary>One channel out of rotation while the agent is available for the others.</summary>
public sealed class ChannelPauseTests
{
    private static Specification Mina(RonaScope scope = RonaScope.OwnChannel) => Floor(Configuration(
        [Queue("chat"), Queue("letters", Channel.Email, offerSeconds: 60), Queue("calls", Channel.Voice)],
        Agent("mina", new MediaProfile { Voice = 1, Chat = 2, Email = 2 }),
        Agent("noor")) with
    { RonaScope = scope }).Available("mina");

    private static Specification MissedAChat => Mina().Started("chat", "ana").Advance(Seconds(30));

    [Fact, Scenario("S29")]
    public void A_missed_chat_stops_chats_and_nothing_else()
    {
        var floor = Mina().Started("chat", "ana").Advance(Seconds(30)).Then(
            new OfferClosed(1, OfferTrigger.Miss),
            Missed("mina") with { Channel = Channel.Chat });

        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].AvailabilityFor(Channel.Chat));
        floor.When(Start("bob", "letters")).Then("chat-started", "chat-queued", "offer-made")
            .When(Start("cleo", "calls")).Then("chat-started", "chat-queued", "offer-made")
            .When(Start("dora", "chat")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void Where_the_scope_is_all_channels_a_missed_chat_stops_them_all() =>
        Mina(RonaScope.AllChannels).Started("chat", "ana").Advance(Seconds(30))
            .When(Start("bob", "letters")).Then("chat-started", "chat-queued");

    [Fact]
    public void A_missed_chat_takes_back_the_other_chats_offered_and_no_emails()
    {
        var floor = Mina().Started("letters", "bob").Started("chat", "ana", "cleo").Advance(Seconds(30))
            .ThenAccepted();

        Assert.Contains(floor.State.Offers.Values, offer => floor.State.Chats[offer.Chat].Channel == Channel.Email);
    }

    [Theory, Scenario("S29")]
    [InlineData(null)]
    [InlineData(Channel.Chat)]
    public void A_stopped_channel_comes_back_when_the_agent_says_so(Channel? channel)
    {
        var floor = MissedAChat.Advance(TimeSpan.FromDays(1)).ThenNothing()
            .When(new MakeAvailable(People.Mina, "mina", Channel: channel)).Then(
                new AvailabilityChanged(
                    "mina", AvailabilityTrigger.GoAvailable, null, People.Mina, null, Channel.Chat),
                Offered(2, 1, "mina", ManualTimeProvider.DefaultStart + Seconds(60) + TimeSpan.FromDays(1)));

        Assert.Null(floor.State.Agents["mina"].Pauses);
    }

    [Fact]
    public void Another_channel_that_is_made_available_does_not_lead_out_of_a_rona()
    {
        MissedAChat.When(new MakeAvailable(People.Mina, "mina", Channel: Channel.Email)).Refused("not-allowed");
    }

    [Fact]
    public void A_stopped_channel_may_go_idle_instead() =>
        MissedAChat.When(new MakeIdle(People.Mina, "mina", "lunch", Channel: Channel.Chat)).Then(
            new AvailabilityChanged("mina", AvailabilityTrigger.GoIdle, "lunch", People.Mina, null, Channel.Chat));

    [Fact]
    public void An_agent_takes_one_channel_out_and_back()
    {
        var floor = Mina().Started("chat", "ana").Started("letters", "bob")
            .When(new MakeIdle(People.Mina, "mina", "meeting", Channel: Channel.Chat)).Then(
                new AvailabilityChanged(
                    "mina", AvailabilityTrigger.GoIdle, "meeting", People.Mina, null, Channel.Chat),
                new OfferClosed(1, OfferTrigger.Withdraw));

        Assert.Equal([2L], floor.State.Agents["mina"].Offers);
        var pause = Assert.Single(floor.State.Agents["mina"].Pauses!);
        Assert.Equal((Channel.Chat, Availability.Idle, "meeting"), (pause.Channel, pause.Availability, pause.Code));
        floor.Restarted().When(new MakeAvailable(People.Mina, "mina", Channel: Channel.Chat))
            .Then("availability-changed", "offer-made");
    }

    [Fact]
    public void A_channel_is_moved_only_while_the_agent_is_there_for_the_others()
    {
        Floor(Agent("mina")).Given(SignIn("mina"))
            .When(new MakeAvailable(People.Mina, "mina", Channel: Channel.Chat)).Refused("not-allowed")
            .When(new MakeIdle(People.Mina, "mina", Channel: Channel.Chat)).Refused("not-allowed");
        Mina().When(new MakeIdle(People.Mina, "mina", Channel: (Channel)9)).Refused("not-allowed");
    }

    [Fact]
    public void A_supervisor_moves_one_channel_and_the_event_names_them() =>
        Mina()
            .When(new MakeIdle(Boss, "mina", "meeting", "team-talk", Channel.Email)).Then(
                new AvailabilityChanged(
                    "mina", AvailabilityTrigger.GoIdle, "meeting", Boss, "team-talk", Channel.Email))
            .When(new MakeIdle(Actor.Agent("noor"), "mina", Channel: Channel.Email)).Refused("not-permitted")
            .When(new MakeAvailable(Boss, "mina", "done", Channel.Email)).Then(
                new AvailabilityChanged(
                    "mina", AvailabilityTrigger.GoAvailable, null, Boss, "done", Channel.Email));

    [Fact]
    public void Going_idle_altogether_and_back_forgets_what_was_stopped()
    {
        var floor = MissedAChat.Given(GoIdle("mina", "lunch"), GoAvailable("mina"));

        Assert.Null(floor.State.Agents["mina"].Pauses);
        Assert.Equal(ChatState.Offered, floor.State.Chats[1].State);
    }

    [Fact]
    public void A_lost_connection_does_not_lead_out_of_a_rona_on_one_channel()
    {
        var floor = Mina().Given(new OpenSession(People.Mina)).Started("chat", "ana").Advance(Seconds(30))
            .Given(new LoseSession(People.Mina, 1), new OpenSession(People.Mina));

        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].AvailabilityFor(Channel.Chat));
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        floor.Restarted().When(GoAvailable("mina")).Then("availability-changed", "offer-made");
    }

    [Fact]
    public void A_stopped_channel_is_given_nothing_by_name_either()
    {
        var floor = Mina().Started("chat", "ana").Advance(Seconds(30)).Available("noor").Accepted(1);

        floor.When(new ContactCenter.Collaboration.TransferChat(Noor, 1, null, "mina")).Refused("agent-unavailable");
    }
}

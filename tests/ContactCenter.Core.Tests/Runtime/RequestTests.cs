using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>What an agent sees of an offered contact, and how offers are taken.</summary>
public sealed class RequestTests
{
    [Fact, Scenario("S1")]
    public async Task A_request_shows_who_it_is_where_they_wait_and_since_when_it_is_here()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var request = new StartChat { Queue = "chat", Customer = "ana", Name = "Ana Núñez", Email = "ana@x.org" };
        var chat = (await floor.Host.Chats.StartAsync(request)).ValueOrThrow().Id;

        var now = floor.Time.GetUtcNow();
        Assert.Equal(
            new OfferShown(
                new OfferId("floor", 1), chat, "mina", OfferState.Open, Channel.Chat, "ana", "Ana Núñez", "ana@x.org",
                "chat", OfferedAt: now, DueAt: now + Seconds(30), OfferKind.Routed, false, false),
            Assert.Single((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow()));
    }

    [Fact, Scenario("S2")]
    public async Task A_request_of_somebody_without_a_name_shows_their_id()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("c-77");

        var offer = Assert.Single((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow());
        Assert.Equal(("c-77", null, null), (offer.Customer.Value, offer.Name, offer.Email));
    }

    [Fact, PeerScenario("AZ-27")]
    public async Task A_request_holds_one_slot_as_soon_as_it_is_made_and_its_answer_gives_a_part_in_the_chat_it_names()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("noor")));
        await floor.AvailableAsync("noor");
        var chat = await floor.StartedAsync("ana");
        var offer = Assert.Single((await floor.Host.Agents.OffersAsync("noor")).ValueOrThrow());
        Assert.Equal(
            (chat, "noor", floor.Time.GetUtcNow(), Seconds(30)),
            (offer.Chat, offer.Agent.Value, offer.OfferedAt, offer.DueAt - offer.OfferedAt));
        Assert.Equal(1, (await floor.Host.Agents.StateAsync("noor")).ValueOrThrow().Load.Chat);
        Assert.Equal(1, floor.Host.Run!.Follower.Read(state => state.Agents["noor"].Load.Chat));

        await floor.AdvanceAsync(Seconds(4));
        Assert.Equal(chat, (await floor.Host.Agents.AcceptAsync("noor", offer.Offer)).ValueOrThrow().Id);

        foreach (var viewer in (Actor[])[Actor.Host, Noor])
        {
            var shown = (await floor.Host.Chats.StateAsync(chat, viewer)).ValueOrThrow();
            Assert.Equal("noor", shown.Agent!.Value.Value);
            Assert.Equal([new PartShown("noor", ChatRole.Owner, offer.OfferedAt + Seconds(4))], shown.Agents);
        }

        Assert.Equal(1, floor.Host.Run!.Follower.Read(state => state.Agents["noor"].Load.Chat));
    }

    [Fact, Scenario("S3")]
    public async Task A_request_counts_from_when_it_reached_the_agent_and_not_from_when_the_customer_came()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        await floor.AdvanceAsync(Seconds(60));
        await floor.AvailableAsync("mina");
        await floor.AdvanceAsync(Seconds(5));

        var offer = Assert.Single((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow());
        var state = (await floor.Host.Chats.StateAsync(chat, Boss)).ValueOrThrow();
        Assert.Equal(Seconds(5), floor.Time.GetUtcNow() - offer.OfferedAt);
        Assert.Equal(Seconds(65), floor.Time.GetUtcNow() - state.QueuedAt);
    }

    [Fact, Scenario("S8")]
    public async Task An_agent_accepts_all_requests_in_one_go()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("mina", 3)));
        await floor.AvailableAsync("mina");
        ChatId[] chats =
            [await floor.StartedAsync("ana"), await floor.StartedAsync("bob"), await floor.StartedAsync("cleo")];

        var outcomes = (await floor.Host.Agents.AcceptAllAsync("mina")).ValueOrThrow();
        Assert.Equal(chats, outcomes.Select(outcome => outcome.ValueOrThrow().Id));
        foreach (var chat in chats)
        {
            Assert.Equal(ChatState.Active, await floor.StateAsync(chat));
        }
    }

    [Fact, Scenario("S9")]
    public async Task An_agent_who_accepts_all_requests_does_not_accept_the_call()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var call = await floor.StartedAsync("zoe", "calls");
        ChatId[] chats = [await floor.StartedAsync("ana"), await floor.StartedAsync("bob")];

        var outcomes = (await floor.Host.Agents.AcceptAllAsync("mina")).ValueOrThrow();
        Assert.Equal(chats, outcomes.Select(outcome => outcome.ValueOrThrow().Id));
        Assert.Equal(ChatState.Offered, await floor.StateAsync(call));
        Assert.Equal(call, Assert.Single((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow()).Chat);
    }

    [Fact]
    public async Task Requests_are_listed_earliest_first_and_strangers_have_none()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await floor.StartedAsync("bob");

        Assert.Equal(
            ["ana", "bob"],
            (await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow().Select(offer => offer.Customer.Value));
        Assert.Empty((await floor.Host.Agents.OffersAsync("noor")).ValueOrThrow());
        Assert.Empty((await floor.Host.Agents.OffersAsync("nobody")).ValueOrThrow());
    }

    [Fact, Scenario("S12")]
    public async Task An_answer_one_tick_before_the_deadline_is_in_time_and_one_at_it_is_late()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await floor.AdvanceAsync(Seconds(10));
        await floor.StartedAsync("bob");
        var offers = (await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow();
        await floor.AdvanceAsync(Seconds(20) - Tick);

        Assert.True((await floor.Host.Agents.AcceptAsync("mina", offers[0].Offer)).IsAccepted);
        await floor.AdvanceAsync(Seconds(10) + Tick);
        Assert.Equal("offer-gone", (await floor.Host.Agents.AcceptAsync("mina", offers[1].Offer)).Rejection?.Code);
        Assert.Equal(Availability.Rona, (await floor.Host.Agents.StateAsync("mina")).Value.Availability);
    }

    [Fact]
    public async Task An_offer_of_another_floor_is_not_known_here()
    {
        await using var floor = await RunningFloor.StartAsync();
        var offer = new OfferId("other", 1);

        Assert.Equal("offer-gone", (await floor.Host.Agents.AcceptAsync("mina", offer)).Rejection?.Code);
        Assert.Equal("offer-gone", (await floor.Host.Agents.DeclineAsync("mina", offer)).Rejection?.Code);
        Assert.Equal("offer-gone", (await floor.Host.Agents.FailOfferAsync(offer)).Rejection?.Code);
    }

    [Theory]
    [InlineData("name", 200, null)]
    [InlineData("name", 201, "text-too-long")]
    [InlineData("email", 200, null)]
    [InlineData("email", 201, "text-too-long")]
    public async Task A_name_or_an_address_has_its_limit(string field, int length, string? refused)
    {
        await using var floor = await RunningFloor.StartAsync();
        var text = new string('a', length);

        var outcome = await floor.Host.Chats.StartAsync(new StartChat
        {
            Queue = "chat",
            Customer = "ana",
            Name = field == "name" ? text : null,
            Email = field == "email" ? text : null,
        });
        Assert.Equal(refused, outcome.Rejection?.Code);
    }

    [Fact]
    public async Task A_name_that_no_store_keeps_is_refused()
    {
        await using var floor = await RunningFloor.StartAsync();
        foreach (var name in (string[])["a\0b", "a\ud83d", "\udc00b"])
        {
            var request = new StartChat { Queue = "chat", Customer = "ana", Name = name };
            var outcome = await floor.Host.Chats.StartAsync(request);
            Assert.Equal(("text-malformed", "name"), (outcome.Rejection?.Code, outcome.Rejection?.Subject));
        }
    }

    [Fact]
    public async Task A_card_number_in_a_name_is_masked_and_in_an_id_refused()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var request = new StartChat
        {
            Queue = "chat",
            Customer = "ana",
            Name = "4111 1111 1111 1111",
            Email = "4111111111111111@x.org",
        };
        Assert.True((await floor.Host.Chats.StartAsync(request)).IsAccepted);

        var offer = Assert.Single((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow());
        Assert.Equal("411111******1111", offer.Name);
        Assert.DoesNotContain("4111111111111111", offer.Email, StringComparison.Ordinal);
        var refused = await floor.Host.Chats.StartAsync(
            new StartChat { Queue = "chat", Customer = "4111111111111111" });
        Assert.Equal("id-holds-card-data", refused.Rejection?.Code);
    }
}

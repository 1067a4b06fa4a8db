using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>Customers who are called back instead of waiting.</summary>
public sealed class CallbackTests
{
    [Fact]
    public void Whoever_asks_to_be_called_back_keeps_their_place()
    {
        var floor = Scene().Started("calls", "ana", "bob").After(Minutes(1));

        floor.When(new AskForCallback(Ana, 1, null)).Then(new CallbackAsked(1, Ana));
        floor.When(new AskForCallback(Ana, 1, null)).ThenNothing();
        floor.Restarted().Available("mina");
        Assert.Equal(1, floor.State.Offers[1].Chat);
        Assert.True(floor.State.Chats[1].Appointment!.IsCallback);
        floor.Accepted(1);
    }

    [Fact]
    public void A_callback_at_a_time_leaves_its_line_and_has_not_waited_before()
    {
        var floor = Scene().Started("calls", "ana", "bob").After(Minutes(1));

        floor.When(new AskForCallback(Ana, 1, Noon.AddHours(2))).Then(
            new CallbackAsked(1, Ana), new ContactScheduled(1, Noon.AddHours(2), false, Ana));
        Assert.Equal([2L], floor.InLine("calls"));

        floor.When(new AskForCallback(Boss, 1, Noon.AddHours(1))).Then(
            new ContactScheduled(1, Noon.AddHours(1), false, Boss));
        floor.Restarted().Advance(Minutes(59)).Then(new ChatQueued(1));
        Assert.Equal([2L, 1], floor.InLine("calls"));
        Assert.Equal(Noon.AddHours(1), floor.State.Chats[1].QueuedAt);
        Assert.True(floor.State.Chats[1].Appointment!.IsCallback);
    }

    [Fact]
    public void A_promised_callback_is_moved_and_urged_by_rules_for_a_long_wait_and_ended_by_none()
    {
        var calls = Queue("calls", Channel.Voice) with
        {
            WaitRules =
            [
                new WaitRule { After = Minutes(5), Priority = 9 },
                new WaitRule { After = Minutes(10), End = true },
            ],
            NoAgents = new NoAgentRule { After = Minutes(1), End = true },
        };
        var floor = Floor([calls], Speaker("mina")).Started("calls", "ana", "bob")
            .Given(new AskForCallback(Ana, 1, null)).Restarted();

        floor.Advance(Minutes(1)).ThenAmongOthers(new NoAgentRuleFired(2, "calls"));
        floor.Advance(Minutes(4)).ThenAmongOthers(new WaitRuleFired(1, "calls", Minutes(5)));
        floor.Restarted().Advance(Minutes(60)).ThenNothing();
        Assert.Equal(9, floor.State.Chats[1].Wishes.Priority);
        floor.Available("mina");
        Assert.Equal(1, Assert.Single(floor.State.Offers.Values).Chat);
    }

    [Fact]
    public void What_comes_after_the_end_of_the_others_is_for_callbacks()
    {
        var calls = Queue("calls", Channel.Voice) with
        {
            WaitRules =
            [
                new WaitRule { After = Minutes(5), End = true },
                new WaitRule { After = Minutes(10), Priority = 9 },
            ],
        };
        var floor = Floor([calls], Speaker("mina")).Started("calls", "ana", "bob")
            .Given(new AskForCallback(Ana, 1, null));

        floor.Advance(Minutes(5)).ThenAmongOthers(new WaitRuleFired(2, "calls", Minutes(5)));
        floor.Restarted().Advance(Minutes(5)).ThenAmongOthers(new WaitRuleFired(1, "calls", Minutes(10)));
        Assert.Equal(9, Assert.Single(floor.State.Chats.Values).Wishes.Priority);
    }

    [Fact]
    public void A_callback_for_a_time_at_which_its_queue_is_closed_waits_there_until_that_opens()
    {
        var floor = Floor([Queue("calls", Channel.Voice) with { Hours = Days }], Speaker("mina"))
            .Available("mina").Started("calls", "ana")
            .Given(new AskForCallback(Ana, 1, Noon.AddHours(8)));

        floor.Advance(TimeSpan.FromHours(8)).ThenAmongOthers(new ChatQueued(1));
        Assert.Empty(floor.State.Offers);
        floor.Restarted().Advance(TimeSpan.FromHours(12)).Then("hours-began", "offer-made");
        Assert.Equal(Noon.AddHours(8), floor.State.Chats[1].QueuedAt);
    }

    [Fact]
    public void A_callback_for_which_its_queue_never_opens_again_is_refused()
    {
        var once = new OpeningHours
        {
            Zone = "UTC",
            Special = new Dictionary<DateOnly, string> { [new DateOnly(2026, 1, 1)] = "08:00-18:00" },
        };
        var floor = Floor([Queue("calls", Channel.Voice) with { Hours = once }], Speaker("mina"))
            .Started("calls", "ana");

        floor.When(new AskForCallback(Ana, 1, Noon.AddHours(8))).Refused("outside-hours");
        floor.When(new AskForCallback(Ana, 1, Noon.AddHours(5))).ThenAccepted();
    }

    [Fact]
    public void A_callback_takes_the_offer_from_an_agent_and_counts_against_nobody()
    {
        var floor = Scene().Available("mina").Started("calls", "ana");

        floor.When(new AskForCallback(Ana, 1, Noon.AddHours(1))).Then(
            new CallbackAsked(1, Ana),
            new OfferClosed(1, OfferTrigger.Withdraw),
            new ContactScheduled(1, Noon.AddHours(1), false, Ana));
        Assert.Equal(0, floor.State.Agents["mina"].Load.Total);
        floor.Advance(Minutes(60)).ThenAmongOthers(new ChatQueued(1));
        Assert.Equal(1, floor.State.Offers[2].Chat);
    }

    [Fact]
    public void A_callback_goes_to_the_agent_whom_it_asks_for()
    {
        var floor = Floor([Queue("calls", Channel.Voice)], Speaker("mina"), Speaker("noor")).Available("mina", "noor")
            .Given(Start("ana", "calls") with
            {
                DueAt = Noon.AddHours(1),
                Wishes = new ContactWishes { Preferred = ["noor"] },
            });

        floor.Advance(Minutes(60));
        Assert.Equal("noor", floor.State.Offers[1].Agent.Value);
    }

    [Fact]
    public void A_callback_outlives_the_connection_of_its_customer_until_an_agent_has_it()
    {
        var floor = Scene().Started("calls", "ana", "ana").Given(
            Start("ana", "calls") with { DueAt = Noon.AddHours(1) },
            new OpenSession(Ana), new AskForCallback(Ana, 1, null), new LoseSession(Ana, 1));

        floor.Advance(Minutes(30)).ThenAmongOthers(
            new ChatEnded(2, ChatTrigger.Leave, Actor.System), new PresenceEnded(Ana, GivenUp: true));
        Assert.Equal([1L, 3], floor.State.Chats.Keys.Order());

        floor.Given(new OpenSession(Ana)).When(new LoseSession(Ana, 2)).Then(
            new SessionClosed(2, Ana, SessionEnd.Lost), new PresenceEnded(Ana, GivenUp: false));
        floor.Given(new OpenSession(Ana)).Available("mina").Accepted(1).When(new LoseSession(Ana, 3)).ThenAccepted();
        Assert.Contains(floor.Happened, happened => happened is PresenceLost);
    }

    [Fact]
    public void A_customer_asks_for_a_callback_of_their_own_and_within_bounds()
    {
        var floor = Scene().Started("calls", "ana");

        floor.When(new AskForCallback(Bob, 1, null)).Refused("not-permitted");
        floor.When(new AskForCallback(Mina, 1, null)).Refused("not-permitted");
        floor.When(new AskForCallback(Ana, 1, Noon.AddDays(91))).Refused("due-out-of-bounds");
        floor.When(new AskForCallback(Ana, 2, null)).Refused("chat-unknown");
    }

    [Fact]
    public void Whoever_is_called_back_later_has_the_place_of_then_and_not_the_one_they_had_asked_for()
    {
        var floor = Scene().Started("calls", "zoe").Given(
            Start("ana", "calls") with { Position = 1 },
            new AskForCallback(Ana, 2, Noon.AddHours(2)));
        floor.After(Minutes(60)).Started("calls", "bob").Advance(Minutes(61));

        Assert.Equal(Noon.AddHours(2), floor.State.Chats[2].QueuedAt);
        Assert.Equal([1, 3, 2], floor.Restarted().InLine("calls"));
    }

    private static OpeningHours Days => new() { Zone = "UTC", EveryDay = "08:00-18:00" };

    private static Specification Scene() => Floor([Queue("calls", Channel.Voice)], Speaker("mina"));

    private static AgentProfile Speaker(string id) => Agent(id, new MediaProfile { Voice = 1 }, "calls");
}

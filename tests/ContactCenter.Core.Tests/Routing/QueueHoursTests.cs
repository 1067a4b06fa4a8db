using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Queues that open and close: when, and what that leaves alone.</summary>
public sealed class QueueHoursTests
{
    private static readonly QueueProfile Cards = Queue("cards") with
    {
        Hours = new OpeningHours
        {
            Zone = "Asia/Seoul",
            Weekdays = "09:00-18:00",
            Closed = [new DateOnly(2026, 5, 5)],
        },
    };

    [Fact]
    public void Nobody_is_offered_a_chat_on_childrens_day()
    {
        var floor = Until(Floor([Cards], Agent("mina")).Available("mina"), "2026-05-05T10:00+09:00");

        floor.When(Start("ana", "cards")).Refused(Rejections.OutsideHours.About("2026-05-06T00:00:00Z"));
        Until(floor, "2026-05-06T09:00+09:00").When(Start("ana", "cards"))
            .ThenAmongOthers(Offered(1, 1, "mina", floor.Now + Seconds(30)));
    }

    [Fact, Pain(50)]
    public void Doors_turn_by_the_clock_on_the_wall_where_it_is_put_forward_and_back()
    {
        var hours = new OpeningHours { Zone = "Europe/Berlin", EveryDay = "02:30-05:00" };
        var floor = Until(Floor([Cards with { Hours = hours }], Agent("mina")), "2026-03-28T12:00Z");

        floor.Advance(TimeSpan.FromDays(1)).Then(
            new HoursBegan("cards", At("2026-03-29T03:00Z")), new HoursEnded("cards", At("2026-03-30T00:30Z")));
        Until(floor, "2026-10-24T12:00Z").Advance(TimeSpan.FromDays(1)).Then(
            new HoursBegan("cards", At("2026-10-25T04:00Z")), new HoursEnded("cards", At("2026-10-26T01:30Z")));
    }

    [Fact]
    public void A_night_runs_over_midnight_into_a_holiday()
    {
        var hours = new OpeningHours
        {
            Zone = "Asia/Seoul",
            EveryDay = "22:00-02:00",
            Closed = [new DateOnly(2026, 5, 5)],
        };
        var floor = Until(
            Floor([Cards with { Hours = hours }], Agent("mina")).Available("mina"), "2026-05-05T01:00+09:00");

        floor.When(Start("ana", "cards")).ThenAmongOthers(Offered(1, 1, "mina", floor.Now + Seconds(30)));
        Until(floor, "2026-05-05T23:00+09:00").When(Start("bob", "cards"))
            .Refused(Rejections.OutsideHours.About("2026-05-06T13:00:00Z"));
    }

    [Fact, Pain(53)]
    public void Hours_leave_agents_open_offers_and_running_chats_alone()
    {
        var floor = OpenUntilOne(Queue("cards"), Agent("mina", 2))
            .Available("mina").Started("cards", "ana").Accepted(1);
        floor.After(Minutes(60) - Seconds(10)).Started("cards", "bob");

        floor.Advance(Seconds(15)).Then(new HoursEnded("cards", Noon.AddDays(1)));
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        floor.When(Say(Mina, 1, "still here")).ThenAccepted().When(Accept("mina", 2)).ThenAccepted();
        floor.When(End(Mina, 1)).ThenAccepted();
    }

    [Fact]
    public void A_contact_that_is_missed_after_the_door_closed_waits_with_its_age_until_it_opens()
    {
        var floor = OpenUntilOne(Queue("cards"), Agent("mina"), Agent("noor")).Available("mina");
        floor.After(Minutes(60) - Seconds(10)).Started("cards", "ana").Available("noor");
        var queuedAt = floor.State.Chats[1].QueuedAt;

        floor.Advance(Seconds(30)).Then("hours-ended", "offer-closed", "availability-changed");
        Assert.Equal(["noor: outside-hours", "mina: rona"], Explained(floor, 1));
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        floor.Advance(Noon.AddDays(1) - floor.Now).Then(
            new HoursBegan("cards", Noon.AddDays(1).AddHours(1)), Offered(2, 1, "noor", floor.Now + Seconds(30)));
        Assert.Equal(queuedAt, floor.State.Chats[1].QueuedAt);
    }

    [Fact]
    public void A_direct_transfer_goes_to_its_agent_whatever_the_hours()
    {
        var floor = OpenUntilOne(Queue("cards"), Agent("mina"), Agent("noor"))
            .Available("mina").Started("cards", "ana").Accepted(1).Available("noor").Advance(Minutes(90));

        floor.When(new TransferChat(Mina, 1, null, "noor")).ThenAccepted();
        Assert.Equal("noor", floor.State.Offers[2].Agent.Value);
        floor.Advance(Seconds(30));
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
    }

    [Fact]
    public void Many_who_have_waited_are_offered_in_bounded_batches_and_in_order()
    {
        var agents = Enumerable.Range(1, 120).Select(number => $"agent-{number:000}").ToArray();
        var floor = Floor(
            [OpenFrom(13) with { ClosedAction = ClosedAction.Wait }], [.. agents.Select(agent => Agent(agent))]);
        floor.Available(agents).Started("cards", [.. Enumerable.Range(1, 100).Select(number => $"customer-{number}")]);
        Assert.Empty(floor.State.Offers);

        floor.After(Minutes(60)).When(new MindHours("cards")).ThenAccepted();
        var offered = floor.Happened.OfType<OfferMade>().Select(offer => offer.Chat).ToList();
        Assert.Equal(64, offered.Count);
        floor.Restarted().Drain();
        offered.AddRange(floor.Happened.OfType<OfferMade>().Select(offer => offer.Chat));
        Assert.Equal(Enumerable.Range(1, 100).Select(chat => (long)chat), offered);
    }

    [Fact]
    public void What_was_missed_is_done_in_due_order_and_as_it_stands_by_now()
    {
        var early = OpenFrom(13);
        var late = OpenFrom(14) with { Name = "a-late-one" };
        var floor = Floor([late, early], Agent("mina"));

        floor.After(Minutes(150)).Restarted().Advance(TimeSpan.Zero).Then(
            new HoursBegan("cards", Noon.AddHours(3)), new HoursBegan("a-late-one", Noon.AddHours(4)));
        floor.After(Minutes(200)).Advance(TimeSpan.Zero).Then(new HoursEnded("cards", Noon.AddHours(25)));
        floor.After(TimeSpan.FromDays(40)).Restarted().Advance(TimeSpan.Zero).Then(
            new HoursEnded("a-late-one", Noon.AddDays(40).AddHours(2)),
            new HoursEnded("cards", Noon.AddDays(40).AddHours(1)));
    }

    [Fact]
    public void A_restart_while_it_is_closed_finds_it_closed()
    {
        var floor = OpenUntilOne(Queue("cards"), Agent("mina")).Available("mina").Advance(Minutes(90)).Restarted();

        floor.When(Start("ana", "cards")).Refused("outside-hours");
        Assert.Equal(new Door(IsOpen: false, Noon.AddDays(1)), floor.State.DoorOf("cards"));
    }

    [Fact]
    public void A_revision_closes_a_queue_now_and_opens_it_again()
    {
        var floor = Floor([Queue("cards")], Agent("mina"));
        var open = floor.State.Configuration;
        floor.Started("cards", "ana");

        floor.When(new Configure(Actor.Host, open with { Queues = [OpenFrom(13)] }, "closes"))
            .Then("floor-configured", "hours-ended");
        floor.Available("mina");
        Assert.Empty(floor.State.Offers);
        floor.When(new Configure(Actor.Host, open, "opens")).Then("floor-configured", "hours-began", "offer-made");
        Assert.Empty(floor.State.Doors);
        Assert.Null(floor.State.HoursDueAt);
    }

    [Fact]
    public void A_queue_that_is_removed_leaves_no_door_behind()
    {
        var floor = Floor([Queue("chat"), OpenFrom(13)], Agent("mina", "chat"));
        var wanted = floor.State.Configuration with { Queues = [Queue("chat")] };

        floor.When(new Configure(Actor.Host, wanted, "without")).Then("floor-configured");
        Assert.Empty(floor.State.Doors);
        floor.Advance(Minutes(90)).ThenNothing();
        floor.Configured(wanted with { Queues = [Queue("chat"), Queue("cards")] }).Started("cards", "ana");
    }

    [Fact]
    public void An_alarm_that_is_early_or_about_a_queue_without_hours_is_refused() =>
        Floor([OpenFrom(13), Queue("chat")], Agent("mina"))
            .When(new MindHours("cards")).Refused("effect-gone")
            .When(new MindHours("chat")).Refused("effect-gone")
            .When(new MindHours("nowhere")).Refused("effect-gone");

    [Fact]
    public void A_machine_that_has_lost_the_time_zone_leaves_the_door_as_it_is()
    {
        var floor = new ContactCenter.Floors.Floor("abroad");
        var profile = Cards with { Hours = Cards.Hours! with { Zone = "Mars/Olympus" } };
        floor.Apply(new FloorConfigured(Configuration([profile], Agent("mina")), "hash"), Noon);
        floor.Apply(new HoursEnded("cards", Noon), Noon);

        var decision = floor.Handle(new Envelope(floor.Due(Noon)!), Noon);
        Assert.Equal(new HoursEnded("cards", Noon.AddHours(1)), Assert.Single(decision.Batch!.Events));
    }

    [Fact]
    public void Everything_that_is_wrong_with_hours_is_said_with_the_rest()
    {
        var wanted = Configuration(
            [
                Cards with
                {
                    Hours = new OpeningHours { Zone = "Seoul", Monday = "9-5" },
                    OfferTimeout = TimeSpan.Zero,
                },
                Queue("one") with { ClosedAction = ClosedAction.Overflow },
                Queue("two") with { ClosedAction = ClosedAction.Overflow, ClosedOverflow = "two" },
                Queue("three") with { ClosedAction = ClosedAction.Overflow, ClosedOverflow = "calls" },
                Queue("four") with { ClosedAction = (ClosedAction)9 },
                Queue("calls", Channel.Voice),
            ],
            Agent("mina"));

        Assert.Equal(
        [
            "queue cards: offer timeout 00:00:00 is not 1 s to 1 h",
            "queue cards: hours: time zone 'Seoul' is not known; an IANA name such as Asia/Seoul is",
            "queue cards: hours: Monday: '9-5' is not a period such as 09:00-18:00",
            "queue one: while closed it overflows to '', which is no other queue",
            "queue two: while closed it overflows to 'two', which is no other queue",
            "queue three: while closed it overflows to calls, of another channel",
            "queue four: what to do while closed, 9, is not known",
        ], ConfigurationFaults.Of(wanted));
    }

    private static DateTimeOffset Noon => ManualTimeProvider.DefaultStart;

    /// <summary>The queue is open from noon to one o'clock, every day.</summary>
    private static Specification OpenUntilOne(QueueProfile queue, params AgentProfile[] agents) => Floor(
        [queue with { Hours = new OpeningHours { Zone = "UTC", EveryDay = "12:00-13:00" } }], agents);

    /// <summary>The queue is open for two hours a day.</summary>
    private static QueueProfile OpenFrom(int hour) => Queue("cards") with
    {
        Hours = new OpeningHours { Zone = "UTC", EveryDay = $"{hour}:00-{hour + 2}:00" },
    };

    private static Specification Until(Specification floor, string at) => floor.Advance(At(at) - floor.Now);

    private static string[] Explained(Specification floor, long chat) =>
        [.. floor.State.Explain(chat, floor.Now)!.Candidates.Select(one => $"{one.Agent}: {one.RuledOutBy}")];

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
}

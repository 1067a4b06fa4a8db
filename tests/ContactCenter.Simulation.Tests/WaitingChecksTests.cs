using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Simulation.History;

namespace ContactCenter.Tests.Simulation;

/// <summary>What the checks say where contacts do not wait as their queue and their wishes have it.</summary>
public sealed class WaitingChecksTests
{
    private static readonly Actor Ana = Actor.Customer("ana");
    private static readonly ContactWishes French = new()
    {
        Requirements = [(Requirement.Parse("french"), TimeSpan.FromSeconds(40))],
    };

    [Fact]
    public void A_rule_that_follows_in_time_breaks_none() => Keeps(Waits(Urges)
        .After(10).Next(new WaitRuleFired(1, "chat", Seconds(10)), Wished(French with { Priority = 5 })));

    [Fact]
    public void S41_a_rule_that_follows_too_early() => Breaks("S41", Waits(Urges)
        .After(9).Next(new WaitRuleFired(1, "chat", Seconds(10)), Wished(French with { Priority = 5 })));

    [Fact]
    public void S41_a_rule_that_follows_twice() => Breaks("S41", Waits(Urges).After(10)
        .Next(new WaitRuleFired(1, "chat", Seconds(10)), Wished(French with { Priority = 5 }))
        .Next(new WaitRuleFired(1, "chat", Seconds(10))));

    [Fact]
    public void S42_a_rule_that_changes_nothing() =>
        Breaks("S42", Waits(Urges).After(10).Next(new WaitRuleFired(1, "chat", Seconds(10))));

    [Fact]
    public void A_rule_that_follows_once_nobody_has_an_offer_any_more_breaks_none() => Keeps(IsOffered()
        .After(10).Next(new ContactOverdue(1, Seconds(10)))
        .After(20).Next(
            new OfferClosed(1, OfferTrigger.Withdraw),
            new WaitRuleFired(1, "chat", Seconds(10)),
            Wished(ContactWishes.None with { Priority = 5 }),
            History.Made(2, chat: 1, "noor", from: 20)));

    [Fact]
    public void S41_a_contact_that_is_overdue_too_early_or_twice_or_is_not_offered()
    {
        Breaks("S41", IsOffered().After(9).Next(new ContactOverdue(1, Seconds(10))));
        Breaks("S41", IsOffered().After(10)
            .Next(new ContactOverdue(1, Seconds(10)), new ContactOverdue(1, Seconds(10))));
        Breaks("S41", Asks(ContactWishes.None, Urges).After(10).Next(new ContactOverdue(1, Seconds(10))));
    }

    [Fact]
    public void S41_an_offer_before_a_rule_that_is_due() => Breaks("S41", IsOffered()
        .After(10).Next(new ContactOverdue(1, Seconds(10)))
        .Next(new OfferClosed(1, OfferTrigger.Withdraw), History.Made(2, chat: 1, "noor", from: 10)));

    [Fact]
    public void S13_a_contact_that_is_moved_by_no_rule() =>
        Breaks("S13", Waits().Next(new ChatDiverted(1, "chat", "rest", Diversion.WaitedLong)));

    [Fact]
    public void S13_a_contact_that_overflows_from_a_queue_that_has_room() =>
        Breaks("S13", Waits().Next(new ChatDiverted(1, "chat", "rest", Diversion.QueueFull)));

    [Fact]
    public void A_contact_that_goes_for_want_of_agents_in_time_breaks_none() =>
        Keeps(Waits(Deserted).After(20).Next(new NoAgentRuleFired(1, "chat"), Moved));

    [Fact]
    public void S41_a_contact_that_goes_for_want_of_agents_too_early() =>
        Breaks("S41", Waits(Deserted).After(19).Next(new NoAgentRuleFired(1, "chat"), Moved));

    [Fact]
    public void S41_a_contact_that_goes_for_want_of_agents_while_one_is_there() => Breaks("S41", Waits(Deserted)
        .After(20).Next(Came("noor")).Next(new NoAgentRuleFired(1, "chat"), Moved));

    [Fact]
    public void Whoever_has_paused_the_queue_is_not_there() => Keeps(Waits(Deserted)
        .Next(Came("noor"))
        .Next(new QueuePaused("noor", "chat", Availability.Idle, "lunch", null, Actor.Agent("noor"), null))
        .After(20).Next(new NoAgentRuleFired(1, "chat"), Moved));

    [Fact]
    public void S41_a_rule_for_a_long_wait_that_ends_a_callback()
    {
        Keeps(Waits(Ends).After(10).Next(Ended));
        Breaks("S41", Waits(Ends).Next(new CallbackAsked(1, Ana)).After(10).Next(Ended));
    }

    [Fact]
    public void S41_a_rule_for_a_long_wait_that_follows_before_the_queue_has_opened_for_so_long()
    {
        Keeps(Opens().After(15).Next(Ended));
        Breaks("S41", Opens().After(14).Next(Ended));

        History Opens() => Waits(Ends with { Hours = Daily, ClosedAction = ClosedAction.Wait })
            .Next(new HoursEnded("chat", Noon.AddSeconds(5))).After(5).Next(new HoursBegan("chat", null));
    }

    [Fact]
    public void An_offer_to_whoever_is_there_once_no_more_is_asked_for_breaks_none() => Keeps(Waits()
        .Next(Came("noor")).After(40).Next(new ContactAged(1, Seconds(40)), Made(40)));

    [Fact]
    public void S6_an_offer_to_whoever_is_not_what_is_asked_for() =>
        Breaks("S6", Waits().Next(Came("noor")).Next(Made(0)));

    [Fact]
    public void S6_an_offer_to_whoever_has_declined_it() => Breaks("S6", Asks(ContactWishes.None)
        .Next(Came("noor")).Next(Made(0))
        .Next(new OfferClosed(1, OfferTrigger.Decline), new ContactWithheld(1, "noor", Noon.AddSeconds(30)))
        .Next(History.Made(2, chat: 1, "noor")));

    [Fact]
    public void S41_a_contact_that_is_offered_again_too_early() => Breaks("S41", Asks(ContactWishes.None)
        .Next(Came("noor")).Next(Made(0))
        .Next(new OfferClosed(1, OfferTrigger.Decline), new ContactWithheld(1, "noor", Noon.AddSeconds(30)))
        .After(29).Next(new ContactOfferable(1, "noor")));

    [Fact]
    public void S8_a_place_that_was_not_asked_for() =>
        Breaks("S8", Waits().Next(new ContactPlaced(1, new AskedPlace(Noon.UtcTicks, 7))));

    [Fact]
    public void S8_a_place_that_another_has() => Breaks("S8", Waits().Next(Started(2, "bob")).Next(
        new PositionAsked(1, 1),
        new ContactPlaced(1, new AskedPlace(Noon.UtcTicks, 7)),
        new PositionAsked(2, 1),
        new ContactPlaced(2, new AskedPlace(Noon.UtcTicks, 7))));

    [Fact]
    public void Whoever_comes_back_in_time_has_their_place_and_breaks_none() => Keeps(ComesBack(after: 59));

    [Fact]
    public void S8_a_place_that_is_come_back_to_too_late() => Breaks("S8", ComesBack(after: 60));

    [Fact]
    public void S8_a_place_that_a_stranger_comes_to() => Breaks("S8", ComesBack(after: 59, "bob"));

    [Fact]
    public void S42_a_contact_that_is_classified_by_no_policy() =>
        Breaks("S42", Waits().Next(new ContactClassified(1, "words", 0)));

    [Fact]
    public void S11_an_agent_who_is_held_and_takes_no_turns() =>
        Breaks("S11", Waits().Next(Came("noor")).Next(new AgentHeld("noor", "chat")));

    [Fact]
    public void S11_an_agent_who_is_let_go_and_was_not_held() =>
        Breaks("S11", Waits().Next(Came("noor")).Next(new AgentLetGo("noor")));

    [Fact]
    public void S41_a_queue_that_does_not_know_that_nobody_is_there()
    {
        var floor = Floor([Queue("chat") with { NoAgents = new NoAgentRule { End = true } }], Agent("mina")).State;
        Assert.DoesNotContain("S41", Violated(floor));

        floor.Agents["mina"].Availability = Availability.Available;

        Assert.Contains("S41", Violated(floor));
    }

    [Fact]
    public void S53_a_place_that_is_kept_in_a_queue_that_keeps_none()
    {
        var floor = Floor(Agent("mina")).Started("chat", "ana").State;

        floor.Restore(new KeptPlace("bob", "chat", floor.LastAt, floor.LastAt, 1));

        Assert.Contains("S53", Violated(floor));
    }

    [Fact]
    public void S8_an_agent_who_has_passed_a_contact_by_more_lately_than_another()
    {
        var declined = Of(Configuration([Queue("chat", allowDecline: true)], Agent("mina"), Agent("noor")) with
        {
            Rona = new RonaPolicy { Declined = new RonaRule { Counts = false } },
        })
            .Next(Came("mina")).Next(Came("noor")).Next([.. Started(1), History.Made(1, chat: 1, "mina")])
            .Next(new OfferClosed(1, OfferTrigger.Decline), History.Made(2, chat: 1, "noor"));
        Keeps(declined);

        Breaks("S8", declined.Next(new OfferClosed(2, OfferTrigger.Decline), History.Made(3, chat: 1, "noor")));
    }

    [Fact]
    public void S11_an_agent_who_stays_held_for_a_caller_who_has_hung_up()
    {
        var media = new MediaProfile { Mode = MediaMode.BlendedRealTime, Voice = 1, Chat = 2, Turns = new() };
        var held = Of(Configuration([Queue("chat"), Queue("calls", Channel.Voice)], Agent("mina", media)))
            .Next(Came("mina")).Next([.. Started(1), History.Made(1, chat: 1, "mina")])
            .Next(new OfferClosed(1, OfferTrigger.Accept))
            .Next(
                new ChatStarted(2, "bob", "calls", Channel.Voice),
                new ChatQueued(2),
                new AgentHeld("mina", "calls"));
        Assert.DoesNotContain(held.Violations, violation => violation.Invariant == "S11");

        Breaks("S11", held.Next(new ChatEnded(2, ChatTrigger.Leave, Actor.Customer("bob")), new ChatClosed(2)));
    }

    /// <summary>Ana is offered to Noor from noon on, and after ten seconds a rule is due.</summary>
    private static History IsOffered() => Asks(ContactWishes.None, Urges).Next(Came("noor")).Next(Made(0));

    private static QueueProfile Urges { get; } =
        Queue("chat") with { WaitRules = [new WaitRule { After = Seconds(10), Priority = 5 }] };

    private static QueueProfile Ends { get; } =
        Queue("chat") with { WaitRules = [new WaitRule { After = Seconds(10), End = true }] };

    private static OpeningHours Daily { get; } = new() { Zone = "UTC", EveryDay = "12:00-18:00" };

    private static Event[] Ended { get; } =
    [
        new WaitRuleFired(1, "chat", Seconds(10)), new ChatEnded(1, ChatTrigger.Leave, Actor.System), new ChatClosed(1),
    ];

    private static QueueProfile Deserted { get; } =
        Queue("chat") with { NoAgents = new NoAgentRule { After = Seconds(20), MoveTo = "rest" } };

    private static ChatDiverted Moved { get; } = new(1, "chat", "rest", Diversion.NoAgents);

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);

    private static ContactWished Wished(ContactWishes wishes) => new(1, wishes, ByRule: true);

    private static OfferMade Made(int from) => History.Made(1, chat: 1, "noor", from);

    /// <summary>Ana waits from noon on and asks for French for forty seconds; nobody is there.</summary>
    private static History Waits(QueueProfile? queue = null) => Asks(French, queue);

    private static History Asks(ContactWishes wishes, QueueProfile? queue = null) =>
        Of(Configuration([queue ?? Queue("chat"), Queue("rest")], Agent("noor", 1, "chat"))).Next(
            new ChatStarted(1, "ana", "chat", Channel.Chat),
            new ContactWished(1, wishes),
            new ChatQueued(1));

    /// <summary>Ana leaves the line at noon, and somebody comes to her place so many seconds later.</summary>
    private static History ComesBack(int after, string customer = "ana") =>
        Asks(ContactWishes.None, Queue("chat") with { ReturnWithin = Seconds(60) })
            .Next(new ChatEnded(1, ChatTrigger.Leave, Ana), new ChatClosed(1))
            .After(after).Next([.. Started(2, customer), new PlaceRegained(2, Noon)]);

    private static void Keeps(History history) => Assert.Empty(history.Violations);

    private static void Breaks(string invariant, History history) =>
        Assert.Contains(history.Violations, violation => violation.Invariant == invariant);

    private static IEnumerable<string> Violated(Floor floor) =>
        Invariants.Violated(floor).Select(violation => violation.Invariant);
}

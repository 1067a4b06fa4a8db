using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Simulation;

/// <summary>Each invariant is broken on purpose: a check that cannot fail proves nothing.</summary>
public sealed class InvariantsTests
{
    private static readonly Actor Mina = Actor.Agent("mina");
    private static readonly Actor Noor = Actor.Agent("noor");
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Mina has chat 1 and is offered chat 2; the bot has 3; noor wraps up 4; 5 waits, for nobody has room.
    private static Specification Busy => Floor(Agent("mina", 2), Agent("noor"))
        .Configured(floor => floor with { WrapUp = floor.WrapUp with { AutoAfter = Minute } })
        .Available("mina")
        .Started("chat", "ana").Accepted(1)
        .Started("chat", "bob")
        .Given(Start("cid", "chat", withBot: true))
        .Available("noor")
        .Started("chat", "dan").Accepted(4).Given(new EndChat(Noor, 4))
        .Started("chat", "eve")
        .When(new PostMessage(Mina, 1, Body("Hello")), CommandId.New(ManualTimeProvider.DefaultStart)).ThenAccepted();

    [Fact]
    public void A_sound_floor_breaks_none() => Assert.Empty(Invariants.Violated(Busy.State));

    [Fact]
    public void S1_a_chat_in_the_hands_of_two_agents() => Breaks("S1", floor => floor.Agents["noor"].Contacts.Add(1));

    [Fact]
    public void S1_a_chat_that_nobody_has_though_it_says_so() =>
        Breaks("S1", floor => floor.Agents["mina"].Contacts.Clear());

    [Fact]
    public void S1_a_chat_in_other_hands_than_it_says() => Breaks("S1", floor =>
    {
        floor.Agents["mina"].Contacts.Remove(1);
        floor.Agents["noor"].Contacts.Add(1);
    });

    [Fact]
    public void S2_a_load_that_is_not_there() =>
        Breaks("S2", floor => floor.Agents["mina"].Load = new ChannelLoad(0, 1, 0, 0));

    [Fact]
    public void S3_an_offered_chat_without_an_open_offer() =>
        Breaks("S3", floor => floor.Offers.Lose(2));

    [Fact]
    public void S3_an_offer_that_its_agent_is_not_shown() =>
        Breaks("S3", floor => floor.Agents["mina"].Offers.Clear());

    [Fact]
    public void S3_two_open_offers_of_one_chat() => Breaks("S3", floor =>
        floor.Restore(new Offer(new OfferMade(1, 2, "noor", floor.LastAt + Minute, "mistake"), floor.LastAt)));

    [Fact]
    public void S6_an_open_offer_to_an_agent_in_rona() =>
        Breaks("S6", floor => floor.Agents["mina"].Availability = Availability.Rona);

    [Fact]
    public void S6_a_signed_out_agent_with_chats() =>
        Breaks("S6", floor => floor.Agents["noor"].Availability = Availability.SignedOut);

    [Fact]
    public void S6_an_idle_agent_without_an_idle_code() =>
        Breaks("S6", floor => floor.Agents["noor"].Availability = Availability.Idle);

    [Fact]
    public void S8_a_contact_that_has_lost_its_place() =>
        Breaks("S8", floor => floor.Chats[5].QueuedAt = floor.LastAt.AddHours(-1));

    [Fact]
    public void S11_a_contact_that_waits_though_an_agent_has_room()
    {
        var broken = Breaks("S11", floor => floor.Agents["noor"].Media = new MediaProfile { Chat = 5 });

        Assert.Contains(broken, violation => violation.What == "chat 5 waits while noor is free for it");
    }

    [Fact]
    public void S11_an_agent_who_is_listed_as_free_and_has_no_room()
    {
        var broken = Breaks("S11", floor => floor.Router.SetFree("noor", floor.LastAt, Channel.Chat));

        Assert.Contains(broken, violation => violation.What.Contains("left over", StringComparison.Ordinal));
    }

    [Fact]
    public void S12_a_chat_that_is_with_nobody_and_active() =>
        Breaks("S12", floor => floor.Chats[5].State = ChatState.Active);

    [Fact]
    public void S12_a_chat_that_is_over_and_still_there() =>
        Breaks("S12", floor => floor.Chats[4].State = ChatState.Closed);

    [Fact]
    public void S12_a_bot_that_is_asked_about_a_waiting_chat() =>
        Breaks("S12", floor => floor.Chats[5].Bot = new BotEffect(1, 5, 0, floor.LastAt + Minute));

    [Fact]
    public void S13_a_waiting_contact_that_stands_in_no_line() => Breaks("S13", floor => floor.Router.Offer(5));

    [Fact]
    public void S13_a_waiting_contact_of_which_the_router_knows_nothing() =>
        Breaks("S13", floor => floor.Router.Forget(5));

    [Fact]
    public void S13_a_contact_that_stands_in_line_while_it_is_offered() =>
        Breaks("S13", floor => floor.Router.Return(2));

    [Fact]
    public void S22_a_countdown_to_a_wrap_up_that_has_not_begun() =>
        Breaks("S22", floor => floor.Chats[1].Parts[0].WrapUpDueAt = floor.LastAt + TimeSpan.FromHours(1));

    [Fact]
    public void S24_a_line_of_the_customer_after_the_last_line() =>
        Breaks("S24", floor => floor.Chats[1].LastCustomerLine = 99);

    [Fact]
    public void S31_a_command_that_is_remembered_before_it_was_asked() => Breaks("S31", floor =>
        floor.Window.Restore(CommandId.New(floor.LastAt), new Remembered(1, default, floor.LastAt + Minute)));

    [Fact]
    public void S41_a_due_instant_without_its_alarm() =>
        Breaks("S41", floor => floor.Chats[4].Parts[0].WrapUpDueAt = floor.LastAt.AddSeconds(1));

    [Fact]
    public void S41_a_question_to_the_bot_that_nobody_keeps() =>
        Breaks("S41", floor => floor.Effects.Lose(floor.Effects.Keys));

    [Fact]
    public void S42_an_agent_who_works_by_another_configuration() =>
        Breaks("S42", floor => floor.Agents["mina"].Profile = Agent("mina", 2, "other"));

    [Fact]
    public void S42_a_queue_that_is_not_configured() =>
        Breaks("S42", floor => floor.Router.AddQueue("mistake"));

    [Fact]
    public void S43_a_change_after_the_last_recorded_instant() =>
        Breaks("S43", floor => floor.Agents["mina"].Since = floor.LastAt.AddTicks(1));

    [Fact]
    public void S54_a_chat_that_is_lost() =>
        Breaks("S54", floor => floor.Chats.Lose(3));

    [Fact]
    public void S54_a_number_that_was_never_given_out() => Breaks("S54", floor =>
        floor.Restore(new ChatSession(new ChatStarted(77, "fay", "chat", Channel.Chat), floor.LastAt), []));

    [Fact]
    public void S36_a_floor_that_is_not_what_its_log_says()
    {
        var floor = Busy;
        floor.State.Agents["noor"].Reason = "nobody-said-so";

        var failed = Assert.Throws<SpecificationFailedException>(() => floor.Advance(TimeSpan.Zero));

        Assert.Contains("S36: the copy that folds the log", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void S36_a_floor_whose_agents_stand_in_another_order_than_the_log_says()
    {
        var history = new JournalChecker();
        var floor = new Floor("f");
        history.Fold(floor.Handle(new Envelope(Configuration()), ManualTimeProvider.DefaultStart).Batch!);
        Assert.Empty(history.DiffersFrom(floor));

        floor.Agents["mina"].LongestSince = ManualTimeProvider.DefaultStart;

        Assert.Equal("S10", Assert.Single(history.DiffersFrom(floor)).Invariant);

        static Configure Configuration() =>
            new(Actor.Host, Specification.Configuration([Queue("chat")], Agent("mina")), "first");
    }

    [Fact]
    public void L2_a_contact_that_is_left_waiting_while_somebody_is_at_work_for_it()
    {
        var floor = Floor(Agent("mina")).Started("chat", "ana").State;
        Assert.Empty(Invariants.Stranded(floor));

        // She has come to work, and nobody has told the router.
        floor.Agents["mina"].Availability = Availability.Available;

        var (chat, agent) = Assert.Single(Invariants.Stranded(floor));
        Assert.Equal((1, "mina"), (chat.Number, agent.Id.Value));
    }

    private static IReadOnlyList<Violation> Breaks(string invariant, Action<Floor> harm)
    {
        var floor = Busy.State;
        harm(floor);
        IReadOnlyList<Violation> violated = [.. Invariants.Violated(floor), .. Invariants.Remembered(floor)];
        Assert.Contains(violated, violation => violation.Invariant == invariant);
        return violated;
    }
}

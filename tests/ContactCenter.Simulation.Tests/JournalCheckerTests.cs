using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Simulation.History;

namespace ContactCenter.Tests.Simulation;

/// <summary>Each rule of history is broken on purpose: a check that cannot fail proves nothing.</summary>
public sealed class JournalCheckerTests
{
    private static readonly Actor Mina = Actor.Agent("mina");
    private static readonly Actor Noor = Actor.Agent("noor");
    private static readonly Actor Ana = Actor.Customer("ana");
    private static readonly Guid Letter = new(7, 0, 0, new byte[8]);

    [Fact]
    public void A_sound_history_breaks_none() => Breaks(null, Offered()
        .Next(new OfferClosed(1, OfferTrigger.Accept), new NoticeShown(1, 2, Notices.AgentJoined, "mina"))
        .Next(new MessagePosted(1, 3, Mina, 2, 0, Redacted: false))
        .Next(new ChatEnded(1, ChatTrigger.End, Mina), new WrapUpStarted(1, 1, "mina", Noon.AddMinutes(1)))
        .After(60).Next(new WrapUpCompleted(1, 1, "mina", [], Actor.System), new ChatClosed(1)));

    [Fact]
    public void S1_a_chat_that_a_second_agent_takes() => Breaks("S1", Offered()
        .Next(new OfferClosed(1, OfferTrigger.Accept))
        .Next(Made(2, chat: 1, "noor"), new OfferClosed(2, OfferTrigger.Accept)));

    [Fact]
    public void S2_an_offer_to_an_agent_without_room() => Breaks("S2", Offered()
        .Next(new ChatStarted(2, "bob", "chat", Channel.Chat), new ChatQueued(2), Made(2, chat: 2, "mina")));

    [Fact]
    public void S3_a_second_offer_of_a_chat_that_is_offered() => Breaks("S3", Offered()
        .Next(Came("noor")).Next(Made(2, chat: 1, "noor")));

    [Fact]
    public void S4_a_second_outcome_of_an_offer() => Breaks("S4", Offered()
        .Next(new OfferClosed(1, OfferTrigger.Accept), new OfferClosed(1, OfferTrigger.Withdraw)));

    [Fact]
    public void S4_an_outcome_of_an_offer_that_was_never_made() =>
        Breaks("S4", Offered().Next(new OfferClosed(2, OfferTrigger.Withdraw)));

    [Fact]
    public void S4_an_offer_under_a_number_that_was_given_out() => Breaks("S4", Offered()
        .Next(new OfferClosed(1, OfferTrigger.Withdraw), Made(1, chat: 1, "mina")));

    [Fact]
    public void S5_an_answer_at_the_deadline() =>
        Breaks("S5", Offered().After(30).Next(new OfferClosed(1, OfferTrigger.Accept)));

    [Fact]
    public void S6_an_offer_to_an_agent_who_is_not_available() =>
        Breaks("S6", Began().Next(Started(1)).Next(Made(1, chat: 1, "noor")));

    [Fact]
    public void S6_an_offer_that_stays_with_an_agent_who_went_idle() =>
        Breaks("S6", Offered().Next(Went("mina", AvailabilityTrigger.GoIdle)));

    [Fact]
    public void S7_a_miss_that_leaves_its_agent_available() =>
        Breaks("S7", Offered().After(30).Next(new OfferClosed(1, OfferTrigger.Miss)));

    [Fact]
    public void S7_holds_when_the_same_batch_takes_the_agent_out() => Breaks(null, Offered()
        .After(30).Next(new OfferClosed(1, OfferTrigger.Miss), Went("mina", AvailabilityTrigger.Miss)));

    [Fact]
    public void S8_a_chat_that_is_queued_a_second_time() => Breaks("S8", Offered()
        .Next(new OfferClosed(1, OfferTrigger.Withdraw), new ChatQueued(1)));

    [Fact]
    public void S8_a_chat_that_goes_back_to_who_missed_it_before_others() => Breaks("S8", Offered()
        .After(30).Next(new OfferClosed(1, OfferTrigger.Miss), Went("mina", AvailabilityTrigger.Miss))
        .Next(Went("mina", AvailabilityTrigger.GoAvailable)).After(1).Next(Came("noor"))
        .Next(Made(2, chat: 1, "mina", from: 31)));

    [Fact]
    public void S9_a_customer_who_leaves_and_stays_offered() =>
        Breaks("S9", Offered().Next(new ChatEnded(1, ChatTrigger.Leave, Ana), new ChatClosed(1)));

    [Fact]
    public void S9_an_offer_of_a_chat_that_is_over() => Breaks("S9", Offered()
        .Next(new OfferClosed(1, OfferTrigger.Withdraw), new ChatEnded(1, ChatTrigger.Leave, Ana), Made(2, 1, "mina")));

    [Fact]
    public void S10_a_younger_contact_before_an_older_one() => Breaks("S10", Began()
        .Next(Started(1)).Next(Started(2)).Next(Came("mina")).Next(Made(1, chat: 2, "mina")));

    [Fact]
    public void S10_an_agent_before_one_who_was_available_longer() => Breaks("S10", Began()
        .Next(Came("noor")).After(1).Next(Came("mina")).Next(Started(1)).Next(Made(1, chat: 1, "mina", from: 1)));

    [Fact]
    public void S12_a_move_that_is_in_no_table() =>
        Breaks("S12", Began().Next(Started(1)).Next(new ChatEnded(1, ChatTrigger.End, Mina)));

    [Fact]
    public void S12_a_chat_that_begins_and_goes_nowhere() =>
        Breaks("S12", Began().Next(new ChatStarted(1, "ana", "chat", Channel.Chat)));

    [Fact]
    public void S12_an_agent_who_signs_in_twice() =>
        Breaks("S12", Offered().Next(Went("mina", AvailabilityTrigger.SignIn)));

    [Fact]
    public void S22_a_second_wrap_up() => Breaks("S22", Ended()
        .Next(new WrapUpCompleted(1, 1, "mina", [], Mina), new WrapUpCompleted(1, 1, "mina", [], Mina)));

    [Fact]
    public void S22_a_chat_that_is_closed_before_it_is_wrapped_up() => Breaks("S22", Ended().Next(new ChatClosed(1)));

    [Fact]
    public void S22_a_wrap_up_by_an_alarm_that_was_cancelled() => Breaks("S22", Ended()
        .Next(new WrapUpHeld(1, 1, "mina")).After(90).Next(new WrapUpCompleted(1, 1, "mina", [], Actor.System)));

    [Fact]
    public void S22_a_wrap_up_by_an_alarm_before_its_time() =>
        Breaks("S22", Ended().After(59).Next(new WrapUpCompleted(1, 1, "mina", [], Actor.System)));

    [Fact]
    public void S22_an_agent_who_signs_out_of_a_chat() =>
        Breaks("S22", Ended().Next(Went("mina", AvailabilityTrigger.SignOut)));

    [Fact]
    public void S23_a_message_by_a_stranger() =>
        Breaks("S23", Offered().Next(new MessagePosted(1, 2, Noor, 1, 0, Redacted: false)));

    [Fact]
    public void S24_a_gap_between_two_lines() =>
        Breaks("S24", Offered().Next(new MessagePosted(1, 3, Ana, 1, 0, Redacted: false)));

    [Fact]
    public void S24_the_same_line_twice() =>
        Breaks("S24", Offered().Next(new MessagePosted(1, 1, Ana, 1, 0, Redacted: false)));

    [Fact]
    public void S28_a_message_after_the_end() =>
        Breaks("S28", Ended().Next(new MessagePosted(1, 2, Ana, 1, 0, Redacted: false)));

    [Fact]
    public void S28_a_message_in_a_chat_that_is_closed() => Breaks("S28", Ended()
        .Next(new WrapUpCompleted(1, 1, "mina", [], Mina), new ChatClosed(1))
        .Next(new MessagePosted(1, 2, Ana, 1, 0, Redacted: false)));

    [Fact]
    public void S31_a_second_effect_of_one_command()
    {
        var id = CommandId.New(Noon);

        Breaks("S31", Offered().Next(id, Came("noor")).Next(id, Went("noor", AvailabilityTrigger.GoIdle)));
    }

    [Fact]
    public void S34_a_batch_that_is_missing() => Breaks("S34", Offered().Skip().Next(Came("noor")));

    [Fact]
    public void S37_a_batch_without_events() => Breaks("S37", Offered().Next());

    [Fact]
    public void S38_a_second_question_to_the_bot_while_one_is_open() => Breaks("S38", Began().Next(
        new ChatStarted(1, "ana", "chat", Channel.Chat),
        new BotAsked(1, 1, 0, Noon.AddMinutes(1)),
        new BotAsked(2, 1, 0, Noon.AddMinutes(1))));

    [Fact]
    public void A_file_that_is_withdrawn_and_destroyed_breaks_nothing() =>
        Breaks(null, Delivered().Next(Withdrawn(3)).Next(new FileDestroyed(1, 3)));

    [Fact]
    public void S38_a_file_that_is_delivered_once_it_was_withdrawn() =>
        Breaks("S38", Delivered().Next(Withdrawn(3)).Next(Arrives(4, line: 3)));

    [Fact]
    public void S38_a_file_that_is_withdrawn_twice() =>
        Breaks("S38", Delivered().Next(Withdrawn(3)).Next(Withdrawn(4)));

    [Fact]
    public void S38_a_file_that_is_withdrawn_from_the_line_of_another() =>
        Breaks("S38", Delivered().Next(Withdrawn(3, line: 1)));

    [Fact]
    public void S38_a_copy_that_was_withdrawn_itself() =>
        Breaks("S38", Delivered().Next(Withdrawn(3, copy: Letter)));

    [Fact]
    public void S50_a_file_that_is_withdrawn_and_nobody_reads_anything_again() =>
        Breaks("S50", Accepted().Next(Arrives(1, line: 2)).Next(Withdrawn(2)));

    [Fact]
    public void S50_a_rescan_that_goes_back_to_a_file() => Breaks("S50", Delivered()
        .Next(new FileRescanned(2, 1, 2, FileFinding.Clean)).Next(new FileRescanned(2, 1, 2, FileFinding.Clean)));

    [Fact]
    public void S42_an_offer_that_runs_out_at_another_time_than_configured() =>
        Breaks("S42", Began().Next(Came("mina")).Next(Started(1)).Next(Made(1, chat: 1, "mina", from: 5)));

    [Fact]
    public void S42_an_agent_who_is_removed_while_at_work() =>
        Breaks("S42", Offered().Next(new FloorConfigured(Configuration([Queue("chat")], Agent("noor")), "second")));

    [Fact]
    public void S42_a_queue_that_is_removed_under_its_chats() => Breaks("S42", Offered()
        .Next(new FloorConfigured(Configuration([Queue("other")], Agent("mina"), Agent("noor")), "second")));

    [Fact]
    public void S43_recorded_time_that_goes_back() => Breaks("S43", Offered().After(-1).Next(Came("noor")));

    [Fact]
    public void S45_an_offer_that_is_missed_before_its_time() => Breaks("S45", Offered()
        .After(29).Next(new OfferClosed(1, OfferTrigger.Miss), Went("mina", AvailabilityTrigger.Miss)));

    [Fact]
    public void S54_a_chat_under_a_number_out_of_turn() => Breaks("S54", Began().Next(Started(2)));

    private static FloorConfiguration Two => Configuration([Queue("chat")], Agent("mina"), Agent("noor"));

    private static History Began() => History.Of(Two);

    private static History Offered() => History.Offered(Two);

    private static History Accepted() => Offered().Next(new OfferClosed(1, OfferTrigger.Accept));

    /// <summary>Ana's letter is line 2, and a rescan is effect 2.</summary>
    private static History Delivered() => Accepted().Next(Arrives(1, line: 2))
        .Next(new RescanBegan(2, DateTimeOffset.MinValue, UpTo: 1, Actor.Host));

    private static Event[] Arrives(long file, int line) =>
    [
        new FileSent(1, file, Letter, Ana, 9, Noon.AddMinutes(1)),
        new FileCleared(1, file, Noon.AddMinutes(1)),
        new FileDelivered(1, file, line, Ana, 1, 0, Redacted: false),
    ];

    private static FileWithdrawn Withdrawn(long file, int line = 2, Guid copy = default) =>
        new(1, file, line, Ana, Letter, copy, "card-number");

    private static History Ended() => Offered()
        .Next(new OfferClosed(1, OfferTrigger.Accept))
        .Next(new ChatEnded(1, ChatTrigger.End, Mina), new WrapUpStarted(1, 1, "mina", Noon.AddSeconds(60)));

    private static void Breaks(string? invariant, History history)
    {
        if (invariant is null)
        {
            Assert.Empty(history.Violations);
        }
        else
        {
            Assert.Contains(history.Violations, violation => violation.Invariant == invariant);
        }
    }
}

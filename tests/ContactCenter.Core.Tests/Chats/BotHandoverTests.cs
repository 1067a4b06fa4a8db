using ContactCenter.Chats;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Chats;

public sealed class BotHandoverTests
{
    private static Specification TheBotIsAsked =>
        Floor([Queue("chat", startsWithBot: true), Queue("people")], Agent("mina")).Started("chat", "ana");

    private static DateTimeOffset HalfAMinuteLater => ManualTimeProvider.DefaultStart + Seconds(30);

    [Fact]
    public void A_chat_begins_with_the_bot_where_the_queue_says_so_or_the_customer_wants_it() =>
        Floor([Queue("chat", startsWithBot: true), Queue("people"), Queue("calls", Channel.Voice, startsWithBot: true)])
            .When(Start("ana", "chat")).Then(
                new ChatStarted(1, "ana", "chat", Channel.Chat), new BotAsked(1, 1, UpTo: 0, HalfAMinuteLater))
            .When(Start("ana", "people", withBot: true)).Then("chat-started", "bot-asked")
            .When(Start("ana", "chat", withBot: false)).Then("chat-started", "notice-shown", "chat-queued")
            .When(Start("ana", "people")).Then("chat-started", "notice-shown", "chat-queued")
            .When(Start("ana", "calls")).Then("chat-started", "chat-queued");

    [Fact]
    public void A_chat_with_the_bot_is_offered_to_nobody() =>
        TheBotIsAsked.Available("mina").When(Says(1, "Hello")).Then("bot-effect-closed", "message-posted");

    [Fact, Scenario("S49")]
    public void An_agent_finds_the_bots_conversation_before_their_own_first_line()
    {
        var floor = TheBotIsAsked.Available("mina").Given(
            Says(1, "Hello, how can I help?"),
            Say(Ana, 1, "my order"),
            Says(2, "Which one?"),
            Say(Ana, 1, "the last"),
            HandsOver(3),
            Accept("mina", 1),
            Say(Mina, 1, "I am Mina"));

        Assert.Equal(
            [
                (Actor.Bot, "Hello, how can I help?"), (Ana, "my order"), (Actor.Bot, "Which one?"), (Ana, "the last"),
                (Actor.System, Notices.WaitingForAgent), (Mina, Notices.AgentJoined), (Mina, "I am Mina"),
            ],
            floor.Lines.Select(line => (line.Author, line.Code ?? line.Text.Text)));
    }

    [Fact]
    public void The_bot_hands_over_with_its_last_words_or_without() =>
        TheBotIsAsked
            .When(new AnswerForBot(1, Body("One moment"), HandOver: true))
            .Then("bot-effect-closed", "message-posted", "notice-shown", "chat-queued")
            .Started("chat", "bob")
            .When(HandsOver(2)).Then("bot-effect-closed", "notice-shown", "chat-queued");

    [Fact, Pain(82)]
    public void A_handed_over_chat_waits_from_the_hand_over_and_is_offered_at_once()
    {
        var floor = TheBotIsAsked.Available("mina").Advance(Seconds(10));

        floor.When(HandsOver(1)).Then(
            new BotEffectClosed(1, 1),
            new NoticeShown(1, 1, Notices.WaitingForAgent, "chat"),
            new ChatQueued(1),
            Offered(1, 1, "mina", floor.Now + Seconds(30)));
        Assert.Equal(floor.Now, floor.State.Chats[1].QueuedAt);
    }

    [Fact]
    public void A_customer_who_writes_to_the_bot_asks_it_again() =>
        TheBotIsAsked.Given(Says(1, "Hello")).Advance(Seconds(10))
            .When(Say(Ana, 1, "my order")).Then(
                Said(Ana, 1, 2, "my order"), new BotAsked(2, 1, UpTo: 2, HalfAMinuteLater + Seconds(10)));

    [Fact]
    public void A_customer_who_writes_while_the_bot_is_thinking_does_not_ask_twice_and_is_answered_after() =>
        TheBotIsAsked
            .When(Say(Ana, 1, "hello?")).Then("message-posted")
            .When(Say(Ana, 1, "anybody?")).Then("message-posted")
            .When(Says(1, "Hello")).Then(
                new BotEffectClosed(1, 1),
                Said(Actor.Bot, 1, 3, "Hello"),
                new BotAsked(2, 1, UpTo: 3, HalfAMinuteLater))
            .When(Says(2, "Yes")).Then("bot-effect-closed", "message-posted");

    [Fact]
    public void A_bot_that_is_silent_too_long_loses_the_chat_to_the_queue() =>
        TheBotIsAsked
            .Advance(Seconds(30) - Tick).ThenNothing()
            .Advance(Tick).Then("bot-effect-closed", "notice-shown", "chat-queued");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_answer_of_the_bot_at_its_deadline_or_after_it_is_late(long ticks) =>
        TheBotIsAsked.After(Seconds(30) + TimeSpan.FromTicks(ticks)).When(Says(1, "Hello")).Refused("effect-gone");

    [Fact]
    public void An_answer_of_the_bot_one_tick_before_its_deadline_is_in_time() =>
        TheBotIsAsked.After(Seconds(30) - Tick).When(Says(1, "Hello")).Then("bot-effect-closed", "message-posted");

    [Fact]
    public void An_answer_that_nobody_waits_for_any_more_has_no_effect() =>
        TheBotIsAsked.Given(Says(1, "Hello"))
            .When(Says(1, "Hello")).Refused("effect-gone")
            .When(new GiveUpOnBot(1)).Refused("effect-gone")
            .When(Says(7, "Hello")).Refused("effect-gone");

    [Fact]
    public void A_bot_that_fails_loses_the_chat_to_the_queue_at_once() =>
        TheBotIsAsked.When(new GiveUpOnBot(1)).Then("bot-effect-closed", "notice-shown", "chat-queued");

    [Fact]
    public void A_bot_with_nothing_to_say_keeps_the_chat()
    {
        var floor = TheBotIsAsked.When(new AnswerForBot(1, Body: null, HandOver: false)).Then("bot-effect-closed");

        Assert.Equal(ChatState.Bot, floor.State.Chats[1].State);
        floor.When(Say(Ana, 1, "hello?")).Then("message-posted", "bot-asked");
    }

    [Fact]
    public void A_customer_asks_for_a_person_whatever_the_bot_is_thinking() =>
        TheBotIsAsked
            .When(new AskForAgent(Ana, 1)).Then("bot-effect-closed", "notice-shown", "chat-queued")
            .When(Says(1, "Hello")).Refused("effect-gone")
            .When(new AskForAgent(Ana, 1)).Refused(Rejections.NotAllowed with { Subject = "AskForAgent while Queued" });

    [Fact]
    public void A_customer_asks_for_a_person_after_the_bot_has_answered() =>
        TheBotIsAsked.Given(Says(1, "Hello"))
            .When(new AskForAgent(Actor.Host, 1)).Then("notice-shown", "chat-queued");

    [Fact]
    public void Nobody_else_asks_for_a_person_in_a_customers_name()
    {
        foreach (var stranger in (Actor[])[Mina, Bob, Boss, Actor.Bot, Actor.System])
        {
            TheBotIsAsked.When(new AskForAgent(stranger, 1)).Refused("not-permitted");
        }
    }

    [Fact]
    public void A_customer_who_leaves_the_bot_leaves_nothing_behind()
    {
        var floor = TheBotIsAsked.When(End(Ana, 1))
            .Then("bot-effect-closed", "notice-shown", "chat-ended", "chat-closed");

        Assert.Empty(floor.State.Effects);
        Assert.Null(floor.State.Alarms.NextDueAt);
        floor.When(Says(1, "Hello")).Refused("effect-gone");
    }

    [Fact]
    public void A_bot_says_nothing_in_a_chat_that_is_full_and_still_hands_over()
    {
        var floor = Floor(Configuration([Queue("chat", startsWithBot: true)]) with { MaxLines = 1 })
            .Started("chat", "ana").Given(Say(Ana, 1, "hello?"));

        floor.When(new AnswerForBot(1, Body("Hello"), HandOver: true))
            .Then("bot-effect-closed", "notice-shown", "chat-queued");
    }

    private static AnswerForBot Says(long effect, string text) => new(effect, Body(text), HandOver: false);

    private static AnswerForBot HandsOver(long effect) => new(effect, Body: null, HandOver: true);
}

using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Chats;

/// <summary>Warned after a minute of silence, ended after two.</summary>
public sealed class SilenceTests
{
    private static Specification MinaTalks => Floor(
            [Queue("chat") with { WarnSilentAfter = Seconds(60), EndSilentAfter = Seconds(120) }],
            Agent("mina"), Agent("noor"))
        .Given(new OpenSession(Mina), new OpenSession(Ana))
        .Available("mina").Started("chat", "ana").Accepted(1);

    private static Specification MinaAsks => MinaTalks.Given(Say(Mina, 1, "what is your order number?"));

    [Fact, PeerScenario("CN-05")]
    public void A_customer_who_does_not_answer_is_warned_and_then_the_chat_ends()
    {
        var warned = MinaAsks.Advance(Seconds(60));

        Assert.Equal(Notices.CustomerSilent, warned.Lines[^1].Code);
        Assert.Equal(ChatState.Active, warned.State.Chats[1].State);

        var over = warned.Advance(Seconds(60));

        Assert.Equal(Notices.EndedForSilence, over.Lines[^1].Code);
        Assert.Equal(ChatState.Ended, over.State.Chats[1].State);
        Assert.NotNull(over.State.Chats[1].WrapUpOf(Mina));
    }

    [Fact]
    public void One_tick_before_nothing_happens()
    {
        Assert.DoesNotContain(MinaAsks.Advance(Seconds(60) - Tick).Lines, IsWarning);
        Assert.Equal(ChatState.Active, MinaAsks.Advance(Seconds(120) - Tick).State.Chats[1].State);
    }

    [Fact, PeerScenario("CN-05")]
    public void An_answer_ends_the_silence_even_after_the_warning()
    {
        var floor = MinaAsks.Advance(Seconds(90)).Given(Say(Ana, 1, "42")).Advance(Seconds(3_000));

        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
        Assert.Single(floor.Lines, IsWarning);
    }

    [Fact]
    public void A_file_is_an_answer_too()
    {
        var file = new SentFile(default, Text("statement.pdf"), "pdf", 1_000);
        var floor = MinaAsks.Given(new SendFiles(Ana, 1, null, [file])).Advance(Seconds(3_000));

        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
    }

    [Fact]
    public void A_file_of_the_agents_that_never_arrives_waits_for_no_answer()
    {
        var file = new SentFile(default, Text("statement.pdf"), "pdf", 1_000);
        var floor = MinaTalks.Given(Say(Ana, 1, "please help"), new SendFiles(Mina, 1, null, [file]))
            .Given(new JudgeFile(1, "card-number"), new SettleFile(1, Name: null)).Advance(Seconds(3_000));

        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
    }

    [Fact, PeerScenario("CN-05")]
    public void It_counts_from_the_last_word_of_the_agent()
    {
        var floor = MinaAsks.Advance(Seconds(59)).Given(Say(Mina, 1, "are you there?")).Advance(Seconds(59));

        Assert.DoesNotContain(floor.Lines, IsWarning);
        Assert.Contains(floor.Advance(Seconds(1)).Lines, IsWarning);
    }

    [Fact]
    public void While_it_is_the_agent_who_is_silent_nobody_is_warned() =>
        Assert.DoesNotContain(MinaTalks.Given(Say(Ana, 1, "hello?")).Advance(Seconds(3_000)).Lines, IsWarning);

    [Fact, PeerScenario("CN-05")]
    public void Nothing_counts_while_the_customer_is_not_connected()
    {
        var lost = MinaAsks.Advance(Seconds(50)).Given(new LoseSession(Ana, 2)).Advance(Seconds(200));

        Assert.DoesNotContain(lost.Lines, IsWarning);

        var back = lost.Given(new OpenSession(Ana)).Advance(Seconds(59));

        Assert.DoesNotContain(back.Lines, IsWarning);
        Assert.Contains(back.Advance(Seconds(1)).Lines, IsWarning);
    }

    [Fact, PeerScenario("CN-05")]
    public void Nothing_counts_while_the_agent_is_not_connected() =>
        Assert.DoesNotContain(
            MinaAsks.Advance(Seconds(30)).Given(new LoseSession(Mina, 1)).Advance(Seconds(45)).Lines, IsWarning);

    [Fact, Pain(68)]
    public void A_chat_that_was_handed_on_does_not_end_while_it_waits() =>
        Assert.Equal(
            ChatState.Queued,
            MinaAsks.Given(new TransferChat(Mina, 1, "chat", null)).Advance(Seconds(3_000)).State.Chats[1].State);

    [Fact, PeerScenario("CN-05"), Pain(62)]
    public void Whoever_takes_it_over_waits_for_the_answer_anew()
    {
        var floor = MinaAsks.Available("noor").Advance(Seconds(50))
            .Given(new TransferChat(Mina, 1, "chat", null)).Given(Accept("noor", 2)).Advance(Seconds(59));

        Assert.DoesNotContain(floor.Lines, IsWarning);
        Assert.Contains(floor.Advance(Seconds(1)).Lines, IsWarning);
    }

    [Fact, PeerScenario("CN-05")]
    public void Another_limit_counts_from_the_next_agent_on()
    {
        var floor = MinaAsks.Available("noor")
            .Configured(now => now with
            {
                Queues = [now.Queues[0] with { WarnSilentAfter = Seconds(10), EndSilentAfter = Seconds(20) }],
            })
            .Advance(Seconds(59));
        Assert.DoesNotContain(floor.Lines, IsWarning);

        floor.Given(new TransferChat(Mina, 1, "chat", null)).Given(Accept("noor", 2)).Advance(Seconds(10));
        Assert.Contains(floor.Lines, IsWarning);
        Assert.Equal(ChatState.Ended, floor.Advance(Seconds(10)).State.Chats[1].State);
    }

    private static bool IsWarning(Line line) => line.Code == Notices.CustomerSilent;
}

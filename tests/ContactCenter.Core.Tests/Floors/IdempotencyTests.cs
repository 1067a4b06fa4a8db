using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

public sealed class IdempotencyTests
{
    private static readonly CommandId First = CommandId.New(ManualTimeProvider.DefaultStart);
    private static readonly CommandId Second = CommandId.New(ManualTimeProvider.DefaultStart);
    private static readonly CommandId Third = CommandId.New(ManualTimeProvider.DefaultStart);
    private static readonly CommandId Ageless = CommandId.Parse("7b6e1ad2-58a3-4d4b-9d7e-0c8f2f4e5a61");

    private static Specification MinaHasAna =>
        Floor(Agent("mina")).Available("mina").Started("chat", "ana").Accepted(1);

    [Fact, Scenario("E24")]
    public void A_retry_has_one_effect_and_one_answer()
    {
        var floor = MinaHasAna.When(Say(Ana, 1, "hello"), First).Then(Said(Ana, 1, 3, "hello"));
        var reply = floor.Reply;

        floor.Given(Say(Ana, 1, "and")).Advance(Minutes(9)).When(Say(Ana, 1, "hello"), First).ThenNothing();
        Assert.Equal(reply, floor.Reply);
        Assert.Equal(4, floor.State.Chats[1].LastLine);
    }

    [Fact]
    public void A_retry_is_known_whatever_has_become_of_the_chat()
    {
        var floor = MinaHasAna.When(End(Mina, 1), First).ThenAccepted().Given(WrapUp("mina", 1, "solved"));

        floor.When(End(Mina, 1), First).ThenNothing()
            .When(End(Mina, 1), Second).Refused("chat-unknown");
    }

    [Fact]
    public void A_retry_is_known_after_a_restart() =>
        MinaHasAna.When(Say(Ana, 1, "hello"), First).ThenAccepted().Restarted()
            .When(Say(Ana, 1, "hello"), First).ThenNothing();

    [Fact]
    public void A_command_id_is_not_used_for_another_request() =>
        MinaHasAna.When(Say(Ana, 1, "hello"), First).ThenAccepted()
            .When(Say(Ana, 1, "hello!"), First).Refused("command-id-conflict")
            .When(Say(Mina, 1, "hello"), First).Refused("command-id-conflict")
            .When(Say(Ana, 2, "hello"), First).Refused("command-id-conflict")
            .When(End(Ana, 1), First).Refused("command-id-conflict")
            .When(Say(Ana, 1, "hello"), First).ThenNothing();

    [Fact]
    public void A_refused_command_is_decided_again_under_its_id() =>
        Floor(Agent("mina")).Given(SignIn("mina"))
            .When(Start("ana", "chat") with { By = Bob }, First).Refused("not-permitted")
            .When(Start("ana", "chat") with { By = Bob }, First).Refused("not-permitted")
            .When(Start("ana", "chat"), First).ThenAccepted()
            .When(Start("ana", "chat"), First).ThenNothing();

    [Fact]
    public void A_command_without_an_id_has_its_effect_each_time() =>
        MinaHasAna
            .When(Say(Ana, 1, "hello")).Then(Said(Ana, 1, 3, "hello"))
            .When(Say(Ana, 1, "hello")).Then(Said(Ana, 1, 4, "hello"));

    [Fact]
    public void A_command_id_is_remembered_for_the_whole_period_and_forgotten_the_tick_after()
    {
        var floor = MinaHasAna.When(Say(Ana, 1, "hello"), First).ThenAccepted().Advance(Minutes(10))
            .When(Say(Ana, 1, "and"), Second).ThenAccepted()
            .When(Say(Ana, 1, "hello"), First).ThenNothing()
            .Advance(Tick)
            .When(Say(Ana, 1, "so"), CommandId.New(Noon + Minutes(10))).ThenAccepted();

        Assert.False(floor.State.Window.TryFind(First, out _));
        floor.When(Say(Ana, 1, "hello"), First).Refused("command-too-old");
    }

    [Fact]
    public void A_forgotten_id_that_tells_its_age_is_too_old_and_one_that_does_not_is_decided_again()
    {
        var floor = MinaHasAna.Configured(now => now with { WindowCount = 1 })
            .When(Say(Ana, 1, "one"), First).ThenAccepted()
            .When(Say(Ana, 1, "two"), Ageless).ThenAccepted()
            .When(Say(Ana, 1, "one"), First).Refused("command-too-old")
            .Advance(Seconds(1))
            .When(Say(Ana, 1, "three"), CommandId.New(Noon + Seconds(1))).ThenAccepted();

        Assert.Equal(1, floor.State.Window.Count);
        floor.When(Say(Ana, 1, "two"), Ageless).Then(Said(Ana, 1, 6, "two"));
    }

    [Fact]
    public void An_id_made_after_everything_that_was_forgotten_is_young_enough()
    {
        var floor = MinaHasAna.Configured(now => now with { WindowCount = 1 })
            .When(Say(Ana, 1, "one"), First).ThenAccepted()
            .When(Say(Ana, 1, "two"), Second).ThenAccepted()
            .When(Say(Ana, 1, "three"), Third).Refused("command-too-old");

        floor.Advance(TimeSpan.FromMilliseconds(1))
            .When(Say(Ana, 1, "three"), CommandId.New(Noon + TimeSpan.FromMilliseconds(1))).ThenAccepted();
    }

    [Fact]
    public void A_forgotten_id_from_a_clock_that_runs_ahead_has_no_second_effect()
    {
        var ahead = CommandId.New(ManualTimeProvider.DefaultStart + Seconds(30));

        MinaHasAna.Configured(now => now with { WindowCount = 1 })
            .When(Say(Ana, 1, "one"), ahead).ThenAccepted()
            .When(Say(Ana, 1, "two"), Ageless).ThenAccepted()
            .When(Say(Ana, 1, "one"), ahead).ThenNothing()
            .When(Say(Ana, 1, "three"), CommandId.Parse("8a0c6a0e-3a52-4b43-9d0e-0d5c6f1f0001")).ThenAccepted()
            .When(Say(Ana, 1, "one"), ahead).Refused("command-too-old");
    }

    [Fact]
    public void A_clock_that_runs_ahead_makes_nobody_elses_ids_look_old()
    {
        var floor = MinaHasAna.Configured(now => now with { WindowCount = 3 })
            .When(Say(Ana, 1, "from ahead"), CommandId.New(ManualTimeProvider.DefaultStart + Seconds(55)))
            .ThenAccepted();
        for (var message = 0; message < 30; message++)
        {
            // More of them than the window holds, while the clock is behind that id and once it has caught up.
            floor.Advance(Seconds(11)).When(Say(Ana, 1, "honest"), CommandId.New(floor.Now)).ThenAccepted();
        }
    }

    [Theory]
    [InlineData(60_000, null)]
    [InlineData(60_001, "command-id-ahead")]
    public void A_clock_may_be_a_minute_ahead_and_no_more(int milliseconds, string? refusal)
    {
        var ahead = CommandId.New(ManualTimeProvider.DefaultStart + TimeSpan.FromMilliseconds(milliseconds));
        var floor = MinaHasAna.When(Say(Ana, 1, "one"), ahead);

        if (refusal is null)
        {
            floor.ThenAccepted();
        }
        else
        {
            floor.Refused(refusal);
        }
    }

    [Fact]
    public void A_floor_that_has_forgotten_nothing_takes_an_id_of_any_age() =>
        MinaHasAna.When(Say(Ana, 1, "hello"), CommandId.New(DateTimeOffset.UnixEpoch)).ThenAccepted();

    [Fact]
    public void A_fingerprint_tells_every_field_of_every_command_apart()
    {
        Command[] commands =
        [
            SignIn("mina"), SignIn("noor"), SignOut("mina"), new SignOutAgent(Boss, "mina"),
            GoAvailable("mina"), new MakeAvailable(Mina, "mina", "x"),
            GoIdle("mina"), GoIdle("mina", "x"), GoIdle("mina", "y"),
            new MakeIdle(Mina, "mina", null, "x"), new MakeIdle(Mina, "mina", "x", "x"),
            new MakeAvailable(Mina, "mina", Queue: "x"), new MakeIdle(Mina, "mina", Queue: "x"),
            Accept("mina", 1), Accept("mina", 2), Decline("mina", 1), Fail(1), new FailOffer(Mina, 1),
            Start("ana", "chat"), Start("ana", "other"), Start("bob", "chat"), Start("ana", "chat", true),
            Start("ana", "chat", false), Start("ana", "chat") with { Name = Text("x") },
            Start("ana", "chat") with { Email = Text("x") },
            Start("ana", "chat") with { Wishes = new ContactWishes { LastAgent = LastAgentWish.Prefer } },
            Start("ana", "chat") with { Wishes = new ContactWishes { LastAgent = LastAgentWish.Reserve } },
            Start("ana", "chat") with { By = Actor.Host },
            Say(Ana, 1, "x"), Say(Ana, 1, "y"), Say(Ana, 2, "x"), Say(Bob, 1, "x"),
            new AskForAgent(Ana, 1), End(Ana, 1), End(Mina, 1), End(Ana, 2), HoldWrapUp("mina", 1),
            WrapUp("mina", 1), WrapUp("mina", 1, "ab", "c"), WrapUp("mina", 1, "a", "bc"), WrapUp("mina", 1, "abc"),
            new Configure(Actor.Host, FloorConfiguration.Empty, "x"),
            new Configure(Actor.Host, FloorConfiguration.Empty, "y"),
        ];

        Assert.Equal(commands.Length, commands.Select(command => Fingerprint.Of(command)).Distinct().Count());
        Assert.Equal(Fingerprint.Of(Say(Ana, 1, "x")), Fingerprint.Of(new PostMessage(Ana, 1, Body("x", salt: 7))));
    }

    [Fact]
    public void Words_leave_a_print_that_only_their_run_of_the_floor_can_make()
    {
        var said = Say(Ana, 1, "my doctor is Dr. Okonkwo");

        var print = Fingerprint.Of(said, new WordKey(1));

        Assert.Equal(print, Fingerprint.Of(said, new WordKey(1)));
        Assert.NotEqual(print, Fingerprint.Of(said, new WordKey(2)));
        Assert.NotEqual(print, Fingerprint.Of(Say(Ana, 1, "my doctor is Dr. Okonkwa"), new WordKey(1)));
        Assert.True(Fingerprint.AskTheSame(print, Fingerprint.Of(said, new WordKey(2))));
        Assert.False(Fingerprint.AskTheSame(print, Fingerprint.Of(Say(Ana, 2, "x"), new WordKey(1))));
    }

    [Fact]
    public void A_retry_in_a_later_run_is_known_by_what_it_asks()
    {
        var floor = Floor(Agent("mina"), Agent("noor")).State;
        var first = floor.Handle(Asked(SignIn("mina"), new WordKey(1)), Noon);

        floor.Window.BeginRun();

        Assert.Equal(new Decision(null, first.Reply, null), floor.Handle(Asked(SignIn("mina"), new WordKey(2)), Noon));
        Assert.Equal(
            Rejections.CommandIdConflict, floor.Handle(Asked(SignIn("noor"), new WordKey(2)), Noon).Rejection);

        static Envelope Asked(Command command, WordKey key) => new(command, First, Fingerprint.Of(command, key));
    }

    [Fact]
    public void A_fingerprint_cannot_tell_which_card_number_was_masked() =>
        Assert.Equal(
            Fingerprint.Of(Say(Ana, 1, "4111 1111 1111 1111")), Fingerprint.Of(Say(Ana, 1, "4111 1101 0008 1111")));

    private static DateTimeOffset Noon => ManualTimeProvider.DefaultStart;
}

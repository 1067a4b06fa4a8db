using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

public sealed class AlarmTests
{
    private static readonly WrapUpPolicy AfterHalfAMinute = new()
    {
        Reasons = [new WrapUpReason("solved", "Solved")],
        AutoAfter = Seconds(30),
        AllowExtension = true,
    };

    private static Specification Scene => Floor(
        Configuration([Queue("chat"), Queue("bots", startsWithBot: true)], Agent("mina"), Agent("noor"))
            with
        { WrapUp = AfterHalfAMinute });

    [Fact]
    public void An_alarm_whose_cause_is_gone_is_refused() =>
        Scene.Available("mina").Started("chat", "ana").Accepted(1).After(Seconds(30))
            .When(new MissOffer(1)).Refused("offer-gone")
            .When(new MissOffer(9)).Refused("offer-gone")
            .Given(End(Ana, 1), HoldWrapUp("mina", 1)).After(Seconds(60))
            .When(new AutoCompleteWrapUp(1, 1)).Refused("effect-gone")
            .Given(WrapUp("mina", 1, "solved"))
            .When(new AutoCompleteWrapUp(1, 1)).Refused("chat-unknown")
            .When(new GiveUpOnBot(1)).Refused("effect-gone");

    [Fact]
    public void An_alarm_that_rings_before_its_time_is_refused() =>
        Scene.Available("mina").Started("chat", "ana").After(Seconds(30) - Tick)
            .When(new MissOffer(1)).Refused("not-allowed")
            .Given(Accept("mina", 1), End(Ana, 1)).After(Seconds(60) - Tick - Tick)
            .When(new AutoCompleteWrapUp(1, 1)).Refused("effect-gone");

    [Fact]
    public void Alarms_of_every_kind_fall_due_in_the_order_of_their_instants()
    {
        var floor = Scene.Available("mina").Started("chat", "ana").Accepted(1).Given(End(Ana, 1))
            .Advance(Seconds(1)).Started("bots", "bob")
            .Advance(Seconds(1)).Available("noor").Started("chat", "cleo");

        floor.Advance(Seconds(28) - Tick).ThenNothing();
        floor.Advance(Tick).Then("wrap-up-completed", "chat-closed");
        floor.Advance(Seconds(1)).Then("bot-effect-closed", "notice-shown", "chat-queued", "offer-made");
        floor.Advance(Seconds(1)).Then("offer-closed", "availability-changed");
    }

    [Fact]
    public void Alarms_due_at_one_instant_have_one_order_on_every_copy()
    {
        var floor = Scene.Available("mina").Started("chat", "ana").Accepted(1).Given(End(Ana, 1), Start("bob", "bots"))
            .Available("noor").Started("chat", "cleo");
        var due = new List<Command>();
        floor.After(Seconds(30));
        while (floor.State.Due(floor.Now) is { } next)
        {
            due.Add(next);
            floor.Given(next);
        }

        Assert.Equal([new MissOffer(2), new AutoCompleteWrapUp(1, 1), new GiveUpOnBot(1)], due);
    }

    [Fact]
    public void Nothing_is_due_before_its_instant()
    {
        var floor = Scene.Available("mina").Started("chat", "ana").State;

        Assert.Null(floor.Due(ManualTimeProvider.DefaultStart + Seconds(30) - Tick));
        Assert.Equal(new MissOffer(1), floor.Due(ManualTimeProvider.DefaultStart + Seconds(30)));
        Assert.Equal(ManualTimeProvider.DefaultStart + Seconds(30), floor.Alarms.NextDueAt);
    }

    [Fact]
    public void Alarms_come_back_with_the_floor() =>
        Scene.Available("mina").Started("chat", "ana").Accepted(1).Given(End(Ana, 1), Start("bob", "bots"))
            .Available("noor").Started("chat", "cleo")
            .Restarted()
            .Advance(Seconds(30) - Tick).ThenNothing()
            .Advance(Tick).ThenAmongOthers(
                new OfferClosed(2, OfferTrigger.Miss),
                Missed("noor"),
                new WrapUpCompleted(1, 1, "mina", ["solved"], Actor.System),
                new BotEffectClosed(1, 2));

    [Fact, Pain(89)]
    public void Alarms_that_were_cancelled_do_not_pile_up()
    {
        var floor = new Floor("many");
        var configuration = Configuration([Queue("chat")], Agent("mina"));
        floor.Handle(new Envelope(Revision.To(configuration)), ManualTimeProvider.DefaultStart);
        floor.Handle(new Envelope(SignIn("mina")), ManualTimeProvider.DefaultStart);
        floor.Handle(new Envelope(GoAvailable("mina")), ManualTimeProvider.DefaultStart);
        for (var chat = 1; chat <= 5_000; chat++)
        {
            var now = ManualTimeProvider.DefaultStart + TimeSpan.FromMilliseconds(chat);
            floor.Handle(new Envelope(Start("ana", "chat")), now);
            Assert.Equal(now + Seconds(30), floor.Alarms.NextDueAt);
            floor.Handle(new Envelope(End(Ana, chat)), now);
            Assert.Null(floor.Alarms.NextDueAt);
        }
    }

    [Theory]
    [InlineData(AlarmKind.Offer, 2, AlarmKind.WrapUp, 1)]
    [InlineData(AlarmKind.WrapUp, 2, AlarmKind.Bot, 1)]
    [InlineData(AlarmKind.Bot, 1, AlarmKind.Bot, 2)]
    internal void Alarms_of_one_instant_are_ordered_by_kind_and_then_by_number(
        AlarmKind first, long firstSubject, AlarmKind second, long secondSubject)
    {
        var at = ManualTimeProvider.DefaultStart;
        var (one, other) = (new Alarm(at, first, firstSubject), new Alarm(at, second, secondSubject));

        Assert.True(one.CompareTo(other) < 0);
        Assert.True(other.CompareTo(one) > 0);
        Assert.Equal(0, one.CompareTo(one));
        Assert.True(new Alarm(at + Tick, first, firstSubject).CompareTo(other) > 0);
    }
}

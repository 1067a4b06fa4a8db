using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>A revision changes how a queue weighs waiting against priority while contacts wait.</summary>
public sealed class QueueOrderTests
{
    [Fact]
    public void Contacts_that_wait_stand_as_their_queue_weighs_priority_from_now_on()
    {
        var floor = Floor(Agent("mina")).Started("chat", "ana")
            .After(Seconds(30)).Given(Start("bob", "chat") with { Wishes = new ContactWishes { Priority = 2 } });
        Assert.Equal([2, 1], InLine(floor.State));

        Assert.Equal([1, 2], InLine(Weighing(floor, Seconds(10)).State));
        Assert.Equal([1, 2], InLine(Restored(floor)));
        Assert.Equal([2, 1], InLine(Weighing(floor, Seconds(60)).State));
        Assert.Equal([2, 1], InLine(Restored(floor)));
        Weighing(floor, Seconds(10));
        Assert.Equal([2, 1], InLine(Weighing(floor, null).State));
        Assert.Equal([2, 1], InLine(Restored(floor)));
    }

    [Fact]
    public void A_contact_that_is_offered_comes_back_to_where_its_queue_says_by_then()
    {
        var floor = Floor(Agent("mina"), Agent("noor")).Started("chat", "ana")
            .After(Seconds(10)).Given(Start("bob", "chat") with { Wishes = new ContactWishes { Priority = 2 } })
            .Available("mina");
        Assert.Equal(AgentId.Parse("mina"), floor.State.Chats[2].Offered?.Agent);

        Weighing(floor, Seconds(5)).Advance(Seconds(30));
        Assert.Equal([1, 2], InLine(floor.State));
        Assert.Equal([1, 2], InLine(Restored(floor)));
    }

    [Fact]
    public void Contacts_that_wait_have_the_head_start_that_their_queue_is_given()
    {
        var floor = Floor([Queue("chat"), Queue("vip")], Agent("mina"))
            .Started("chat", "ana").After(Seconds(10)).Started("vip", "bob")
            .Configured(now => Edited(now, "vip", queue => queue with { HeadStart = Seconds(60) }))
            .Given(new SignInAgent(Mina, "mina"));
        var restored = Restored(floor);

        floor.Given(new MakeAvailable(Mina, "mina"));
        Assert.Equal(AgentId.Parse("mina"), floor.State.Chats[2].Offered?.Agent);
        restored.Handle(new Envelope(new MakeAvailable(Mina, "mina")), floor.Now);
        Assert.Equal(SnapshotCodec.Write(floor.State), SnapshotCodec.Write(restored));
    }

    private static Specification Weighing(Specification floor, TimeSpan? worth) => floor.Configured(
        now => Edited(now, "chat", queue => queue with { PriorityWorth = worth }));

    private static FloorConfiguration Edited(
        FloorConfiguration now, string name, Func<QueueProfile, QueueProfile> edit) =>
        now with { Queues = [.. now.Queues.Select(queue => queue.Name == name ? edit(queue) : queue)] };

    private static ContactCenter.Floors.Floor Restored(Specification floor) =>
        SnapshotCodec.Read(new JournalSnapshot(floor.State.Head, SnapshotCodec.Write(floor.State)));

    private static long[] InLine(ContactCenter.Floors.Floor floor) =>
        [.. floor.Router.Queues["chat"].Waiting.Select(place => place.Number)];
}

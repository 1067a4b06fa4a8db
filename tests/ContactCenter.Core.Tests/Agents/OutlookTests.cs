using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using ContactCenter.Tests.Routing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

/// <summary>Why an agent is offered nothing, and what comes next.</summary>
public sealed class OutlookTests
{
    private static readonly QueueProfile[] Queues =
    [
        Queue("chat"), Queue("calls", Channel.Voice), Queue("letters", Channel.Email),
    ];

    private static AgentProfile Mina => Agent("mina", new MediaProfile
    {
        Mode = MediaMode.BlendedRealTime,
        Voice = 1,
        Chat = 2,
        BesideChat = Channels.Chat,
    }) with
    {
        Memberships =
        [
            new MembershipProfile { Queue = "calls", Rank = 2 },
            new MembershipProfile { Queue = "letters", Rank = 3, Tier = 2 },
        ],
        Pace = new AgentPace { Contacts = 3, Within = Minutes(60) },
    };

    [Fact]
    public void An_agent_sees_their_room_their_queues_and_what_stands_between()
    {
        var floor = Floor(Queues, Mina, Agent("noor", "chat")).Available("mina").Started("chat", "ana", "bob")
            .Accepted(1).Started("chat", "cleo").Started("calls", "dora").Started("letters", "eve")
            .Given(new MakeIdle(Actor.Agent("mina"), "mina", "meeting", null, Channel: null, "calls"));

        var outlook = Of(floor, "mina");
        Assert.Equal(("mina", floor.Now), (outlook.Agent.Agent.Value, outlook.At));
        Assert.Empty(outlook.Obstacles);
        Assert.Equal((3, 2), (outlook.Pace!.Contacts, outlook.Paced));
        Assert.Equal(
            ["Voice 0/1 [Chat] False", "Chat 2/2 [Chat] False"],
            outlook.Rooms.Select(one =>
                $"{one.Channel} {one.Load}/{one.Capacity} [{string.Join(", ", one.TakenBy)}] {one.IsOpen}"));
        Assert.Equal(
            ["chat 1 1 1", "calls 2 1 1", "letters 3 2 1"],
            outlook.Queues.Select(one =>
                $"{one.Queue} {one.Membership.Rank} {one.Membership.Tier} {one.Waiting}{one.Ahead}"));
        Assert.Equal(["no-room Chat 2/2 [Chat]"], Explained.Lines(outlook.Queues[0].Obstacles));
        Assert.Equal(["paused meeting", "no-room Voice 0/1 [Chat]"], Explained.Lines(outlook.Queues[1].Obstacles));
        Assert.Equal(["no-room Email 0/0 []"], Explained.Lines(outlook.Queues[2].Obstacles));
        Assert.Equal(
            ["chat #3 1", "calls #4 1", "letters #5 1"],
            outlook.Contacts.Select(one => $"{one.Queue} #{one.Contact} {one.Place}"));
        Assert.Equal(
            ["paused meeting", "no-room Voice 0/1 [Chat]"], Explained.Lines(outlook.Contacts[1].Obstacles));
    }

    [Fact]
    public void What_keeps_an_agent_from_everything_is_told_once_more_for_all()
    {
        var floor = Floor(Queues, Mina).Available("mina").Started("chat", "ana").Accepted(1)
            .Started("chat", "bob").Accepted(2).Given(End(Actor.Agent("mina"), 1), WrapUp("mina", 1, "solved"))
            .Started("chat", "cleo").Accepted(3).Given(GoIdle("mina", "lunch"));

        Assert.Equal(["idle lunch", "pace +3600"], Explained.Lines(Of(floor, "mina").Obstacles));
        floor.Given(GoAvailable("mina"));
        Assert.Equal(["pace +3600"], Explained.Lines(Of(floor, "mina").Obstacles));
    }

    [Fact]
    public void Contacts_come_in_the_order_of_rank_and_age_and_each_says_what_keeps_it_from_the_agent()
    {
        var floor = Floor(Queues, Mina, Agent("noor", "chat"))
            .Started("calls", "ana").Advance(Seconds(1))
            .Given(Start("bob", "chat") with { Wishes = new ContactWishes { Excluded = ["mina"] } })
            .Started("chat", "cleo")
            .Given(Start("dora", "chat") with { Wishes = new ContactWishes { Priority = 5 } });

        var outlook = Of(floor, "mina");
        Assert.Equal(
            ["#4 1", "#2 2", "#3 3", "#1 1"], outlook.Contacts.Select(one => $"#{one.Contact} {one.Place}"));
        Assert.Equal(["signed-out", "excluded"], outlook.Contacts[1].Obstacles.Select(one => one.Code));
        floor.Available("mina");
        Assert.Equal([4L, 3L], floor.State.Offers.Values.Select(offer => offer.Chat));
        Assert.Equal(["excluded", "no-room"], Of(floor, "mina").Contacts[0].Obstacles.Select(one => one.Code));
    }

    [Fact]
    public void Of_a_long_line_the_first_are_told_of_and_however_far_behind_the_one_they_could_take()
    {
        var floor = Floor(Configuration([Queue("chat"), Queue("other")], Agent("mina", "chat"), Agent("noor")))
            .Given([.. Enumerable.Range(1, 30).Select(number => Start($"c-{number}", "chat") with
            {
                Wishes = new ContactWishes { Excluded = number == 25 ? [] : ["mina"] },
            })]);

        var outlook = Of(floor, "mina");
        Assert.Equal([.. Enumerable.Range(1, 10).Select(place => (long)place), 25L],
            outlook.Contacts.Select(one => one.Contact));
        Assert.Equal(25, outlook.Contacts[^1].Place);
        Assert.Equal(30, Assert.Single(outlook.Queues).Waiting);
        Assert.Equal(["signed-out"], outlook.Contacts[^1].Obstacles.Select(one => one.Code));
    }

    [Fact]
    public void Of_many_queues_a_hundred_are_told_of_and_of_their_contacts_as_many()
    {
        var names = Enumerable.Range(100, 120).Select(number => $"q{number}").ToArray();
        var floor = Floor([.. names.Select(name => Queue(name))], Agent("mina", "q100"), Agent("noor"));
        floor.Given([.. names.Take(20).SelectMany(name => Enumerable.Range(1, 12).Select(
            number => Start($"c-{name}-{number}", name)))]);

        var outlook = Of(floor, "noor");
        Assert.Equal((100, 100), (outlook.Queues.Length, outlook.Contacts.Length));
        Assert.Equal("q100", outlook.Queues[0].Queue.Value);
    }

    [Fact]
    public void Who_is_free_sees_how_many_come_before_them()
    {
        var floor = Floor(Agent("mina"), Agent("noor"), Agent("omar")).Available("noor").Advance(Seconds(1))
            .Available("mina").Advance(Seconds(1)).Available("omar");

        Assert.Equal((0, 1, 2), (Ahead(floor, "noor"), Ahead(floor, "mina"), Ahead(floor, "omar")));
        Assert.Null(Ahead(floor.Given(GoIdle("mina")), "mina"));
        Assert.Empty(Of(floor, "omar").Queues[0].Obstacles);
        Assert.Null(Ahead(
            Floor([Queue("chat") with { Strategy = RoutingStrategies.Random }], Agent("mina")).Available("mina"),
            "mina"));
    }

    [Fact]
    public void An_offer_that_may_go_to_one_more_comes_behind_those_who_are_offered_to_nobody()
    {
        var queue = Queue("chat") with { ParallelOffers = new ParallelOffers { Min = 2, Max = 2 } };
        var floor = Floor([queue], Agent("mina"), Agent("noor")).Available("mina").Started("chat", "ana", "bob");

        Assert.Equal(
            ["#2 1", "#1 0"], Of(floor, "noor").Contacts.Select(one => $"#{one.Contact} {one.Place}"));
        Assert.Equal(["has-its-offer +30"], Explained.Lines(Of(floor, "mina").Contacts[1].Obstacles));
    }

    private static AgentOutlook Of(Specification floor, AgentId agent) =>
        floor.State.Explain(floor.State.Agents[agent], floor.Now);

    private static int? Ahead(Specification floor, AgentId agent) => Of(floor, agent).Queues[0].Ahead;
}

using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Tests.Runtime;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>What contacts ask of whoever takes them, on a running floor.</summary>
public sealed class WishTests
{
    [Fact, PeerScenario("AZ-13", "AZ-15")]
    public async Task Only_who_meets_every_requirement_is_offered_the_contact()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("mina", "noor", "omar");
        var chat = await StartedAsync(floor, "ana", new RoutingWishes
        {
            Requirements = [new("french >= 3"), new("dept = billing")],
        });

        Assert.Equal(["omar"], await OfferedToAsync(floor, chat));
        var why = (await floor.Host.Queues.ExplainAsync(chat, Actor.Host)).ValueOrThrow();
        Assert.Equal("requirement", why.Candidates.Single(one => one.Agent == "mina").RuledOutBy);
    }

    [Fact, PeerScenario("SF-03")]
    public async Task What_is_wished_for_a_while_is_let_go_of_and_what_must_be_never()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("mina", "noor");
        var chat = await StartedAsync(floor, "ana", new RoutingWishes
        {
            Requirements = [new("french"), new("french >= 5") { For = Seconds(20) }],
        });

        await floor.AdvanceAsync(Seconds(19));
        Assert.Empty(await OfferedToAsync(floor, chat));
        await floor.AdvanceAsync(Seconds(1));
        Assert.Equal(["noor"], await OfferedToAsync(floor, chat));
    }

    [Fact, PeerScenario("CW-15")]
    public async Task A_contact_of_a_department_goes_to_its_people_and_to_nobody_else()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("mina", "noor");
        var chat = await StartedAsync(floor, "ana", new RoutingWishes { Requirements = [new("dept = billing")] });

        await floor.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Empty(await OfferedToAsync(floor, chat));
        await floor.AvailableAsync("omar");
        Assert.Equal(["omar"], await OfferedToAsync(floor, chat));
    }

    [Fact]
    public async Task An_agent_with_a_delay_comes_into_question_only_after_it()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("late");
        var chat = await StartedAsync(floor, "ana", null);

        await floor.AdvanceAsync(Seconds(29));
        Assert.Empty(await OfferedToAsync(floor, chat));
        Assert.Equal("delay", (await floor.Host.Queues.ExplainAsync(chat, Actor.Host)).ValueOrThrow()
            .Candidates.Single(one => one.Agent == "late").RuledOutBy);
        await floor.AdvanceAsync(Seconds(1));
        Assert.Equal(["late"], await OfferedToAsync(floor, chat));
    }

    [Fact]
    public async Task A_delay_goes_on_counting_while_the_floor_is_down()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("late");
        var chat = await StartedAsync(floor, "ana", null);
        await floor.Host.StopAsync();
        floor.Time.Advance(Seconds(40));
        await floor.Host.StartAsync();
        await floor.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal(["late"], await OfferedToAsync(floor, chat));
    }

    [Fact, PeerScenario("RC-09", "RC-10")]
    public async Task Who_is_preferred_is_asked_first_and_another_where_they_are_away()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("mina", "noor");
        var wishes = new RoutingWishes { Preferred = ["omar", "noor"] };

        Assert.Equal(["noor"], await OfferedToAsync(floor, await StartedAsync(floor, "ana", wishes)));
        Assert.Equal(["mina"], await OfferedToAsync(floor, await StartedAsync(floor, "ben", wishes)));
    }

    [Fact]
    public async Task A_reservation_holds_for_its_time_and_then_anybody_is_asked()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await StartedAsync(
            floor, "ana", new RoutingWishes { Reserved = "noor", ReservedFor = Seconds(15) });

        await floor.AdvanceAsync(Seconds(14));
        Assert.Empty(await OfferedToAsync(floor, chat));
        await floor.AdvanceAsync(Seconds(1));
        Assert.Equal(["mina"], await OfferedToAsync(floor, chat));
    }

    [Fact]
    public async Task Who_is_excluded_is_never_offered_it()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await StartedAsync(floor, "ana", new RoutingWishes { Excluded = ["mina"] });

        Assert.Empty(await OfferedToAsync(floor, chat));
        await floor.AvailableAsync("noor");
        Assert.Equal(["noor"], await OfferedToAsync(floor, chat));
    }

    [Fact, PeerScenario("AQ-01", "AZ-25"), Pain(34)]
    public async Task A_higher_priority_goes_ahead_and_can_be_given_later_without_leaving_the_queue()
    {
        await using var floor = await StartAsync();
        var first = await StartedAsync(floor, "ana", null);
        var second = await StartedAsync(floor, "ben", null);
        var urgent = await StartedAsync(floor, "eve", new RoutingWishes { Priority = 2 });
        Assert.Equal([urgent, first, second], await WaitingAsync(floor));

        (await floor.Host.Chats.ReclassifyAsync(second, new RoutingWishes { Priority = 3 }, Actor.Host))
            .ValueOrThrow();
        Assert.Equal([second, urgent, first], await WaitingAsync(floor));
        Assert.Equal("chat", (await floor.Host.Chats.StateAsync(second, Actor.Host)).ValueOrThrow().Queue.Value);
    }

    [Fact]
    public async Task An_agent_takes_what_is_of_a_lower_rank_only_while_nothing_else_waits_however_old()
    {
        await using var floor = await StartAsync();
        var old = await floor.StartedAsync("ana", "other");
        await floor.AdvanceAsync(TimeSpan.FromMinutes(10));
        var young = await StartedAsync(floor, "ben", null);

        await floor.AvailableAsync("ranked");
        Assert.Equal(["ranked"], await OfferedToAsync(floor, young));
        Assert.Empty(await OfferedToAsync(floor, old));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_names_the_place()
    {
        await using var floor = await StartAsync();
        var refused = await floor.Host.Chats.StartAsync(new StartChat
        {
            Queue = "chat",
            Customer = "ana",
            Wishes = new RoutingWishes { Requirements = [new("french >= ")] },
        });

        Assert.Equal("wishes-invalid", refused.Rejection?.Code);
        Assert.Empty(await WaitingAsync(floor));
    }

    public static TheoryData<RoutingWishes> CardLike => new()
    {
        new RoutingWishes { Requirements = [new("account = '4111 1111 1111 1111'")] },
        new RoutingWishes { Requirements = [new("vip 4111111111111111")] },
        new RoutingWishes { Preferred = ["4111111111111111"] },
        new RoutingWishes { Excluded = ["agent-4111-1111-1111-1111"] },
        new RoutingWishes { Reserved = "4111111111111111", ReservedFor = Seconds(10) },
    };

    [Theory, MemberData(nameof(CardLike), DisableDiscoveryEnumeration = true)]
    public async Task What_reads_as_a_card_number_is_refused_and_not_repeated(RoutingWishes wishes)
    {
        await using var floor = await StartAsync();
        var chat = await StartedAsync(floor, "ana", null);

        var started = await floor.Host.Chats.StartAsync(
            new StartChat { Queue = "chat", Customer = "bob", Wishes = wishes });
        var reclassified = await floor.Host.Chats.ReclassifyAsync(chat, wishes, Actor.Host);

        Assert.Equal(Rejections.IdHoldsCardData.About("wishes"), started.Rejection);
        Assert.Equal(Rejections.IdHoldsCardData.About("wishes"), reclassified.Rejection);
    }

    private static Task<RunningFloor> StartAsync() => RunningFloor.StartAsync(FloorBlueprint.Of(new FloorOptions()
        .AddQueue("chat")
        .AddQueue("other")
        .AddAgent("mina", agent => agent.Serves("chat"))
        .AddAgent("noor", agent => agent.Serves("chat").Has("french", 3))
        .AddAgent("omar", agent => agent.Serves("chat").Has("french", 7).Has("dept", "billing"))
        .AddAgent("late", agent => agent.Serves("chat", one => one.Delay = Seconds(30)))
        .AddAgent("ranked", agent => agent.Serves("chat").Serves("other", one => one.Rank = 2))));

    private static async Task<ChatId> StartedAsync(RunningFloor floor, string customer, RoutingWishes? wishes) =>
        (await floor.Host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = customer, Wishes = wishes }))
            .ValueOrThrow().Id;

    private static async Task<IEnumerable<string>> OfferedToAsync(RunningFloor floor, ChatId chat) =>
        (await floor.Host.Queues.ExplainAsync(chat, Actor.Host)).ValueOrThrow().OfferedTo.Select(agent => agent.Value);

    private static async Task<IEnumerable<ChatId>> WaitingAsync(RunningFloor floor) =>
        (await floor.Host.Queues.WaitingAsync("chat")).ValueOrThrow().Select(shown => shown.Chat);
}

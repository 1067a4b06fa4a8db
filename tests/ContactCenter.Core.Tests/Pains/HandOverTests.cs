using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Tests.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Pains;

/// <summary>What is lost elsewhere between one agent and the next, and after the end.</summary>
public sealed class HandOverTests
{
    [Fact, Pain(55)]
    public async Task An_agent_who_misses_a_chat_is_shown_the_miss_and_what_it_has_made_of_them()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await using var mina = await FeedReader.BeginAsync(floor.Host, Mina);
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);

        await floor.AdvanceAsync(Seconds(30));
        foreach (var reader in new[] { mina, boss })
        {
            var shown = await reader.DeltasAsync();
            Assert.Equal(OfferState.Missed, Assert.Single(shown.OfType<OfferShown>()).State);
            Assert.Equal(Availability.Rona, shown.OfType<AgentShown>().Last().Availability);
        }
    }

    [Fact, Pain(64)]
    public void A_ring_decides_who_comes_into_question_and_only_then_the_strategy_who_is_asked()
    {
        var queue = Queue("chat") with
        {
            Strategy = RoutingStrategies.BestSkilled,
            Rings = [new RoutingRing { For = Seconds(10), Drops = ["gold"] }],
        };
        var floor = Floor([queue], Knowing("mina", ("gold", 1), ("french", 1)), Knowing("noor", ("french", 9)))
            .Available("mina", "noor").Given(GoIdle("mina"), Start("ana", "chat") with
            {
                Wishes = new ContactWishes { Requirements = [(Requirement.Parse("french >= 1 and gold >= 1"), null)] },
            });

        Assert.Equal("requirement", WhyNot("noor"));
        floor.Given(GoAvailable("mina"));
        Assert.Equal(["mina"], floor.OfferedTo(1));
        floor.Given(GoIdle("mina")).Advance(Seconds(10));
        Assert.Equal(["noor"], floor.OfferedTo(1));
        Assert.Equal(RoutingStrategies.BestSkilled, floor.State.Offers.Values.Single().Why);

        string? WhyNot(string agent) => floor.State.Explain(1, floor.Now)!.Candidates
            .Single(one => one.Agent == agent).RuledOutBy;
    }

    [Fact, Pain(66)]
    public void Whoever_gives_a_chat_back_to_its_queue_is_picked_for_it_again()
    {
        var floor = MinaHas().Given(ToQueue(Mina, "chat"));
        Assert.Equal(ChatState.Queued, floor.Chat().State);

        floor.When(WrapUp("mina", 1, "unsolved")).ThenAccepted();
        Assert.Equal([("mina", OfferKind.Routed)], floor.Offered());
        floor.Accepted(1).When(Say(Mina, 1, "me again")).ThenAccepted();
    }

    [Fact, Pain(92)]
    public async Task Signals_that_come_after_the_end_are_taken_or_refused_by_name_and_bring_nothing_back()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        var accepted = await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Mina, "goodbye");
        await floor.Host.Chats.EndAsync(chat, Ana);

        // That the customer has read the goodbye is worth knowing until the contact is closed.
        Assert.True((await floor.Host.Chats.MarkAsync(chat, Ana, 3, 3)).IsAccepted);
        Assert.Equal(ChatState.Ended, await floor.StateAsync(chat));
        var before = floor.Snapshot();
        Assert.Equal("chat-ended", (await floor.Host.Chats.TypingAsync(chat, Ana)).Rejection?.Code);
        Assert.Equal("chat-ended", (await floor.Host.Chats.SayAsync(chat, Ana, "one more thing")).Rejection?.Code);
        Assert.Equal(before, floor.Snapshot());

        (await floor.Host.Chats.WrapUpAsync(accepted, "mina", ["solved"])).ValueOrThrow();
        before = floor.Snapshot();
        Assert.Equal("chat-unknown", (await floor.Host.Chats.MarkAsync(chat, Ana, 3, 3)).Rejection?.Code);
        Assert.Equal("chat-unknown", (await floor.Host.Chats.TypingAsync(chat, Ana)).Rejection?.Code);
        Assert.Equal("chat-unknown", (await floor.Host.Chats.SayAsync(chat, Ana, "hello?")).Rejection?.Code);
        Assert.Equal(before, floor.Snapshot());
    }

    [Fact, Pain(93)]
    public async Task What_is_said_while_nobody_is_there_is_kept_and_read_by_whoever_comes()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "is anybody there?");
        await floor.RestartAsync();
        await floor.SaidAsync(chat, Ana, "I will wait");

        await floor.AvailableAsync("mina");
        await floor.AcceptedAsync("mina");
        var read = (await floor.Host.Chats.TranscriptAsync(chat, Mina)).ValueOrThrow();
        Assert.Equal(
            ["is anybody there?", "I will wait"],
            read.Where(line => line.Kind == LineKind.Message).Select(line => line.Text));
    }

    private static AgentProfile Knowing(string id, params (string Skill, int Level)[] skills) =>
        Agent(id) with
        {
            Attributes = [.. skills.Select(one => new AttributeText(one.Skill, $"{one.Level}"))],
        };
}

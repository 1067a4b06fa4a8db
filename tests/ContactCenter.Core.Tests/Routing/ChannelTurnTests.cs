using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Routing;

/// <summary>Channels that take turns: a backlog of one never keeps another waiting for ever.</summary>
public sealed class ChannelTurnTests
{
    private static readonly QueueProfile[] Queues =
    [
        Queue("chat"), Queue("calls", Channel.Voice), Queue("letters", Channel.Email),
    ];

    private static MediaProfile OneAtATime(ChannelTurns? turns = null) => new()
    {
        Mode = MediaMode.Exclusive,
        Voice = 1,
        Chat = 5,
        Email = 5,
        Turns = turns,
    };

    private static MediaProfile RealTime(int chats = 2) => new()
    {
        Mode = MediaMode.BlendedRealTime,
        Voice = 1,
        Chat = chats,
        Turns = new(),
    };

    [Fact]
    public void Without_turns_the_first_by_age_is_next_whatever_its_channel() =>
        Assert.Equal("CCCCCCVVV", Served(Backlog(OneAtATime()), 9));

    [Fact]
    public void Channels_that_take_turns_alternate_while_both_have_somebody_waiting() =>
        Assert.Equal("CVCVCVCCC", Served(Backlog(OneAtATime(new())), 9));

    [Fact]
    public void A_channel_has_as_many_turns_as_it_is_given()
    {
        Assert.Equal("CVCCVCCVC", Served(Backlog(OneAtATime(new() { Chat = 2 })), 9));
        Assert.Equal("CVVCVCCCC", Served(Backlog(OneAtATime(new() { Voice = 2 })), 9));
    }

    [Fact]
    public void A_channel_that_had_nothing_to_offer_does_not_make_up_for_it()
    {
        var floor = Floor(Queues, Agent("mina", OneAtATime(new())))
            .Started("chat", "a", "b", "c", "d", "e", "f").Available("mina");

        Assert.Equal("CCC", Served(floor, 3));
        floor.Started("calls", "g", "h", "i");
        Assert.Equal("CVCVCV", Served(floor, 6));
    }

    [Fact]
    public void Turns_outlast_a_restart_and_the_rank_of_a_queue_comes_before_them()
    {
        var floor = Backlog(OneAtATime(new()));
        Assert.Equal("C", Served(floor, 1));
        Assert.Equal("VCVC", Served(floor.Restarted(), 4));

        var ranked = Agent("mina", OneAtATime(new())) with
        {
            Memberships = [new MembershipProfile { Queue = "calls", Rank = 2 }],
        };
        Assert.Equal("CCCCCCVVV", Served(Backlog(ranked), 9));
    }

    [Fact]
    public void An_agent_whose_chats_leave_no_room_for_a_call_is_held_until_it_can_come()
    {
        var floor = Floor(Queues[..2], Agent("mina", RealTime())).Available("mina")
            .Started("chat", "a", "b", "c").Accepted(1).Accepted(2)
            .Started("calls", "caller").Started("chat", [.. Enumerable.Range(1, 100).Select(number => $"c-{number}")]);

        floor.Given(End(Mina, 1)).When(WrapUp("mina", 1, "solved")).Then(
            new WrapUpCompleted(1, 1, "mina", ["solved"], Mina), new ChatClosed(1), new AgentHeld("mina", "calls"));
        Assert.Equal("calls", floor.State.Agents["mina"].HeldFor?.Value);
        Assert.Equal("held", Assert.Single(floor.State.Explain(3, floor.Now)!.Candidates).RuledOutBy);

        floor.Restarted().Given(End(Mina, 2)).When(WrapUp("mina", 2, "solved")).Then(
            "wrap-up-completed", "chat-closed", "agent-let-go", "offer-made");
        Assert.Equal(Channel.Voice, floor.State.Chats[Assert.Single(floor.State.Offers.Values).Chat].Channel);
        Assert.Null(floor.State.Agents["mina"].HeldFor);
    }

    [Fact, Pain(49)]
    public void A_backlog_of_ten_thousand_chats_keeps_no_call_waiting_for_long()
    {
        var floor = Floor(Configuration(Queues[..2], Agent("mina", RealTime(5))) with
        {
            Ceilings = [10_000, 20_000, 0, 0],
        })
            .Given([.. Enumerable.Range(1, 10_000).Select(number => Start($"c-{number}", "chat"))]).Available("mina");
        foreach (var offer in floor.State.Offers.Keys.Order().ToArray())
        {
            floor.Given(Accept("mina", offer));
        }

        floor.Started("calls", "caller");
        for (var chat = 1; chat <= 5; chat++)
        {
            Assert.DoesNotContain(floor.State.Offers.Values, offer => offer.Chat == 10_001);
            floor.Given(End(Mina, chat), WrapUp("mina", chat, "solved"));
        }

        Assert.Equal(10_001, Assert.Single(floor.State.Offers.Values).Chat);
    }

    [Fact]
    public void No_more_agents_are_held_than_contacts_wait()
    {
        var floor = Floor(Queues[..2], Agent("mina", RealTime(1)), Agent("noor", RealTime(2)), Agent("sue", RealTime()))
            .Available("mina", "noor", "sue").Started("chat", "a", "b", "c", "d", "e").Accepted(1);
        foreach (var offer in floor.State.Offers.Values.OrderBy(offer => offer.Number).ToArray())
        {
            floor.Given(Accept(offer.Agent.Value, offer.Number));
        }

        floor.Started("calls", "caller").Started("chat", "f", "g", "h");
        var busy = floor.State.Agents.Values.Where(agent => agent.Contacts.Count == 2).ToArray();
        foreach (var agent in busy)
        {
            var chat = agent.Contacts[0];
            floor.Given(End(Actor.Agent(agent.Id), chat), WrapUp(agent.Id.Value, chat, "solved"));
        }

        Assert.Equal(2, busy.Length);
        Assert.Single(floor.State.Agents.Values, agent => agent.HeldFor is not null);
        Assert.Single(floor.State.Offers);
    }

    [Fact]
    public void Whoever_goes_on_a_break_is_held_no_more()
    {
        var floor = Floor(Queues[..2], Agent("mina", RealTime(2))).Available("mina")
            .Started("chat", "a", "b", "c").Accepted(1).Accepted(2).Started("calls", "caller")
            .Given(End(Mina, 1), WrapUp("mina", 1, "solved"));

        floor.When(GoIdle("mina", "lunch")).Then("availability-changed", "agent-let-go");
    }

    [Fact]
    public void Turns_are_1_to_10()
    {
        var floor = Floor(Agent("mina"));

        floor.When(new Tests.Floors.Revision(floor).With(Agent("mina", OneAtATime(new() { Voice = 0, Email = 11 }))))
            .Refused(Rejections.ConfigurationInvalid with
            {
                Subject = "agent mina: Voice has 0 turns, which is not 1 to 10; "
                    + "agent mina: Email has 11 turns, which is not 1 to 10",
            });
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 1, 1)]
    [InlineData(10, 1, 7)]
    public void Between_two_turns_of_a_channel_another_has_its_share_and_one_at_most(int chats, int calls, int letters)
    {
        (Channel Channel, int Weight)[] waiting =
        [
            (Channel.Chat, chats), (Channel.Voice, calls), (Channel.Email, letters),
        ];
        var lead = default(TurnLead);
        var turns = new List<Channel>();
        for (var turn = 0; turn < 1_000; turn++)
        {
            var (channel, weight) = waiting.MinBy(one => lead.Of(one.Channel));
            lead = lead.After(channel, weight);
            turns.Add(channel);
        }

        foreach (var (channel, weight) in waiting)
        {
            var places = turns.Select((one, place) => (one, place)).Where(one => one.one == channel)
                .Select(one => one.place).ToArray();
            foreach (var (from, to) in places.Zip(places.Skip(1)))
            {
                Assert.All(waiting, other => Assert.True(other.Channel == channel
                    || turns[from..to].Count(one => one == other.Channel)
                        <= ((other.Weight + weight - 1) / weight) + 1));
            }
        }
    }

    private static Specification Backlog(MediaProfile media) => Backlog(Agent("mina", media));

    private static Specification Backlog(AgentProfile mina) => Floor(Queues, mina)
        .Started("chat", "a", "b", "c", "d", "e", "f").Started("calls", "g", "h", "i").Available("mina");

    /// <summary>The channels of what the agent is given, one after the other, as their first letters.</summary>
    private static string Served(Specification floor, int turns)
    {
        var served = string.Empty;
        for (var turn = 0; turn < turns; turn++)
        {
            var offer = Assert.Single(floor.State.Offers.Values);
            served += floor.State.Chats[offer.Chat].Channel.ToString()[0];
            floor.Given(Accept("mina", offer.Number), End(Mina, offer.Chat), WrapUp("mina", offer.Chat, "solved"));
        }

        return served;
    }
}

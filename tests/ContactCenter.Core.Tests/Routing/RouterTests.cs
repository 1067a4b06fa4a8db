using ContactCenter.Routing;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>The router used alone, without a floor.</summary>
public sealed class RouterTests
{
    private readonly Router _router = new();

    public RouterTests()
    {
        _router.AddQueue("chat");
        _router.AddQueue("other");
        _router.AddQueue("letters", Channel.Email);
    }

    [Fact]
    public void An_empty_router_has_nothing_to_offer()
    {
        Assert.True(_router.IsQuiescent);
        Assert.Null(_router.Next());
    }

    [Fact]
    public void The_oldest_contact_goes_to_the_longest_available_agent()
    {
        Free("mina", Noon + Seconds(1), "chat");
        Free("noor", Noon, "chat");
        _router.Wait(1, "chat", Noon + Seconds(1));
        _router.Wait(2, "chat", Noon);

        Assert.Equal(new Match(2, "chat", "noor", RoutingStrategies.LongestAvailable), _router.Next());
        Assert.False(_router.IsQuiescent);
    }

    [Fact]
    public void Asking_changes_nothing()
    {
        Free("mina", Noon, "chat");
        _router.Wait(1, "chat", Noon);

        Assert.Equal(_router.Next(), _router.Next());
    }

    [Fact, Pain(21)]
    public void Contacts_of_one_instant_go_by_their_numbers_and_agents_by_their_ids()
    {
        Free("noor", Noon, "chat");
        Free("mina", Noon, "chat");
        Free("Zoe", Noon, "chat");
        _router.Wait(2, "chat", Noon);
        _router.Wait(1, "chat", Noon);

        // Ids compare ordinally: upper case comes first.
        Assert.Equal((1L, (AgentId)"Zoe"), Take());
        Assert.Equal((2L, (AgentId)"mina"), Take());
        Assert.True(_router.IsQuiescent);
    }

    [Fact, Pain(30)]
    public void An_agent_of_several_queues_takes_the_oldest_contact_over_all()
    {
        Free("mina", Noon, "chat", "other");
        _router.Wait(1, "chat", Noon + Seconds(2));
        _router.Wait(2, "other", Noon + Seconds(1));

        Assert.Equal(2, _router.Next()!.Value.Contact);
    }

    [Fact, Pain(22)]
    public void The_oldest_contact_that_anyone_can_take_goes_first()
    {
        Free("mina", Noon, "other");
        _router.Wait(1, "chat", Noon);
        _router.Wait(2, "other", Noon + Seconds(9));

        Assert.Equal(2, _router.Next()!.Value.Contact);
    }

    [Fact]
    public void A_returned_contact_has_the_place_it_had()
    {
        _router.Wait(1, "chat", Noon);
        _router.Wait(2, "chat", Noon + Seconds(1));
        _router.Offer(1);
        _router.Return(1);
        Free("mina", Noon, "chat");

        Assert.Equal(1, _router.Next()!.Value.Contact);
    }

    [Fact]
    public void A_contact_that_is_being_offered_is_offered_to_nobody_else()
    {
        Free("mina", Noon, "chat");
        _router.Wait(1, "chat", Noon);
        _router.Offer(1);
        Assert.Null(_router.Next());

        _router.Offer(1);
        _router.Return(1);
        _router.Return(1);
        Assert.Equal(1, _router.Next()!.Value.Contact);
    }

    [Fact]
    public void An_agent_who_passed_a_contact_comes_after_all_who_did_not()
    {
        Free("mina", Noon, "chat");
        Free("noor", Noon + Seconds(1), "chat");
        Free("omar", Noon + Seconds(2), "chat");
        _router.Wait(1, "chat", Noon);
        Pass(1, "mina");
        Assert.Equal("noor", _router.Next()!.Value.Agent);

        Pass(1, "noor");
        Assert.Equal("omar", _router.Next()!.Value.Agent);

        Pass(1, "omar");
        Assert.Equal("mina", _router.Next()!.Value.Agent);
    }

    [Fact]
    public void Passing_one_contact_is_not_passing_another()
    {
        Free("mina", Noon, "chat");
        Free("noor", Noon + Seconds(1), "chat");
        _router.Wait(1, "chat", Noon);
        _router.Wait(2, "chat", Noon + Seconds(1));
        Pass(1, "mina");

        Assert.Equal((1L, (AgentId)"noor"), Take());
        Assert.Equal((2L, (AgentId)"mina"), Take());
    }

    [Fact]
    public void An_agent_gets_only_what_there_is_room_for()
    {
        _router.Serve("mina", "chat", "letters");
        _router.SetFree("mina", Noon, Channel.Email);
        _router.Wait(1, "chat", Noon);
        Assert.True(_router.IsQuiescent);

        _router.Wait(2, "letters", Noon + Seconds(1));
        Assert.Equal(2, _router.Next()!.Value.Contact);
        _router.SetFree("mina", Noon, Channel.Chat, Channel.Email);
        Assert.Equal(1, _router.Next()!.Value.Contact);
        _router.SetFree("mina", Noon);
        Assert.True(_router.IsQuiescent);
    }

    [Fact]
    public void An_agent_who_serves_other_queues_gets_their_contacts_from_then_on()
    {
        Free("mina", Noon, "chat");
        _router.Wait(1, "chat", Noon);
        _router.Wait(2, "other", Noon);

        _router.Serve("mina", "other");
        Assert.Equal(2, _router.Next()!.Value.Contact);
        _router.Serve("mina", "chat", "other");
        Assert.Equal(1, _router.Next()!.Value.Contact);
        _router.Serve("mina");
        Assert.True(_router.IsQuiescent);
        _router.Serve("mina", "chat");
        Assert.Equal(1, _router.Next()!.Value.Contact);
    }

    [Fact]
    public void An_empty_queue_may_change_its_channel_and_one_in_which_somebody_waits_may_not()
    {
        _router.Serve("mina", "chat");
        _router.SetFree("mina", Noon, Channel.Email);
        _router.AddQueue("chat", Channel.Email);
        _router.Wait(1, "chat", Noon);
        Assert.Equal(1, _router.Next()!.Value.Contact);

        _router.AddQueue("chat", Channel.Chat);
        Assert.Equal(1, _router.Next()!.Value.Contact);
    }

    [Fact]
    public void A_forgotten_contact_is_offered_to_nobody_and_unknown_ones_are_nothing_to_forget()
    {
        Free("mina", Noon, "chat");
        _router.Wait(1, "chat", Noon);
        _router.Forget(1);
        _router.Forget(1);
        _router.Forget(99);

        Assert.Null(_router.Next());
        Assert.Throws<KeyNotFoundException>(() => _router.Return(1));
        Assert.Throws<KeyNotFoundException>(() => _router.Offer(1));
    }

    [Fact]
    public void What_the_router_was_not_told_of_it_does_not_know()
    {
        Assert.Throws<KeyNotFoundException>(() => _router.Wait(1, "nowhere", Noon));
        Assert.Throws<KeyNotFoundException>(() => _router.Serve("mina", "nowhere"));
        Assert.Throws<KeyNotFoundException>(() => _router.SetFree("nobody", Noon, Channel.Chat));
        _router.Wait(1, "chat", Noon);
        Assert.Throws<ArgumentException>(() => _router.Wait(1, "chat", Noon));
    }

    [Fact]
    public void An_empty_queue_is_removed_while_others_have_something_to_offer()
    {
        Free("mina", Noon, "chat");
        _router.Wait(1, "chat", Noon);
        _router.Remove((QueueName)"other");

        Assert.Equal(1, _router.Next()!.Value.Contact);
        Assert.Throws<KeyNotFoundException>(() => _router.Wait(2, "other", Noon));
    }

    private void Free(AgentId agent, DateTimeOffset since, params ReadOnlySpan<QueueName> queues)
    {
        _router.Serve(agent, queues);
        _router.SetFree(agent, since, Channel.Chat);
    }

    private void Pass(long contact, AgentId agent)
    {
        _router.Offer(contact);
        _router.Return(contact, agent);
    }

    /// <summary>Makes the next offer; its agent has no room for another.</summary>
    private (long Contact, AgentId Agent) Take()
    {
        var match = _router.Next()!.Value;
        _router.Offer(match.Contact);
        _router.SetFree(match.Agent, Noon);
        return (match.Contact, match.Agent);
    }
}

using ContactCenter.Routing;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>The router used alone, where several agents are asked for one contact, or nobody is.</summary>
public sealed class RouterAskingTests
{
    private readonly Router _router = new();

    public RouterAskingTests() => _router.AddQueue("chat");

    [Fact]
    public void As_many_are_asked_as_are_wanted_and_each_once()
    {
        Free("mina", "noor", "omar");
        _router.Wait(1, "chat", Noon);

        Assert.Equal(["mina", "noor"], Ask(1, wanted: 2));
        _router.Want(1, 5);
        Assert.Equal(["omar"], Ask(1, wanted: 5));
        Assert.True(_router.IsQuiescent);
    }

    [Fact]
    public void Whoever_is_asked_by_nobody_comes_before_whoever_wants_more()
    {
        Free("mina");
        _router.Wait(1, "chat", Noon);
        _router.Offer(1, "noor", wanted: 3);
        _router.Wait(2, "chat", Noon + Seconds(5));

        Assert.Equal(2, _router.Next()!.Value.Contact);
        _router.Forget(2);
        Assert.Equal((1, "mina"), (_router.Next()!.Value.Contact, _router.Next()!.Value.Agent.Value));
    }

    [Fact]
    public void A_contact_that_only_those_could_take_who_have_it_keeps_nobody_from_the_next()
    {
        Free("mina");
        _router.Wait(1, "chat", Noon);
        _router.Wait(2, "chat", Noon + Seconds(1));
        _router.Wait(3, "chat", Noon + Seconds(2));
        _router.Offer(1, "mina", wanted: 2);
        _router.Offer(2, "noor", wanted: 2);
        _router.Offer(3, "omar", wanted: 1);

        Assert.Equal(2, _router.Next()!.Value.Contact);
        _router.Offer(2, "mina", wanted: 2);
        Assert.Null(_router.Next());
    }

    [Fact]
    public void It_is_back_in_line_once_it_is_back_from_the_last_who_was_asked()
    {
        Free("mina", "noor");
        _router.Wait(1, "chat", Noon);
        Ask(1, wanted: 2);

        _router.Return(1, "mina", hasPassed: true);
        Assert.Equal("mina", _router.Next()!.Value.Agent);
        _router.Return(1, "noor", hasPassed: false);
        Assert.Equal("noor", _router.Next()!.Value.Agent);
    }

    [Fact]
    public void In_a_manual_queue_nothing_is_to_be_offered_until_it_is_manual_no_more()
    {
        _router.AddQueue("chat", isManual: true);
        Free("mina");
        _router.Wait(1, "chat", Noon);
        Assert.True(_router.IsQuiescent);

        _router.AddQueue("chat");
        Assert.Equal(1, _router.Next()!.Value.Contact);
    }

    private List<string> Ask(long contact, int wanted)
    {
        var asked = new List<string>();
        while (_router.Next() is { } match && match.Contact == contact)
        {
            asked.Add(match.Agent.Value);
            _router.Offer(contact, match.Agent, wanted);
        }

        return asked;
    }

    private void Free(params string[] agents)
    {
        foreach (var agent in agents)
        {
            _router.Serve(agent, "chat");
            _router.SetFree(agent, Noon, Channel.Chat);
        }
    }
}

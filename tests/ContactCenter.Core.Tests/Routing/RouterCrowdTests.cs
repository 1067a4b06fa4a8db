using ContactCenter.Routing;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>The router where a great many different things are asked for.</summary>
public sealed class RouterCrowdTests
{
    private readonly Router _router = new();

    public RouterCrowdTests() => _router.AddQueue("chat");

    [Fact]
    public void With_more_skills_asked_for_than_have_numbers_everybody_gets_the_agent_who_has_theirs()
    {
        const int Skills = 1_200;
        for (var skill = 0; skill < Skills; skill++)
        {
            Serve(skill, $"s{skill}");
            Wait(skill, $"s{skill}");
        }

        for (var skill = Skills - 1; skill >= 0; skill--)
        {
            Assert.Equal(skill, TakenBy(skill));
        }
    }

    [Fact]
    public void With_many_skills_an_agent_gets_the_oldest_of_those_they_have_all_skills_for()
    {
        const int Skills = 300;
        Serve(0, [.. Enumerable.Range(0, Skills).Where(skill => skill % 3 == 0).Select(skill => $"s{skill}")]);
        for (var skill = 0; skill < Skills - 3; skill++)
        {
            Wait(skill, $"s{skill} and s{skill + 3} and s{(skill + 6) % Skills}");
        }

        for (var skill = 0; skill < Skills - 3; skill += 3)
        {
            Assert.Equal(skill, TakenBy(0));
        }

        Assert.Null(TakenBy(0));
    }

    [Fact]
    public void What_nobody_has_asked_for_in_a_long_time_can_be_asked_for_again()
    {
        const int Wishes = 6_000;
        Serve(1, "a1", "b1");
        for (var round = 0; round < 2; round++)
        {
            for (var wish = 0; wish < Wishes; wish++)
            {
                var contact = (round * Wishes) + wish;
                Wait(contact, $"a{wish % 80} and b{wish / 80}");
                if (wish != 81)
                {
                    Assert.True(_router.IsQuiescent);
                    _router.Forget(contact);
                }
            }

            Assert.Equal((round * Wishes) + 81, TakenBy(1));
        }
    }

    private void Serve(int agent, params string[] skills) => _router.Serve(
        $"a{agent}",
        AttributeBag.Of([.. skills.Select(skill => (skill, (AttributeValue)true))]),
        new QueueMembership("chat"));

    private void Wait(long contact, string text)
    {
        var needs = new ContactNeeds { Requirement = Requirement.Parse(text) };
        _router.Wait(contact, "chat", Noon + Seconds((int)contact), needs);
    }

    /// <summary>What an agent gets who is free for a moment.</summary>
    private long? TakenBy(int agent)
    {
        AgentId id = $"a{agent}";
        _router.SetFree(id, Noon, Channel.Chat);
        var match = _router.Next();
        if (match is { } made)
        {
            Assert.Equal(id, made.Agent);
            _router.Forget(made.Contact);
        }

        _router.SetFree(id, Noon);
        return match?.Contact;
    }
}

using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Agents;

/// <summary>How many contacts an agent takes: their own profile says it, else their team's, else the site's.</summary>
public sealed class TeamMediaTests
{
    private static readonly MediaProfile Two = new() { Chat = 2 };
    private static readonly MediaProfile Three = new() { Chat = 3 };
    private static readonly MediaProfile Four = new() { Chat = 4 };

    [Theory]
    [InlineData(true, true, true, 2)]
    [InlineData(false, true, true, 3)]
    [InlineData(false, false, true, 4)]
    [InlineData(true, false, false, 2)]
    [InlineData(false, true, false, 3)]
    public void The_nearest_profile_that_is_there_counts(bool own, bool team, bool site, int chats)
    {
        var floor = Mina(own ? Two : null, team ? Three : null, site ? Four : null).Available("mina")
            .Started("chat", "ana", "bob", "cleo", "dora", "eli");

        Assert.Equal(chats, floor.State.Agents["mina"].Offers.Count);
    }

    [Fact]
    public void A_site_without_a_profile_takes_calls_only()
    {
        var floor = Mina(null, null, null).Available("mina").Started("chat", "ana");
        Assert.Empty(floor.State.Agents["mina"].Offers);

        floor.When(Start("bob", "calls")).Then("chat-started", "chat-queued", "offer-made");
        Assert.Equal(MediaProfile.CallsOnly, floor.State.Agents["mina"].Media);
    }

    [Fact, PeerScenario("CW-18", "CW-19")]
    public void Those_who_are_full_are_left_out_and_whoever_has_no_limit_of_their_own_takes_what_the_site_allows()
    {
        var one = new MediaProfile { Chat = 1 };
        var floor = Floor(Configuration([Queue("chat")], Agent("mina", one), Agent("noor", one), new AgentProfile
        {
            Id = "omar",
            Team = "goods",
        }) with
        {
            Teams = [new TeamProfile { Name = "goods", Site = "north" }],
            Sites = [new SiteProfile { Name = "north", Media = new MediaProfile { Chat = MediaProfile.MaxCapacity } }],
        });

        floor.Available("mina", "noor", "omar").Started("chat", "a", "b", "c", "d", "e", "f", "g", "h");

        Assert.Equal(
            (1, 1, MediaProfile.MaxCapacity),
            (floor.State.Agents["mina"].Load.Chat, floor.State.Agents["noor"].Load.Chat,
                floor.State.Agents["omar"].Load.Chat));
    }

    [Fact]
    public void A_new_profile_of_the_team_holds_at_once_for_whoever_has_none_of_their_own()
    {
        var floor = Mina(null, Two, null).Available("mina").Started("chat", "ana", "bob", "cleo");
        Assert.Equal(2, floor.State.Agents["mina"].Offers.Count);

        floor.Configured(now => now with { Teams = [now.Teams[0] with { Media = Three }] }).Drain();
        Assert.Equal(3, floor.State.Agents["mina"].Offers.Count);
    }

    [Fact]
    public void Less_than_what_an_agent_has_in_hand_drops_nothing()
    {
        var floor = Mina(null, Three, null).Available("mina").Started("chat", "ana", "bob", "cleo")
            .Accepted(1).Accepted(2).Configured(now => now with { Teams = [now.Teams[0] with { Media = Two }] });

        Assert.Equal(3, floor.State.Agents["mina"].Load.Chat);
        floor.Accepted(3).Given(End(Ana, 1), WrapUp("mina", 1, "solved"))
            .When(Start("dora", "chat")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void A_profile_of_a_team_or_a_site_is_held_to_the_same_bounds()
    {
        var wrong = new MediaProfile { Chat = 6 };
        var now = Mina(null, Two, Two).State.Configuration;
        foreach (var wanted in (FloorConfiguration[])
            [
                now with { Teams = [now.Teams[0] with { Media = wrong }] },
                now with
                {
                    Teams = [now.Teams[0] with { Media = null }], Sites = [now.Sites[0] with { Media = wrong }],
                },
                now with { Teams = [] },
                now with { Sites = [] },
                now with { Teams = [now.Teams[0], now.Teams[0]] },
            ])
        {
            Mina(null, Two, Two).When(new Configure(Actor.Host, wanted, "wanted")).Refused("configuration-invalid");
        }
    }

    private static Specification Mina(MediaProfile? own, MediaProfile? team, MediaProfile? site) => Floor(
        Configuration(
            [Queue("chat"), Queue("calls", Channel.Voice)],
            new AgentProfile { Id = "mina", Team = "goods", Media = own }) with
        {
            Teams = [new TeamProfile { Name = "goods", Site = "north", Media = team }],
            Sites = [new SiteProfile { Name = "north", Media = site }],
        });
}

using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

/// <summary>Who does nothing for too long is signed out, unless they have work.</summary>
public sealed class InactivityTests
{
    private static readonly AvailabilityChanged SignedOut = new(
        "mina", AvailabilityTrigger.SignOut, null, Actor.System, "inactivity");

    [Theory, Scenario("S39")]
    [InlineData(120, false)]
    [InlineData(179, false)]
    [InlineData(180, true)]
    [InlineData(60_000, true)]
    [InlineData(60_001, false)]
    public void A_limit_is_three_to_a_thousand_minutes(int seconds, bool holds)
    {
        var floor = Floor(Agent("mina"));
        FloorConfiguration[] wanted =
        [
            floor.State.Configuration with { InactivityLimit = Seconds(seconds) },
            floor.State.Configuration with
            {
                Agents = [Agent("mina", "chat") with { InactivityLimit = Seconds(seconds) }],
            },
        ];
        foreach (var configuration in wanted)
        {
            var asked = Floor(Agent("mina")).When(new Configure(Actor.Host, configuration, "wanted"));
            _ = holds ? asked.ThenAccepted() : asked.Refused("configuration-invalid");
        }
    }

    [Fact]
    public void An_agent_who_does_nothing_is_signed_out_at_the_limit() =>
        MinaWatched().Advance(Minutes(3) - Tick).ThenNothing().Advance(Tick).Then(SignedOut);

    [Fact, PeerScenario("RC-17")]
    public void Whoever_has_walked_away_is_offered_nothing_though_they_had_said_that_they_are_available()
    {
        var floor = MinaWatched().Advance(Minutes(3)).Started("chat", "ana");

        Assert.Empty(floor.State.Offers);
    }

    [Fact, PeerScenario("RC-18")]
    public void Where_nothing_is_said_of_inactivity_whoever_has_walked_away_is_offered_contacts_all_the_same()
    {
        var floor = Floor(Agent("mina")).Available("mina").Advance(TimeSpan.FromHours(10));

        floor.When(Start("ana", "chat")).ThenAccepted();

        Assert.Equal("mina", floor.Happened.OfType<OfferMade>().Single().Agent.Value);
    }

    [Fact]
    public void A_sign_of_life_begins_the_time_anew() =>
        MinaWatched()
            .Advance(Minutes(2)).When(new ReportActivity(Mina, "mina")).Then(new AgentActive("mina"))
            .Advance(Minutes(3) - Tick).ThenNothing()
            .Advance(Tick).Then(SignedOut);

    [Fact]
    public void A_sign_of_life_soon_after_another_is_taken_and_leaves_no_trace() =>
        MinaWatched()
            .Advance(Seconds(30) - Tick).When(new ReportActivity(Mina, "mina")).ThenNothing()
            .Advance(Tick).When(new ReportActivity(Mina, "mina")).Then("agent-active");

    [Fact]
    public void Only_the_agents_themselves_give_a_sign_of_life() =>
        MinaWatched()
            .When(new ReportActivity(Noor, "mina")).Refused("not-permitted")
            .When(new ReportActivity(Boss, "mina")).Refused("not-permitted")
            .When(new ReportActivity(Mina, "nobody")).Refused("agent-unknown")
            .Given(SignOut("mina")).When(new ReportActivity(Mina, "mina")).Refused("not-allowed");

    [Fact]
    public void An_agent_with_a_contact_is_not_signed_out_and_the_time_begins_with_the_wrap_up()
    {
        var floor = MinaWatched().Started("chat", "ana").Accepted(1).Advance(TimeSpan.FromHours(10)).ThenNothing()
            .Given(End(Ana, 1)).Advance(TimeSpan.FromHours(10)).ThenNothing()
            .Given(WrapUp("mina", 1, "solved"));

        floor.Advance(Minutes(3) - Tick).ThenNothing().Advance(Tick).Then(SignedOut);
    }

    [Fact]
    public void An_agent_in_rona_is_signed_out_too() =>
        MinaWatched().Started("chat", "ana").Advance(Seconds(30)).Then("offer-closed", "availability-changed")
            .Advance(Minutes(3)).Then(SignedOut);

    [Fact]
    public void Nobody_is_signed_out_while_a_request_shows_and_a_request_is_no_sign_of_life()
    {
        var floor = MinaWatched().Advance(Minutes(2) + Seconds(50)).Started("chat", "ana")
            .Advance(Seconds(20)).ThenNothing().Given(End(Ana, 1));

        floor.Advance(TimeSpan.Zero).Then(SignedOut);
    }

    [Fact]
    public void Whoever_is_idle_is_signed_out_too_and_another_code_is_a_sign_of_life() =>
        MinaWatched().Given(GoIdle("mina", "lunch")).Advance(Minutes(2)).Given(GoIdle("mina", "meeting"))
            .Advance(Minutes(3) - Tick).ThenNothing().Advance(Tick).Then(SignedOut);

    [Fact]
    public void A_sign_out_closes_every_session() =>
        MinaWatched().Given(new OpenSession(Mina), new OpenSession(Mina)).Advance(Minutes(3))
            .Then("availability-changed", "session-closed", "session-closed", "presence-ended");

    [Fact]
    public void An_agents_own_limit_goes_before_that_of_the_floor() =>
        MinaWatched(own: 10).Advance(Minutes(10) - Tick).ThenNothing().Advance(Tick).Then(SignedOut);

    [Fact]
    public void A_shorter_limit_holds_for_those_who_are_there() =>
        MinaWatched(own: 100).Advance(Minutes(5))
            .Configured(now => now with { Agents = [now.Agents[0] with { InactivityLimit = Minutes(6) }] })
            .Advance(Minutes(1) - Tick).ThenNothing().Advance(Tick).Then(SignedOut);

    [Fact]
    public void Without_a_limit_nobody_is_signed_out() =>
        Floor(Agent("mina")).Available("mina").Advance(TimeSpan.FromDays(30)).ThenNothing();

    [Fact]
    public void A_floor_that_is_restarted_keeps_the_time() =>
        MinaWatched().Advance(Minutes(2)).Restarted().Advance(Minutes(1)).Then(SignedOut);

    private static Specification MinaWatched(int? own = null)
    {
        var agent = Agent("mina") with { InactivityLimit = own is { } minutes ? Minutes(minutes) : null };
        return Floor(Configuration([Queue("chat")], agent) with { InactivityLimit = Minutes(3) }).Available("mina");
    }
}

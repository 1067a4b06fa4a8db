using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Chats;

/// <summary>Who owes a wrap-up after several agents had a chat, and that each is submitted exactly once.</summary>
public sealed class WrapUpDutyTests
{
    [Theory, Scenario("S112")]
    [InlineData(ConferenceWrapUp.Owner, "mina")]
    [InlineData(ConferenceWrapUp.Conferee, "noor")]
    [InlineData(ConferenceWrapUp.Both, "mina noor")]
    public void Whoever_owes_a_wrap_up_after_a_conference_submits_it_and_nobody_else(
        ConferenceWrapUp duty, string owing)
    {
        foreach (var ended in (Actor[])[Mina, Ana])
        {
            var floor = MinaAndNoorHave(Policy(duty)).Given(End(ended, 1));
            var due = owing.Split(' ');
            foreach (var agent in ((string[])["mina", "noor"]).OrderBy(agent => due.Contains(agent)))
            {
                floor.When(WrapUp(agent, 1, "solved"));
                _ = due.Contains(agent) ? floor.ThenAccepted() : floor.Refused("not-permitted");
            }

            Assert.Empty(floor.State.Chats);
            Assert.All(floor.State.Agents.Values, agent => Assert.Equal(0, agent.Load.Total));
        }
    }

    [Theory, Scenario("S112")]
    [InlineData(ConferenceWrapUp.Owner, false)]
    [InlineData(ConferenceWrapUp.Conferee, true)]
    [InlineData(ConferenceWrapUp.Both, true)]
    public void A_second_agent_who_leaves_owes_a_wrap_up_where_the_floor_says_so(ConferenceWrapUp duty, bool owes)
    {
        foreach (var gone in (Command[])[Leave(Noor), Dismiss(Mina)])
        {
            var floor = MinaAndNoorHave(Policy(duty)).When(gone)
                .Then("notice-shown", "conference-reduced", owes ? "wrap-up-started" : "part-released");

            Assert.Equal(owes ? [ParticipationState.WrappingUp] : [], floor.PartsOf("noor"));
            Assert.Equal(ChatState.Active, floor.Chat().State);
        }
    }

    [Fact]
    public void After_a_conference_that_was_reduced_the_one_who_went_on_owes_a_wrap_up_whatever_the_policy() =>
        MinaAndNoorHave(Policy(ConferenceWrapUp.Conferee)).Given(Leave(Noor), WrapUp("noor", 1, "solved"))
            .When(End(Ana, 1)).Then("notice-shown", "chat-ended", "wrap-up-started");

    [Fact]
    public void Several_agents_who_had_the_chat_one_after_the_other_wrap_up_once_each()
    {
        var floor = MinaHas().Ready("noor").Ready("lena")
            .Given(ToAgent(Mina, "noor"), Accept("noor", 2), ToAgent(Noor, "lena"), Accept("lena", 3), End(Lena, 1));

        floor.When(WrapUp("lena", 1, "solved")).Then(new WrapUpCompleted(1, 3, "lena", ["solved"], Lena))
            .When(WrapUp("lena", 1, "solved")).Refused("not-permitted")
            .When(WrapUp("mina", 1, "unsolved")).Then(new WrapUpCompleted(1, 1, "mina", ["unsolved"], Mina))
            .When(WrapUp("noor", 1, "unsolved")).Then(
                new WrapUpCompleted(1, 2, "noor", ["unsolved"], Noor), new ChatClosed(1));
    }

    [Fact, Scenario("E31"), Pain(32, 76)]
    public void Each_part_has_its_own_countdown_on_every_way_into_wrap_up()
    {
        var floor = Counted(Policy(ConferenceWrapUp.Both));
        floor.Given(Leave(Noor)).Advance(Seconds(10)).Given(End(Mina, 1));

        floor.Advance(Seconds(20)).Then(new WrapUpCompleted(1, 2, "noor", ["solved"], Actor.System));
        floor.Advance(Seconds(10)).Then(
            new WrapUpCompleted(1, 1, "mina", ["solved"], Actor.System), new ChatClosed(1));
        floor.Advance(Minutes(10)).ThenNothing();
    }

    [Fact, Pain(76, 80)]
    public void A_countdown_runs_after_a_transfer_and_after_an_agent_is_lost()
    {
        var desks = Desks();
        var floor = MinaHas(desks with { WrapUp = desks.WrapUp with { AutoAfter = Seconds(30) } })
            .Given(ToQueue(Mina, "billing"))
            .Advance(Seconds(30)).Then(new WrapUpCompleted(1, 1, "mina", ["solved"], Actor.System));

        floor.Ready("noor").Accepted(1).Given(new OpenSession(Noor), new LoseSession(Noor, 1))
            .Advance(Seconds(80)).ThenAccepted();
        Assert.Equal([2], floor.Happened.OfType<WrapUpCompleted>().Select(done => done.Part));
        Assert.Equal(ContactCenter.Agents.Availability.SignedOut, floor.AvailabilityOf("noor"));
    }

    [Fact]
    public void A_submit_by_hand_and_the_countdown_at_one_instant_count_once()
    {
        var floor = Counted(Policy(ConferenceWrapUp.Both)).Given(End(Ana, 1));
        floor.At(floor.Now + Seconds(30)).When(WrapUp("mina", 1, "unsolved")).Then("wrap-up-completed")
            .Advance(TimeSpan.Zero).Then(
                new WrapUpCompleted(1, 2, "noor", ["solved"], Actor.System), new ChatClosed(1));
    }

    [Fact]
    public void An_agent_chooses_among_the_reasons_that_their_profile_exposes()
    {
        var desks = Desks();
        var floor = MinaHas(desks with
        {
            Agents = [desks.Agents[0] with { WrapUpReasons = ["unsolved"] }, desks.Agents[1], desks.Agents[2]],
        }).Given(End(Ana, 1));

        Assert.Equal(["unsolved"], Codes(floor, "mina"));
        Assert.Equal(["solved", "unsolved"], Codes(floor, "noor"));
        Assert.Equal(["unsolved"], Codes(floor, "noor", " NOT "));
        floor.When(WrapUp("mina", 1, "solved")).Refused("reason-unknown")
            .When(WrapUp("mina", 1, "unsolved")).Then("wrap-up-completed", "chat-closed");
    }

    [Fact, Pain(77)]
    public void A_conference_that_was_only_asked_for_leaves_the_invited_agent_nothing_to_wrap_up()
    {
        var floor = NoorIsInvited(Policy(ConferenceWrapUp.Both)).Given(End(Ana, 1));

        Assert.Empty(floor.PartsOf("noor"));
        floor.When(WrapUp("noor", 1, "solved")).Refused("not-permitted")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
    }

    private static string[] Codes(Specification floor, string agent, string? search = null) =>
        [.. floor.State.WrapUpReasons(floor.State.Agents[agent], search).Select(reason => reason.Code)];

    private static CollaborationPolicy Policy(ConferenceWrapUp duty) => new() { ConferenceWrapUp = duty };

    private static Specification Counted(CollaborationPolicy policy)
    {
        var desks = Desks(policy);
        return MinaAndNoorHave(desks with { WrapUp = desks.WrapUp with { AutoAfter = Seconds(30) } });
    }
}

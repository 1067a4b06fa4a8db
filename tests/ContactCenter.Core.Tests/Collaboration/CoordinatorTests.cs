using ContactCenter.Chats;
using ContactCenter.Collaboration;

namespace ContactCenter.Tests.Collaboration;

/// <summary>The coordinator by itself, without a floor.</summary>
public sealed class CoordinatorTests
{
    private static readonly AgentId Mina = "mina";
    private static readonly AgentId Noor = "noor";
    private static readonly AgentId Lena = "lena";

    private static readonly Gathering Alone = Gathering.Of(Mina);
    private static readonly Gathering Requested = new(ChatState.ConferenceRequested, Mina, Noor);
    private static readonly Gathering Together = new(ChatState.Conference, Mina, Noor);
    private static readonly Gathering HandingOver = new(ChatState.Transferring, Mina, Noor);

    private static readonly Coordinator Usual = new();

    private static readonly CollaborationPolicy[] Policies =
    [
        .. from release in Enum.GetValues<TransferRelease>()
           from wrapUp in Enum.GetValues<ConferenceWrapUp>()
           from ends in (bool[])[false, true]
           from exits in (bool[])[false, true]
           select new CollaborationPolicy
           {
               TransferRelease = release,
               ConferenceWrapUp = wrapUp,
               EndConferenceEndsContact = ends,
               OwnerMayExitConference = exits,
           },
    ];

    [Fact]
    public void An_invitation_is_made_accepted_and_ended()
    {
        var invited = Usual.Decide(Alone, ChatAction.Invite, Mina, Noor);
        Assert.Equal(Requested, invited.Next);

        var joined = Usual.Decide(invited.Next, ChatAction.Accept, Noor);
        Assert.Equal(Together, joined.Next);
        Assert.Empty(joined.Leaving);

        var ended = Usual.Decide(joined.Next, ChatAction.EndConference, Mina);
        Assert.Equal(Alone, ended.Next);
        Assert.Equal([new Departure(Noor, OwesWrapUp: false)], ended.Leaving);
    }

    [Theory]
    [InlineData(ChatAction.Decline, "noor")]
    [InlineData(ChatAction.WithdrawInvitation, "mina")]
    public void An_invitation_that_comes_to_nothing_leaves_the_owner_alone(ChatAction action, string by)
    {
        var step = Usual.Decide(Requested, action, by);

        Assert.Null(step.Rejection);
        Assert.Equal(Alone, step.Next);
        Assert.Empty(step.Leaving);
    }

    [Fact]
    public void Nobody_invites_themselves_or_nobody()
    {
        Assert.Equal("target-not-permitted", Usual.Decide(Alone, ChatAction.Invite, Mina, Mina).Rejection?.Code);
        Assert.Equal("target-not-permitted", Usual.Decide(Alone, ChatAction.Invite, Mina).Rejection?.Code);
    }

    [Fact]
    public void A_blind_transfer_releases_the_sender_and_the_other_waits_for_the_target()
    {
        var blind = Usual.Decide(Alone, ChatAction.Transfer, Mina);
        Assert.Equal(new Gathering(ChatState.Queued, null), blind.Next);
        Assert.Equal([new Departure(Mina, OwesWrapUp: true)], blind.Leaving);

        var coordinator = new Coordinator(new CollaborationPolicy { TransferRelease = TransferRelease.OnAccept });
        var waiting = coordinator.Decide(Alone, ChatAction.Transfer, Mina);
        Assert.Equal(ChatState.Transferring, waiting.Next.State);
        Assert.Empty(waiting.Leaving);

        var accepted = coordinator.Decide(HandingOver, ChatAction.Accept, Noor);
        Assert.Equal(Gathering.Of(Noor), accepted.Next);
        Assert.Equal([new Departure(Mina, OwesWrapUp: true)], accepted.Leaving);
        Assert.Equal(Alone, coordinator.Decide(HandingOver, ChatAction.WithdrawTransfer, Mina).Next);
    }

    [Fact]
    public void The_second_agent_may_leave_and_the_first_only_where_the_policy_says_so()
    {
        var left = Usual.Decide(Together, ChatAction.ExitConference, Noor);
        Assert.Equal(Alone, left.Next);
        Assert.Equal([new Departure(Noor, OwesWrapUp: false)], left.Leaving);
        Assert.Equal("not-allowed", Usual.Decide(Together, ChatAction.ExitConference, Mina).Rejection?.Code);

        var passed = new Coordinator(new CollaborationPolicy { OwnerMayExitConference = true })
            .Decide(Together, ChatAction.ExitConference, Mina);
        Assert.Equal(Gathering.Of(Noor), passed.Next);
        Assert.Equal([new Departure(Mina, OwesWrapUp: true)], passed.Leaving);
    }

    [Theory]
    [InlineData(ConferenceWrapUp.Owner, true, false)]
    [InlineData(ConferenceWrapUp.Conferee, false, true)]
    [InlineData(ConferenceWrapUp.Both, true, true)]
    public void Who_wraps_up_after_a_conference_is_the_policys_to_say(
        ConferenceWrapUp wrapUp, bool owner, bool conferee)
    {
        var coordinator = new Coordinator(new CollaborationPolicy { ConferenceWrapUp = wrapUp });
        Departure[] both = [new(Mina, owner), new(Noor, conferee)];

        Assert.Equal(both, coordinator.End(Together).Leaving);
        Assert.Equal(both, coordinator.Decide(Together, ChatAction.End, Mina).Leaving);
        var dismissed = coordinator.Decide(Together, ChatAction.EndConference, Mina);
        Assert.Equal([new Departure(Noor, conferee)], dismissed.Leaving);
    }

    [Fact]
    public void Whoever_does_not_come_leaves_a_chat_that_nobody_has_waiting_and_one_being_handed_over_with_its_sender()
    {
        var offered = new Gathering(ChatState.Offered, null, Noor);
        var waiting = new Gathering(ChatState.Queued, null);
        var back = new Coordinator(new CollaborationPolicy { TransferFallback = TransferFallback.Sender });
        foreach (var (coordinator, left) in ((Coordinator, Gathering)[])
            [(Usual, new Gathering(ChatState.Transferring, Mina)), (back, Alone)])
        {
            Assert.Equal(waiting, coordinator.Decide(offered, ChatAction.Decline, Noor).Next);
            Assert.Equal(waiting, coordinator.Lose(offered, Noor).Next);
            Assert.Equal(left, coordinator.Decide(HandingOver, ChatAction.Decline, Noor).Next);
            Assert.Equal(left, coordinator.Lose(HandingOver, Noor).Next);
        }
    }

    [Fact]
    public void A_conference_that_ends_with_its_contact_is_over_for_both()
    {
        var step = new Coordinator(new CollaborationPolicy { EndConferenceEndsContact = true })
            .Decide(Together, ChatAction.EndConference, Mina);

        Assert.Equal(new Gathering(ChatState.Ended, null), step.Next);
        Assert.Equal([new Departure(Mina, true), new Departure(Noor, false)], step.Leaving);
    }

    [Fact]
    public void Whoever_is_left_when_an_agent_is_lost_is_responsible()
    {
        Assert.Equal(Gathering.Of(Noor), Usual.Lose(Together, Mina).Next);
        Assert.Equal([new Departure(Mina, OwesWrapUp: true)], Usual.Lose(Together, Mina).Leaving);
        Assert.Equal(Alone, Usual.Lose(Together, Noor).Next);
        Assert.Equal([new Departure(Noor, OwesWrapUp: false)], Usual.Lose(Together, Noor).Leaving);
        Assert.Equal(Alone, Usual.Lose(Requested, Noor).Next);
        Assert.Equal(new Gathering(ChatState.Queued, null), Usual.Lose(Alone, Mina).Next);
        Assert.Equal(new Gathering(ChatState.Queued, null), Usual.Lose(Requested, Mina).Next);
        Assert.Equal(Together, Usual.Lose(Together, Lena).Next);
    }

    [Fact]
    public void Whatever_is_asked_by_whomever_in_whatever_state_is_decided_and_leaves_a_gathering_that_can_be()
    {
        Gathering[] gatherings =
        [
            Alone, Requested, Together, HandingOver, new(ChatState.Transferring, Mina), new(ChatState.Queued, null),
            new(ChatState.Bot, null), new(ChatState.Ended, null), new(ChatState.Closed, null),
            new(ChatState.Offered, null, Noor), new(ChatState.Created, null),
        ];
        var codes = Rejections.All.Select(rejection => rejection.Code).ToHashSet();
        foreach (var policy in Policies)
        {
            foreach (var now in gatherings)
            {
                foreach (var action in Enum.GetValues<ChatAction>())
                {
                    foreach (var by in (AgentId[])[Mina, Noor, Lena])
                    {
                        var step = new Coordinator(policy).Decide(now, action, by, Lena);
                        if (step.Rejection is { } rejection)
                        {
                            Assert.Contains(rejection.Code, codes);
                            Assert.Equal(now, step.Next);
                            Assert.Empty(step.Leaving);
                        }
                        else
                        {
                            CanBe(step.Next);
                        }

                        CanBe(new Coordinator(policy).Lose(now, by).Next);
                    }
                }

                Assert.Equal(ChatState.Ended, new Coordinator(policy).End(now).Next.State);
            }
        }
    }

    [Fact]
    public void Each_agent_leaves_once_and_only_who_was_there()
    {
        foreach (var policy in Policies)
        {
            foreach (var now in (Gathering[])[Alone, Requested, Together, HandingOver])
            {
                var leaving = new Coordinator(policy).End(now).Leaving.Select(departure => departure.Agent).ToArray();
                Assert.Equal(now.State == ChatState.Conference ? [Mina, Noor] : [Mina], leaving);
            }
        }
    }

    private static void CanBe(Gathering gathering)
    {
        var hasOwner = gathering.State is ChatState.Active or ChatState.ConferenceRequested or ChatState.Conference
            or ChatState.Transferring;
        Assert.Equal(hasOwner, gathering.Owner is not null);
        Assert.True(gathering.Other is null || gathering.Other != gathering.Owner);
        if (gathering.State is ChatState.ConferenceRequested or ChatState.Conference)
        {
            Assert.NotNull(gathering.Other);
        }
    }
}

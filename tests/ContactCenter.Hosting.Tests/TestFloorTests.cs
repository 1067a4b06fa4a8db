using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.DependencyInjection;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Testing;

namespace ContactCenter.Hosting.Tests;

/// <summary>What the kit lets a host do and read on a floor of its own configuration.</summary>
public sealed class TestFloorTests
{
    private readonly TestFloor _floor = TestFloor.From(Describe);

    #region test-floor-wishes
    [Fact]
    public void A_contact_in_french_comes_first_and_to_whoever_speaks_it()
    {
        var plain = _floor.CustomerWaits("cards");
        var french = _floor.Starts(new StartChat
        {
            Customer = "c-77",
            Attributes = AttributeBag.Of(("language", "french")),
            Classification = "by-language",
        });
        Assert.Equal((1, 2), (french.Place, plain.Place));
        Assert.Equal("french >= 3", _floor.Explain(french).Record.Requires);

        _floor.Available("jun").ShouldOffer(plain, to: "jun");
        _floor.Explain(french).ShouldRuleOut("jun", "requirement");
        _floor.Available("mina").Restarted().ShouldOffer(french, to: "mina");
        _floor.Declines("mina", retryAfter: TimeSpan.FromMinutes(5)).Agent("mina").ShouldBe(Availability.Idle);
        _floor.ShouldRefuse("not-permitted", floor => floor.Picks("jun", french));
    }
    #endregion

    [Fact]
    public void What_a_contact_asks_for_is_said_at_its_start_and_later()
    {
        var first = _floor.CustomerWaits("cards");
        var reserved = _floor.Starts(new StartChat
        {
            Queue = "cards",
            Customer = default,
            Wishes = new RoutingWishes { Position = 1, Reserved = "jun", ReservedFor = TimeSpan.FromMinutes(1) },
        });
        Assert.Equal((1, 2, 1), (reserved.Place, first.Place, reserved.Priority));

        _floor.Reclassify(first, new RoutingWishes { Priority = 7, Excluded = ["mina"] });
        Assert.Equal((2, 1, 7), (reserved.Place, first.Place, first.Priority));
        _floor.Available("mina");
        _floor.Explain(first).ShouldRuleOut("mina", "excluded");
        _floor.Explain(reserved).ShouldRuleOut("mina", "reserved");
        _floor.Advance(TimeSpan.FromMinutes(1)).ShouldOffer(reserved, to: "mina");

        _floor.Starts(new StartChat { Queue = "cards", Customer = "c", Wishes = new RoutingWishes { Priority = -1 } })
            .ShouldGet("wishes-invalid");
        _floor.ShouldRefuse("wishes-invalid", floor => floor.Reclassify(first, new RoutingWishes { Priority = -1 }));
    }

    [Fact]
    public void A_contact_is_for_later_set_aside_and_over()
    {
        var later = _floor.Starts(new StartChat
        {
            Queue = "cards",
            Customer = "c-77",
            DueAt = _floor.Now.AddHours(1),
            SuspendWhenDue = true,
        });
        Assert.Equal((ChatState.Scheduled, 0), (later.State, later.Place));
        _floor.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ChatState.Suspended, later.State);
        _floor.Activate(later);
        Assert.Equal((ChatState.Queued, 1), (later.State, later.Place));
        _floor.Suspend(later);
        Assert.Equal(ChatState.Suspended, later.State);
        _floor.Activate(later).Leaves(later);
        Assert.Equal(ChatState.Closed, later.State);
        Assert.Contains("is closed", Failure(() => _floor.Leaves(later)), StringComparison.Ordinal);
    }

    [Fact]
    public void Agents_pause_all_a_channel_or_a_queue_and_go_home()
    {
        _floor.Available("mina").Pauses("mina", "lunch");
        Assert.Equal((Availability.Idle, "lunch"), (_floor.Agent("mina").Availability, _floor.Agent("mina").Code));

        _floor.Resumes("mina").Pauses("mina", queue: "cards").Pauses("mina", channel: Channel.Voice);
        var contact = _floor.CustomerWaits("cards");
        var mina = _floor.Agent("mina");
        Assert.Equal((QueueName)"cards", Assert.Single(mina.PausedQueues));
        Assert.Equal(Availability.Idle, mina.AvailabilityFor(Channel.Voice));
        Assert.Equal(Availability.Available, mina.AvailabilityFor(Channel.Chat));
        _floor.Explain(contact).ShouldRuleOut("mina", "paused");

        _floor.Resumes("mina", queue: "cards").Resumes("mina", channel: Channel.Voice).ShouldOffer(contact, to: "mina");
        _floor.Agent("mina").Offers[0].ShouldBe(contact);
        _floor.ShouldRefuse("contacts-open", floor => floor.SignsOut("mina"));
        _floor.Leaves(contact).SignsOut("mina").Agent("mina").ShouldBe(Availability.SignedOut);
    }

    [Fact]
    public void A_contact_is_picked_handed_on_ended_and_wrapped_up()
    {
        var contact = _floor.CustomerWaits("desk");
        _floor.Available("mina", "jun").Picks("mina", contact);
        Assert.Equal((ChatState.Active, (AgentId)"mina"), (contact.State, contact.Agent));
        _floor.Agent("mina").Contacts[0].ShouldBe(contact);

        _floor.Transfers("mina", contact, TransferTarget.To((QueueName)"loans")).ShouldOffer(contact, to: "jun");
        _floor.Accepts("jun");
        Assert.Equal(((QueueName)"loans", (AgentId)"jun"), (contact.Queue, contact.Agent));
        _floor.Ends("jun", contact).ShouldRefuse("reason-required", floor => floor.WrapsUp("jun", contact));
        Assert.Equal(ChatState.Ended, contact.State);
        _floor.WrapsUp("jun", contact, "solved").WrapsUp("mina", contact, "solved");
        Assert.Equal(ChatState.Closed, contact.State);
        Assert.Empty(_floor.Agent("jun").Contacts);
    }

    [Fact]
    public void Everybody_is_asked_who_is_offered_a_contact_at_the_same_time()
    {
        _floor.Available("mina").Advance(TimeSpan.FromSeconds(1)).Available("jun");
        var contact = _floor.CustomerWaits("all");
        _floor.ShouldOffer(contact, to: "mina");
        _floor.ShouldOffer(contact, to: "jun");
        Assert.Equal(["mina", "jun"], contact.OfferedTo.Select(agent => agent.Value));
    }

    [Fact]
    public void Another_revision_is_taken_while_contacts_wait_or_refused()
    {
        var contact = _floor.CustomerWaits("cards");
        _floor.Revise(floor =>
        {
            Describe(floor);
            floor.AddAgent("sora", agent => agent.Serves("cards"));
        });
        _floor.Restarted().Available("sora").ShouldOffer(contact, to: "sora");

        _floor.ShouldRefuse("configuration-invalid", floor => floor.Revise(new FloorOptions().AddQueue("loans")));
        Assert.Contains(
            "lines of a chat 0", Failure(() => _floor.Revise(floor => floor.MaxLines = 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_accepted_or_refused_for_another_reason_was_not_refused_for_this_one()
    {
        Assert.Equal(
            "Expected a refusal with not-allowed, but it was accepted.",
            Failure(() => _floor.ShouldRefuse("not-allowed", floor => floor.Available("mina"))));
        Assert.Contains(
            "agent-unknown",
            Failure(() => _floor.ShouldRefuse("not-allowed", floor => floor.Pauses("nobody"))),
            StringComparison.Ordinal);
    }

    private static void Describe(FloorOptions floor)
    {
        floor.AddQueue("cards", queue => queue.AllowDecline = true)
            .AddQueue("loans")
            .AddQueue("desk", queue => queue.Mode = QueueMode.Manual)
            .AddQueue("all", queue => queue.Mode = QueueMode.Broadcast)
            .AddAgent("mina", agent => agent.Serves("cards", "desk", "all").Has("french", 5))
            .AddAgent("jun", agent => agent.Serves("cards", "loans", "all"));
        floor.IdleCodes["lunch"] = "Lunch";
        floor.WrapUp.Reasons.Add(new WrapUpReason("solved", "Solved"));
        floor.Classifications["by-language"] = new ClassificationPolicy
        {
            Rules =
            [
                new ClassificationRule
                {
                    When = "language = french", Queue = "cards", Priority = 5, Requirements = [new("french >= 3")],
                },
            ],
        };
    }

    private static string Failure(Action act) => Assert.Throws<SpecificationFailedException>(act).Message;
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>
/// What would have to change before a contact comes to an agent: all of it, in order, and when what ends by itself
/// does.
/// </summary>
public sealed class ObstacleTests
{
    [Fact]
    public void Everything_that_holds_is_told_at_once_and_in_order()
    {
        var floor = Floor(Configuration(
            [
                Queue("chat") with { Hours = new OpeningHours { Zone = "UTC", EveryDay = "12:00-13:00" } },
                Queue("other"),
            ],
            Agent("mina") with { Pace = new AgentPace { Contacts = 1, Within = Minutes(120) } }))
            .Available("mina").Started("other", "ana").Accepted(1)
            .Given(Start("bob", "chat") with { Wishes = new ContactWishes { Excluded = ["mina"] } })
            .Given(new MakeIdle(Mina, "mina", "meeting", null, Channel: null, "chat"), GoIdle("mina", "lunch"))
            .Advance(Minutes(60));

        Assert.Equal(
            [
                "idle lunch", "pace +7200", "paused meeting", "excluded", "no-room Chat 1/1 [Chat]",
                "outside-hours +86400",
            ],
            floor.Between(2, "mina"));
        Assert.Equal(["outside-hours +86400"], floor.Before(2));
    }

    [Fact]
    public void Who_is_not_there_says_under_which_code_and_until_when()
    {
        var policy = new RonaPolicy { Missed = new RonaRule { CoolOff = Seconds(10) } };
        var floor = Floor(Configuration([Queue("chat")], Agent("mina"), Agent("noor")) with { Rona = policy })
            .Started("chat", "ana").Given(SignIn("noor"), GoIdle("noor", "meeting")).Available("mina")
            .Advance(Seconds(30));

        Assert.Equal(["rona +40", "cool-off +40"], floor.Between(1, "mina"));
        Assert.Equal(["idle meeting"], floor.Between(1, "noor"));
        floor.Given(SignOut("noor"));
        Assert.Equal(["signed-out"], floor.Between(1, "noor"));
        floor.Advance(Seconds(10) - Tick);
        Assert.Equal(["rona +40", "cool-off +40"], floor.Between(1, "mina"));
        floor.Advance(Tick);
        Assert.Equal(["has-its-offer +70"], floor.Between(1, "mina"));
    }

    [Fact]
    public void A_channel_that_is_out_is_named()
    {
        var media = new MediaProfile { Chat = 2, Email = 1 };
        var floor = Floor(Configuration([Queue("chat"), Queue("letters", Channel.Email)], Agent("mina", media)) with
        {
            RonaScope = RonaScope.OwnChannel,
            Rona = new RonaPolicy { Missed = new RonaRule { CoolOff = Seconds(50) } },
        }).Available("mina").Started("chat", "ana").Advance(Seconds(30));

        Assert.Equal(["rona +80 Chat", "cool-off +80"], floor.Between(1, "mina"));
        floor.Given(new MakeIdle(Mina, "mina", "lunch", null, Channel.Chat));
        Assert.Equal(["idle lunch Chat"], floor.Between(1, "mina"));
    }

    [Fact]
    public void A_pace_says_when_so_many_count_no_more_that_another_is_offered()
    {
        var floor = Floor(Agent("mina", 5) with { Pace = new AgentPace { Contacts = 2, Within = Minutes(120) } })
            .Available("mina").Started("chat", "ana").Accepted(1).Advance(Minutes(1))
            .Started("chat", "bob").Accepted(2).Started("chat", "cleo");

        Assert.Equal(["pace +7200"], floor.Between(3, "mina"));
        floor.Advance(Minutes(119) - Tick).ThenNothing();
        floor.Advance(Tick).Then("pace-eased", "offer-made");
        floor.Given(Start("dora", "chat"));
        Assert.Equal(["pace +7260"], floor.Between(4, "mina"));
        floor.Configured(now => now with
        {
            Agents = [now.Agents[0] with { Pace = new AgentPace { Contacts = 1, Within = Minutes(120) } }],
        });
        Assert.Equal(["pace"], floor.Between(4, "mina"));
    }

    [Fact]
    public void A_pause_of_a_queue_names_its_code_and_one_after_a_miss_its_end()
    {
        var floor = Floor(Configuration([Queue("chat"), Queue("other")], Agent("mina")) with
        {
            RonaScope = RonaScope.OwnQueue,
            Rona = new RonaPolicy { Missed = new RonaRule { CoolOff = Seconds(60) } },
        }).Available("mina").Started("chat", "ana").Advance(Seconds(30));

        Assert.Equal(["paused +90 rona"], floor.Between(1, "mina"));
    }

    [Fact]
    public void A_wrap_up_that_keeps_an_agent_from_its_queue_is_named_with_the_end_of_its_countdown()
    {
        var floor = Floor(Wrapping(holdsQueue: true)).Available("mina")
            .Started("chat", "ana").Accepted(1).Given(End(Ana, 1), Start("bob", "chat"));

        Assert.Equal(["wrap-up +20 #1"], floor.Between(2, "mina"));
        floor.Given(HoldWrapUp("mina", 1));
        Assert.Equal(["wrap-up #1"], floor.Between(2, "mina"));
    }

    [Fact]
    public void Room_says_what_takes_it_and_when_wrap_ups_that_end_by_themselves_leave_enough()
    {
        var floor = Floor(Wrapping(holdsSlot: true)).Available("mina")
            .Started("chat", "ana").Accepted(1).Given(End(Ana, 1), Start("bob", "chat"));
        Assert.Equal(["no-room +20 Chat 1/1 [Chat]"], floor.Between(2, "mina"));
        floor.Advance(Seconds(20) - Tick).ThenNothing();
        floor.Advance(Tick).Then("wrap-up-completed", "chat-closed", "offer-made");

        var media = new MediaProfile
        {
            Mode = MediaMode.BlendedRealTime,
            Voice = 1,
            Chat = 2,
            Email = 1,
            BesideEmail = Channels.Chat,
        };
        floor = Floor(
            [
                Queue("chat"), Queue("calls", Channel.Voice), Queue("letters", Channel.Email),
                Queue("posts", Channel.Social),
            ],
            Agent("mina", media)).Available("mina")
            .Started("chat", "ana").Accepted(1).Started("letters", "ana").Accepted(2)
            .Started("calls", "bob").Started("posts", "bob").Started("letters", "cleo");
        Assert.Equal(["no-room Voice 0/1 [Chat, Email]"], floor.Between(3, "mina"));
        Assert.Equal(["no-room Social 0/0 []"], floor.Between(4, "mina"));
        Assert.Equal(["no-room Email 1/1 [Email]"], floor.Between(5, "mina"));
    }

    [Fact]
    public void Who_hands_over_has_declined_or_is_excluded_says_so()
    {
        var floor = Floor(Configuration(
            [Queue("chat", allowDecline: true) with { RetryDeclinedAfter = Minutes(10) }],
            Agent("mina", 3), Agent("noor", 3)) with
        {
            Rona = new RonaPolicy { Declined = new RonaRule { Counts = false } },
            Collaboration = new CollaborationPolicy { TransferRelease = TransferRelease.OnAccept },
        }).Available("mina").Started("chat", "ana").Accepted(1).Given(new TransferChat(Mina, 1, "chat", null));
        Assert.Equal(["hands-it-over"], floor.Between(1, "mina"));

        floor.Given(Start("bob", "chat"), Decline("mina", 2));
        Assert.Equal(["declined +600"], floor.Between(2, "mina"));
    }

    [Fact]
    public void A_reservation_and_a_delay_say_whose_it_is_and_until_when()
    {
        var floor = Floor(
            Agent("mina") with { Memberships = [new MembershipProfile { Queue = "chat", Delay = Seconds(45) }] },
            Agent("noor")).Available("mina").Given(Start("ana", "chat") with
            {
                Wishes = new ContactWishes { Reserved = "noor", ReservedFor = Seconds(20) },
            });

        Assert.Equal(["reserved +20 noor", "delay +45"], floor.Between(1, "mina"));
        floor.Advance(Seconds(20));
        Assert.Equal(["delay +45"], floor.Between(1, "mina"));
        floor.Advance(Seconds(25) - Tick).ThenNothing();
        floor.Advance(Tick).Then("contact-aged", "offer-made");
    }

    [Fact, Pain(63)]
    public void A_requirement_says_what_is_missed_and_when_enough_of_it_is_let_go_of()
    {
        var queue = Queue("chat") with
        {
            Rings = [Ring(10, "gold"), Ring(30, "french")],
        };
        var floor = Floor([queue], Skilled("mina", "gold"), Levelled("noor", 3), Skilled("pia", "vip", "gold"))
            .Available("mina", "pia").Given(Start("ana", "chat") with
            {
                Wishes = new ContactWishes
                {
                    Requirements =
                    [
                        (Requirement.Parse("french >= 3 and gold"), null), (Requirement.Parse("vip"), Seconds(25)),
                    ],
                },
            });

        Assert.Equal(["requirement +40 (french >= 3; vip)"], floor.Between(1, "mina"));
        Assert.Equal(["signed-out", "requirement +25 (gold; vip)"], floor.Between(1, "noor"));
        Assert.Equal(["requirement +40 (french >= 3)"], floor.Between(1, "pia"));
        floor.Advance(Seconds(40) - Tick);
        Assert.Equal(["requirement +40 (french >= 3)"], floor.Between(1, "pia"));
        floor.Advance(Tick).Then("contact-aged", "offer-made");
    }

    [Fact]
    public void Who_is_called_away_names_the_call_and_who_is_held_the_queue()
    {
        QueueProfile[] queues = [Queue("chat"), Queue("calls", Channel.Voice)];
        var floor = Floor(queues, Agent("mina", new MediaProfile
        {
            Mode = MediaMode.Exclusive,
            Voice = 1,
            Chat = 2,
            Interruptible = Channels.Chat,
            InterruptedBy = Channels.Voice,
        })).Available("mina").Started("chat", "ana").Accepted(1).Started("calls", "caller").Started("chat", "bob");
        Assert.Equal(["called-away #2", "no-room Chat 0/2 [Voice]"], floor.Between(3, "mina"));
        floor.Accepted(2);
        Assert.Equal(["called-away #2", "no-room Chat 0/2 [Voice]"], floor.Between(3, "mina"));

        floor = Floor(queues, Agent("mina", new MediaProfile
        {
            Mode = MediaMode.BlendedRealTime,
            Voice = 1,
            Chat = 2,
            Turns = new(),
        })).Available("mina").Started("chat", "a", "b").Accepted(1).Accepted(2)
            .Started("calls", "caller").Started("chat", "c").Given(End(Mina, 1), WrapUp("mina", 1, "solved"));
        Assert.Equal(["held calls"], floor.Between(4, "mina"));
        Assert.Equal(["no-room Voice 0/1 [Chat]", "held calls"], floor.Between(3, "mina"));
    }

    [Fact]
    public void Where_agents_pick_nothing_is_offered_and_nobody_is_said_to_be_next()
    {
        var floor = Floor([Queue("chat") with { Mode = QueueMode.Manual }], Agent("mina")).Available("mina")
            .Started("chat", "ana");

        Assert.Equal(["manual-queue"], floor.Between(1, "mina"));
        Assert.Equal(["manual-queue"], floor.Before(1));
    }

    [Fact]
    public void While_as_many_are_asked_as_may_be_the_contact_says_until_when()
    {
        var floor = Floor(Agent("mina"), Agent("noor")).Available("mina", "noor").Started("chat", "ana");

        Assert.Equal(["offered +30"], floor.Before(1));
        Assert.Equal(["has-its-offer +30"], floor.Between(1, "mina"));
        Assert.Empty(floor.Between(1, "noor"));

        floor = Floor([Queue("chat") with { ConnectTimeout = Seconds(5) }], Agent("mina")).Available("mina")
            .Started("chat", "ana");
        Assert.Equal(["offered +35"], floor.Before(1));
    }

    [Fact]
    public void What_is_for_later_set_aside_or_with_the_bot_says_what_has_to_happen_first()
    {
        var floor = Floor([Queue("chat"), Queue("bots", startsWithBot: true)], Agent("mina"))
            .Given(
                Start("ana", "chat") with { DueAt = Noon.AddSeconds(10) },
                Start("bob", "chat") with { DueAt = Noon.AddSeconds(10), SuspendWhenDue = true },
                Start("cleo", "bots"));

        Assert.Equal(["scheduled +10"], floor.Before(1));
        Assert.Equal(["scheduled +10", "suspended"], floor.Before(2));
        Assert.Equal([$"with-bot +{floor.State.Configuration.BotTimeout.TotalSeconds}"], floor.Before(3));
        floor.Given(new AnswerForBot(1, Body("hello"), HandOver: false));
        Assert.Equal(["with-bot"], floor.Before(3));
        var record = floor.State.Explain(2, floor.Now)!;
        Assert.Equal(("chat", 0, 1), (record.Queue.Value, record.Place, record.Serving));
        Assert.Empty(record.Candidates);

        floor.Advance(Seconds(10));
        Assert.Empty(floor.Before(1));
        Assert.Equal(["suspended"], floor.Before(2));
        floor.Restarted().Given(new ActivateContact(Actor.Host, 2));
        Assert.Empty(floor.Before(2));
    }

    [Fact]
    public void Of_what_an_agent_has_and_of_what_is_over_there_is_nothing_to_explain()
    {
        var floor = Floor(Agent("mina")).Available("mina").Started("chat", "ana").Accepted(1);
        Assert.Null(floor.State.Explain(1, floor.Now));
        Assert.Equal(Rejections.NotWaiting.About("explain while Active"), floor.State.NothingToExplain(1));

        floor.Given(End(Ana, 1));
        Assert.Null(floor.State.Explain(1, floor.Now));
        Assert.Equal(Rejections.ChatEnded, floor.State.NothingToExplain(1));
        floor.Given(WrapUp("mina", 1, "solved"));
        Assert.Equal(Rejections.ChatEnded, floor.State.NothingToExplain(1));
        Assert.Equal(Rejections.ChatUnknown, floor.State.NothingToExplain(2));
        Assert.Equal(Rejections.ChatUnknown, floor.State.NothingToExplain(0));
    }

    [Fact]
    public void Candidates_stand_in_the_order_in_which_they_would_be_asked()
    {
        var floor = Floor(
            Agent("mina"), Agent("noor"), Agent("omar"), Agent("pia"), Agent("quin"), Agent("away") with
            {
                Memberships = [new MembershipProfile { Queue = "chat", Tier = 1 }],
            }).Available("mina", "noor", "omar", "pia").Given(Start("ana", "chat") with
            {
                Wishes = new ContactWishes { Preferred = ["omar"], Excluded = ["noor"] },
            });

        Assert.Equal("omar", floor.State.Offers[1].Agent.Value);
        Assert.Equal(["mina", "pia", "noor", "omar", "away", "quin"], floor.Candidates(1));
        floor.Given(Fail(1));
        Assert.Equal("mina", floor.State.Offers[2].Agent.Value);
        Assert.Equal(["pia", "mina", "noor"], floor.Candidates(1)[..3]);
    }

    [Fact]
    public void Candidates_of_a_queue_that_scores_stand_by_their_scores()
    {
        var floor = Floor(
            [Queue("chat") with { Strategy = RoutingStrategies.BestSkilled }],
            Levelled("mina", 3), Levelled("noor", 9), Levelled("omar", 5)).Available("mina", "noor", "omar")
            .Given(Start("ana", "chat") with
            {
                Wishes = new ContactWishes { Requirements = [(Requirement.Parse("french >= 3"), null)] },
            });

        Assert.Equal("noor", floor.State.Offers[1].Agent.Value);
        Assert.Equal(["omar", "mina", "noor"], floor.Candidates(1));
    }

    [Fact]
    public void Of_many_who_serve_a_queue_a_hundred_are_told_of_and_those_who_would_be_asked_come_first()
    {
        var ids = Enumerable.Range(1_000, 250).Select(number => $"a{number}").ToArray();
        var floor = Floor(Configuration([Queue("chat")], [.. ids.Select(id => Agent(id))]))
            .Available(ids[249]).Started("chat", "ana");
        floor.Available(ids[248]);

        var record = floor.State.Explain(1, floor.Now)!;
        Assert.Equal((100, 250), (record.Candidates.Count, record.Serving));
        Assert.Equal(ids[248], record.Candidates[0].Agent.Value);
        Assert.Empty(record.Candidates[0].Obstacles);
        Assert.Equal("has-its-offer", record.Candidates[1].RuledOutBy);
    }

    [Fact]
    public void What_waiting_ends_counts_from_when_the_contact_waits_again_and_not_from_before_the_talk()
    {
        var wishes = new ContactWishes
        {
            Requirements = [(Requirement.Parse("french"), Seconds(60))],
            Reserved = "noor",
            ReservedFor = Seconds(40),
        };
        var late = Agent("mina", "other") with
        {
            Memberships = [new MembershipProfile { Queue = "other", Delay = Seconds(90) }],
        };
        var floor = Floor([Queue("chat"), Queue("other")], Agent("noor") with
        {
            Attributes = [new AttributeText("french", "1")],
        }, late).Available("noor", "mina")
            .Given(Start("ana", "chat") with { Wishes = wishes }).Accepted(1).After(Minutes(10))
            .Given(new TransferChat(Actor.Agent("noor"), 1, "other", null));

        Assert.Equal(
            ["reserved +640 noor", "delay +690", "requirement +660 (french)"], floor.Between(1, "mina"));
    }

    [Fact]
    public void An_offer_that_no_explanation_foretold_is_a_violation()
    {
        var floor = Floor(Agent("mina"), Agent("noor")).Started("chat", "ana");

        Assert.Contains(
            "[signed-out]",
            Assert.Single(Invariants.Foretold(floor.State, Offered(1, 1, "mina", Noon), Noon)).What,
            StringComparison.Ordinal);
        Assert.Empty(Invariants.Explained(floor.State));
    }

    private static FloorConfiguration Wrapping(bool holdsSlot = false, bool holdsQueue = false)
    {
        var floor = Configuration([Queue("chat")], Agent("mina"));
        return floor with
        {
            WrapUp = floor.WrapUp with
            {
                HoldsSlot = holdsSlot,
                HoldsQueue = holdsQueue,
                AutoAfter = Seconds(20),
                AllowExtension = true,
            },
        };
    }

    private static RoutingRing Ring(int seconds, params string[] drops) =>
        new() { For = Seconds(seconds), Drops = [.. drops] };

    private static AgentProfile Skilled(string id, params string[] skills) =>
        Agent(id) with { Attributes = [.. skills.Select(skill => new AttributeText(skill, "true"))] };

    private static AgentProfile Levelled(string id, int level) =>
        Agent(id) with { Attributes = [new AttributeText("french", $"{level}")] };
}

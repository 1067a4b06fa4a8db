using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

public sealed class ConfigurationTests
{
    private static readonly FloorConfiguration Small = Configuration([Queue("chat"), Queue("other")], Agent("mina", 2));

    [Fact]
    public void A_revision_in_force_is_not_taken_again()
    {
        var floor = Floor(Small);

        floor.When(Revision.To(Small)).Then("floor-configured").When(Revision.To(Small)).ThenNothing();
    }

    [Fact]
    public void Only_the_host_configures_a_floor()
    {
        foreach (var stranger in (Actor[])[Mina, Ana, Boss, Actor.Bot, Actor.System])
        {
            Floor(Small).When(Revision.To(FloorConfiguration.Empty) with { By = stranger }).Refused("not-permitted");
        }
    }

    [Fact]
    public void A_configuration_that_cannot_hold_is_refused_with_all_its_faults_at_once()
    {
        var floor = Floor(Small);
        var wanted = Small with
        {
            Queues =
            [
                Queue("chat", offerSeconds: 0), Queue("chat"), Queue("no name"),
                Queue("odd", (Channel)9) with { Strategy = "at-random" }, Queue("slow", offerSeconds: 3_601),
            ],
            Agents =
            [
                Agent("mina", "gone") with { IdleCodes = ["nap"] }, Agent("mina", "chat"), Agent("no id", "chat"),
            ],
            IdleCodes = [new IdleCode("lunch", "Lunch"), new IdleCode("lunch", "Lunch"), new IdleCode("declined", "x")],
            DefaultIdleCode = "no code",
            WrapUp = new WrapUpPolicy
            {
                Reasons =
                [
                    new WrapUpReason("a", "A", true), new WrapUpReason("b", "B", true), new WrapUpReason("b", "B"),
                ],
                MaxReasons = 0,
                AutoAfter = TimeSpan.Zero,
            },
            BotTimeout = TimeSpan.Zero,
            Ceilings = [1, 2, 3],
            MaxLines = 0,
            WindowCount = 0,
            WindowPeriod = TimeSpan.FromDays(8),
        };

        var before = SnapshotCodec.Write(floor.State);
        var refused = floor.Ask(Revision.To(wanted)).Rejection!;
        Assert.Equal("configuration-invalid", refused.Code);
        Assert.Equal(before, SnapshotCodec.Write(floor.State));
        string[] faults =
        [
            "queue chat is there twice", "queue name 'no name' is no name",
            "queue chat: offer timeout 00:00:00 is not 1 s to 1 h",
            "queue slow: offer timeout 01:00:01 is not 1 s to 1 h", "queue odd: strategy 'at-random' is not known",
            "queue odd: channel 9 is not known", "agent mina is there twice", "agent id 'no id' is no id",
            "agent mina serves queue gone, which is not there", "agent mina is given idle code nap, which is not there",
            "idle code lunch is there twice", "wrap-up reason b is there twice", "'no code' is no code",
            "idle code declined is the engine's own", "more than one wrap-up reason is the default",
            "each channel needs a ceiling of 0 or more", "bot timeout 00:00:00 is not above 0 and at most 01:00:00",
            "wrap-up period 00:00:00 is not above 0 and at most 1.00:00:00",
            "command window period 8.00:00:00 is not above 0 and at most 7.00:00:00",
            "command window count 0 is not 1 to 10000000", "lines of a chat 0 is not 1 to 10000000",
            "wrap-up reasons at a time 0 is not 1 to 50",
        ];
        Assert.Equal(faults.Order(), refused.Subject!.Split("; ").Order());
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1_000, true)]
    [InlineData(3_600_000, true)]
    [InlineData(3_600_001, false)]
    public void An_offer_may_run_from_a_second_to_an_hour(int milliseconds, bool holds)
    {
        var queue = Queue("chat") with { OfferTimeout = TimeSpan.FromMilliseconds(milliseconds) };

        Assert.Equal(holds, !ConfigurationFaults.Of(Small with { Queues = [queue, Queue("other")] }).Any());
    }

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(1, 0, 0, true)]
    [InlineData(TimeSpan.TicksPerDay, TimeSpan.TicksPerDay, TimeSpan.TicksPerDay - 1, true)]
    [InlineData(TimeSpan.TicksPerDay + 1, 0, 0, false)]
    [InlineData(1, -1, 0, false)]
    [InlineData(1, TimeSpan.TicksPerDay + 1, 0, false)]
    [InlineData(1, 0, -1, false)]
    [InlineData(1, 0, TimeSpan.TicksPerDay, false)]
    public void What_statistics_count_by_has_bounds(long threshold, long shortAbandon, long dayBegins, bool holds)
    {
        var queue = Queue("chat") with
        {
            ServiceThreshold = new TimeSpan(threshold),
            ShortAbandon = new TimeSpan(shortAbandon),
        };

        var floor = Small with { Queues = [queue, Queue("other")], StatisticsDayBegins = new TimeSpan(dayBegins) };
        Assert.Equal(holds, !ConfigurationFaults.Of(floor).Any());
    }

    [Fact]
    public void A_queue_with_contacts_is_neither_removed_nor_moved_to_another_channel()
    {
        var floor = Floor(Small).Started("chat", "ana");

        floor.When(Without("chat")).Refused(Conflict("queue chat still has Chat contacts"))
            .When(Revision.To(Small with { Queues = [Queue("chat", Channel.Email), Queue("other")] }))
            .Refused(Conflict("queue chat still has Chat contacts"))
            .When(Without("other")).Then("floor-configured");
    }

    [Fact]
    public void A_queue_is_removed_once_its_last_contact_is_wrapped_up() =>
        Floor(Small).Available("mina").Started("chat", "ana").Accepted(1).Given(End(Ana, 1))
            .When(Without("chat")).Refused("configuration-invalid")
            .Given(WrapUp("mina", 1, "solved"))
            .When(Without("chat")).Then("floor-configured")
            .When(Start("ana", "chat")).Refused("queue-unknown");

    [Fact]
    public void An_agent_with_contacts_is_not_removed_and_one_without_is_signed_out()
    {
        var floor = Floor(Small).Available("mina").Started("chat", "ana").Accepted(1);
        var wanted = Revision.To(Small with { Agents = [] });

        floor.When(wanted).Refused(Conflict("agent mina still has contacts"))
            .Given(End(Ana, 1), WrapUp("mina", 1, "solved"))
            .When(wanted).Then("availability-changed", "floor-configured")
            .When(SignIn("mina")).Refused("agent-unknown");
    }

    [Fact, Pain(30)]
    public void A_new_queue_is_served_at_once()
    {
        var floor = Floor(Configuration([Queue("chat"), Queue("other")], Agent("mina", "other")))
            .Available("mina").Started("chat", "ana");

        floor.When(new Revision(floor).With(Agent("mina", "chat", "other"))).Then("floor-configured", "offer-made")
            .ThenAmongOthers(Offered(1, 1, "mina", floor.Now + Seconds(30)));
    }

    [Fact]
    public void A_revision_may_remove_an_empty_queue_while_it_opens_another_to_those_who_wait()
    {
        var floor = Floor(Configuration([Queue("chat"), Queue("other"), Queue("third")], Agent("mina", "other")))
            .Available("mina").Started("chat", "ana");

        floor.When(Revision.To(Configuration([Queue("chat"), Queue("third")], Agent("mina", "chat"))))
            .Then("floor-configured", "offer-made");
    }

    [Fact]
    public void A_queue_that_nobody_serves_any_more_keeps_its_contacts() =>
        Floor(Small).Available("mina")
            .Configured(now => now with { Agents = [Agent("mina", "other")] })
            .When(Start("ana", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .When(Start("bob", "other")).Then("chat-started", "notice-shown", "chat-queued", "offer-made");

    [Fact]
    public void An_open_offer_of_a_queue_the_agent_no_longer_serves_can_still_be_accepted() =>
        Floor(Small).Available("mina").Started("chat", "ana")
            .Configured(now => now with { Agents = [Agent("mina", "other")] })
            .When(Accept("mina", 1)).Then("offer-closed", "notice-shown");

    [Fact]
    public void An_empty_queue_may_change_its_channel() =>
        Floor(Configuration([Queue("chat")], Agent("mina", new MediaProfile { Chat = 0, Email = 1 }))).Available("mina")
            .Configured(now => now with { Queues = [Queue("chat", Channel.Email)] })
            .When(Start("ana", "chat")).Then("chat-started", "chat-queued", "offer-made");

    [Fact]
    public void A_revision_is_named_by_everything_that_is_in_it()
    {
        FloorConfiguration[] revisions =
        [
            Small, Small with { MaxLines = 5 }, Small with { BotTimeout = Seconds(7) },
            Small with { Agents = [Agent("mina", 3)] },
            Small with { Queues = [Queue("chat"), Queue("other", allowDecline: true)] },
            Small with { WrapUp = Small.WrapUp with { AllowExtension = true } }, Small with { WindowCount = 9 },
            Small with { Ceilings = [1, 1, 1, 1] }, Small with { IdleCodes = [] },
            Small with { DefaultIdleCode = "lunch" },
        ];

        Assert.Equal(revisions.Length, revisions.Select(ConfigurationHash.Of).Distinct().Count());
        Assert.Equal(
            ConfigurationHash.Of(Small),
                ConfigurationHash.Of(Configuration([Queue("chat"), Queue("other")], Agent("mina", 2))));
    }

    private static Configure Without(string queue) => Revision.To(Small with
    {
        Queues = [.. Small.Queues.Where(other => other.Name != queue)],
        Agents = [.. Small.Agents.Select(agent => agent with { Queues = agent.Queues.Remove(queue) })],
    });

    private static Rejection Conflict(string subject) => Rejections.ConfigurationInvalid with { Subject = subject };

    [Fact]
    public void What_reads_as_a_card_number_is_a_fault_wherever_it_stands_and_is_not_repeated()
    {
        const string card = "4111 1111 1111 1111";
        var policy = new ClassificationPolicy
        {
            FallbackQueue = "chat",
            Rules = [new ClassificationRule { When = $"account = '{card}'" }],
        };
        FloorConfiguration[] wrong =
        [
            Small with { Agents = [Agent("mina") with { Name = "Mina, cvv 123" }] },
            Small with { IdleCodes = [new IdleCode("lunch", $"Lunch, ;{card}=28121010000012300000?")] },
            Small with { Agents = [Agent("mina") with { Attributes = [new AttributeText("account", card)] }] },
            Small with { Agents = [Agent("mina") with { Attributes = [new AttributeText(card, "1")] }] },
            Small with { Queues = [Queue("chat") with { OverflowRequirement = $"account = '{card}'" }] },
            Small with
            {
                Queues = [Queue("chat") with
                {
                    WaitRules = [new WaitRule { After = Seconds(1), Requirement = $"account = '{card}'" }],
                }],
            },
            Small with { Queues = [Queue(card)] },
            Small with { Agents = [Agent("mina") with { Name = card }] },
            Small with { IdleCodes = [new IdleCode("lunch", $"Lunch, {card}")] },
            Small with { WrapUp = Small.WrapUp with { Reasons = [new WrapUpReason("sold", card)] } },
            Small with { Classifications = [new ClassificationProfile { Name = "words", Policy = policy }] },
        ];

        Assert.All(wrong, configuration =>
        {
            var faults = ConfigurationFaults.Of(configuration).ToArray();
            Assert.Contains("a name or code reads as a card number", faults);
            Assert.All(faults, fault => Assert.False(CardLikeId.Is(fault), fault));
        });
    }
}

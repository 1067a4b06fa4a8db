using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Queue, priority and requirements of contacts, told from what is said of them.</summary>
public sealed class ClassificationTests
{
    [Fact, PeerScenario("AZ-13")]
    public void A_policy_attaches_its_requirements_and_only_who_meets_them_all_is_offered_the_contact()
    {
        var floor = Scene([Queue("chat")], new ClassificationPolicy
        {
            FallbackQueue = "chat",
            Rules = [new ClassificationRule { Requirements = [new("cards"), new("level >= 5"), new("dept = loans")] }],
        }, Is("mina", ("other", "true")), Is("noor", ("cards", "true"), ("level", "5"), ("dept", "loans")));

        floor.Available("mina", "noor").Given(Said());
        Assert.Equal(["noor"], floor.OfferedTo(1));
        Assert.Equal("cards and dept = loans and level >= 5", floor.State.Explain(1, floor.Now)!.Requires);
    }

    [Fact, PeerScenario("AZ-14")]
    public void A_conditional_set_is_attached_to_contacts_that_meet_its_condition()
    {
        var floor = Scene([Queue("chat")], new ClassificationPolicy
        {
            FallbackQueue = "chat",
            Rules =
            [
                new ClassificationRule { When = "country = us", Requirements = [new("language = 'en-us'")] },
                new ClassificationRule { When = "country = ca", Requirements = [new("language = 'en-ca'")] },
            ],
        }, Is("mina", ("language", "en-ca")), Is("noor", ("language", "en-us")));

        floor.Available("mina", "noor").Given(Said(("country", "us")));
        Assert.Equal(["noor"], floor.OfferedTo(1));
        Assert.Equal("language = en-us", floor.State.Chats[1].Wishes.Requirements.Single().Requirement.ToString());
    }

    [Fact, PeerScenario("AZ-15")]
    public void What_is_passed_on_to_agents_gives_each_specialist_their_own_contacts()
    {
        var floor = Scene([Queue("chat")], new ClassificationPolicy
        {
            FallbackQueue = "chat",
            Rules =
            [
                new ClassificationRule
                {
                    AgentMatches = ["location", "geo", "language", "department"],
                    Requirements = [new("level >= 5")],
                },
            ],
        }, Specialist("mina", "O365"), Specialist("noor", "Xbox"));

        floor.Available("mina", "noor").Given(Asking("Xbox"), Asking("O365"));
        Assert.Equal(["noor"], floor.OfferedTo(1));
        Assert.Equal(["mina"], floor.OfferedTo(2));

        AgentProfile Specialist(string id, string department) => Is(
            id, ("location", "us"), ("geo", "NA"), ("language", "en-us"), ("department", department), ("level", "5"));

        StartContact Asking(string department) => Said(
            ("location", "us"), ("geo", "NA"), ("language", "en-us"), ("department", department));
    }

    [Fact, PeerScenario("AZ-17")]
    public void Where_no_rule_finds_a_queue_the_contact_comes_to_the_fallback_with_priority_1()
    {
        var floor = Scene([Queue("chat"), Queue("rest")], new ClassificationPolicy
        {
            FallbackQueue = "rest",
            Rules = [new ClassificationRule { When = "vip", Queue = "chat", Priority = 9 }],
        }).Given(Said());

        Assert.Equal(("rest", 1), In(floor, 1));
        Assert.Equal(("chat", 9), In(floor.Given(Said(("vip", true))), 2));
    }

    [Fact, PeerScenario("AZ-18")]
    public void A_rule_that_names_a_queue_that_is_not_there_falls_back()
    {
        var policy = new ClassificationPolicy
        {
            FallbackQueue = "rest",
            Rules = [new ClassificationRule { Queue = "gone" }],
        };
        var floor = Scene([Queue("gone"), Queue("rest")], policy).Given(Said());
        Assert.Equal(("gone", 1), In(floor, 1));

        floor.Given(End(Ana, 1)).Configured(now => now with
        {
            Queues = [Queue("rest")],
            Agents = [Agent("mina", "rest")],
        });
        Assert.Equal(("rest", 1), In(floor.Given(Said()).Restarted(), 2));
        Assert.Equal([2], floor.InLine("rest"));
    }

    [Fact, PeerScenario("AZ-19")]
    public void A_rule_without_a_condition_names_the_queue()
    {
        var floor = Scene([Queue("chat"), Queue("rest")], new ClassificationPolicy
        {
            Rules = [new ClassificationRule { Queue = "rest" }],
        }).Given(Said());

        Assert.Equal(("rest", 1), In(floor, 1));
    }

    [Fact, PeerScenario("AZ-21")]
    public void A_queue_whose_labels_are_all_that_the_contact_is_comes_before_the_fallback()
    {
        var floor = Scene(
            [
                Labelled("a", ("region", "eu"), ("language", "en"), ("product", "loans")),
                Labelled("b", ("region", "eu"), ("language", "en"), ("product", "cards")), Queue("rest"),
            ],
            new ClassificationPolicy
            {
                FallbackQueue = "rest",
                Rules = [new ClassificationRule { QueueMatches = ["region", "language", "product"] }],
            }).Given(Said(("region", "eu"), ("language", "en"), ("product", "cards")), Said(("region", "us")));

        Assert.Equal(("b", 1), In(floor, 1));
        Assert.Equal(("rest", 1), In(floor, 2));
    }

    [Fact, PeerScenario("AZ-22")]
    public void What_is_passed_on_and_what_is_conditional_find_the_queue_together()
    {
        var floor = Scene(
            [
                Labelled("english", ("region", "eu"), ("product", "cards"), ("language", "en")),
                Labelled("french", ("region", "eu"), ("product", "cards"), ("language", "fr")),
            ],
            new ClassificationPolicy
            {
                Rules =
                [
                    new ClassificationRule { QueueMatches = ["region", "product"] },
                    new ClassificationRule { When = "language = en", QueueLabels = "language = en" },
                    new ClassificationRule { When = "language = fr", QueueLabels = "language = fr" },
                ],
            }).Given(
                Said(("region", "eu"), ("product", "cards"), ("language", "fr")),
                Said(("region", "eu"), ("product", "cards"), ("language", "en")));

        Assert.Equal(("french", 1), In(floor, 1));
        Assert.Equal(("english", 1), In(floor, 2));
    }

    [Fact, PeerScenario("AZ-23")]
    public void A_queue_that_is_named_wins()
    {
        var floor = Scene([Queue("chat"), Queue("rest")], new ClassificationPolicy
        {
            FallbackQueue = "rest",
            Rules = [new ClassificationRule { Queue = "rest", Priority = 4 }],
        }).Given(Said() with { Queue = "chat" });

        Assert.Equal(("chat", 4), In(floor, 1));
    }

    [Fact, PeerScenario("AZ-25")]
    public void A_policy_that_sets_only_the_priority_leaves_queue_and_requirements_as_they_are()
    {
        var floor = Scene([Queue("chat"), Queue("rest")], new ClassificationPolicy
        {
            Rules = [new ClassificationRule { Priority = 7 }],
        }).Given(Start("ana", "chat") with
        {
            Wishes = new ContactWishes { Requirements = [(Requirement.Parse("french"), null)] },
        });

        floor.When(new ClassifyContact(Actor.Host, 1, [], "policy")).Then("contact-wished", "contact-classified");
        Assert.Equal(("chat", 7), In(floor.Restarted(), 1));
        Assert.Single(floor.State.Chats[1].Wishes.Requirements);
    }

    [Fact, PeerScenario("AZ-26")]
    public void A_patch_removes_what_is_null_may_change_the_kind_and_leaves_the_rest()
    {
        var floor = Scene([Queue("chat")], new ClassificationPolicy { FallbackQueue = "chat" })
            .Given(Said(("one", "text"), ("two", 2), ("three", true)));

        floor.When(new ClassifyContact(
                Actor.Host, 1, [("one", null), ("two", null), ("three", "text"), ("four", "new")], null))
            .Then(new ContactLabelled(1, [("four", "new"), ("three", "text")]));
        floor.When(new ClassifyContact(Actor.Host, 1, [("gone", null)], null)).ThenNothing();
        Assert.Equal(AttributeBag.Of(("four", "new"), ("three", "text")), floor.Restarted().State.Chats[1].Attributes);
    }

    [Fact]
    public void Classified_anew_a_contact_loses_what_the_rules_had_asked_for_and_keeps_what_it_asked_for_itself()
    {
        var floor = Scene([Queue("chat")], new ClassificationPolicy
        {
            FallbackQueue = "chat",
            Rules =
            [
                new ClassificationRule { When = "vip", Requirements = [new("gold")] },
                new ClassificationRule { AgentMatches = ["language"] },
            ],
        }).Given(Said(("vip", true), ("language", "ko")) with
        {
            Wishes = new ContactWishes { Requirements = [(Requirement.Parse("french"), null)] },
        });
        Assert.Equal("french and gold and language = ko", floor.State.Explain(1, floor.Now)!.Requires);

        floor.Restarted().Given(new ClassifyContact(Actor.Host, 1, [("vip", false), ("language", "en")], "policy"));
        Assert.Equal("french and language = en", floor.State.Explain(1, floor.Now)!.Requires);
    }

    [Fact]
    public void Classified_anew_a_contact_that_no_agent_has_goes_to_the_queue_of_the_rules_with_its_age()
    {
        var floor = Scene([Queue("chat"), Queue("rest")], Vips).Started("chat", "ana").After(Seconds(9))
            .Started("rest", "bob").Available("mina");
        Assert.Equal(["mina"], floor.OfferedTo(1));

        floor.When(new ClassifyContact(Actor.Host, 1, [("vip", true)], "policy")).ThenAmongOthers(
            new OfferClosed(1, OfferTrigger.Withdraw), new ChatDiverted(1, "chat", "rest", Diversion.Reclassified));
        Assert.Equal("rest", floor.State.Chats[1].Queue.Value);
    }

    [Fact]
    public void Classified_anew_a_contact_that_is_set_aside_goes_to_the_queue_of_the_rules_too()
    {
        var floor = Scene([Queue("chat"), Queue("rest")], Vips).Started("chat", "ana").Given(
            new SuspendContact(Actor.Host, 1), new ClassifyContact(Actor.Host, 1, [("vip", true)], "policy"));

        Assert.Equal("rest", floor.State.Chats[1].Queue.Value);
        floor.Given(new ActivateContact(Actor.Host, 1));
        Assert.Equal([1], floor.InLine("rest"));
    }

    [Fact]
    public void Classified_anew_a_contact_for_later_goes_to_the_queue_of_the_rules_though_that_is_closed_or_full_now()
    {
        QueueProfile[] others = [Queue("rest") with { Hours = Morning }, Queue("rest") with { MaxLength = 1 }];
        foreach (var rest in others)
        {
            var floor = Scene([Queue("chat"), rest], Vips).When(Start("bob", "rest"));
            floor.When(Start("ana", "chat") with { DueAt = Noon.AddHours(21) });
            var number = floor.State.Last.Chat;

            floor.When(new ClassifyContact(Actor.Host, number, [("vip", true)], "policy")).ThenAmongOthers(
                new ChatDiverted(number, "chat", "rest", Diversion.Reclassified));
            floor.Restarted();
            Assert.Equal("rest", floor.State.Chats[number].Queue.Value);
        }
    }

    [Fact]
    public void Classified_anew_a_contact_that_the_bot_has_goes_to_the_queue_of_the_rules_and_finds_out_when_it_waits()
    {
        var floor = Scene([Queue("chat", startsWithBot: true), Queue("rest") with { Hours = Morning }], Vips)
            .Given(Start("ana", "chat"), new ClassifyContact(Actor.Host, 1, [("vip", true)], "policy"));

        Assert.Equal(("rest", ChatState.Bot), (floor.State.Chats[1].Queue.Value, floor.State.Chats[1].State));
        floor.When(new AskForAgent(Ana, 1)).Refused("outside-hours");
    }

    [Fact]
    public void Classified_anew_a_contact_stays_where_the_other_queue_has_no_room_and_with_the_agent_who_has_it()
    {
        var floor = Scene([Queue("chat"), Queue("rest") with { MaxLength = 1 }], Vips)
            .Started("rest", "bob").Started("chat", "ana");
        floor.When(new ClassifyContact(Actor.Host, 2, [("vip", true)], "policy")).ThenAccepted();
        Assert.Equal("chat", floor.State.Chats[2].Queue.Value);

        floor.Available("mina").Accepted(1).When(new ClassifyContact(Boss, 1, [("vip", true)], "policy"))
            .ThenAccepted();
        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
    }

    [Fact]
    public void What_cannot_be_classified_is_refused()
    {
        var floor = Scene([Queue("chat")], new ClassificationPolicy());

        floor.When(Said()).Refused("queue-unknown")
            .When(Said() with { Classification = "other" }).Refused("classification-unknown")
            .When(Said() with { Classification = null }).Refused("queue-unknown")
            .When(Start("ana", "gone") with { Classification = "policy" }).Refused("queue-unknown");
        floor.Started("chat", "ana")
            .When(new ClassifyContact(Actor.Host, 1, [], "other")).Refused("classification-unknown")
            .When(new ClassifyContact(Actor.Host, 1, [("no name", 1)], null)).Refused("attributes-invalid")
            .When(new ClassifyContact(Ana, 1, [], "policy")).Refused("not-permitted")
            .When(new ClassifyContact(Mina, 1, [], "policy")).Refused("not-permitted")
            .When(new ClassifyContact(Actor.Host, 2, [], "policy")).Refused("chat-unknown");
    }

    [Fact]
    public void Attributes_are_bounded_and_never_hold_a_card_number()
    {
        var floor = Floor(Agent("mina"));
        AttributeBag Many(int count) =>
            AttributeBag.Of([.. Enumerable.Range(1, count).Select(one => ($"n{one}", (AttributeValue)one))]);

        floor.When(Start("ana", "chat") with { Attributes = Many(31) }).Refused("attributes-invalid");
        floor.Given(Start("ana", "chat") with { Attributes = Many(30) });
        floor.When(new ClassifyContact(Actor.Host, 1, [("more", 1)], null)).Refused("attributes-invalid");

        (string, AttributeValue)[] cards =
        [
            ("note", "paid with 4111 1111 1111 1111"), ("number", 4111111111111111), ("n4111111111111111", true),
            ("number", -5555555555554444),
        ];
        foreach (var (name, value) in cards)
        {
            floor.When(Start("bob", "chat") with { Attributes = [(name, value)] }).Refused("id-holds-card-data");
            floor.When(new ClassifyContact(Actor.Host, 1, [(name, value)], null)).Refused("id-holds-card-data");
        }
    }

    [Fact]
    public void Rules_that_cannot_hold_are_refused()
    {
        var configuration = Configuration([Queue("chat") with { Labels = [new("and", "x"), new("ok", "(")] }]) with
        {
            Classifications =
            [
                Named("a", new ClassificationPolicy { FallbackQueue = "gone" }), Named("a", new()), Named("b c", new()),
                Named("d", new ClassificationPolicy
                {
                    Rules =
                    [
                        new ClassificationRule { When = "x =", Queue = "gone", Priority = -1 },
                        new ClassificationRule
                        {
                            AgentMatches = ["not"], Requirements = [new("x") { For = TimeSpan.Zero }],
                        },
                    ],
                }),
            ],
        };

        Assert.Equal(
            [
                "queue chat: label 'and' cannot be 'x'",
                "queue chat: label 'ok' cannot be '('",
                "classification a is there twice",
                "classification a: it falls back to queue 'gone', which is not there",
                "classification 'b c' is no name",
                "classification d: it names queue 'gone', which is not there, and has none to fall back to",
                "classification d: 'x =' cannot be read, at 3: a value: a number, true, false, a word or a quoted text "
                    + "is expected, found the end",
                "classification d: priority -1 is not 0 to 1000",
                "classification d: a requirement holds for longer than a day, or not at all",
                "classification d: 'not' is the name of no attribute",
            ],
            ConfigurationFaults.Of(configuration));
        var many = new ClassificationRule { AgentMatches = [.. Enumerable.Range(1, 11).Select(one => $"n{one}")] };
        Assert.Equal(4, ConfigurationFaults.Of(Configuration([Queue("chat")]) with
        {
            Classifications =
            [
                Named("x", new ClassificationPolicy { Rules = [many, many] }),
                Named("y", new ClassificationPolicy { Rules = [.. Enumerable.Repeat(new ClassificationRule(), 101)] }),
            ],
        }).Count());
    }

    [Fact]
    public void A_strategy_sees_what_is_said_of_the_contact()
    {
        var seen = new List<AttributeBag>();
        var router = new Router();
        router.AddQueue("chat", Channel.Chat, new Spy(seen));
        router.Serve("mina", "chat");
        router.SetFree("mina", default, Channel.Chat);
        router.Wait(1, "chat", default, new ContactNeeds { Attributes = [("vip", true)] });

        Assert.NotNull(router.Next());
        Assert.Equal(AttributeBag.Of(("vip", true)), Assert.Single(seen));
    }

    private sealed class Spy(List<AttributeBag> seen) : IRoutingStrategy
    {
        public string Name => "spy";

        public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now)
        {
            seen.Add(contact.Attributes);
            return RoutingScore.First("seen");
        }
    }

    // Noon is when these floors begin.
    private static OpeningHours Morning => new() { Zone = "UTC", EveryDay = "08:00-12:00" };

    private static ClassificationPolicy Vips => new()
    {
        Rules = [new ClassificationRule { When = "vip", Queue = "rest" }],
    };

    private static ClassificationProfile Named(string name, ClassificationPolicy policy) =>
        new() { Name = name, Policy = policy };

    private static Specification Scene(
        QueueProfile[] queues, ClassificationPolicy policy, params AgentProfile[] agents) => Floor(
            Configuration(queues, agents.Length == 0 ? [Agent("mina")] : agents) with
            {
                Classifications = [Named("policy", policy)],
            });

    private static AgentProfile Is(string id, params (string Name, string Value)[] attributes) => Agent(id) with
    {
        Attributes = [.. attributes.Select(one => new AttributeText(one.Name, one.Value))],
    };

    private static QueueProfile Labelled(string name, params (string Name, string Value)[] labels) =>
        Queue(name) with { Labels = [.. labels.Select(one => new AttributeText(one.Name, one.Value))] };

    private static StartContact Said(params (string, AttributeValue)[] attributes) => Start("ana", "chat") with
    {
        Queue = default,
        Attributes = AttributeBag.Of(attributes),
        Classification = "policy",
    };

    private static (string Queue, int Priority) In(Specification floor, long chat) =>
        (floor.State.Chats[chat].Queue.Value, floor.State.Chats[chat].Wishes.Priority);
}

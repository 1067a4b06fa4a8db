using System.Text;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Sessions;
using ContactCenter.Vaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting.Tests;

public sealed class FloorBindingTests
{
    private const string Whole = """
        { "ContactCenter": { "Floors": {
          "retail": {
            "Redaction": {
              "Mode": "Redact", "OutboundMode": "Drop", "MinimumConfidence": "High", "WorkPerCharacter": 32,
              "Preset": "Balanced", "PersonalData": true, "AllowUnmaskedCardNumbers": true,
              "WhenRuleFails": "DeliverWithoutThatRulesProtection",
              "Kinds": { "korean-rrn": "Drop" }, "Masks": { "iban": "LastFour" },
              "Tokens": [ "phone-number", "passport" ], "TokenLifetime": "02:00:00",
              "Policies": [
                {
                  "Kind": "phone-number", "Direction": "Outbound", "Author": "Agent", "Queue": "cards-ko",
                  "Action": "Flag"
                },
                { "Author": "Bot", "Action": "Block" }
              ]
            },
            "WrapUp": {
              "AutoAfter": "00:02:00", "AllowExtension": true, "HoldsQueue": true,
              "ReasonPolicy": "Single", "MaxReasons": 3,
              "Reasons": [
                { "Code": "solved", "Name": "Solved", "IsDefault": true },
                { "Code": "no-answer" }
              ]
            },
            "Queues": {
              "cards-ko": {
                "OfferTimeout": "00:00:20", "Strategy": "longest-available", "AllowDecline": true,
                "StartsWithBot": true, "ConnectTimeout": "00:00:04", "WarnBefore": "00:00:05",
                "RetryDeclinedAfter": "00:00:25", "Labels": { "region": "eu" },
                "WhenRemoved": "MoveTo", "ReplacedBy": "cards-en",
                "MaxLength": 12, "WhenFull": "Overflow", "OverflowTo": "cards-en",
                "WaitRules": [ { "After": "00:01:00", "MoveTo": "cards-en" }, { "After": "00:05:00", "End": true } ],
                "Rings": [ { "For": "00:00:10", "Drops": [ "gold" ] }, { "For": "00:00:20" } ],
                "Mode": "broadcast", "BroadcastLimit": 7,
                "ParallelOffers": { "Min": 2, "Max": 3, "AddEvery": "00:00:06" },
                "Hours": {
                  "Zone": "Asia/Seoul", "Weekdays": "09:00-18:00", "Saturday": "10:00-12:00, 13:00-15:00",
                  "Closed": [ "2026-05-05" ], "Special": { "2026-12-24": "09:00-12:00" }
                },
                "ClosedAction": "Overflow", "ClosedOverflow": "cards-en",
                "ServiceThreshold": "00:00:30", "ShortAbandon": "00:00:02", "ExcludeShortAbandons": true,
                "PriorityWorth": "00:02:00", "HeadStart": "00:00:50",
                "WarnSilentAfter": "00:04:00", "EndSilentAfter": "00:08:00"
              },
              "cards-en": { "OfferTimeout": "00:00:45", "SleepSilentAfter": "00:10:00" },
              "calls": { "Channel": "voice" }
            },
            "Agents": {
              "mina": {
                "Name": "Mina", "Queues": [ "cards-ko", "calls" ], "Media": "Exclusive", "ChatCapacity": 3,
                "VoiceCapacity": 1, "EmailCapacity": 2, "SocialCapacity": 4, "IdleCodes": [ "lunch" ],
                "BesideChat": [ "None" ], "BesideEmail": [ "Voice", "chat" ], "Turns": { "Chat": 3 },
                "Interruptible": [ "Chat", "Email" ], "InterruptedBy": [ "Voice" ],
                "Team": "blue", "WrapUpReasons": [ "solved" ], "TransferToQueues": "Listed",
                "TransferQueues": [ "cards-en" ], "TransferToAgents": "Listed", "TransferTeams": [ "blue" ],
                "AutoAvailable": true, "AutoAccept": true, "InactivityLimit": "00:10:00", "AutoWrapUp": "00:03:00",
                "Pace": { "Contacts": 12, "Within": "00:30:00" },
                "Attributes": { "korean": 7, "dept": "cards", "night": "true" },
                "Memberships": {
                  "cards-ko": { "Rank": 2, "Delay": "00:00:15", "Tier": 3, "Weight": 4, "Position": 5 }, "calls": {}
                }
              },
              "jun": {}
            },
            "Classifications": {
              "cards": {
                "FallbackQueue": "cards-en",
                "Rules": [
                  {
                    "When": "language = ko", "Queue": "cards-ko", "Priority": 3, "AgentMatches": [ "language" ],
                    "Requirements": [ { "Text": "korean >= 3", "For": "00:00:30" } ]
                  },
                  { "QueueLabels": "region = eu", "QueueMatches": [ "language", "product" ] }
                ]
              }
            },
            "Teams": { "blue": { "Site": "north", "Media": { "Mode": "BlendedRealTime", "Voice": 1, "Chat": 2 } } },
            "Sites": {
              "north": {
                "Media": { "Chat": 4, "Email": 1, "Social": 1, "BesideVoice": [ "Email" ], "BesideSocial": [ "None" ],
                  "Turns": { "Voice": 2, "Email": 4, "Social": 5 } }
              }
            },
            "Supervisors": { "boss": { "Teams": [ "blue" ], "Rights": [ "Monitor", "Whisper" ] }, "chief": {} },
            "Collaboration": {
              "TransferRelease": "OnAccept", "TransferFallback": "Sender", "EndConferenceEndsContact": true,
              "OwnerMayExitConference": true, "AllowDeclineInvitation": true, "ConferenceWrapUp": "Both"
            },
            "RonaScope": "OwnChannel",
            "RoutingSeed": -9000000000,
            "Logins": "Single",
            "AgentGrace": "00:00:40",
            "CustomerGrace": "00:02:00",
            "InactivityLimit": "00:20:00",
            "StatisticsDayBegins": "15:00:00",
            "ForcedSignOut": true,
            "IdleCodes": { "lunch": "Lunch", "meeting": "Meeting" },
            "DefaultIdleCode": "meeting",
            "BotTimeout": "00:00:10",
            "MaxLive": { "Chat": 500, "Voice": 20 },
            "MaxLines": 900,
            "CommandWindow": "00:05:00",
            "CommandWindowCount": 1000,
            "Limits": {
              "MailboxCapacity": 100, "MaxMessageLength": 200, "RedactionDeadline": "00:00:02", "FeedBuffer": 3,
              "FeedHistory": 0, "SnapshotEvery": 70, "ResponsesTimeout": "00:00:04", "JournalTimeout": "00:00:45",
              "OwnershipTrust": "00:00:05", "LongestAbsence": "60.00:00:00"
            }
          },
          "business": { "Queues": { "loans": {} } } } } }
        """;

    [Fact]
    public void A_floor_is_what_its_section_says()
    {
        using var host = Build(Whole);
        var floor = Options(host, "retail");

        Assert.Equal(["calls", "cards-en", "cards-ko"], floor.Queues.Keys.Order());
        var queue = floor.Queues["cards-ko"];
        Assert.Equal(
            (TimeSpan.FromSeconds(20), true, true), (queue.OfferTimeout, queue.AllowDecline, queue.StartsWithBot));
        Assert.Equal((Channel.Chat, "longest-available"), (queue.Channel, queue.Strategy));
        Assert.Equal(TimeSpan.FromSeconds(45), floor.Queues["cards-en"].OfferTimeout);
        Assert.Equal(TimeSpan.FromMinutes(10), floor.Queues["cards-en"].SleepSilentAfter);
        Assert.Equal(Channel.Voice, floor.Queues["calls"].Channel);

        var (mina, jun) = (floor.Agents["mina"], floor.Agents["jun"]);
        Assert.Equal(("Mina", MediaMode.Exclusive), (mina.Name, mina.Media));
        Assert.Equal((string[])["cards-ko", "calls"], mina.Queues);
        Assert.Equal((string[])["lunch"], mina.IdleCodes);
        Assert.Equal(
            (3, 1, 2, 4), (mina.ChatCapacity, mina.VoiceCapacity, mina.EmailCapacity, mina.SocialCapacity));
        Assert.Equal(
            (string[])["dept cards", "korean 7", "night true"],
            mina.Attributes.Select(attribute => $"{attribute.Key} {attribute.Value}").Order());
        var (cards, calls) = (mina.Memberships["cards-ko"], mina.Memberships["calls"]);
        Assert.Equal(
            (2, TimeSpan.FromSeconds(15), 3, 4, 5),
            (cards.Rank, cards.Delay, cards.Tier, cards.Weight, cards.Position));
        Assert.Equal((1, TimeSpan.Zero, 1, 1), (calls.Rank, calls.Delay, calls.Tier, calls.Weight));
        Assert.Equal(new ChannelTurns { Chat = 3 }, mina.Turns);
        Assert.Equal((Channels.Chat | Channels.Email, Channels.Voice), (mina.Interruptible, mina.InterruptedBy));
        Assert.Equal(
            (null, Channels.None, Channels.Voice | Channels.Chat, null),
            (mina.BesideVoice, mina.BesideChat, mina.BesideEmail, mina.BesideSocial));
        Assert.Null(jun.Name ?? jun.Team ?? jun.ChatCapacity as object);

        Assert.True(floor.WrapUp.HoldsQueue);
        Assert.Equal("Lunch", floor.IdleCodes["lunch"]);
        Assert.Equal(("meeting", TimeSpan.FromSeconds(10)), (floor.DefaultIdleCode, floor.BotTimeout));
        Assert.Equal((500, 20), (floor.MaxLive[Channel.Chat], floor.MaxLive[Channel.Voice]));
        Assert.Equal(
            (900, TimeSpan.FromMinutes(5), 1000), (floor.MaxLines, floor.CommandWindow, floor.CommandWindowCount));
    }

    [Fact]
    public void Classifications_are_what_their_section_says()
    {
        using var host = Build(Whole);
        var floor = Options(host, "retail");

        Assert.Equal(
            new ClassificationPolicy
            {
                FallbackQueue = "cards-en",
                Rules =
                [
                    new ClassificationRule
                    {
                        When = "language = ko",
                        Queue = "cards-ko",
                        Priority = 3,
                        AgentMatches = ["language"],
                        Requirements = [new("korean >= 3") { For = TimeSpan.FromSeconds(30) }],
                    },
                    new ClassificationRule { QueueLabels = "region = eu", QueueMatches = ["language", "product"] },
                ],
            },
            floor.Classifications["cards"]);
        Assert.Equal("eu", floor.Queues["cards-ko"].Labels["region"]);
    }

    [Fact]
    public void Opening_hours_are_what_their_section_says()
    {
        using var host = Build(Whole);
        var queue = Options(host, "retail").Queues["cards-ko"];

        Assert.Equal(
            new OpeningHours
            {
                Zone = "Asia/Seoul",
                Weekdays = "09:00-18:00",
                Saturday = "10:00-12:00, 13:00-15:00",
                Closed = [new DateOnly(2026, 5, 5)],
                Special = new Dictionary<DateOnly, string> { [new DateOnly(2026, 12, 24)] = "09:00-12:00" },
            },
            queue.Hours);
        Assert.Equal((ClosedAction.Overflow, "cards-en"), (queue.ClosedAction, queue.ClosedOverflow));
    }

    [Fact]
    public void How_people_work_together_is_what_its_sections_say()
    {
        using var host = Build(Whole);
        var floor = Options(host, "retail");

        var (queue, mina) = (floor.Queues["cards-ko"], floor.Agents["mina"]);
        Assert.Equal((TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5)), (queue.ConnectTimeout, queue.WarnBefore));
        Assert.Equal(TimeSpan.FromSeconds(25), queue.RetryDeclinedAfter);
        Assert.Equal((QueueMode.Broadcast, 7), (queue.Mode, queue.BroadcastLimit));
        Assert.Equal(
            (TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(50)), (queue.PriorityWorth, queue.HeadStart));
        Assert.Equal(
            (TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(8)), (queue.WarnSilentAfter, queue.EndSilentAfter));
        Assert.Equal(
            (12, FullQueue.Overflow, "cards-en"), (queue.MaxLength, queue.WhenFull, queue.OverflowTo));
        Assert.Equal(
            [
                new WaitRule { After = TimeSpan.FromMinutes(1), MoveTo = "cards-en" },
                new WaitRule { After = TimeSpan.FromMinutes(5), End = true },
            ],
            queue.WaitRules);
        Assert.Equal(
            [
                new RoutingRing { For = TimeSpan.FromSeconds(10), Drops = ["gold"] },
                new RoutingRing { For = TimeSpan.FromSeconds(20) },
            ],
            queue.Rings);
        Assert.Equal(
            new ParallelOffers { Min = 2, Max = 3, AddEvery = TimeSpan.FromSeconds(6) }, queue.ParallelOffers);
        Assert.Equal(
            (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), true),
            (queue.ServiceThreshold, queue.ShortAbandon, queue.ExcludeShortAbandons));
        Assert.Equal(TimeSpan.FromHours(15), floor.StatisticsDayBegins);
        Assert.Equal(
            ("blue", ReachKind.Listed, ReachKind.Listed), (mina.Team, mina.TransferToQueues, mina.TransferToAgents));
        Assert.Equal(
            (string[])["solved", "cards-en", "blue"],
            (string[])[.. mina.WrapUpReasons, .. mina.TransferQueues, .. mina.TransferTeams]);
        Assert.Equal(
            (true, true, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(3)),
            (mina.AutoAvailable, mina.AutoAccept, mina.InactivityLimit, mina.AutoWrapUp));
        Assert.Equal(new AgentPace { Contacts = 12, Within = TimeSpan.FromMinutes(30) }, mina.Pace);
        Assert.Equal(
            ("north", new MediaProfile { Mode = MediaMode.BlendedRealTime, Voice = 1, Chat = 2 }),
            (floor.Teams["blue"].Site, floor.Teams["blue"].Media));
        Assert.Equal(
            new MediaProfile
            {
                Chat = 4,
                Email = 1,
                Social = 1,
                BesideVoice = Channels.Email,
                BesideSocial = Channels.None,
                Turns = new() { Voice = 2, Email = 4, Social = 5 },
            },
            floor.Sites["north"].Media);
        Assert.Equal((string[])["blue"], floor.Supervisors["boss"].Teams);
        Assert.Equal(SupervisorRights.Monitor | SupervisorRights.Whisper, floor.Supervisors["boss"].Rights);
        Assert.Equal(SupervisorRights.All, floor.Supervisors["chief"].Rights);
        Assert.Equal(
            new CollaborationPolicy
            {
                TransferRelease = TransferRelease.OnAccept,
                TransferFallback = TransferFallback.Sender,
                EndConferenceEndsContact = true,
                OwnerMayExitConference = true,
                AllowDeclineInvitation = true,
                ConferenceWrapUp = ConferenceWrapUp.Both,
            },
            floor.Collaboration);
        Assert.Equal(
            (RonaScope.OwnChannel, LoginPolicy.Single, true), (floor.RonaScope, floor.Logins, floor.ForcedSignOut));
        Assert.Equal(
            (TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(20)),
            (floor.AgentGrace, floor.CustomerGrace, floor.InactivityLimit));
        Assert.Equal(-9_000_000_000, floor.RoutingSeed);
    }

    [Fact]
    public void What_a_floor_works_by_reads_back_as_it_was_said()
    {
        using var host = Build(Whole);
        var floor = FloorBlueprint.Of(Options(host, "retail"));

        Assert.Equal(QueueRemoval.MoveTo, floor.Queues.First(queue => queue.Name == "cards-ko").WhenRemoved);
        Assert.All(floor.Queues, queue => Assert.Equal(
            ConfigurationJson.Write(queue),
            ConfigurationJson.Write(FloorBlueprint.Of(queue.Name, FloorBlueprint.OptionsOf(queue)))));
        Assert.All(floor.Agents, agent => Assert.Equal(
            ConfigurationJson.Write(agent),
            ConfigurationJson.Write(FloorBlueprint.Of(agent.Id, FloorBlueprint.OptionsOf(agent)))));
    }

    [Fact]
    public void Wrap_ups_redaction_and_limits_are_what_their_sections_say()
    {
        using var host = Build(Whole);
        var floor = Options(host, "retail");

        var wrapUp = floor.WrapUp;
        Assert.Equal(
            (WrapUpReason[])[new("solved", "Solved", IsDefault: true), new("no-answer", "no-answer")], wrapUp.Reasons);
        Assert.Equal(
            (TimeSpan.FromMinutes(2), true, WrapUpReasonPolicy.Single, 3),
            (wrapUp.AutoAfter, wrapUp.AllowExtension, wrapUp.ReasonPolicy, wrapUp.MaxReasons));
        var redaction = floor.Redaction;
        Assert.Equal(
            (RedactionMode.Redact, RedactionMode.Drop, Confidence.High, 32),
            (redaction.Mode, redaction.OutboundMode, redaction.MinimumConfidence, redaction.WorkPerCharacter));
        Assert.Equal(
            (RedactionPreset.Balanced, true, true, RuleFailureHandling.DeliverWithoutThatRulesProtection),
            (redaction.Preset, redaction.PersonalData, redaction.AllowUnmaskedCardNumbers, redaction.WhenRuleFails));
        Assert.Equal([new(RedactionKind.KoreanResident, RedactionAction.Drop)], redaction.Kinds);
        Assert.Equal([new(RedactionKind.Iban, MaskFormat.LastFour)], redaction.Masks);
        Assert.Equal([RedactionKind.PhoneNumber, RedactionKind.Passport], redaction.Tokens);
        Assert.Equal(TimeSpan.FromHours(2), redaction.TokenLifetime);
        Assert.Equal(
            [
                new RedactionPolicy
                {
                    Kind = RedactionKind.PhoneNumber,
                    Direction = RedactionDirection.Outbound,
                    Author = ActorKind.Agent,
                    Queue = "cards-ko",
                    Action = RedactionAction.Flag,
                },
                new RedactionPolicy { Author = ActorKind.Bot, Action = RedactionAction.Block },
            ],
            redaction.Policies);
        var limits = floor.Limits;
        Assert.Equal((100, 200, 3), (limits.MailboxCapacity, limits.MaxMessageLength, limits.FeedBuffer));
        Assert.Equal(
            (TimeSpan.FromSeconds(2), 0, 70), (limits.RedactionDeadline, limits.FeedHistory, limits.SnapshotEvery));
        Assert.Equal(TimeSpan.FromSeconds(4), limits.ResponsesTimeout);
        Assert.Equal(
            (TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(5)), (limits.JournalTimeout, limits.OwnershipTrust));
        Assert.Equal(TimeSpan.FromDays(60), limits.LongestAbsence);
    }

    [Fact]
    public async Task Every_floor_of_the_section_runs()
    {
        using var host = Build(Whole);
        await host.StartAsync();
        var (retail, business) = (Floor(host, "retail"), Floor(host, "business"));

        Assert.True((await retail.Agents.SignInAsync("mina")).IsAccepted);
        Assert.True((await retail.Queues.WaitingAsync("cards-ko")).IsAccepted);
        Assert.Equal("agent-unknown", (await business.Agents.SignInAsync("mina")).Rejection?.Code);
        Assert.True((await business.Queues.WaitingAsync("loans")).IsAccepted);
        await host.StopAsync();
    }

    [Fact]
    public void What_a_section_does_not_mention_stays_as_it_was()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddContactCenter()
            .AddFloor("retail", floor => floor.AddQueue("cards", queue => queue.AllowDecline = true).MaxLines = 5)
            .BindFloors(Section("""
                { "ContactCenter": { "Floors": { "retail": {
                  "Queues": { "cards": { "OfferTimeout": "00:00:07" } } } } } }
                """));
        using var host = builder.Build();
        var floor = Options(host, "retail");

        var queue = Assert.Single(floor.Queues).Value;
        Assert.Equal((TimeSpan.FromSeconds(7), true, 5), (queue.OfferTimeout, queue.AllowDecline, floor.MaxLines));
    }

    [Fact]
    public void Every_option_has_a_key_but_who_owns_the_configuration()
    {
        string[] keys = [.. OptionKeys.Of(typeof(FloorOptions))];
        Assert.Contains("Agents:x:Memberships:x:Tier", keys);
        Assert.Contains("Queues:x:WaitRules:0:After", keys);
        Assert.Contains("Limits:SnapshotEvery", keys);

        var section = new ConfigurationBuilder()
            .AddInMemoryCollection(keys.Select(key => KeyValuePair.Create($"retail:{key}", (string?)"?")))
            .Build().GetSection("retail");
        Assert.Equal(
            ["retail:Changes is not known."],
            FloorBinding.Bind(section, new FloorOptions())
                .Where(fault => fault.EndsWith("is not known.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Keys_are_read_as_configuration_reads_them_whatever_their_case()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["contactcenter:floors:retail:QUEUES:cards:offertimeout"] = "0:0:7",
            ["contactcenter:floors:retail:wrapup:allowextension"] = "TRUE",
        }).Build();
        using var host = Build(configuration.GetSection("ContactCenter:Floors"));
        var floor = Options(host, "retail");

        Assert.Equal(TimeSpan.FromSeconds(7), floor.Queues["cards"].OfferTimeout);
        Assert.True(floor.WrapUp.AllowExtension);
    }

    private static IHost Build(string json) => Build(Section(json));

    private static IHost Build(IConfigurationSection section)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddContactCenter()
            .UseTokenVault(_ => new InMemoryTokenVault())
            .BindFloors(section)
            .AddHostedFloors();
        return builder.Build();
    }

    private static IConfigurationSection Section(string json) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("ContactCenter:Floors");

    private static FloorOptions Options(IHost host, string floor) =>
        host.Services.GetRequiredService<IOptionsMonitor<FloorOptions>>().Get(floor);

    private static FloorHost Floor(IHost host, string id) => host.Services.GetRequiredKeyedService<FloorHost>(id);
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.DependencyInjection;

public sealed class FloorOptionsTests
{
    [Fact]
    public void A_floor_that_cannot_work_is_refused_with_every_fault_at_once()
    {
        var services = new ServiceCollection();
        services.AddContactCenter(floor =>
        {
            floor.AddQueue("cards", queue => queue.OfferTimeout = TimeSpan.FromMilliseconds(1))
                .AddQueue("no name", queue => queue.Strategy = "at-random")
                .AddAgent("mina", agent => agent.Serves("gone").ChatCapacity = 6)
                .AddAgent("no id", agent => agent.VoiceCapacity = 2);
            floor.BotTimeout = TimeSpan.Zero;
            floor.WrapUp.MaxReasons = 0;
            floor.WrapUp.AutoAfter = TimeSpan.FromDays(2);
            floor.Limits.MailboxCapacity = 0;
            floor.Limits.RedactionDeadline = TimeSpan.FromMinutes(2);
            floor.CommandWindowCount = 0;
        });
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<FloorHost>());
        string[] faults =
        [
            "queue cards: offer timeout", "queue name 'no name' is no name",
            "queue no name: strategy 'at-random' is not known",
            "agent mina serves queue gone", "agent mina: Chat capacity 6", "agent id 'no id' is no id",
            "agent no id: voice capacity 2", "bot timeout", "wrap-up reasons at a time 0", "wrap-up period",
            "MailboxCapacity 0 is not 1 to 1000000", "RedactionDeadline", "command window count 0",
        ];
        Assert.All(faults, fault => Assert.Contains(
            refused.Failures, failure => failure.StartsWith($"Floor default: {fault}", StringComparison.Ordinal)));
        Assert.Equal(faults.Length, refused.Failures.Count());
    }

    [Fact]
    public async Task A_floor_that_says_nothing_works()
    {
        var services = new ServiceCollection();
        services.AddContactCenter(_ => { });
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<FloorHost>().StartAsync();
        Assert.Equal("default", provider.GetRequiredService<FloorHost>().Id.Value);
    }

    [Fact]
    public void The_defaults_are_those_that_are_documented()
    {
        var (floor, queue, agent) = (new FloorOptions(), new QueueOptions(), new AgentOptions());

        Assert.Equal(("signed-in", TimeSpan.FromSeconds(30)), (floor.DefaultIdleCode, floor.BotTimeout));
        Assert.Equal((1_000_000, 50_000), (floor.MaxLines, floor.CommandWindowCount));
        Assert.Equal(TimeSpan.FromMinutes(10), floor.CommandWindow);
        Assert.Empty(floor.Queues);
        Assert.Empty(floor.Agents);
        Assert.Empty(floor.Teams.Keys.Concat(floor.Sites.Keys).Concat(floor.Supervisors.Keys));
        Assert.Empty(floor.IdleCodes);
        Assert.Empty(floor.MaxLive);
        Assert.Equal((RedactionMode.Redact, null), (floor.Redaction.Mode, floor.Redaction.OutboundMode));

        Assert.Equal((Channel.Chat, TimeSpan.FromSeconds(30)), (queue.Channel, queue.OfferTimeout));
        Assert.Equal(
            (RoutingStrategies.LongestAvailable, false, false),
            (queue.Strategy, queue.AllowDecline, queue.StartsWithBot));

        Assert.Null(agent.Media ?? agent.ChatCapacity as object ?? agent.Name ?? agent.Team);
        floor.AddAgent("mina");
        var media = FloorBlueprint.Of(floor).MediaOf(FloorBlueprint.Of(floor).Agents[0]);
        Assert.Equal(new MediaProfile { Chat = 1 }, media);
        Assert.Equal((ReachKind.All, ReachKind.All), (agent.TransferToQueues, agent.TransferToAgents));
        Assert.Equal((false, false, null), (agent.AutoAvailable, agent.AutoAccept, agent.InactivityLimit));

        Assert.Equal(new CollaborationPolicy(), floor.Collaboration);
        Assert.Equal((RonaScope.AllChannels, LoginPolicy.Multiple), (floor.RonaScope, floor.Logins));
        Assert.Equal((TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(5)), (floor.AgentGrace, floor.CustomerGrace));
        Assert.Equal((null, false), (floor.InactivityLimit, floor.ForcedSignOut));
        Assert.Equal((null, null), (queue.ConnectTimeout, queue.WarnBefore));
        Assert.Equal((QueueMode.Automatic, 20), (queue.Mode, queue.BroadcastLimit));
        Assert.Equal(new ParallelOffers { Min = 1, Max = 1, AddEvery = null }, queue.ParallelOffers);
        Assert.Equal((Seconds(20), Seconds(5), false),
            (queue.ServiceThreshold, queue.ShortAbandon, queue.ExcludeShortAbandons));
        Assert.Equal(TimeSpan.Zero, floor.StatisticsDayBegins);

        Assert.Equal(
            (WrapUpReasonPolicy.Multiple, 5, false),
            (floor.WrapUp.ReasonPolicy, floor.WrapUp.MaxReasons, floor.WrapUp.AllowExtension));
        Assert.Null(floor.WrapUp.AutoAfter);
        Assert.Empty(floor.WrapUp.Reasons);
    }

    [Fact]
    public void The_default_limits_are_those_that_are_documented()
    {
        var limits = new FloorLimits();

        Assert.Equal((10_000, 8_000), (limits.MailboxCapacity, limits.MaxMessageLength));
        Assert.Equal((256, 4_096, 50_000), (limits.FeedBuffer, limits.FeedHistory, limits.SnapshotEvery));
        Assert.Equal(TimeSpan.FromSeconds(1), limits.RedactionDeadline);
        Assert.Equal((Seconds(3), Seconds(3)), (limits.HistoryTimeout, limits.ResponsesTimeout));
        Assert.Equal((Seconds(30), Seconds(1)), (limits.JournalTimeout, limits.OwnershipTrust));
        Assert.Equal(TimeSpan.FromDays(30), limits.LongestAbsence);
        Assert.Empty(limits.Faults());
    }

    [Fact]
    public void A_floor_works_by_what_its_options_say()
    {
        var options = new FloorOptions
        { DefaultIdleCode = "break", MaxLines = 7, BotTimeout = TimeSpan.FromSeconds(9) };
        options.AddQueue("cards", queue => (queue.AllowDecline, queue.StartsWithBot) = (true, true))
            .AddAgent("mina", agent => agent.Serves("cards").ChatCapacity = 3);
        options.Agents["mina"].IdleCodes.Add("lunch");
        options.IdleCodes.Add("lunch", "Lunch");
        options.MaxLive[Channel.Voice] = 5;
        options.WrapUp.Reasons.Add(new WrapUpReason("solved", "Solved"));
        options.WrapUp.AutoAfter = TimeSpan.FromSeconds(45);
        options.WrapUp.AllowExtension = true;

        var floor = FloorBlueprint.Of(options);
        Assert.Empty(ConfigurationFaults.Of(floor));
        Assert.Equal((7, TimeSpan.FromSeconds(9), "break"), (floor.MaxLines, floor.BotTimeout, floor.DefaultIdleCode));
        Assert.Equal(["break", "lunch"], floor.IdleCodes.Select(code => code.Code));
        Assert.Equal([5, 200_000, 200_000, 200_000], floor.Ceilings.AsEnumerable());
        Assert.Equal((true, true), (floor.Queues[0].AllowDecline, floor.Queues[0].StartsWithBot));
        Assert.Equal(3, floor.Agents[0].Media!.Chat);
        Assert.Equal("lunch", Assert.Single(floor.Agents[0].IdleCodes));
        Assert.Equal(
            (5, TimeSpan.FromSeconds(45), true),
            (floor.WrapUp.MaxReasons, floor.WrapUp.AutoAfter, floor.WrapUp.AllowExtension));
    }

    [Fact]
    public void A_policy_of_a_single_reason_takes_one_whatever_the_maximum()
    {
        var options = new FloorOptions();
        options.WrapUp.ReasonPolicy = WrapUpReasonPolicy.Single;

        Assert.Equal(1, FloorBlueprint.Of(options).WrapUp.MaxReasons);
    }

    [Fact]
    public void A_queue_or_an_agent_is_added_once()
    {
        var options = new FloorOptions().AddQueue("cards").AddAgent("mina");

        Assert.Throws<ArgumentException>(() => options.AddQueue("cards"));
        Assert.Throws<ArgumentException>(() => options.AddAgent("mina"));
    }

    [Theory]
    [InlineData(nameof(FloorLimits.RedactionDeadline), 1)]
    [InlineData(nameof(FloorLimits.HistoryTimeout), 1)]
    [InlineData(nameof(FloorLimits.ResponsesTimeout), 1)]
    [InlineData(nameof(FloorLimits.JournalTimeout), 60)]
    [InlineData(nameof(FloorLimits.OwnershipTrust), 1)]
    [InlineData(nameof(FloorLimits.LongestAbsence), 36_500 * 24 * 60)]
    public void What_the_host_brings_is_given_some_time_but_no_more_than_its_bound(string limit, int minutes)
    {
        var property = typeof(FloorLimits).GetProperty(limit)!;
        foreach (var (value, holds) in new[]
        {
            (TimeSpan.Zero, false), (Tick, true), (Minutes(minutes), true), (Minutes(minutes) + Tick, false),
        })
        {
            var limits = new FloorLimits();
            property.SetValue(limits, value);

            Assert.Equal(holds, !limits.Faults().Any());
        }
    }

    [Theory]
    [InlineData(nameof(FloorLimits.MailboxCapacity), 1, 1_000_000)]
    [InlineData(nameof(FloorLimits.MaxMessageLength), 1, 1_000_000)]
    [InlineData(nameof(FloorLimits.FeedBuffer), 1, 100_000)]
    [InlineData(nameof(FloorLimits.FeedHistory), 0, 1_000_000)]
    [InlineData(nameof(FloorLimits.SnapshotEvery), 1, 10_000_000)]
    public void A_limit_holds_between_its_bounds_and_not_beyond(string limit, int least, int most)
    {
        var property = typeof(FloorLimits).GetProperty(limit)!;
        foreach (var (value, holds) in new[] { (least - 1, false), (least, true), (most, true), (most + 1, false) })
        {
            var limits = new FloorLimits();
            property.SetValue(limits, value);

            Assert.Equal(holds, !limits.Faults().Any());
        }
    }
}

using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using ContactCenter.Tests.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>A strategy of the host's that fails strands nobody, and is not passed over in silence.</summary>
public sealed class StrategyFailureTests
{
    private const string Longest = RoutingStrategies.LongestAvailable;

    private static readonly FloorConfiguration Usual = Configuration(
        [Queue("chat") with { Strategy = "frail" }, Queue("other") with { Strategy = "frail" }],
        Agent("mina", 5), Agent("noor", 5));

    public static TheoryData<string> Ways { get; } = ["throws", "is no number"];

    [Theory, Pain(16)]
    [MemberData(nameof(Ways))]
    public void Its_queue_goes_on_with_the_longest_available_and_says_so_once(string way)
    {
        var floor = Of(way).Available("noor").Advance(Seconds(1)).Available("mina");

        floor.When(Start("ana", "chat")).Then(
            "chat-started", "notice-shown", "chat-queued", "strategy-failed", "offer-made");
        Assert.Equal(new StrategyFailed("chat", "frail"), floor.Happened[^2]);
        var made = Assert.IsType<OfferMade>(floor.Happened[^1]);
        Assert.Equal(("noor", Longest), (made.Agent.Value, made.Why));
        Assert.Equal(Longest, floor.State.Explain(1, floor.Now)?.Strategy);

        floor.When(Start("bob", "chat"));
        Assert.Empty(floor.Happened.OfType<StrategyFailed>());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void It_is_asked_again_after_the_next_configuration_and_not_after_a_restart(string way)
    {
        var floor = Of(way).Available("noor", "mina").Started("chat", "ana").Restarted();
        Assert.Equal(["chat"], floor.State.FailedStrategies.Keys);

        floor.When(Start("bob", "chat"));
        Assert.Empty(floor.Happened.OfType<StrategyFailed>());
        floor.Configured(now => now with { RoutingSeed = 1 });
        Assert.Empty(floor.State.FailedStrategies);
        floor.When(Start("cho", "chat"));
        Assert.Single(floor.Happened.OfType<StrategyFailed>());
    }

    [Fact]
    public void It_fails_for_one_queue_and_not_for_others()
    {
        var floor = Of("throws").Available("noor").Started("chat", "ana");

        floor.When(Start("bob", "other"));

        Assert.Equal(new StrategyFailed("other", "frail"), floor.Happened.OfType<StrategyFailed>().Single());
    }

    [Theory]
    [InlineData("a longer reason than anybody would want to read in the log of a floor", "frail")]
    [InlineData("card 4111 1111 1111 1111", "frail")]
    [InlineData("broken", "frail")]
    [InlineData("", "frail")]
    [InlineData("their own branch", "their own branch")]
    public void A_reason_that_cannot_be_kept_is_the_strategys_name(string reason, string why)
    {
        // A lone surrogate does not get through an attribute.
        var frail = new Frail { Reason = reason == "broken" ? "\ud800" : reason };
        var floor = new Specification(Usual, strategies: new([frail])).Available("mina");

        floor.When(Start("ana", "chat"));

        Assert.Equal(why, floor.Happened.OfType<OfferMade>().Single().Why);
    }

    [Fact]
    public void A_strategy_that_this_process_does_not_have_counts_as_one_that_has_failed()
    {
        var there = new Specification(Usual, strategies: new([new Frail()])).Available("mina", "noor");
        var here = SnapshotCodec.Read(new JournalSnapshot(there.State.Head, SnapshotCodec.Write(there.State)));

        var batch = here.Handle(new Envelope(Start("ana", "chat"), default, 0), there.Now).Batch!;

        Assert.Equal(new StrategyFailed("chat", "frail"), batch.Events.OfType<StrategyFailed>().Single());
        Assert.Equal(Longest, batch.Events.OfType<OfferMade>().Single().Why);
        Assert.Contains("queue chat: strategy 'frail' is not known", here.FaultsOf(Usual));
    }

    [Fact]
    public async Task A_floor_starts_without_a_strategy_that_its_journal_names_and_the_log_says_what_is_chosen()
    {
        await using var there = await RunningFloor.StartAsync(
            Usual, runtime => runtime with { Strategies = new([new Frail()]) });
        await there.Host.StopAsync();
        await using var here = await RunningFloor.StartAsync(
            Usual, runtime => runtime with { Journal = there.Journal, Changes = ConfigurationChanges.FromVerbs });
        await here.AvailableAsync("mina");

        await here.StartedAsync("ana");
        await here.AdvanceAsync(Seconds(1));

        Assert.Single((await here.Host.Agents.OffersAsync("mina")).ValueOrThrow());
        Assert.Contains(here.Log.Lines, line => line.StartsWith(
            "Error routing-strategy-failed: frail of queue chat on floor floor;", StringComparison.Ordinal));
        var items = here.Host.Run!.Follower.Read(floor => Visibility.Snapshot(floor, Boss));
        Assert.Equal(new StrategyFailedShown("chat", "frail"), items.OfType<StrategyFailedShown>().Single());
    }

    [Fact]
    public void Supervisors_see_it_and_nobody_else()
    {
        var floor = Of("throws").Available("mina").Started("chat", "ana").State;

        var shown = new List<Shown>();
        Visibility.Show(
            floor, new Happening(new StrategyFailed("chat", "frail"), floor.LastAt, null, null), null, shown);

        var one = Assert.Single(shown);
        Assert.Equal(new StrategyFailedShown("chat", "frail"), one.Item);
        Assert.Equal(
            (true, false, false),
            (one.To.Includes(Boss, floor), one.To.Includes(Mina, floor), one.To.Includes(Ana, floor)));
    }

    private static Specification Of(string way) => new(Usual, strategies: new([new Frail { Way = way }]));

    private sealed class Frail : IRoutingStrategy
    {
        public string Name => "frail";

        public string? Way { get; init; }

        public string Reason { get; init; } = "frail";

        public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
            Way switch
            {
                "throws" => throw new InvalidOperationException("not today"),
                "is no number" => RoutingScore.By(double.NaN, Name),
                _ => RoutingScore.First(Reason),
            };
    }
}

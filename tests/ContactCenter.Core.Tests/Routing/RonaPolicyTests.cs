using ContactCenter.Routing;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>The policy by itself, without a floor.</summary>
public sealed class RonaPolicyTests
{
    private static readonly RonaPolicy Doubling = new()
    {
        Missed = new RonaRule
        {
            Then = RonaConsequence.CoolOff,
            CoolOff = Seconds(10),
            BackOff = 2,
            MaxCoolOff = Seconds(60),
        },
    };

    [Fact, PeerScenario("WX-02")]
    public void Without_a_word_each_cause_has_its_consequence_until_the_agent_acts()
    {
        var policy = new RonaPolicy();

        Assert.Equal(RonaConsequence.Rona, Of(RonaCause.Missed).Consequence);
        Assert.Equal(RonaConsequence.Idle, Of(RonaCause.Declined).Consequence);
        Assert.Equal(RonaConsequence.Idle, Of(RonaCause.Failed).Consequence);
        Assert.All([RonaCause.Missed, RonaCause.Declined, RonaCause.Failed], cause => Assert.Null(Of(cause).Until));
        Assert.Empty(policy.Faults());

        RonaVerdict Of(RonaCause cause) => policy.Judge(RonaRecord.Clean, cause, Noon);
    }

    [Theory, PeerScenario("FS-04", "AZ-07")]
    [InlineData(RonaCause.LostRace)]
    [InlineData(RonaCause.CustomerLeft)]
    [InlineData(RonaCause.Withdrawn)]
    public void What_is_not_the_agents_doing_never_counts(RonaCause cause)
    {
        var record = Doubling.Judge(RonaRecord.Clean, RonaCause.Missed, Noon).After;

        Assert.Equal(new RonaVerdict(record, 0, RonaConsequence.None, null), Doubling.Judge(record, cause, Noon));
        Assert.Equal(default, record[cause]);
        Assert.Null(Doubling.RuleOf(cause));
    }

    [Fact]
    public void Below_the_threshold_nothing_follows_or_a_shorter_cool_off()
    {
        var strict = new RonaPolicy { Missed = new RonaRule { Threshold = 3 } };
        Assert.Equal(
            [(1, RonaConsequence.None, null), (2, RonaConsequence.None, null), (3, RonaConsequence.Rona, null)],
            InARow(strict, 3));

        var lenient = new RonaPolicy { Missed = strict.Missed with { CoolOffBelowThreshold = Seconds(5) } };
        Assert.Equal(
            [(1, RonaConsequence.CoolOff, Seconds(5)), (2, RonaConsequence.CoolOff, Seconds(5)),
                (3, RonaConsequence.Rona, null), (4, RonaConsequence.Rona, default(TimeSpan?))],
            InARow(lenient, 4));
    }

    [Fact]
    public void Each_further_one_in_a_row_multiplies_the_cool_off_up_to_its_maximum() =>
        Assert.Equal(
            [10, 20, 40, 60, 60],
            InARow(Doubling, 5).Select(one => (int)one.CoolOff!.Value.TotalSeconds));

    [Fact]
    public void The_cool_off_multiplies_from_the_threshold_on()
    {
        var policy = new RonaPolicy
        {
            Missed = Doubling.Missed with { Threshold = 3, CoolOffBelowThreshold = Seconds(1), BackOff = 3 },
        };

        Assert.Equal(
            [1, 3, 10, 30, 60], InARow(policy, 5).Select(one => (int)one.CoolOff!.Value.TotalSeconds));
    }

    [Fact]
    public void A_cool_off_that_is_longer_than_the_maximum_is_not_cut() =>
        Assert.Equal(
            Seconds(90),
            InARow(new RonaPolicy { Missed = Doubling.Missed with { CoolOff = Seconds(90) } }, 2)[1].CoolOff);

    [Fact]
    public void However_many_there_are_in_a_row_the_count_and_the_cool_off_have_an_end()
    {
        var creeping = new RonaPolicy
        {
            Missed = Doubling.Missed with { BackOff = 1.000_1, MaxCoolOff = TimeSpan.FromDays(1) },
        };
        var record = RonaRecord.Clean with { Missed = new RonaTally(1_000, Noon) };

        var verdict = creeping.Judge(record, RonaCause.Missed, Noon);
        Assert.Equal(1_000, verdict.Count);
        Assert.InRange(verdict.Until!.Value, Noon + Seconds(11), Noon + Seconds(12));
    }

    [Fact]
    public void Long_enough_without_another_what_was_counted_is_forgotten()
    {
        var policy = Doubling with { RecoversAfter = TimeSpan.FromMinutes(10) };
        var record = policy.Judge(RonaRecord.Clean, RonaCause.Missed, Noon).After;

        Assert.Equal(2, policy.Judge(record, RonaCause.Missed, Noon.AddMinutes(10) - Tick).Count);
        Assert.Equal(1, policy.Judge(record, RonaCause.Missed, Noon.AddMinutes(10)).Count);
        Assert.Equal(2, Doubling.Judge(record, RonaCause.Missed, Noon.AddYears(1)).Count);
    }

    [Fact]
    public void Each_cause_counts_by_itself()
    {
        var record = Doubling.Judge(RonaRecord.Clean, RonaCause.Missed, Noon).After;
        record = Doubling.Judge(record, RonaCause.Declined, Noon).After;
        record = Doubling.Judge(record, RonaCause.Declined, Noon).After;

        Assert.Equal((1, 2, 0), (record.Missed.Count, record.Declined.Count, record.Failed.Count));
    }

    [Fact]
    public void A_cause_that_does_not_count_leaves_the_record_alone()
    {
        var policy = new RonaPolicy { Declined = new RonaRule { Counts = false } };

        var verdict = policy.Judge(RonaRecord.Clean, RonaCause.Declined, Noon);
        Assert.Equal((0, RonaConsequence.None), (verdict.Count, verdict.Consequence));
        Assert.Same(RonaRecord.Clean, verdict.After);
    }

    [Fact]
    public void Agents_and_teams_may_be_exempt()
    {
        var policy = new RonaPolicy { ExemptAgents = ["mina"], ExemptTeams = ["night"] };

        Assert.True(policy.Exempts("mina", null));
        Assert.True(policy.Exempts("noor", "night"));
        Assert.False(policy.Exempts("noor", "day"));
        Assert.False(policy.Exempts("noor", null));
    }

    [Fact]
    public void Two_policies_that_say_the_same_are_the_same()
    {
        Assert.Equal(new RonaPolicy { ExemptTeams = ["night"] }, new RonaPolicy { ExemptTeams = ["night"] });
        Assert.Equal(
            new RonaPolicy { ExemptTeams = ["night"] }.GetHashCode(),
            new RonaPolicy { ExemptTeams = ["night"] }.GetHashCode());
        Assert.NotEqual(new RonaPolicy { ExemptTeams = ["night"] }, new RonaPolicy { ExemptTeams = ["day"] });
        Assert.NotEqual(new RonaPolicy(), Doubling);
    }

    [Fact]
    public void What_cannot_be_is_named_all_at_once()
    {
        var policy = new RonaPolicy
        {
            Missed = new RonaRule { Threshold = 0, BackOff = double.NaN, CoolOff = TimeSpan.Zero },
            Declined = new RonaRule { Then = RonaConsequence.CoolOff, CoolOffBelowThreshold = Seconds(1) },
            Failed = new RonaRule { Then = RonaConsequence.None, MaxCoolOff = TimeSpan.FromDays(2) },
            RecoversAfter = -Tick,
            ExemptAgents = [.. Enumerable.Range(0, 1_001).Select(number => $"agent-{number}")],
        };

        Assert.Equal(
            ["missed: threshold", "missed: back-off", "missed: cool-off 00:00:00",
                "declined: the consequence is a cool-off", "declined: a cool-off below a threshold of 1",
                "failed: consequence None", "failed: longest cool-off", "recovery after", "more than 1000"],
            policy.Faults().Select(fault => new[]
            {
                "missed: threshold", "missed: back-off", "missed: cool-off 00:00:00",
                "declined: the consequence is a cool-off", "declined: a cool-off below a threshold of 1",
                "failed: consequence None", "failed: longest cool-off", "recovery after", "more than 1000",
            }.First(start => fault.StartsWith(start, StringComparison.Ordinal))));
    }

    /// <summary>What follows from so many misses at one instant.</summary>
    private static List<(int Count, RonaConsequence Then, TimeSpan? CoolOff)> InARow(RonaPolicy policy, int count)
    {
        var record = RonaRecord.Clean;
        var verdicts = new List<(int, RonaConsequence, TimeSpan?)>();
        for (; count > 0; count--)
        {
            var verdict = policy.Judge(record, RonaCause.Missed, Noon);
            verdicts.Add((verdict.Count, verdict.Consequence, verdict.Until - Noon));
            record = verdict.After;
        }

        return verdicts;
    }
}

using ContactCenter.Routing;

namespace ContactCenter.Tests.Routing.Requirements;

public sealed class RequirementScoreTests
{
    [Fact]
    [PeerScenario("AZ-03")]
    public void A_required_level_of_zero_still_ranks_by_level()
    {
        var required = Requirement.Parse("english >= 0");

        Assert.Equal([20.0, 10.0, 1.0], Ranked(required, [("english", 10)], [("english", 20)], [("english", 1)])
            .Select(agent => Level(agent, "english")));
    }

    [Fact]
    [PeerScenario("AZ-09")]
    public void Two_labels_before_one_and_one_is_as_good_as_another()
    {
        var labels = Requirement.Parse("product = cards or region = seoul");

        var both = labels.Score([("product", "cards"), ("region", "seoul")]);
        var product = labels.Score([("product", "cards"), ("region", "busan")]);
        var region = labels.Score([("region", "seoul")]);

        Assert.True(both > product);
        Assert.Equal(product, region);
        Assert.True(region > labels.Score(AttributeBag.Empty));
    }

    [Fact]
    [PeerScenario("AZ-10")]
    public void Who_says_nothing_counts_as_unequal()
    {
        var selectors = Requirement.Parse("dept = billing and segment != vip");
        AttributeBag e = [("dept", "billing")];
        AttributeBag d = [("dept", "billing"), ("segment", "vip")];
        AttributeBag f = [("dept", "sales")];

        Assert.True(selectors.Matches(e));
        Assert.Equal(["segment != vip"], selectors.Misses(d));
        Assert.Equal(["dept = billing"], selectors.Misses(f));
        Assert.True(selectors.Score(e) > selectors.Score(d));
        Assert.True(selectors.Score(e) > selectors.Score(f));
    }

    [Fact]
    [PeerScenario("AZ-11")]
    public void Beyond_a_threshold_by_more_is_better_in_either_direction()
    {
        var selectors = Requirement.Parse("language = french and sales >= 10 and cost <= 10");
        AttributeBag g = [("language", "french"), ("sales", 10), ("cost", 10)];
        AttributeBag h = [("language", "french"), ("sales", 15), ("cost", 10)];
        AttributeBag i = [("language", "french"), ("sales", 10), ("cost", 9)];

        Assert.Equal([h, i, g], Ranked(selectors, g, h, i));
        Assert.Equal(
            selectors.Score(i), selectors.Score([("language", "french"), ("sales", 11), ("cost", 10)]));
    }

    [Theory]
    [InlineData("a >= 0", 0, 1)]
    [InlineData("a >= 0", 1, 1.5)]
    [InlineData("a > 0", 9, 1.9)]
    [InlineData("a <= 0", -3, 1.75)]
    [InlineData("a < 10", 9, 1.5)]
    [InlineData("a >= 10", 9, 0)]
    [InlineData("a = 9", 9, 1)]
    [InlineData("a != 9", 3, 1)]
    [InlineData("has a", 9, 1)]
    [InlineData("a", 3, 1.75)]
    [InlineData("a", 0, 0)]
    [InlineData("not a >= 5", 3, 1)]
    [InlineData("a in (1, 3)", 3, 1)]
    [InlineData("a = 3 and a and b", 3, 2.75)]
    [InlineData("true", 3, 0)]
    public void A_point_a_term_and_a_share_for_the_distance(string text, double level, double score) =>
        Assert.Equal(score, Requirement.Parse(text).Score([("a", level)]), 12);

    [Fact]
    public void It_is_finite_where_the_distance_is_not()
    {
        var required = Requirement.Parse("a >= -1.7976931348623157E+308");

        Assert.InRange(required.Score([("a", double.MaxValue)]), 1, 2 - double.Epsilon);
        Assert.InRange(Requirement.Parse("a").Score([("a", double.MaxValue)]), 1, 1.9999999999999);
        Assert.InRange(Requirement.Parse("a").Score([("a", double.Epsilon)]), 1, 1.0000001);
    }

    [Fact]
    public void To_excel_at_one_thing_never_outweighs_another() =>
        Assert.True(Requirement.Parse("a or b").Score([("a", 1e300)])
            < Requirement.Parse("a or b").Score([("a", true), ("b", true)]));

    private static double Level(AttributeBag agent, string name) =>
        agent.TryGet(name, out var level) ? level.Number : double.NaN;

    private static IEnumerable<AttributeBag> Ranked(Requirement requirement, params AttributeBag[] agents) =>
        agents.OrderByDescending(requirement.Score);
}

using ContactCenter.Routing;

namespace ContactCenter.Tests.Routing.Requirements;

public sealed class RequirementTests
{
    private static readonly AttributeBag Mina =
        [("french", 7), ("sales", 10), ("dept", "billing"), ("senior", true), ("trainee", false), ("german", 0)];

    [Theory]
    [InlineData("dept = billing")]
    [InlineData("dept = 'billing'")]
    [InlineData("dept = \"billing\"")]
    [InlineData("dept != sales")]
    [InlineData("sales = 10")]
    [InlineData("sales = 1e1")]
    [InlineData("sales >= 10")]
    [InlineData("sales<=10")]
    [InlineData("sales > 9.5")]
    [InlineData("sales < 10.5")]
    [InlineData("senior = true")]
    [InlineData("senior = TRUE")]
    [InlineData("trainee = false")]
    [InlineData("dept in (sales, billing)")]
    [InlineData("dept not in (sales, 10)")]
    [InlineData("has trainee")]
    [InlineData("has german")]
    [InlineData("french")]
    [InlineData("dept")]
    [InlineData("senior and not trainee")]
    [InlineData("german or french")]
    [InlineData("not german AND french Or german")]
    [InlineData("true")]
    [InlineData("false or french")]
    [InlineData("not (german or trainee)")]
    [InlineData("not not french")]
    public void It_is_met(string text)
    {
        Assert.True(Requirement.Parse(text).Matches(Mina));
        Assert.Empty(Requirement.Parse(text).Misses(Mina));
    }

    [Theory]
    [InlineData("dept = Billing")]
    [InlineData("Dept = billing")]
    [InlineData("dept != billing")]
    [InlineData("sales > 10")]
    [InlineData("sales < 10")]
    [InlineData("dept in (sales)")]
    [InlineData("dept not in (billing, sales)")]
    [InlineData("has spanish")]
    [InlineData("trainee")]
    [InlineData("german")]
    [InlineData("spanish")]
    [InlineData("not senior")]
    [InlineData("false")]
    [InlineData("senior and trainee")]
    [InlineData("not (french or german)")]
    [InlineData("german and (senior or french)")]
    public void It_is_not_met(string text)
    {
        Assert.False(Requirement.Parse(text).Matches(Mina));
        Assert.NotEmpty(Requirement.Parse(text).Misses(Mina));
    }

    [Theory]
    [InlineData("level != 5", true)]
    [InlineData("level not in (5, 6)", true)]
    [InlineData("not level < 5", true)]
    [InlineData("level = 5", false)]
    [InlineData("level in (5, 6)", false)]
    [InlineData("level < 5", false)]
    [InlineData("level <= 5", false)]
    [InlineData("level > 5", false)]
    [InlineData("level >= 5", false)]
    [InlineData("has level", false)]
    [InlineData("level", false)]
    public void What_is_not_said_is_only_unequal(string text, bool matches)
    {
        Assert.Equal(matches, Requirement.Parse(text).Matches(AttributeBag.Empty));
        Assert.Equal(matches ? 1 : 0, Requirement.Parse(text).Score(AttributeBag.Empty));
    }

    [Theory]
    [InlineData("level != '5'", true)]
    [InlineData("level not in ('5', true)", true)]
    [InlineData("level = '5'", false)]
    [InlineData("level in ('5', true)", false)]
    [InlineData("senior >= 0", false)]
    [InlineData("senior < 5", false)]
    [InlineData("senior != 1", true)]
    public void What_is_of_another_kind_is_only_unequal(string text, bool matches) =>
        Assert.Equal(matches, Requirement.Parse(text).Matches([("level", 5), ("senior", true)]));

    [Theory]
    [InlineData("b and a", "a and b")]
    [InlineData("b AND (c and a)", "a and b and c")]
    [InlineData("b or (c or a) or b", "a or b or c")]
    [InlineData("b and a or c", "a and b or c")]
    [InlineData("(b or a) and c", "(a or b) and c")]
    [InlineData("((a))", "a")]
    [InlineData("not not a", "a")]
    [InlineData("not a = 5", "a != 5")]
    [InlineData("not a != 5", "a = 5")]
    [InlineData("not a in (1, 2)", "a not in (1, 2)")]
    [InlineData("not a not in (1, 2)", "a in (1, 2)")]
    [InlineData("not a < 5", "not a < 5")]
    [InlineData("not (a or b)", "not (a or b)")]
    [InlineData("a in (10, 9, x, true, 9)", "a in (true, 9, 10, x)")]
    [InlineData("a in (10)", "a = 10")]
    [InlineData("a not in (10, 10)", "a != 10")]
    [InlineData("a=-0", "a = 0")]
    [InlineData("a = 1e20", "a = 1E+20")]
    [InlineData("a = +5", "a = 5")]
    [InlineData("a = 'x'", "a = x")]
    [InlineData("a = 'not'", "a = \"not\"")]
    [InlineData("a = 'True'", "a = \"True\"")]
    [InlineData("a = '5'", "a = \"5\"")]
    [InlineData("a = ''", "a = \"\"")]
    [InlineData("a = NaN", "a = NaN")]
    [InlineData("a = 24-7", "a = \"24-7\"")]
    [InlineData("a = 'it\\'s \"\\\\\" \\u0041\\n'", "a = \"it's \\\"\\\\\\\" A\\u000a\"")]
    [InlineData("언어 = 한국어", "언어 = 한국어")]
    [InlineData("a and true", "a")]
    [InlineData("a or true", "a or true")]
    [InlineData("true and true", "true")]
    [InlineData("a or false", "a")]
    [InlineData("not true", "false")]
    public void It_has_one_canonical_text(string text, string canonical)
    {
        var requirement = Requirement.Parse(text);

        Assert.Equal(canonical, requirement.ToString());
        Assert.Equal(requirement, Requirement.Parse(canonical));
        Assert.True(requirement == Requirement.Parse(canonical));
        Assert.Equal(requirement.GetHashCode(), Requirement.Parse(canonical).GetHashCode());
    }

    [Fact]
    public void What_asks_something_else_is_not_equal()
    {
        Assert.NotEqual(Requirement.Parse("a = 5"), Requirement.Parse("a = '5'"));
        Assert.True(Requirement.Parse("a and b") != Requirement.Parse("a or b"));
    }

    [Fact]
    public void An_and_falls_into_its_parts_and_can_be_put_together_again()
    {
        var requirement = Requirement.Parse("french and (sales >= 10 and (senior or not trainee))");

        Assert.Equal(
            ["french", "not trainee or senior", "sales >= 10"], requirement.Conjuncts.Select(part => part.ToString()));
        Assert.Equal(requirement, Requirement.All([.. requirement.Conjuncts]));
        Assert.All(requirement.Conjuncts, part => Assert.Same(part, Assert.Single(part.Conjuncts)));
        Assert.Empty(Requirement.Anyone.Conjuncts);
        Assert.Equal(Requirement.Anyone, Requirement.All());
        Assert.Equal("a and b and c", Requirement.All(
            Requirement.Parse("c and b"), Requirement.Anyone, Requirement.Parse("a and b")).ToString());
    }

    [Fact]
    public void It_tells_what_speaks_against_an_agent() =>
        Assert.Equal(
            ["dept = sales or german", "sales > 10"],
            Requirement.Parse("sales > 10 and french and (german or dept = sales)").Misses(Mina));

    [Fact]
    public void Matching_and_scoring_allocate_nothing()
    {
        var requirement = Requirement.Parse(
            "french and dept in (billing, sales, 5) and (sales >= 10 or has senior) and not (german or sales < 3)");
        Assert.True(requirement.Matches(Mina));
        Assert.True(requirement.Score(Mina) > 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            _ = requirement.Matches(Mina);
            _ = requirement.Score(Mina);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}

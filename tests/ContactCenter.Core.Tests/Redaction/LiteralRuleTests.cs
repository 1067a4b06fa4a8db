using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class LiteralRuleTests
{
    private static readonly RedactionKind Kind = RedactionKind.Custom("code-name");

    [Theory]
    [InlineData("about Bluebird.", "about ********.")]
    [InlineData("BLUEBIRD", "********")]
    [InlineData("bluebirds", "********s")]
    [InlineData("ｂｌｕｅｂｉｒｄ", "********")]
    [InlineData("blue\u200Bbird", "*********")]
    [InlineData("파랑새입니다", "***입니다")]
    [InlineData("blue bird", "blue bird")]
    public void A_word_of_the_list_is_masked_however_it_is_written(string text, string masked) =>
        Assert.Equal(masked, Pipeline("bluebird", "파랑새").Redact(text).Text.Text);

    [Fact]
    public void Every_occurrence_is_masked_also_those_that_overlap()
    {
        Assert.Equal("*****", Pipeline("aba").Redact("ababa").Text.Text);
        Assert.Equal("******* ***", Pipeline("red", "red fox").Redact("Red fox red").Text.Text);
    }

    [Fact]
    public void A_finding_carries_the_version_of_the_list()
    {
        var finding = Assert.Single(Pipeline("x1").Redact("x1").Text.Findings);

        Assert.Equal((Kind, "code-name", "2026-01"), (finding.Kind, finding.Rule, finding.RuleVersion));
    }

    [Fact]
    public void A_list_that_could_not_work_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Pipeline());
        Assert.Throws<ArgumentException>(() => Pipeline(""));
        Assert.Throws<ArgumentException>(() => Pipeline("..."));
        Assert.Throws<ArgumentException>(() => Pipeline("\u200B"));
        Assert.Throws<ArgumentException>(() => Pipeline("a*"));
        Assert.Throws<ArgumentException>(() => Pipeline(new string('a', 257)));
        Assert.Throws<ArgumentException>(() => Pipeline([.. Enumerable.Range(0, 1001).Select(i => $"w{i}")]));
        Assert.Throws<ArgumentException>(() => new LiteralRule(Kind, " ", "word"));
        Assert.Throws<ArgumentException>(() => new RedactionPipeline(new LiteralRule(default, "1", "word")));
    }

    [Fact]
    public void A_literal_in_what_a_mask_left_standing_is_masked_too()
    {
        var pipeline = new RedactionPipeline(new CardNumberRule(), new LiteralRule(Kind, "1", "4444"));

        var masked = pipeline.Redact("5555 5555 5555 4444").Text.Text;

        Assert.Equal("555555**********", masked);
        Assert.Same(masked, pipeline.Redact(masked).Text.Text);
    }

    private static RedactionPipeline Pipeline(params string[] literals) =>
        new(new LiteralRule(Kind, "2026-01", literals));
}

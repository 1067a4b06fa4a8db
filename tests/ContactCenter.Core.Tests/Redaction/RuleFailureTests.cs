using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class RuleFailureTests
{
    private const string Card = "4111111111111111";

    [Fact]
    public void A_text_is_delivered_without_the_rule_that_failed_where_a_host_has_chosen_so()
    {
        var pipeline = Delivering(Rule.On("4", () => throw new FormatException("4111")), Rule.For("secret", "other"));

        var result = pipeline.Redact($"{Card} secret");

        Assert.Equal("411111******1111 ******", result.Text.Text);
        Assert.Equal((RedactionFailure.RuleThrew, "word"), (result.Failure, result.FailedRule));
        Assert.Equal(["deliver-when-rule-fails"], pipeline.Concessions);
        result = pipeline.Redact("4");
        Assert.Equal(("4", true, "word"), (result.Text.Text, result.IsClean, result.FailedRule));
        Assert.Null(pipeline.Redact("no such thing").FailedRule);
    }

    [Fact]
    public void A_rule_that_overworks_is_left_out_too()
    {
        var result = Delivering(new Rule("endless", (in RedactionText _, ref FindingList findings) =>
        {
            while (true)
            {
                findings.Spend(1);
            }
        })).Redact(Card);

        Assert.Equal("411111******1111", result.Text.Text);
        Assert.Equal((RedactionFailure.OutOfBudget, "endless"), (result.Failure, result.FailedRule));
    }

    [Fact]
    public void Too_many_findings_refuse_a_text_whatever_a_host_has_chosen() => Assert.Equal(
        RedactionVerdict.Failed,
        Delivering(new Rule("each", (in RedactionText text, ref FindingList findings) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                findings.Add(i, 1);
            }
        })).Redact(new string('x', FindingList.Capacity + 1)).Verdict);

    private static RedactionPipeline Delivering(params IRedactionRule[] rules) => new(
        new RedactionOptions { WhenRuleFails = RuleFailureHandling.DeliverWithoutThatRulesProtection },
        [new CardNumberRule(), .. rules]);
}

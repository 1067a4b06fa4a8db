using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class BrokenRuleTests
{
    [Fact]
    public void A_rule_that_throws_refuses_the_text_by_its_name_and_without_its_words()
    {
        var result = Run((in RedactionText text, ref FindingList findings) =>
            throw new FormatException(text.Characters.ToString()));

        Assert.Equal(RedactionVerdict.Failed, result.Verdict);
        Assert.Equal(RedactionFailure.RuleThrew, result.Failure);
        Assert.Equal("broken", result.FailedRule);
        var thrown = Assert.Throws<InvalidOperationException>(() => result.Text);
        Assert.DoesNotContain("4111", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_throws_refuses_the_text_even_on_a_floor_that_drops()
    {
        var pipeline = new RedactionPipeline(
            new RedactionOptions { Mode = RedactionMode.Drop },
            new CardNumberRule(),
            new Rule("broken", (in RedactionText text, ref FindingList findings) => findings.Add(0, 0)));

        Assert.Equal(RedactionVerdict.Failed, pipeline.Redact("4111111111111111").Verdict);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 17)]
    [InlineData(16, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_rule_that_reports_what_is_not_in_the_text_refuses_it(int start, int length)
    {
        var result = Run((in RedactionText text, ref FindingList findings) => findings.Add(start, length));

        Assert.Equal(RedactionFailure.RuleThrew, result.Failure);
    }

    [Fact]
    public void A_rule_that_runs_away_is_stopped()
    {
        Stopped((in RedactionText text, ref FindingList findings) =>
        {
            while (true)
            {
                findings.Spend(1);
            }
        });
        Stopped((in RedactionText text, ref FindingList findings) =>
        {
            while (text.IndexOf("never") < 0)
            {
            }
        });
        Stopped((in RedactionText text, ref FindingList findings) =>
        {
            while (!text.IsDigits(-1, 1))
            {
            }
        });
        Stopped((in RedactionText text, ref FindingList findings) =>
        {
            while (text[0] == '4')
            {
            }
        });
        Stopped((in RedactionText text, ref FindingList findings) =>
        {
            while (true)
            {
                findings.Add(0, 1, Confidence.Low);
            }
        });
    }

    [Fact]
    public void A_rule_that_hides_its_overdraft_is_stopped_all_the_same() =>
        Stopped((in RedactionText text, ref FindingList findings) =>
        {
            try
            {
                findings.Spend(int.MaxValue);
            }
            catch (Exception)
            {
                // What a careless rule does.
            }
        });

    [Fact]
    public void Each_rule_has_the_whole_budget_for_itself()
    {
        const int Allowance = 4096 + (64 * 16);
        Rule Spending(string code, int units) =>
            new(code, (in RedactionText text, ref FindingList findings) => findings.Spend(units));

        var within = new RedactionPipeline(Spending("a", Allowance), Spending("b", Allowance));
        var beyond = new RedactionPipeline(Spending("a", Allowance), Spending("b", Allowance + 1));

        Assert.True(within.Redact(Number).IsClean);
        Assert.Equal("b", beyond.Redact(Number).FailedRule);
    }

    [Fact]
    public void As_many_findings_as_a_text_may_have_are_masked_and_one_more_refuses_it()
    {
        var pipeline = new RedactionPipeline(new Rule("each", (in RedactionText text, ref FindingList findings) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == 'x')
                {
                    findings.Add(i, 1);
                }
            }
        }));

        var all = pipeline.Redact(string.Concat(Enumerable.Repeat("x ", FindingList.Capacity)));

        Assert.Equal(FindingList.Capacity, all.Text.Findings.Count);
        Assert.Equal(
            RedactionFailure.TooManyFindings,
            pipeline.Redact(string.Concat(Enumerable.Repeat("x ", FindingList.Capacity + 1))).Failure);
    }

    [Fact]
    public void A_rule_that_always_finds_more_in_what_it_masked_refuses_the_text()
    {
        var pipeline = new RedactionPipeline(new Rule("restless", (in RedactionText text, ref FindingList findings) =>
        {
            var next = text.Characters.IndexOfAnyExcept('*');
            if (next >= 0)
            {
                findings.Add(next, 1);
            }
        }));

        var result = pipeline.Redact("0123456789");

        Assert.Equal((RedactionFailure.Unstable, "restless"), (result.Failure, result.FailedRule));
    }

    [Fact]
    public void A_rule_that_throws_at_the_sight_of_a_mask_refuses_the_text()
    {
        var pipeline = new RedactionPipeline(
            new CardNumberRule(),
            new Rule("shy", (in RedactionText text, ref FindingList findings) =>
                ArgumentOutOfRangeException.ThrowIfGreaterThan(text.IndexOf("*"), -1)));

        Assert.True(pipeline.Redact("hello").IsClean);
        Assert.Equal((RedactionFailure.RuleThrew, "shy"), Failure(pipeline.Redact(Number)));

        static (RedactionFailure, string?) Failure(RedactionResult result) => (result.Failure, result.FailedRule);
    }

    [Fact]
    public void A_rule_that_finds_masks_changes_nothing()
    {
        var pipeline = new RedactionPipeline(Rule.For("*", "star"), new CardNumberRule());

        Assert.Equal("** 411111******1111", pipeline.Redact("** 4111111111111111").Text.Text);
    }

    private const string Number = "4111111111111111";

    private static void Stopped(Rule.Search search)
    {
        var result = Run(search);

        Assert.Equal((RedactionFailure.OutOfBudget, "broken"), (result.Failure, result.FailedRule));
    }

    private static RedactionResult Run(Rule.Search search) =>
        new RedactionPipeline(new Rule("broken", search)).Redact(Number);
}

using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class RedactionPipelineTests
{
    private const string Message = "card 4111 1111 1111 1111";

    [Theory] // S63, S64
    [InlineData(RedactionDirection.Outbound)]
    [InlineData(RedactionDirection.Inbound)]
    public void A_card_number_is_masked_whichever_way_it_travels(RedactionDirection direction)
    {
        var result = new RedactionPipeline().Redact(Message, new RedactionContext { Direction = direction });

        Assert.Equal(RedactionVerdict.Passed, result.Verdict);
        Assert.Equal("card 411111******1111", result.Text.Text);
    }

    [Fact]
    public void A_prepared_response_with_a_card_number_is_masked() => Assert.Equal(
        "Our test card is 555555******4444.",
        new RedactionPipeline().Redact("Our test card is 5555-5555-5555-4444.").Text.Text);

    [Fact] // S63: the sender is told what was masked, not what it was
    public void A_finding_says_where_what_and_by_which_rule()
    {
        var text = new RedactionPipeline().Redact("4111 1111 1111 1111, 30569309025904.").Text;

        Assert.Equal(
            [
                new Finding(0, 16, RedactionKind.CardNumber, "card-number", "2", Confidence.High) { SourceLength = 19 },
                new Finding(18, 14, RedactionKind.CardNumber, "card-number", "2", Confidence.High) { SourceStart = 21 },
            ],
            text.Findings);
        Assert.All(text.Findings, finding => Assert.Contains('*', text.Text.Substring(finding.Start, finding.Length)));
        Assert.Equal(2, text.CountOf(RedactionKind.CardNumber));
        Assert.False(text.IsClean);
    }

    [Fact]
    public void A_floor_that_drops_answers_with_the_kinds_and_nothing_else()
    {
        var pipeline = new RedactionPipeline(
            new RedactionOptions { Mode = RedactionMode.Drop }, new CardNumberRule(), Rule.For("secret"));

        var result = pipeline.Redact("secret secret 4111111111111111");

        Assert.Equal(RedactionVerdict.Dropped, result.Verdict);
        Assert.Equivalent(new[] { RedactionKind.CardNumber, RedactionKind.Custom("word") }, result.DroppedKinds);
        var thrown = Assert.Throws<InvalidOperationException>(() => result.Text);
        Assert.DoesNotContain("4111", thrown.Message, StringComparison.Ordinal);
        Assert.True(pipeline.Redact("hello").IsClean);
    }

    [Fact]
    public void A_floor_may_drop_one_way_and_mask_the_other()
    {
        var pipeline = new RedactionPipeline(new RedactionOptions { OutboundMode = RedactionMode.Drop });
        var outbound = new RedactionContext { Direction = RedactionDirection.Outbound };

        Assert.Equal(RedactionVerdict.Passed, pipeline.Redact(Message).Verdict);
        Assert.Equal(RedactionVerdict.Dropped, pipeline.Redact(Message, outbound).Verdict);
    }

    [Fact]
    public void A_rule_of_the_host_finds_its_own_kind_of_number()
    {
        var pipeline = new RedactionPipeline(new CardNumberRule(), new Rule("branch-safe-code", FindSafeCodes));

        var text = pipeline.Redact("the safe opens with SC-４８1\u200B516, not SC-12").Text;

        Assert.Equal("the safe opens with **********, not SC-12", text.Text);
        Assert.Equal(("branch-safe-code", "7"), (text.Findings[0].Rule, text.Findings[0].RuleVersion));

        static void FindSafeCodes(in RedactionText text, ref FindingList findings)
        {
            for (var i = text.IndexOf("SC-"); i >= 0; i = text.IndexOf("SC-", i + 3))
            {
                if (text.IsDigits(i + 3, 6))
                {
                    findings.Add(i, 9, Confidence.High);
                }
            }
        }
    }

    [Fact]
    public void A_finding_inside_another_is_part_of_it()
    {
        var text = new RedactionPipeline(Rule.For("an", "small"), Rule.For("banana", "large")).Redact("a banana!").Text;

        Assert.Equal("a ******!", text.Text);
        Assert.Equal("large", Assert.Single(text.Findings).Rule);
    }

    [Fact]
    public void Findings_that_overlap_in_part_become_one_masked_whole()
    {
        var text = new RedactionPipeline(
            Rule.For("card 4111", "tail", Confidence.Medium), new CardNumberRule()).Redact(Message).Text;

        Assert.Equal("************************", text.Text);
        Assert.Equal("card-number", Assert.Single(text.Findings).Rule);
        text = new RedactionPipeline(Rule.For("ban", "first"), Rule.For("nana", "second")).Redact("banana").Text;
        Assert.Equal("first", Assert.Single(text.Findings).Rule);
    }

    [Fact]
    public void Of_two_findings_at_one_place_the_surer_stays_then_the_first()
    {
        Assert.Equal("b", RuleOf(Rule.For("x", "a", Confidence.Medium), Rule.For("x", "b"), Rule.For("x", "c")));
        Assert.Equal("c", RuleOf(Rule.For("x", "c"), Rule.For("x", "b"), Rule.For("x", "a")));

        static string RuleOf(params IRedactionRule[] rules) =>
            Assert.Single(new RedactionPipeline(rules).Redact("x").Text.Findings).Rule;
    }

    [Fact]
    public void A_finding_below_the_floors_confidence_is_ignored()
    {
        var rule = Rule.For("maybe", "word", Confidence.Medium);
        var certain = new RedactionOptions { MinimumConfidence = Confidence.High };

        Assert.False(new RedactionPipeline(rule).Redact("maybe").IsClean);
        Assert.True(new RedactionPipeline(certain, rule).Redact("maybe").IsClean);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_never_left_behind()
    {
        var pipeline = new RedactionPipeline(
            new Rule("half", (in RedactionText text, ref FindingList findings) => findings.Add(1, 1)));

        Assert.Equal("a**b", pipeline.Redact("a\U0001F600b").Text.Text);
        Assert.Equal("a**b", new RedactionPipeline(
            new Rule("half", (in RedactionText text, ref FindingList findings) =>
            {
                if (text[2] != '*')
                {
                    findings.Add(2, 1);
                }
            })).Redact("a\U0001F600b").Text.Text);
    }

    public static TheoryData<string> LongTexts => [new string('x', 300), new string('4', 300)];

    [Theory]
    [InlineData("no digits at all")]
    [InlineData("41111")]
    [InlineData("41111111111")]
    [InlineData("41111111111111111111")]
    [MemberData(nameof(LongTexts))]
    public void What_a_rule_calls_a_card_number_is_masked_whole_when_it_cannot_be_one(string text)
    {
        var masked = new RedactionPipeline(new EverythingIsACard()).Redact(text).Text;

        Assert.Equal(new string('*', text.Length), masked.Text);
    }

    [Fact]
    public void A_pipeline_needs_rules_that_can_be_told_apart()
    {
        Assert.Throws<ArgumentException>(() => new RedactionPipeline(Rule.For("a"), Rule.For("b")));
        Assert.Throws<ArgumentNullException>(() => new RedactionPipeline(new CardNumberRule(), null!));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(4097)]
    public void A_pipeline_refuses_options_outside_of_their_bounds(int work)
    {
        Refused(new RedactionOptions { WorkPerCharacter = work });
        Refused(new RedactionOptions { Mode = (RedactionMode)2 });
        Refused(new RedactionOptions { OutboundMode = (RedactionMode)2 });
        Refused(new RedactionOptions { MinimumConfidence = (Confidence)3 });
        _ = new RedactionPipeline(new RedactionOptions { WorkPerCharacter = 8 });
        _ = new RedactionPipeline(new RedactionOptions { WorkPerCharacter = 4096 });

        static void Refused(RedactionOptions options) =>
            Assert.Throws<ArgumentException>(() => new RedactionPipeline(options));
    }

    [Fact]
    public void A_result_nobody_filled_in_is_closed()
    {
        Assert.Equal(RedactionVerdict.Failed, default(RedactionResult).Verdict);
        Assert.False(default(RedactionResult).IsClean);
        Assert.Empty(default(RedactionResult).DroppedKinds);
        Assert.Throws<InvalidOperationException>(() => default(RedactionResult).Text);
    }

    private sealed class EverythingIsACard : IRedactionRule
    {
        public RedactionKind Kind => RedactionKind.CardNumber;

        public string Version => "1";

        public void Find(in RedactionText text, ref FindingList findings) => findings.Add(0, text.Length);
    }
}

using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class ReplacementTests
{
    [Theory]
    [InlineData(MaskFormat.FirstSixLastFour, "4111 1111 1111 1111", "411111******1111")]
    [InlineData(MaskFormat.FirstSixLastFour, "3056 930902 5904", "**********5904")]
    [InlineData(MaskFormat.LastFour, "4111 1111 1111 1111", "************1111")]
    [InlineData(MaskFormat.LastFour, "378282246310005", "***********0005")]
    [InlineData(MaskFormat.Erase, "4111 1111 1111 1111", "*******************")]
    [InlineData(MaskFormat.Label, "4111 1111 1111 1111", "[card-number]")]
    public void A_card_number_is_shown_as_its_format_says(MaskFormat format, string number, string shown)
    {
        var pipeline = With(options =>
            options.Masks[RedactionKind.CardNumber] = options.Masks[RedactionKind.SuspectedCardNumber] = format);

        var text = pipeline.Redact($"pay {number} now").Text;

        Assert.Equal($"pay {shown} now", text.Text);
        Assert.Equal((4, shown.Length, number.Length), Places(text.Findings[0]));
        Assert.Equal(text.Text, pipeline.Redact(text.Text).Text.Text);

        static (int, int, int) Places(Finding finding) => (finding.Start, finding.Length, finding.SourceLength);
    }

    [Fact]
    public void Of_other_values_the_last_four_stay_when_they_are_less_than_half()
    {
        var pipeline = With(options =>
        {
            options.PersonalData = true;
            options.Masks[RedactionKind.Iban] = MaskFormat.LastFour;
            options.Masks[RedactionKind.SecurityCode] = MaskFormat.Label;
        });

        Assert.Equal("to ******************3000", pipeline.Redact("to DE89 3704 0044 0532 0130 00").Text.Text);
        Assert.Equal("cvv [security-code]", pipeline.Redact("cvv 123").Text.Text);
        var word = new RedactionOptions();
        word.Masks[RedactionKind.Custom("word")] = MaskFormat.LastFour;
        Assert.Equal("*******", new RedactionPipeline(word, Rule.For("seven77")).Redact("seven77").Text.Text);
    }

    [Fact]
    public void A_host_writes_its_own_replacement_and_sees_the_value_as_rules_do()
    {
        var seen = string.Empty;
        var pipeline = With(options => options.Replacers[RedactionKind.CardNumber] = new Spy((value, room) =>
        {
            seen = value.ToString();
            "tok-a".CopyTo(room);
            return 5;
        }));

        Assert.Equal("pay tok-a now", pipeline.Redact("pay ４111 1111 1111 1111 now").Text.Text);
        Assert.Equal("4111 1111 1111 1111", seen);
    }

    [Fact]
    public void What_a_rule_finds_in_a_replacement_is_erased()
    {
        var pipeline = With(options =>
            options.Replacers[RedactionKind.CardNumber] = new Token("5555555555554444"));

        Assert.Equal("pay **************** now", pipeline.Redact("pay 4111111111111111 now").Text.Text);
    }

    [Fact]
    public void A_replacer_that_fails_refuses_the_text_or_leaves_nothing()
    {
        foreach (var broken in new[]
        {
            new Spy((_, _) => throw new FormatException("4111")), new Spy((_, room) => room.Length + 1),
            new Spy((_, _) => -1), new Spy((_, _) => 0),
        })
        {
            var result = Replacing(broken, RuleFailureHandling.RefuseTheText).Redact("4111111111111111");
            Assert.Equal(
                (RedactionVerdict.Failed, RedactionFailure.ReplacerFailed, "card-number"),
                (result.Verdict, result.Failure, result.FailedRule));
            result = Replacing(broken, RuleFailureHandling.DeliverWithoutThatRulesProtection)
                .Redact("4111111111111111");
            Assert.Equal(("****************", "card-number"), (result.Text.Text, result.FailedRule));
        }

        static RedactionPipeline Replacing(IRedactionReplacer replacer, RuleFailureHandling handling) =>
            With(options =>
            {
                options.WhenRuleFails = handling;
                options.Replacers[RedactionKind.CardNumber] = replacer;
            });
    }

    [Fact]
    public void A_value_that_may_not_be_shown_in_part_hides_what_it_stands_in()
    {
        var options = new RedactionOptions();
        options.Masks[RedactionKind.Custom("account")] = MaskFormat.LastFour;
        var pipeline = new RedactionPipeline(
            options, Rule.For("account 12345678", "account"), new PinInside());

        Assert.Equal("****************", pipeline.Redact("account 12345678").Text.Text);
    }

    [Fact]
    public void An_iban_wins_over_the_number_that_its_digits_make()
    {
        var pipeline = With(options => options.PersonalData = true);

        var finding = Assert.Single(pipeline.Redact("GB33BUKB20201555555555").Text.Findings);
        Assert.Equal(RedactionKind.Iban, finding.Kind);
    }

    private static RedactionPipeline With(Action<RedactionOptions> configure)
    {
        var options = new RedactionOptions();
        configure(options);
        return new RedactionPipeline(options);
    }

    private delegate int Writing(ReadOnlySpan<char> value, Span<char> destination);

    private sealed class Spy(Writing write) : IRedactionReplacer
    {
        public int Replace(RedactionKind kind, ReadOnlySpan<char> value, Span<char> destination) =>
            write(value, destination);
    }

    private sealed class PinInside : IRedactionRule
    {
        public RedactionKind Kind => RedactionKind.Pin;

        public string Version => "1";

        public void Find(in RedactionText text, ref FindingList findings)
        {
            if (text.IndexOf("5678") is var place and >= 0)
            {
                findings.Add(place, 4);
            }
        }
    }
}

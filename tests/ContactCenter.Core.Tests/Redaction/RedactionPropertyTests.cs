using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class RedactionPropertyTests
{
    private static readonly RedactionPipeline Pipeline = new();

    private static readonly (string Prefix, int Length, int[] Groups)[] Schemes =
    [
        ("4", 16, [4, 4, 4, 4]), ("51", 16, [4, 4, 4, 4]), ("2345", 16, [4, 4, 4, 4]), ("37", 15, [4, 6, 5]),
        ("6011", 16, [4, 4, 4, 4]), ("3566", 16, [4, 4, 4, 4]), ("36", 14, [4, 6, 4]), ("62", 16, [4, 4, 4, 4]),
        ("62", 19, [4, 4, 4, 4, 3]), ("4", 19, [4, 4, 4, 4, 3]), ("2201", 16, [4, 4, 4, 4]), ("94", 16, [4, 4, 4, 4]),
    ];

    private static readonly string[] Separators =
        ["", " ", "-", "\u00A0", "\u2013", ".", "/", "_", "\n", " - ", "\u30FB"];

    private static readonly int[] Zeros = ['0', '0', '0', 0xFF10, 0x0660, 0x0966, 0x1D7CE];

    private static readonly string[] Around = ["", " ", "card ", "카드번호는", "「", ", ", "😀", "pan=", "입니다", "\u200B"];

    [Fact]
    public void Any_number_in_any_writing_next_to_anything_is_masked_exactly()
    {
        var dice = new Dice(2026);
        for (var round = 0; round < 20_000; round++)
        {
            var (prefix, length, groups) = dice.Pick(Schemes);
            var number = Cards.Number(prefix, length, dice);
            var written = Cards.InDigitsFrom(
                dice.Pick(Zeros), Cards.Grouped(number, dice.Pick(Separators), groups));
            var (before, after) = (dice.Pick(Around), dice.Pick(Around));

            var masked = Pipeline.Redact(before + written + after).Text;

            Assert.Equal(before + Cards.Mask(number) + after, masked.Text);
            Assert.Same(masked.Text, Pipeline.Redact(masked.Text).Text.Text);
        }
    }

    [Fact]
    public void What_was_masked_once_goes_through_again_unchanged()
    {
        string[] pieces =
        [
            "4", "1111", "4111", "5555 5555", "378282246310005", "4111111111111111", "30569309025904", "411111", "0005",
            "*", "******", "********", " ", "-", "\n", "１", "\u200B", "x", "카", "DE89", "+", ".", "secret", "\uD835",
            "%", "%34%31", "&#52;", "\\u0034", "&nbsp;", "four one ", "double ", "오일공오 ", "영영에 ", "NDExMTExMTExMTEx",
            "5A08", "34313131313131313131313131", "\u202E", "my card number is ", "카드번호는 ", "4OO1 ", "then 1111 ",
        ];
        RedactionPipeline[] pipelines =
        [
            Pipeline,
            new(new RedactionOptions { MinimumConfidence = Confidence.Low }),
            new(new CardNumberRule(), new LiteralRule(RedactionKind.Custom("word"), "1", "secret", "0005", "11x")),
        ];
        var dice = new Dice(7);
        var passed = 0;
        for (var round = 0; round < 60_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + dice.Roll(14)).Select(_ => dice.Pick(pieces)));
            var pipeline = dice.Pick(pipelines);
            var result = pipeline.Redact(text);
            Assert.NotEqual(RedactionFailure.RuleThrew, result.Failure);
            if (result.Verdict == RedactionVerdict.Passed)
            {
                passed++;
                Assert.True(pipeline.Redact(result.Text.Text).IsClean, text);
            }
        }

        Assert.True(passed > 59_900, $"{passed} passed");
    }

    [Fact]
    public void Outside_of_what_was_masked_nothing_is_touched()
    {
        string[] pieces =
        [
            "4111111111111111", "5555 5555 5555 4444", "%34111111111111111", "NTEwNTEwNTEwNTEwNTEwMA==", "오일공오",
            "일공오일", "오일공공", " ", "😀", "１２", "is", "é", "card no 1234567890123456", ".", "\n", "four zero ",
        ];
        var dice = new Dice(19);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + dice.Roll(9)).Select(_ => dice.Pick(pieces)));
            var masked = Pipeline.Redact(text).Text;
            var (source, place) = (0, 0);
            foreach (var finding in masked.Findings)
            {
                Assert.Equal(text[source..finding.SourceStart], masked.Text[place..finding.Start]);
                (source, place) =
                    (finding.SourceStart + finding.SourceLength, finding.Start + finding.Length);
            }

            Assert.Equal(text[source..], masked.Text[place..]);
        }
    }
}

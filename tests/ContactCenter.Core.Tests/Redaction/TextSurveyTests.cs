using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class TextSurveyTests
{
    private static readonly RedactionPipeline Pipeline = new();

    [Fact]
    public void A_number_is_found_at_any_place_of_a_text_of_any_length()
    {
        const string Number = "4012-8888-8888-1881";
        for (var length = 0; length < 400; length += 1 + (length / 16))
        {
            for (var before = 0; before <= length; before += 1 + (length / 8))
            {
                var text = new string('a', before) + Number + new string('n', length - before);

                Assert.False(Pipeline.Redact(text).IsClean, $"{before} of {length}");
                Assert.False(Pipeline.Redact(text.Replace('a', '가')).IsClean, $"{before} of {length} in Korean");
                Assert.False(Pipeline.Redact(text.Replace('n', '\u0E01')).IsClean, $"{before} of {length} in Thai");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("hi")]
    [InlineData("Thanks, that is all.")]
    [InlineData("Sure! Could you tell me your booking reference and the date of travel, please?")]
    [InlineData("네, 확인해 보겠습니다. 잠시만 기다려 주세요 ㅎㅎ")]
    [InlineData("see you 😀 at 10:30 on the 12th")]
    public void A_text_without_a_number_is_given_back_without_a_byte_of_memory(string text)
    {
        for (var round = 0; round < 100; round++)
        {
            Assert.True(Pipeline.Redact(text).IsClean);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            _ = Pipeline.Redact(text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(text, Pipeline.Redact(text).Text.Text);
    }

    [Fact]
    public void A_rule_is_not_shown_a_text_that_has_too_few_digits_for_it()
    {
        var seen = new List<string>();
        var pipeline = new RedactionPipeline(new FewDigits(seen));

        _ = pipeline.Redact("no digit at all");
        _ = pipeline.Redact("only 12 of them");
        _ = pipeline.Redact("at last 123");
        _ = pipeline.Redact("and in full width １２３");

        Assert.Equal(["at last 123", "and in full width 123"], seen);
    }

    private sealed class FewDigits(List<string> seen) : IRedactionRule
    {
        public RedactionKind Kind => RedactionKind.Custom("few");

        public string Version => "1";

        public int FewestDigits => 3;

        public void Find(in RedactionText text, ref FindingList findings) => seen.Add(text.Characters.ToString());
    }
}

using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class RedactionTextTests
{
    [Theory]
    [InlineData("plain 123", "plain 123")]
    [InlineData("주문 123", "주문 123")]
    [InlineData("ＳＣ－１２３", "SC-123")]
    [InlineData("١٢٣ ४५६ 𝟕𝟖𝟗", "123 456 789")]
    [InlineData("m² ① ⑷", "m2 1 4")]
    [InlineData("½ ⑩ Ⅳ 五", "½ ⑩ Ⅳ 五")]
    [InlineData("a\u200Bb\u00ADc\uFEFFd", "abcd")]
    [InlineData("4\uFE0F\u20E31\u0336", "41")]
    [InlineData("e\u0301 नमस्ते", "e\u0301 नमस्ते")] // marks on letters are spelling
    [InlineData("😀", "😀")]
    [InlineData("x\uD835", "x\uD835")]
    [InlineData("\uDFCEx\0", "\uDFCEx\0")]
    public void A_rule_reads_digits_as_digits_and_nothing_invisible(string text, string reading) =>
        Assert.Equal(reading, Read(text, (in RedactionText seen) => seen.Characters.ToString()));

    [Fact]
    public void A_long_text_reads_as_a_short_one_does()
    {
        var text = string.Concat(Enumerable.Repeat("문의 １２\u200B３ 😀 ", 100));

        Assert.Equal(
            string.Concat(Enumerable.Repeat("문의 123 😀 ", 100)),
            Read(text, (in RedactionText seen) => seen.Characters.ToString()));
    }

    [Fact]
    public void A_value_is_found_from_a_place_on()
    {
        Assert.Equal((2, 5, -1, -1), Read("xxSCxSC", (in RedactionText seen) =>
            (seen.IndexOf("SC"), seen.IndexOf("SC", 3), seen.IndexOf("SC", 6), seen.IndexOf("SC", 99))));
        Assert.Equal(-1, Read("x", (in RedactionText seen) => seen.IndexOf("")));
    }

    [Fact]
    public void Digits_are_only_where_the_text_has_them()
    {
        Assert.Equal((true, true, false, false, false, false), Read("a123", (in RedactionText seen) =>
            (seen.IsDigits(1, 3), seen.IsDigits(3, 1), seen.IsDigits(0, 2), seen.IsDigits(1, 4), seen.IsDigits(-1, 1),
                seen.IsDigits(2, int.MaxValue))));
    }

    [Fact]
    public void A_mask_covers_the_text_as_it_was_written()
    {
        var pipeline = new RedactionPipeline(Rule.For("123"));

        Assert.Equal("[***]", pipeline.Redact("[123]").Text.Text);
        Assert.Equal("[*****]", pipeline.Redact("[1\u200B2\u200B3]").Text.Text);
        Assert.Equal("[******]", pipeline.Redact("[\U0001D7CF\U0001D7D0\U0001D7D1]").Text.Text);
        Assert.Equal("[*********]", pipeline.Redact("[1\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E3]").Text.Text);
    }

    private delegate T Look<T>(in RedactionText text);

    private static T Read<T>(string text, Look<T> look)
    {
        var seen = default(T);
        var pipeline = new RedactionPipeline(
            new Rule("reader", (in RedactionText reading, ref FindingList findings) => seen = look(reading)));

        Assert.True(pipeline.Redact(text).IsClean);
        return seen!;
    }
}

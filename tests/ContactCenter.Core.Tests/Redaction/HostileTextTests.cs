using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class HostileTextTests
{
    private const int Megabyte = 1 << 20;

    private static readonly RedactionPipeline Pipeline = new();

    // Each of them would take minutes if any of the work were quadratic.
    public static TheoryData<string, string> Texts => new()
    {
        { "digits", new string('4', Megabyte) },
        { "digits and dashes", Repeat("4-", Megabyte) },
        { "fours", Repeat("4111 ", Megabyte) },
        { "spread digits", Repeat("4    1    ", Megabyte) },
        { "stars", new string('*', Megabyte) + "4111" },
        { "digits and stars", Repeat("411111*****", Megabyte) },
        { "separators", new string('-', Megabyte) },
        { "mathematical digits", Repeat("\U0001D7D2 ", Megabyte) },
        { "marks on one digit", "4" + new string('\u0301', Megabyte) },
        { "nothing visible", "4" + new string('\u200B', Megabyte) },
        { "high surrogates", new string('\uD835', Megabyte) },
        { "low surrogates", new string('\uDFCE', Megabyte) },
        { "one link", "https://" + Repeat("5018123456789015/", Megabyte) },
        { "links", Repeat("https://example.org/5018123456789014 ", Megabyte) },
        { "one id", Repeat("4222222222222a", Megabyte) },
        { "accounts", Repeat("DE89 4006381334013 ", Megabyte) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_megabyte_of_anything_passes(string what, string text)
    {
        var result = Pipeline.Redact(text);

        Assert.True(result.Verdict == RedactionVerdict.Passed, $"{what}: {result.Failure}");
    }

    [Fact]
    public void A_megabyte_of_card_numbers_is_refused_not_half_masked()
    {
        var result = Pipeline.Redact(Repeat("4111111111111111, ", Megabyte));

        Assert.Equal((RedactionVerdict.Failed, RedactionFailure.TooManyFindings), (result.Verdict, result.Failure));
    }

    [Fact]
    public void Characters_in_any_order_never_break_it()
    {
        var dice = new Dice(99);
        string[] odd =
            ["\0", "\uD835", "\uDFD2", "\uFFFF", "\u200B", "\u0301", "\u20E3", "*", "4", "1", "１", "\U0001D7CF"];
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, dice.Roll(400)).Select(_ =>
                dice.Roll(3) == 0 ? $"{(char)dice.Roll(0x10000)}" : dice.Pick(odd)));

            Assert.Equal(RedactionVerdict.Passed, Pipeline.Redact(text).Verdict);
        }
    }

    [Fact]
    public void A_card_number_at_the_end_of_a_long_text_is_masked()
    {
        var text = Repeat("주문 １２ 😀 ", 5_000) + "4111 1111 1111 1111";

        Assert.EndsWith(" 411111******1111", Pipeline.Redact(text).Text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Could you please tell me when my parcel is going to arrive?")]
    [InlineData("please call me on 010-1234-5678 when the parcel is there, ok")]
    [InlineData("my order is 4111 1111 1111 1112 and I would like to know it")]
    [InlineData("안녕하세요 고객님 😀 주문 번호 ２０２６ 상품은 내일 도착할 예정입니다.")]
    public void Clean_text_allocates_nothing(string text)
    {
        // Code that the runtime has not optimised yet may box; so there must be a round that allocates nothing.
        var rounds = 5_000;
        while (rounds > 0 && AllocatedBy(text) > 0)
        {
            rounds--;
        }

        Assert.NotEqual(0, rounds);
    }

    private static long AllocatedBy(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clean = true;
        for (var scan = 0; scan < 1_000; scan++)
        {
            clean &= Pipeline.Redact(text).IsClean;
        }

        Assert.True(clean);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public async Task One_pipeline_serves_many_threads()
    {
        string[] texts = ["카드 ４111 1111 1111 1111", "hello", "5555555555554444 and 6011111111111117"];
        string[] Masked() => [.. texts.Select(text => Pipeline.Redact(text).Text.Text)];
        var expected = Masked();

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 500).All(_ => Masked().SequenceEqual(expected)))));

        Assert.DoesNotContain(false, all);
    }

    private static string Repeat(string piece, int length) =>
        string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1));
}

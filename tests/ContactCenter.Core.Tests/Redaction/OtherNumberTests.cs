using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class OtherNumberTests
{
    private static readonly RedactionPipeline Pipeline = new();
    private static readonly RedactionPipeline Strict = new(new RedactionOptions { MinimumConfidence = Confidence.Low });

    [Theory] // S66
    [InlineData("4111111111111112")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("order 5555555555554445 please")]
    public void A_number_with_a_wrong_check_digit_passes_unchanged(string text)
    {
        Unchanged(text);
        Assert.True(Strict.Redact(text).IsClean);
    }

    [Theory]
    [InlineData("1234567890123452")] // no issuer begins so
    [InlineData("7000000000000005")]
    [InlineData("0000000000000000")]
    [InlineData("41111111111111113")] // Visa has no 17 digits
    [InlineData("4111111111111111411111111111111141111111")] // 40 digits
    [InlineData("41111111111111111111")] // 20 digits
    public void A_number_no_scheme_issues_passes_unchanged(string text) => Unchanged(text);

    [Theory]
    [InlineData("010-4111-1111")]
    [InlineData("010-4111-1111 / 010-1111-1111")]
    [InlineData("+4915123456789")]
    [InlineData("+498282246310005")] // would be a good number without the plus
    [InlineData("+82 10-4111-1111")]
    [InlineData("1-800-555-0199 or (212) 555-0142")]
    public void A_telephone_number_passes_unchanged(string text) => Unchanged(text);

    [Theory]
    [InlineData("1748503543012")]
    [InlineData("1748503543012346")]
    [InlineData("1748503543012345678")]
    [InlineData("20260115103042")]
    [InlineData("2026-01-15 10:30:45.123456")]
    [InlineData("2024-01-01 ~ 2024-12-31")]
    [InlineData("-rw-r--r-- 1 root root 4603 2007-06-04 21:54 notes")]
    public void An_instant_passes_unchanged(string text) => Unchanged(text);

    [Theory]
    [InlineData("41110006-1111-1111-a111-111111111111")]
    [InlineData("12345678-1234-5678-1234-567812345678")]
    [InlineData("9f4111111111111111be0c77d1")]
    [InlineData("1Z4111111111111111")]
    [InlineData("7abc4111111111111111")]
    [InlineData("id-41111111-11111111")]
    [InlineData("41111111-11111111-x")]
    [InlineData("https://example.org/status/5018123456789014")]
    public void An_id_passes_unchanged(string text) => Unchanged(text);

    [Theory]
    [InlineData("0.4111111111111111")]
    [InlineData("4.111111111111111")]
    [InlineData("4.62.4111111111111111.30197")]
    [InlineData("4,111,111,111,111,111")]
    [InlineData("4 111 111 111 111 111")]
    [InlineData("378,282,246,310,005")]
    [InlineData("0,4111111111111111")]
    [InlineData("$4,111.11 and $1,111.11 and $1,111.11")]
    [InlineData("4111*1111+1111=4568321")]
    [InlineData("37.7749295, -122.4194155")]
    public void An_amount_or_a_fraction_passes_unchanged(string text) => Unchanged(text);

    [Theory]
    [InlineData("1234 4111 1111 1111 1111 1234")] // a list, with a good number inside
    [InlineData("4111-1111-1111-1111-5678-5678")] // a licence key
    [InlineData("10 20 30 40 50 60 70 80")]
    [InlineData("4006381334013")] // thirteen digits: as likely the number of a product
    [InlineData("6200000000000006")] // no check digit
    public void A_doubtful_number_passes_unchanged(string text) => Unchanged(text);

    [Theory]
    [InlineData("4006381334013")]
    [InlineData("4111-1111-1111-1111-5678-5678")]
    [InlineData("6200 0000 0000 0006")]
    public void A_doubtful_number_is_masked_on_a_strict_floor(string text) => Assert.False(Strict.Redact(text).IsClean);

    [Theory]
    [InlineData("DE89370400440532013000")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("NO9386011117947")]
    public void An_account_number_passes_unchanged(string text) => Unchanged(text);

    [Fact]
    public void An_account_number_that_holds_a_good_card_number_passes_unchanged()
    {
        var card = Cards.Number("300512", 14, new Dice(5));
        var account = "LOYD" + card;
        var check = Enumerable.Range(2, 97).First(candidate => Mod97($"{account}GB{candidate:00}") == 1);

        Unchanged($"pay to GB{check:00}{account} please");
        Assert.False(Pipeline.Redact($"pay to GB{(check == 50 ? 51 : 50)} {card} please").IsClean);
    }

    [Theory]
    [InlineData("안녕하세요, 주문하신 상품은 내일 도착합니다.")]
    [InlineData("I’ll call you at 5 – really!")]
    [InlineData("½ ¼ ² ³ № 5")]
    [InlineData("")]
    public void Ordinary_text_passes_as_the_same_string(string text) => Unchanged(text);

    private static void Unchanged(string text)
    {
        var result = Pipeline.Redact(text);

        Assert.True(result.IsClean, result.Verdict.ToString());
        Assert.Same(text, result.Text.Text);
        Assert.Empty(result.Text.Findings);
    }

    private static int Mod97(string account) => account.Aggregate(0, (remainder, character) =>
        char.IsDigit(character)
            ? ((remainder * 10) + character - '0') % 97
            : ((remainder * 100) + character - 'A' + 10) % 97);
}

using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>What goes with a card and stands about its number in one of the less usual orders.</summary>
public sealed class BesideCardTests
{
    private static readonly RedactionPipeline Pipeline = new();

    [Theory]
    [InlineData("4111111111111111 code 123", "411111******1111 code ***")]
    [InlineData("4111111111111111, code: 123", "411111******1111, code: ***")]
    [InlineData("4111111111111111 12/28 code 123", "411111******1111 ***** code ***")]
    [InlineData("4111111111111111 exp 12/28 code is 123", "411111******1111 exp ***** code is ***")]
    public void A_code_may_be_called_nothing_more(string text, string expected) => AssertMasked(expected, text);

    [Theory]
    [InlineData("12/28 4111111111111111 123", "***** 411111******1111 ***")]
    [InlineData("12/28, 4111 1111 1111 1111, 123", "*****, 411111******1111, ***")]
    [InlineData("1/2028 378282246310005 1234", "****** 378282*****0005 ****")]
    public void The_expiry_may_come_first(string text, string expected) => AssertMasked(expected, text);

    [Theory]
    [InlineData("4111111111111111 John Smith 12/28 123", "411111******1111 John Smith ***** ***")]
    [InlineData("4111 1111 1111 1111 john smith 12/28 123", "411111******1111 john smith ***** ***")]
    [InlineData("4111111111111111 JOHN A SMITH 12/28", "411111******1111 JOHN A SMITH *****")]
    [InlineData("4111111111111111\nAnne-Marie O'Neill\n12/28\n123", "411111******1111\nAnne-Marie O'Neill\n*****\n***")]
    [InlineData("4111111111111111 홍길동 12/28 123", "411111******1111 홍길동 ***** ***")]
    public void The_name_of_the_holder_may_come_between(string text, string expected) => AssertMasked(expected, text);

    [Theory]
    [InlineData("411111******1111 12/28 123", "411111******1111 ***** ***")]
    [InlineData("411111******1111 code 123", "411111******1111 code ***")]
    [InlineData("411111******1111 John Smith 12/28 123", "411111******1111 John Smith ***** ***")]
    [InlineData("378282*****0005 1228 1234", "378282*****0005 **** ****")]
    [InlineData("12/28 411111******1111 123", "***** 411111******1111 ***")]
    [InlineData("visa 4111111111111112 12/28 123", "visa 411111******1112 ***** ***")]
    public void The_number_may_be_masked_already(string text, string expected) => AssertMasked(expected, text);

    [Theory]
    [InlineData("4111111111111111 promo code 123")]
    [InlineData("4111111111111111 code 12345")]
    [InlineData("12/28 4111111111111111")]
    [InlineData("12/28/2026 4111111111111111 123")]
    [InlineData("12/28 4111111111111111 123 usd")]
    [InlineData("4111111111111111 arriving 12/28 123")]
    [InlineData("4111111111111111 for the booking 12/28 123")]
    [InlineData("4111111111111111 please come over 12/28")]
    [InlineData("4111111111111111 John Smith 12/28/2026")]
    [InlineData("12/28 123456 123")]
    [InlineData("Order 20261201-004512, *please* read clause sec 230 first")]
    [InlineData("*SALE* ends 12/26 code 250, call 02-1234-5678 (order 123456)")]
    public void Another_number_about_a_card_passes(string text) =>
        AssertMasked(text.Replace("4111111111111111", "411111******1111", StringComparison.Ordinal), text);

    [Theory]
    [InlineData("*****1111 12/28 123")]
    [InlineData("411111******1111 500")]
    [InlineData("411111******1111 1228 1234")]
    [InlineData("411111******1111 12/28/2026 123")]
    [InlineData("order 123456789012 ***** 1234 123")]
    public void Another_number_behind_a_mask_passes(string text) => AssertMasked(text, text);

    private static void AssertMasked(string expected, string text)
    {
        var once = Pipeline.Redact(text).Text.Text;

        Assert.Equal(expected, once);
        Assert.True(Pipeline.Redact(once).IsClean);
    }
}

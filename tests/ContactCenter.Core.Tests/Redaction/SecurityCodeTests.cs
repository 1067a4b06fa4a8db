using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class SecurityCodeTests
{
    private static readonly RedactionPipeline Pipeline = new(new CardNumberRule(), new SecurityCodeRule());
    private static readonly RedactionPipeline Alone = new(new SecurityCodeRule());

    private static readonly RedactionPipeline Strict =
        new(new RedactionOptions { MinimumConfidence = Confidence.Low }, new SecurityCodeRule());

    [Theory]
    [InlineData("cvv123", "cvv***")]
    [InlineData("CVV2:999", "CVV2:***")]
    [InlineData("C.V.V. 123", "C.V.V. ***")]
    [InlineData("ＣＶＶ：１２３", "ＣＶＶ：***")]
    [InlineData("cvv_code=123&amount=20", "cvv_code=***&amount=20")]
    [InlineData("<securityCode>1234</securityCode>", "<securityCode>****</securityCode>")]
    [InlineData("security\ncode: 123", "security\ncode: 123")]
    [InlineData("cvv\n123", "cvv\n***")]
    [InlineData("cvv 1-2-3", "cvv *****")]
    [InlineData("csc 808 cvn 808", "csc *** cvn ***")]
    [InlineData("the cvv for the card ending in 4444 is 123", "the cvv for the card ending in 4444 is ***")]
    [InlineData("cvv de la tarjeta terminada en 4444: 123", "cvv de la tarjeta terminada en 4444: ***")]
    [InlineData("cvvis123", "cvvis***")]
    [InlineData("CVVcode:123", "CVVcode:***")]
    [InlineData("cvcnumber123", "cvcnumber***")]
    [InlineData("cvv 123/1228", "cvv ***/1228")]
    [InlineData("cvv123/12/28", "cvv***/12/28")]
    [InlineData("123 (cvv)", "*** (cvv)")]
    [InlineData("cvv (Visa) 123", "cvv (Visa) ***")]
    [InlineData("cvv maybe 123", "cvv maybe ***")]
    [InlineData("cvv is uh 123", "cvv is uh ***")]
    [InlineData("cvv는 음... 123", "cvv는 음... ***")]
    [InlineData("{\"cardCvv\":\"123\"}", "{\"cardCvv\":\"***\"}")]
    [InlineData("CID: 1234", "CID: ****")]
    [InlineData("my CID is 1234", "my CID is ****")]
    [InlineData("4-digit CID 1234", "4-digit CID ****")]
    [InlineData("the last 3 on back: 123", "the last 3 on back: ***")]
    [InlineData("the three numbers on the back: 123", "the three numbers on the back: ***")]
    public void A_code_is_masked_however_it_is_written(string text, string expected) =>
        Assert.Equal(expected, Alone.Redact(text).Text.Text);

    [Theory]
    [InlineData("4111111111111111 12/27 123", "411111******1111 12/27 ***")]
    [InlineData("4111111111111111|12|2027|123", "411111******1111|12|2027|***")]
    [InlineData("4111-1111-1111-1111, 12/27, 123", "411111******1111, 12/27, ***")]
    [InlineData("4111111111111111:12:28:123", "411111******1111:12:28:***")]
    [InlineData("4111111111111111;12;28;123", "411111******1111;12;28;***")]
    [InlineData("4111111111111111,12,28,123", "411111******1111,12,28,***")]
    [InlineData("378282246310005 1227 1234", "378282*****0005 1227 ****")]
    [InlineData("4111111111111111 123 12/27", "411111******1111 *** 12/27")]
    [InlineData("4111111111111111 1225 123", "411111******1111 1225 ***")]
    [InlineData("my card 41111111111111111225123", "my card 411111******11111225***")]
    [InlineData("my amex 37828224631000512271234", "my amex 378282*****00051227****")]
    public void A_code_in_its_place_behind_a_card_number_needs_no_name(string text, string expected) =>
        Assert.Equal(expected, Pipeline.Redact(text).Text.Text);

    [Theory]
    [InlineData("4111111111111111 exp 12/27 sec 123", "411111******1111 exp 12/27 sec ***")]
    [InlineData("4111111111111111, SEC: 123", "411111******1111, SEC: ***")]
    [InlineData("sec.123 of 4111111111111111", "sec.*** of 411111******1111")]
    [InlineData("4111111111111111 good thru 12/27 sec. code 123", "411111******1111 good thru 12/27 sec. code ***")]
    [InlineData("4111111111111111 it takes a sec 123", "411111******1111 it takes a sec 123")]
    [InlineData("4111111111111111 after 30 sec 123", "411111******1111 after 30 sec 123")]
    [InlineData("4111111111111111 sec 1234", "411111******1111 sec 1234")]
    [InlineData("4111111111111111 infosec 123", "411111******1111 infosec 123")]
    [InlineData("4111111111111111 sec 123 456", "411111******1111 sec *** 456")]
    [InlineData("see sec 123", "see sec 123")]
    public void A_name_of_many_things_counts_beside_a_card_number_alone(string text, string expected) =>
        Assert.Equal(expected, Pipeline.Redact(text).Text.Text);

    [Fact]
    public void Three_digits_right_behind_a_card_number_may_be_an_amount()
    {
        const string Text = "ac 4111111111111111 500";

        Assert.True(Alone.Redact(Text).IsClean);
        Assert.Equal("ac 4111111111111111 ***", Strict.Redact(Text).Text.Text);
    }

    [Theory]
    [InlineData("1234 is the order, cvv follows")]
    [InlineData("cvv 12/27/2026")]
    [InlineData("cvv 123/456")]
    [InlineData("cvv 123/1328")]
    [InlineData("cvv 10:30")]
    [InlineData("cvv €123")]
    [InlineData("cvv 123 456 7890 is not a code", "cvv *** 456 7890 is not a code")]
    [InlineData("cvv 12345")]
    [InlineData("the cvv field, room 123")]
    [InlineData("room cvv is next to 300 rooms")]
    [InlineData("5386-6543-2980-4253-1640-0633 thanks")]
    public void A_number_of_another_thing_passes(string text, string? expected = null) =>
        Assert.Equal(expected ?? text, Alone.Redact(text).Text.Text);

    [Theory]
    [InlineData("verification code 482", true)]
    [InlineData("verification code 4829", false)]
    [InlineData("my card's verification code is 4829", true)]
    public void A_doubtful_name_counts_for_three_digits_or_beside_a_card(string text, bool isMasked) =>
        Assert.Equal(!isMasked, Alone.Redact(text).IsClean);
}

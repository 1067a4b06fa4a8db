using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class CardExpiryTests
{
    private static readonly RedactionPipeline Pipeline = new(new CardNumberRule(), new CardExpiryRule());

    [Theory]
    [InlineData("exp 12/27", "exp *****")]
    [InlineData("exp 12 / 2027", "exp *********")]
    [InlineData("exp: 1227", "exp: ****")]
    [InlineData("exp 122027", "exp ******")]
    [InlineData("exp 2027-12", "exp *******")]
    [InlineData("exp 12 27", "exp *****")]
    [InlineData("exp Dec 2027", "exp ********")]
    [InlineData("exp December '27", "exp ************")]
    [InlineData("유효기간 2027년 12월", "유효기간 *********")]
    [InlineData("MM/YY: 12/27", "MM/YY: *****")]
    public void An_expiry_is_masked_in_every_form(string text, string expected) =>
        Assert.Equal(expected, Pipeline.Redact(text).Text.Text);

    [Theory]
    [InlineData("4111111111111111 12/27", "411111******1111 *****")]
    [InlineData("4111111111111111:12/2027:123", "411111******1111:*******:123")]
    [InlineData("4111111111111111:12:28:123", "411111******1111:*****:123")]
    [InlineData("4111111111111111;12;28", "411111******1111;*****")]
    [InlineData("4111111111111111,12;28", "411111******1111,12;28")]
    [InlineData("4111 1111 1111 1111 1227", "411111******1111 ****")]
    [InlineData("4111111111111111 12/27/2026", "411111******1111 12/27/2026")]
    [InlineData("4111111111111111 13/27", "411111******1111 13/27")]
    public void An_expiry_right_behind_a_card_number_needs_no_name(string text, string expected) =>
        Assert.Equal(expected, Pipeline.Redact(text).Text.Text);

    [Theory]
    [InlineData("41111111111111111227", "411111******11111227")]
    [InlineData("my visa 41111111111111111227", "my visa 411111******1111****")]
    [InlineData("visa 4111111111111111122027123", "visa 411111******1111******123")]
    public void An_expiry_in_one_run_with_its_card_number_needs_a_card_that_is_spoken_of(
        string text, string expected) => Assert.Equal(expected, Pipeline.Redact(text).Text.Text);

    [Theory]
    [InlineData("see you 12/27")]
    [InlineData("exp 13/27")]
    [InlineData("exp 12/27/2026")]
    [InlineData("expires 27 Dec 2027")]
    [InlineData("expires 6/15")]
    [InlineData("my plan expires 12/27")]
    [InlineData("the warranty expiry date is 12/2027")]
    public void Another_date_passes_unchanged(string text) => Assert.True(Pipeline.Redact(text).IsClean);
}

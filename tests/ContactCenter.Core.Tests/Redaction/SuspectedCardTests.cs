using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class SuspectedCardTests
{
    private static readonly RedactionPipeline Pipeline = new();
    private static readonly RedactionContext AboutCards = new() { IsAboutCards = true };

    [Theory] // all of them fail the check digit, or have an issuer or a length that does not exist
    [InlineData("my card number is 4012888888881882")]
    [InlineData("card no: 4012 8888 8888 1882")]
    [InlineData("the credit card number was 7654321076543210, sorry")]
    [InlineData("credit card 1234 1234 1234 1234")]
    [InlineData("4012888888881882 this is my credit card number")]
    [InlineData("카드번호는 4012888888881882 입니다")]
    [InlineData("カード番号は4012888888881882です")]
    [InlineData("我的卡号是4012888888881882")]
    [InlineData("el número de tarjeta es 4012888888881882")]
    [InlineData("Kreditkartennummer 4012888888881882")]
    [InlineData("номер карты 4012888888881882")]
    [InlineData("{\"cardNumber\":\"40128888888818821\"}")]
    [InlineData("my card number: 4012 8888 8888 188")] // a digit too few
    [InlineData("credit card 4012 8888 8888 188")]
    [InlineData("visa 4012 8888 8888 18812")]
    [InlineData("카드번호 4012-8888-8888-18812")] // and one too many
    [InlineData("my amex card number is 3742 454554 00127")]
    [InlineData("رقم بطاقتي هو ٤٠١٢٨٨٨٨٨٨٨٨١٨٨٢")]
    [InlineData("số thẻ của tôi là 4012888888881882")]
    [InlineData("my card number is 40128888888818815544")] // and what is not of it
    public void What_people_call_a_card_number_is_masked_as_a_kind_of_its_own(string text)
    {
        var found = Assert.Single(Pipeline.Redact(text).Text.Findings);

        Assert.Equal(RedactionKind.SuspectedCardNumber, found.Kind);
        Assert.Equal("suspected-card-number", found.Rule);
    }

    [Theory]
    [InlineData("4012888888881882")]
    [InlineData("order number 4012888888881882")]
    [InlineData("how do I activate my card? 4012888888881882")]
    [InlineData("my card payment has reference 4012888888881882")]
    [InlineData("credit card account number 401288888882")]
    [InlineData("my card was declined on 2031-03-28 at 17:42:09")]
    public void A_number_that_nobody_calls_a_card_number_stays(string text) =>
        Assert.Same(text, Pipeline.Redact(text).Text.Text);

    [Theory]
    [InlineData("sure, 4012888888881882")]
    [InlineData("1234 1234 1234 1234")]
    [InlineData("it is 401288888888188")] // a digit left out
    public void In_a_conversation_about_a_card_an_answer_is_believed(string text)
    {
        Assert.False(Pipeline.Redact(text, AboutCards).IsClean);
        Assert.True(Pipeline.Redact(text).IsClean);
    }

    [Theory]
    [InlineData("my account number is 1234123412341234")]
    [InlineData("ssn 123-45-6789, phone 212 555 0142")]
    [InlineData("+8210987654321098")]
    public void In_a_conversation_about_a_card_other_numbers_stay(string text) =>
        Assert.True(Pipeline.Redact(text, AboutCards).IsClean);

    [Theory]
    [InlineData("card 4.012888888881881")] // grouped as nobody groups, but called a card
    [InlineData("my card 94 71 03 62 51 84 93 16")]
    public void A_doubtful_number_with_a_right_check_digit_is_believed_next_to_a_card(string text) =>
        Assert.Equal(RedactionKind.CardNumber, Assert.Single(Pipeline.Redact(text).Text.Findings).Kind);

    [Fact]
    public void A_number_with_a_right_check_digit_is_found_once()
    {
        var found = Assert.Single(Pipeline.Redact("my card number is 4012888888881881", AboutCards).Text.Findings);

        Assert.Equal(RedactionKind.CardNumber, found.Kind);
    }

    [Theory]
    [InlineData("4222222222222", false)]
    [InlineData("4006381334013", true)] // the number of a product as well
    public void Thirteen_digits_are_a_card_number_unless_they_are_a_product(string number, bool isClean) =>
        Assert.Equal(isClean, Pipeline.Redact($"about {number} now").IsClean);
}

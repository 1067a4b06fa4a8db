using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>Ids and codes are kept as they are, unless a card number is in them.</summary>
public sealed class CardLikeIdTests
{
    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("４１１１１１１１１１１１１１１１")]
    [InlineData("customer-4111111111111111")]
    [InlineData("7-4111111111111111-12")]
    [InlineData("1 of 2, 4111 1111 1111 1111, 12/29")]
    [InlineData("4111\u200B1111\u200B1111\u200B1111")]
    [InlineData("4111\\u200B1111\\u200B1111\\u200B1111")]
    public void An_id_with_a_card_number_in_it_reads_as_one(string id) => Assert.True(CardLikeId.Is(id));

    [Theory]
    [InlineData("call Ana, cvv 123")]
    [InlineData("PIN is 4821")]
    [InlineData(";4111111111111111=28121010000012300000?")]
    [InlineData("4111 1111 1111 1111")]
    public void Words_with_what_proves_a_card_are_told_from_others(string words) => Assert.True(CardLikeId.IsIn(words));

    [Theory]
    [InlineData("cvv-questions")]
    [InlineData("PIN reset, floor 12")]
    [InlineData("00:05:00")]
    [InlineData("room 123")]
    public void Other_words_do_not(string words) => Assert.False(CardLikeId.IsIn(words));

    [Theory]
    [InlineData("")]
    [InlineData("mina")]
    [InlineData("order-20261129-144820")]
    [InlineData("2026-11-29 14:48:20.123")]
    [InlineData("0192f5c8-7b3a-7c11-9d2e-4b1f0a6c8e55")]
    [InlineData("+82-10-1234-5678")]
    [InlineData("4111111111111112")]
    public void Another_id_does_not(string id) => Assert.False(CardLikeId.Is(id));
}

using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class PinTests
{
    private static readonly RedactionPipeline Pipeline = new(new PinRule(), new PinBlockRule());

    [Theory]
    [InlineData("pin code 4821", "pin code ****")]
    [InlineData("pin code 560001", "pin code 560001")]
    [InlineData("pin code 012345", "pin code ******")]
    [InlineData("the city is Pune and the pin is 411001", "the city is Pune and the pin is 411001")]
    public void Six_digits_behind_a_pin_code_are_a_place(string text, string expected) =>
        Assert.Equal(expected, Pipeline.Redact(text).Text.Text);

    [Theory]
    [InlineData("passcode 4321", "passcode ****")]
    [InlineData("my passcode is 4321", "my passcode is ****")]
    [InlineData("the passcode for room 4321", "the passcode for room 4321")]
    public void A_passcode_is_one_where_its_digits_stand_right_behind_it(string text, string expected) =>
        Assert.Equal(expected, Pipeline.Redact(text).Text.Text);

    [Theory]
    [InlineData("비밀번호 앞 두자리 12", "비밀번호 앞 두자리 **")]
    [InlineData("비밀번호 12", "비밀번호 12")]
    [InlineData("pin 12", "pin 12")]
    public void Two_digits_count_where_they_are_said_to_be_the_first(string text, string expected) =>
        Assert.Equal(expected, Pipeline.Redact(text).Text.Text);

    [Theory]
    [InlineData("pin block 0412AC89ABCDEF67", "pin block ****************")]
    [InlineData("PIN block: 04 12 AC 89 AB CD EF 67", "PIN block: ***********************")]
    [InlineData("0412AC89ABCDEF67 is the pin block", "**************** is the pin block")]
    [InlineData("it was AC89 0412 ABCD EF67 (PIN block)", "it was ******************* (PIN block)")]
    [InlineData("0412AC89ABCDEF67 was the trace of a pin block", "0412AC89ABCDEF67 was the trace of a pin block")]
    [InlineData("핀 블록 0412AC89ABCDEF670412AC89ABCDEF67", "핀 블록 ********************************")]
    [InlineData("pin block 0412AC89", "pin block 0412AC89")]
    [InlineData("field 52 is 241234FFFFFFFFFF", "field 52 is ****************")]
    [InlineData("id 0412AC89ABCDEF67", "id 0412AC89ABCDEF67")]
    [InlineData("id 251234FFFFFFFFFF", "id 251234FFFFFFFFFF")]
    public void A_pin_block_is_told_by_its_name_or_by_its_filling(string text, string expected) =>
        Assert.Equal(expected, Pipeline.Redact(text).Text.Text);
}

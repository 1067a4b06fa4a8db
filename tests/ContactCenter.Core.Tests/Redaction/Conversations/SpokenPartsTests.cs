namespace ContactCenter.Tests.Redaction.Conversations;

/// <summary>A card number told in words, over several messages.</summary>
public sealed class SpokenPartsTests
{
    [Fact]
    public void They_are_hidden_the_earlier_ones_too()
    {
        var conversation = new Conversation().Say(
            "a: what is the card number?",
            "c: four oh one two",
            "c: eight eight eight eight",
            "a: go on",
            "c: double eight double eight",
            "c: one eight eight one");

        Assert.Equal(
            [
                new string('*', 15), new string('*', 23), "go on", new string('*', 25), new string('*', 19),
            ],
            conversation.Lines.Skip(1).Select(line => line == "go on" ? line : line.Replace(' ', '*')));
        Assert.Equal(0, conversation.Window.HeldDigits);
    }

    [Theory]
    [InlineData("a: 카드번호 알려주세요", "c: 사공일이", "c: 팔팔팔팔", "c: 팔팔팔팔", "c: 일팔팔일이요")]
    [InlineData("c: my card number", "c: four oh one two", "c: 8888", "c: eight eight eight eight", "c: 1881")]
    [InlineData("c: my card", "c: forty twelve eighty eight eighty eight",
        "c: double eight double eight one double eight one")]
    [InlineData("a: card number?", "c: four oh one two, eight eight eight eight", "c: eight eight eight eight",
        "c: one eight eight one")]
    public void They_are_found_however_they_come(params string[] lines)
    {
        var kept = string.Join('\n', new Conversation().Say(lines).Lines.Skip(1));

        Assert.All(
            ["four", "forty", "eight", "1881", "8888", "사공", "팔"],
            word => Assert.DoesNotContain(word, kept, StringComparison.Ordinal));
    }

    [Fact]
    public void From_eight_digits_on_they_are_masked_before_the_number_is_complete()
    {
        var conversation = new Conversation().Say(
            "a: your card number please", "c: four oh one two", "c: eight eight eight eight");

        Assert.Equal("four oh one two", conversation.Lines[1]);
        Assert.DoesNotContain("eight", conversation.Lines[2], StringComparison.Ordinal);
        Assert.True(conversation.Window.IsMasking);
    }

    [Theory]
    [InlineData("c: four oh one two", "c: eight eight eight eight", "c: double eight double eight",
        "c: one eight eight one")]
    [InlineData("c: my card", "c: one two three", "c: four five six", "c: seven eight nine")]
    [InlineData("a: card number?", "c: one moment please", "c: two or three minutes")]
    [InlineData("a: how many cards?", "c: one", "c: one two", "c: 이 사람이요")]
    public void Others_pass(params string[] lines) =>
        Assert.Equal(lines.Select(line => line[3..]), new Conversation().Say(lines).Lines);

    [Fact]
    public void What_a_process_has_masked_the_next_one_goes_on_masking()
    {
        var conversation = new Conversation().Say(
            "a: card number?", "c: four oh one two", "c: eight eight eight eight");

        conversation.TakeOver().Say("c: eight eight eight eight").TakeOver().Say("c: one eight eight one");

        Assert.DoesNotContain("eight", string.Join('\n', conversation.Lines), StringComparison.Ordinal);
    }
}

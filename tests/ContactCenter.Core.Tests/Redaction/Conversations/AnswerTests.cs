using ContactCenter.Redaction;
using ContactCenter.Tests.Redaction.Phrases;

namespace ContactCenter.Tests.Redaction.Conversations;

/// <summary>The answer to a question for a code, an expiry, a PIN or a card number.</summary>
public sealed class AnswerTests
{
    private const double LeastFound = 0.98;

    public static TheoryData<string> Languages => [.. PhraseBook.ByLanguage.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_is_found_without_its_name_after_a_question_in_the_words_of(string language)
    {
        // The question is what people write around the value.
        var phrases = PhraseBook.ByLanguage[language].Where(phrase => !phrase.IsInnocent).ToList();
        var missed = phrases.Where(phrase => Answered(phrase).Lines[^1] != new string('*', phrase.Length)).ToList();

        Assert.True(
            missed.Count <= (1 - LeastFound) * phrases.Count,
            string.Join('\n', missed.Select(phrase => string.Join(" -> ", Answered(phrase).Lines))));
    }

    [Theory]
    [InlineData("a: what's your CVV?", "c: sure, it's 123", "sure, it's ***")]
    [InlineData("a: cvv?", "c: 1 2 3", "*****")]
    [InlineData("a: cvv?", "c: one moment", "c: hmm ok", "a: take your time", "c: 123", "***")]
    [InlineData("a: and the expiry date?", "c: 12/27", "*****")]
    [InlineData("a: when does your card expire?", "c: December 2027 i think", "************* i think")]
    [InlineData("a: 카드 비밀번호 앞 두 자리 알려주세요", "c: 12", "**")]
    [InlineData("a: CVC 번호도 알려주세요", "c: 네 560이요", "네 ***이요")]
    [InlineData("a: your PIN please", "c: 4821", "****")]
    [InlineData("a: your card number?", "c: 4012888888881882", "401288******1882")]
    [InlineData("a: card number and cvv please", "c: 4012 8888 8888 1881 123", "401288******1881 ***")]
    [InlineData("c: my cvv is", "c: 123", "***")]
    [InlineData("a: cvv?", "c: 123", "a: 123, thank you", "***, thank you")]
    public void It_is_found_as_people_give_it(params string[] lines) =>
        Assert.Equal(lines[^1], new Conversation().Say(lines.AsSpan(..^1)).Lines[^1]);

    [Theory]
    [InlineData("cv123", "cv***")]
    [InlineData("cvv123", "cvv***")]
    [InlineData("CVV2123", "CVV****")]
    [InlineData("cvc:123", "cvc:***")]
    [InlineData("cvc2:123", "cvc2:***")]
    [InlineData("cvv-123", "cvv-***")]
    [InlineData("cvv#123", "cvv#***")]
    [InlineData("cvv_123", "cvv_***")]
    [InlineData("cvv.123", "cvv.***")]
    [InlineData("cvv/123", "cvv/***")]
    [InlineData("cvv(123)", "cvv(***)")]
    [InlineData("cvc=123", "cvc=***")]
    [InlineData("cvvis123", "cvvis***")]
    [InlineData("cvv123/1228", "cvv***/1228")]
    [InlineData("cv.123", "cv.***")]
    [InlineData("c123", "c***")]
    [InlineData("code123", "code***")]
    [InlineData("seccode123", "seccode***")]
    [InlineData("123cvv", "***cvv")]
    [InlineData("is123", "is***")]
    [InlineData("씨브이씨123", "씨브이씨***")]
    public void It_may_be_glued_to_its_name(string answer, string expected)
    {
        Assert.Equal(expected, new Conversation().Say("a: cvv please", $"c: {answer}").Lines[^1]);
        Assert.Equal(expected, new Conversation().Say("c: 4111 1111 1111 1111", "a: cvv?", $"c: {answer}").Lines[^1]);
    }

    [Theory]
    [InlineData("cv123", "cv***")]
    [InlineData("cvv123", "cvv***")]
    [InlineData("CVV2123", "CVV****")]
    [InlineData("cvc:123", "cvc:***")]
    [InlineData("123cvv", "***cvv")]
    [InlineData("12/28cvv123", "*****cvv***")]
    public void It_may_be_glued_to_its_name_behind_the_number(string answer, string expected) =>
        Assert.Equal(expected, new Conversation().Say("c: 4111 1111 1111 1111", $"c: {answer}").Lines[^1]);

    [Theory]
    [InlineData("a: cvv?", "c: 12", "c: 3", "**", "*")]
    [InlineData("a: cvc 번호요?", "c: 1", "c: 2", "c: 3", "*", "*", "*")]
    [InlineData("a: your PIN?", "c: 48", "c: 21", "**", "**")]
    [InlineData("a: expiry date please", "c: 12", "c: 27", "**", "**")]
    public void It_is_found_in_parts(params string[] lines)
    {
        var said = (lines.Length + 1) / 2;

        Assert.Equal(lines[said..], new Conversation().Say(lines.AsSpan(..said)).Lines.Skip(1));
    }

    [Theory]
    [InlineData("a: cvv?", "c: my room is 123")]
    [InlineData("a: cvv?", "c: give me 10 minutes")]
    [InlineData("a: cvv?", "c: order 1234")]
    [InlineData("a: cvv?", "c: 123", "a: thanks, and your room number?", "c: 456")]
    [InlineData("a: when does your passport expire?", "c: 12/27")]
    [InlineData("c: where do I find the cvv?", "c: 123 main street")]
    [InlineData("a: how many tickets?", "c: 123")]
    public void Another_answer_passes(params string[] lines) =>
        Assert.Equal(lines[^1][3..], new Conversation().Say(lines).Lines[^1]);

    [Theory]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: 12/28 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: 09/19 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: 12/28", "c: 123")]
    [InlineData("c: 4111 1111 1111 1111", "a: thanks", "c: 12/28", "a: ok", "c: 1234")]
    [InlineData("a: Please give me your card details", "c: 4111 1111 1111 1111", "c: 12/28", "c: 123")]
    [InlineData("a: 카드 정보 알려주세요", "c: 4111 1111 1111 1111", "c: 12/28", "c: 123")]
    [InlineData("a: Please give me your card details", "c: 12/28", "c: 123")]
    [InlineData("a: card number?", "c: 4111 1111", "c: 1111 1111", "c: 12/28", "c: 123")]
    [InlineData("c: 4111 1111 1111 1111", "c: exp 12/28", "c: code 123")]
    [InlineData("c: 4111 1111 1111 1111", "c: 12-28", "c: 123")]
    [InlineData("c: 4111 1111 1111 1111", "c: 2028-12", "c: 123")]
    [InlineData("c: 4111 1111 1111 1111", "c: 12월 28년", "c: 123")]
    [InlineData("c: 4111 1111 1111 1111", "a: and the last three digits on the reverse?", "c: 123")]
    public void What_goes_with_a_card_is_found_in_the_messages_behind_its_number(params string[] lines)
    {
        var kept = new Conversation().Say(lines).Lines;

        Assert.All(
            lines.Index().Where(line => line.Item[0] == 'c' && line.Item.Length < 14),
            line => Assert.DoesNotContain(kept[line.Index], static character => char.IsDigit(character)));
    }

    [Theory]
    [InlineData("c: my card is 4111 1111 1111 1111", "a: and how many tickets?", "c: 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "a: and your room?", "c: 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "a: thanks", "c: 123 please")]
    [InlineData("c: my card is 4111 1111 1111 1111", "a: 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: $123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: room 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: 12/28/2026")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: 2026-12-28")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: 12/55")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: ok", "a: ok", "c: ok", "a: ok", "c: ok", "c: 123")]
    [InlineData("c: my card is declined", "c: 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: 1234")]
    public void What_is_said_of_something_else_behind_a_number_passes(params string[] lines) =>
        Assert.Equal(lines[^1][3..], new Conversation().Say(lines).Lines[^1]);

    [Theory]
    [InlineData("c: my card is 4111 1111 1111 1111", "t:", "c: 12/28 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: 12/28", "t:", "c: 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: 12/28", "t:", "c: 1234")]
    [InlineData("c: 4111 1111 1111 1111", "a: thanks", "t:", "a: ok", "c: 12/28")]
    [InlineData("a: Please give me your card details", "t:", "c: 12/28", "t:", "c: 123")]
    [InlineData("a: card number?", "c: 4111 1111", "c: 1111 1111", "t:", "c: 12/28", "t:", "c: 123")]
    [InlineData("a: card number?", "c: 4111", "c: 1111", "c: 1111", "c: 1111", "t:", "c: 12/28", "c: 123")]
    public void What_is_expected_behind_a_number_outlives_the_process(params string[] lines)
    {
        var kept = Told(lines);

        Assert.All(
            lines.Where(line => line != "t:").Index().Where(line => line.Item[0] == 'c' && line.Item.Length < 14),
            line => Assert.True(
                line.Item.Contains("1111", StringComparison.Ordinal) || !kept[line.Index].Any(char.IsDigit)));
    }

    [Theory]
    [InlineData("c: my card is 4111 1111 1111 1111", "a: and how many tickets?", "t:", "c: 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "t:", "c: 1234")]
    [InlineData("c: my card is 4111 1111 1111 1111", "t:", "a: 123")]
    [InlineData("c: my card is 4111 1111 1111 1111", "c: ok", "a: ok", "c: ok", "a: ok", "t:", "c: ok", "c: 123")]
    [InlineData("c: nice *** thanks", "t:", "c: 123")]
    [InlineData("a: cvv?", "c: 123", "a: thanks, how many tickets?", "t:", "c: 123")]
    public void What_is_not_expected_passes_in_the_next_process(params string[] lines) =>
        Assert.Equal(lines[^1][3..], Told(lines)[^1]);

    [Fact]
    public void A_question_is_forgotten_after_some_messages()
    {
        var conversation = new Conversation().Say("a: cvv?");
        for (var message = 0; message < 8; message++)
        {
            conversation.Say("c: let me see");
        }

        Assert.Equal("123", conversation.Say("c: 123").Lines[^1]);
    }

    [Fact]
    public void A_pipeline_alone_can_be_told_what_was_asked_for()
    {
        var pipeline = new RedactionPipeline();
        var asked = new RedactionContext { AskedFor = AskedFor.SecurityCode };

        Assert.Equal(RedactionKind.SecurityCode, Assert.Single(pipeline.Redact("123", asked).Text.Findings).Kind);
        Assert.True(pipeline.Redact("123").IsClean);
        Assert.True(pipeline.Redact(pipeline.Redact("it is 123", asked).Text.Text, asked).IsClean);
    }

    // "t:" is where another process goes on.
    private static IReadOnlyList<string> Told(string[] lines)
    {
        var conversation = new Conversation();
        foreach (var line in lines)
        {
            conversation = line == "t:" ? conversation.TakeOver() : conversation.Say(line);
        }

        return conversation.Lines;
    }

    private static Conversation Answered(Phrase phrase) => new Conversation().Say(
        $"a: {phrase.Text.Remove(phrase.Start, phrase.Length)}",
        $"c: {phrase.Text.Substring(phrase.Start, phrase.Length)}");
}

using ContactCenter.Redaction;
using ContactCenter.Tests.Redaction.Conversations;

namespace ContactCenter.Tests.Redaction;

/// <summary>A code, an expiry or a PIN whose digits are words.</summary>
public sealed class CodesInWordsTests
{
    private static readonly RedactionPipeline Pipeline = new();

    [Theory]
    [InlineData("cvv is one two three", "cvv is *************")]
    [InlineData("my CVC: one, two, three", "my CVC: ***************")]
    [InlineData("security code is double four seven thanks", "security code is ***************** thanks")]
    [InlineData("CID one two three four", "CID ******************")]
    [InlineData("PIN four three two one", "PIN ******************")]
    [InlineData("cvv four o two", "cvv **********")]
    [InlineData("my pin is oh four twenty one", "my pin is ******************")]
    [InlineData("one two three is my cvv", "************* is my cvv")]
    [InlineData("cvc는 일이삼", "cvc는 ***")]
    [InlineData("CVC 번호는 오 육 공이에요", "CVC 번호는 *****이에요")]
    [InlineData("보안코드 일이삼입니다", "보안코드 ***입니다")]
    [InlineData("카드 비밀번호는 사삼이일이요", "카드 비밀번호는 ****이요")]
    public void One_is_masked_behind_its_name_where_a_card_is_spoken_of(string text, string expected)
    {
        Assert.Equal(expected, Pipeline.Redact(text, new RedactionContext { IsAboutCards = true }).Text.Text);
        Assert.Equal(expected, new Conversation().Say($"c: {text}").Lines[^1]);
    }

    [Theory]
    [InlineData("4012888888881881 cvv one two three", "401288******1881 cvv *************")]
    [InlineData("for 12 people, cvv one two three", "for 12 people, cvv *************")]
    [InlineData("4012888888881881 exp one two two eight", "401288******1881 exp *****************")]
    public void One_is_masked_beside_numbers_whatever_is_spoken_of(string text, string expected) =>
        Assert.Equal(expected, Pipeline.Redact(text).Text.Text);

    [Theory]
    [InlineData("a: what's your CVV?", "c: one two three", "*************")]
    [InlineData("a: cvc 번호요?", "c: 일이삼이요", "***이요")]
    [InlineData("a: your PIN please", "c: it's four three two one", "it's ******************")]
    public void One_is_found_in_the_answer_to_a_question(params string[] lines) =>
        Assert.Equal(lines[^1], new Conversation().Say(lines.AsSpan(..^1)).Lines[^1]);

    [Theory]
    [InlineData("cvv has three or four digits")]
    [InlineData("El CVV son los tres o cuatro dígitos del reverso")]
    [InlineData("Il CVV è un codice di tre o quattro cifre")]
    [InlineData("O CVV são os três o quatro dígitos")]
    [InlineData("the cvv is one of two or three numbers")]
    [InlineData("cvv one two")]
    [InlineData("cvv one two three four five")]
    [InlineData("pin one two three")]
    [InlineData("it was in room one two three, not the cvv")]
    [InlineData("cvc 확인이 이사오기 전이에요")]
    [InlineData("비밀번호 구이 요리")]
    [InlineData("one two three go")]
    public void Other_words_pass(string text)
    {
        Assert.True(Pipeline.Redact(text, new RedactionContext { IsAboutCards = true }).IsClean);
        Assert.Equal(text, new Conversation().Say($"c: {text}").Lines[^1]);
    }

    [Fact]
    public void What_is_masked_is_not_found_once_more()
    {
        var context = new RedactionContext { IsAboutCards = true };
        var once = Pipeline.Redact("cvv is one two three", context).Text.Text;

        Assert.True(Pipeline.Redact(once, context).IsClean);
    }
}

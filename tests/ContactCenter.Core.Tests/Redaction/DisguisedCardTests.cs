using System.Text;
using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class DisguisedCardTests
{
    private const string Number = "4012888888881881";

    private static readonly RedactionPipeline Pipeline = new();

    [Theory]
    [InlineData("4012%208888%208888%201881")]
    [InlineData("%34%30%31%32%38%38%38%38%38%38%38%38%31%38%38%31")]
    [InlineData("%25340128888888818%38%31")] // escaped twice
    [InlineData("4012\\u00208888\\u00208888\\u00201881")]
    [InlineData("4012&nbsp;8888&nbsp;8888&nbsp;1881")]
    [InlineData("4012\\n8888\\n8888\\n1881")]
    public void A_number_with_escapes_in_it_is_masked_whole(string written) => AssertMasked(written);

    [Theory]
    [InlineData("\\u200b")]
    [InlineData("\\u{200B}")]
    [InlineData("%E2%80%8B")]
    [InlineData("&#8203;")]
    [InlineData("&ZeroWidthSpace;")]
    [InlineData("&zwj;")]
    [InlineData("&amp;#8203;")]
    [InlineData("\\u2013")]
    [InlineData("%C2%A0")]
    [InlineData("&ndash;")]
    [InlineData("&#x2009;")]
    public void A_number_with_escapes_of_what_parts_it_or_nobody_sees_is_masked_whole(string gap) =>
        AssertMasked(string.Join(gap, Number.Chunk(4).Select(group => new string(group))));

    [Theory]
    [InlineData("%EF%BC%94%EF%BC%90%EF%BC%91%EF%BC%92888888881881")] // full-width
    [InlineData("\\u0664\\u0660\\u0661\\u0662888888881881")] // Arabic-Indic
    [InlineData("\\ud835\\udfdc\\ud835\\udfd8\\ud835\\udfd9\\ud835\\udfda888888881881")] // mathematical
    [InlineData("&#x1D7DC;&#x1D7D8;&#x1D7D9;&#x1D7DA;888888881881")]
    [InlineData("&#52&#48&#49&#50 888888881881")]
    public void A_number_with_escapes_of_digits_of_any_script_is_masked_whole(string written) => AssertMasked(written);

    [Theory]
    [InlineData("&#{0};")]
    [InlineData("&#x{0:x};")]
    [InlineData("\\u{0:x4}")]
    [InlineData("\\x{0:x2}")]
    public void A_number_of_nothing_but_escapes_is_masked_whole(string escape) => AssertMasked(
        string.Concat(Number.Select(digit => string.Format(null, CompositeFormat.Parse(escape), (int)digit))));

    [Theory]
    [InlineData(Number)]
    [InlineData("{\"card\":\"4012888888881881\"}")]
    [InlineData("4012 8888 8888 1881")]
    [InlineData("4012-8888-8888-1881")]
    public void A_number_in_a_short_token_of_base64_is_masked_with_the_token(string text)
    {
        AssertMasked(Convert.ToBase64String(Encoding.ASCII.GetBytes(text)));
        AssertMasked(Convert.ToHexString(Encoding.ASCII.GetBytes(text)));
    }

    [Theory] // what stands right beside the number is all that is escaped
    [InlineData("https://x.example/cb?u=https%3A%2F%2Fpay.example%2F%3Fpan%3D4012888888881881")]
    [InlineData("a%204012888888881881")]
    [InlineData("%204012-8888-8888-1881")]
    [InlineData("{\"body\":\"{\\u0022pan\\u0022:\\u00224012888888881881\\u0022}\"}")]
    [InlineData("\\ud6384012888888881881\\uc785")]
    [InlineData("\\ud83d\\udc4d4012888888881881")]
    [InlineData("https://x.example/c/NDAxMjg4ODg4ODg4MTg4MQ==")]
    [InlineData("token_NDAxMjg4ODg4ODg4MTg4MQ")]
    [InlineData("카드NDAxMjg4ODg4ODg4MTg4MQ입니다")]
    [InlineData("7Lm065Oc67KI7Zi4IDQwMTI4ODg4ODg4ODE4ODE=")] // with Hangul in it
    [InlineData("\"amount\":4.012888888881881E15")]
    [InlineData("5.1051051051051E15")] // with two zeros at its end
    [InlineData("\"amount\":5.1051051051051e+15")]
    [InlineData("卡号 四零一二八八八八八八八八一八八一")]
    public void A_number_with_a_disguise_beside_it_is_found(string text) =>
        Assert.Equal(RedactionKind.CardNumber, Assert.Single(Pipeline.Redact(text).Text.Findings).Kind);

    [Theory]
    [InlineData("%3B4111111111111111%3D28121011234567890123%3F")]
    [InlineData("4111111111111111\\u003d28121011234567890123")]
    [InlineData(";4111111111111111&#61;28121011234567890123?")]
    [InlineData("%25B4111111111111111%5EDOE%2FJOHN%5E28121011234567890123%3F")]
    [InlineData("%B4111111111111111%5EDOE/JOHN%5E28121011234567890123?")]
    public void A_track_with_escapes_in_it_is_masked_whole_although_its_number_has_none(string written) =>
        AssertMasked(written);

    [Theory]
    [InlineData("cvv 4111&nbsp;1111&nbsp;1111&nbsp;1111", "cvv **********************************")]
    [InlineData("cvv \\u0031\\u0032\\u0033", "cvv ******************")]
    [InlineData("cvv%3A%20123", "cvv%3A%20***")]
    [InlineData("PIN&nbsp;&#52;321", "PIN&nbsp;********")]
    public void What_an_escape_makes_of_a_few_digits_does_not_hide_the_rest(string text, string expected) =>
        Assert.Equal(expected, Text(text));

    [Fact]
    public void A_token_of_base64_is_found_wherever_it_stands_behind_another_script()
    {
        // Diners Club, with as few of the letters for digits as a number can have.
        const string Token = "MzA1NjU3NjE0OTgzOTk=";
        Assert.All(Enumerable.Range(1, 130), gap => Assert.DoesNotContain(
            Token, Text("번호" + new string(' ', gap) + Token + new string(' ', 60) + "."), StringComparison.Ordinal));
    }

    [Fact]
    public void Words_that_double_nothing_but_each_other_are_no_number()
    {
        // It would take minutes if each of them were read to the end of all.
        var text = string.Concat(Enumerable.Repeat("double ", 100_000));

        Assert.Same(text, Text(text));
    }

    [Fact]
    public void A_number_in_a_token_with_escapes_in_it_is_masked_with_the_token() => AssertMasked(
        Convert.ToBase64String(Encoding.ASCII.GetBytes(Number)).Replace("=", "%3D", StringComparison.Ordinal));

    [Fact]
    public void A_number_in_the_data_of_a_chip_is_masked() => Assert.Equal(
        "9A033112285A08****************9C0100", Text("9A033112285A08" + Number + "9C0100"));

    [Theory] // 5105 1051 0510 5100
    [InlineData("five one zero five / one zero five one / zero five one zero / five one zero zero")]
    [InlineData("five one oh five one oh five one oh five one oh five one double oh")]
    [InlineData("fifty-one oh five ten fifty-one oh five ten fifty-one zero zero")]
    [InlineData("오일공오 일공오일 공오일공 오일공공")]
    [InlineData("오일영오에 일영오일에 영오일영에 오일영영")]
    public void A_number_in_words_is_masked(string words) => AssertMasked(words);

    [Fact]
    public void The_end_of_a_Korean_sentence_is_no_digit() =>
        Assert.EndsWith("*이요", Text("번호요? 오일공오 일공오일 공오일공 오일공공이요"), StringComparison.Ordinal);

    [Theory]
    [InlineData("one two three four five six seven eight nine ten eleven twelve is how we count")]
    [InlineData("일이삼사오육칠팔구 일이삼사오육칠팔구")]
    [InlineData("I would like two of the four, or three of the six, one for each of the eight people there")]
    [InlineData("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=")]
    [InlineData("100% of 4 items & 5 more \\ 6")]
    [InlineData("MONDAY MORNING NO MONEY ON MOON")]
    public void Words_and_tokens_without_a_number_in_them_stay(string text) => Assert.Same(text, Text(text));

    [Theory]
    [InlineData("\u202E0015015015015015")]
    [InlineData("the number in reverse: 0015015015015015")]
    [InlineData("거꾸로 0015-0150-1501-5015")]
    public void A_number_that_is_said_to_be_backwards_is_masked(string text) =>
        Assert.DoesNotContain("0150", Text(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("4OOO OO00 OOOO 0002")]
    [InlineData("4OOO 0000 0000 0002")]
    [InlineData("4012---ZBlZ---8888---1885")]
    [InlineData("4OI2 8888 8888 1881")]
    [InlineData("4I11-1I11-1111-1111")]
    [InlineData("4l11 1111 1111 1111")]
    [InlineData("4OI2888888881881")]
    public void Letters_that_look_like_digits_are_masked(string number) => AssertMasked(number);

    [Theory]
    [InlineData("4B12888888881883")] // hexadecimal
    [InlineData("5 Oct 2031, Bus 12 leaves at 10:30 or 11:45, So 2 or 3 Seats")]
    public void Letters_that_are_letters_stay(string text) => AssertClean(text);

    [Theory]
    [InlineData("the first is 4012; the second one 8888; the third 8888; and the final 1881")]
    [InlineData("first 4012, next 8888, then 8888 and the last four 1881")]
    [InlineData("첫 자리 4012 다음 8888 다음 8888 마지막 1881")]
    public void A_number_that_is_told_part_by_part_is_masked(string text)
    {
        var masked = Text(text);

        Assert.DoesNotContain("4012", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("8888", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("1881", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_numbers_of_which_nobody_says_that_they_are_parts_stay() =>
        AssertClean("room 4012 for 8888 won, bus 8888 leaves in 1881 seconds");

    private static void AssertMasked(string written)
    {
        Assert.Equal($"here: {new string('*', written.Length)} ok", Text($"here: {written} ok"));
        Assert.Equal(new string('*', written.Length), Text(written));
    }

    private static void AssertClean(string text) => Assert.Same(text, Text(text));

    private static string Text(string text) => Pipeline.Redact(text).Text.Text;
}

using System.Text;
using ContactCenter.Texts;

namespace ContactCenter.Tests.Texts;

public sealed class TextSearchTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_search_finds_everything(string? search)
    {
        Assert.True(TextSearch.Matches(search, "Refund policy"));
        Assert.True(TextSearch.Matches(search, ""));
        Assert.True(TextSearch.Matches(search, null));
    }

    [Theory]
    [InlineData("ref", "Refund policy")]
    [InlineData(" POLICY ", "Refund policy")]
    [InlineData("d p", "Refund policy")]
    [InlineData("é", "CAFÉ")]
    [InlineData("𐐨", "a 𐐀 letter of two units")]
    [InlineData("불 규", "환불 규정")]
    public void A_part_of_a_text_finds_it_in_any_case(string search, string text) =>
        Assert.True(TextSearch.Matches(search, text));

    [Theory]
    [InlineData("refunds", "Refund policy")]
    [InlineData("i", "\u0130")]
    [InlineData("x", "")]
    [InlineData("x", null)]
    [InlineData("ㅎ", null)]
    public void What_is_not_in_a_text_does_not_find_it(string search, string? text) =>
        Assert.False(TextSearch.Matches(search, text));

    [Theory]
    [InlineData("ㅎㅂ", "환불 규정")]
    [InlineData("ㅎㅂ ㄱㅈ", "환불 규정")]
    [InlineData("ㅂ", "환불 규정")]
    [InlineData("ㄱㅈ", "환불 규정")]
    [InlineData("ㄱ", "가")]
    [InlineData("ㄱ", "깋과 갛")]
    [InlineData("ㅎ", "힣")]
    [InlineData("\u1112\u1107", "환불 규정")]
    public void Initial_consonants_find_their_syllables(string search, string text) =>
        Assert.True(TextSearch.Matches(search, text));

    [Theory]
    [InlineData("ㄲㄸㅃㅆㅉ", "까따빠싸짜")]
    [InlineData("ㄲ", "꽃 배달")]
    [InlineData("ㅃㄹ", "빨리 와 주세요")]
    public void A_double_consonant_is_an_initial_of_its_own(string search, string text) =>
        Assert.True(TextSearch.Matches(search, text));

    [Theory]
    [InlineData("ㄱ", "꽃")]
    [InlineData("ㄲ", "곷")]
    [InlineData("ㅎㅂ", "환 불")]
    [InlineData("ㅂㅎ", "환불")]
    [InlineData("ㄴ", "환불")]
    [InlineData("ㅏ", "하")]
    [InlineData("하", "환불")]
    public void Other_initials_vowels_finals_and_halves_of_syllables_find_nothing(string search, string text) =>
        Assert.False(TextSearch.Matches(search, text));

    [Theory]
    [InlineData("ㅎ불", "환불 규정")]
    [InlineData("환ㅂ 규ㅈ", "환불 규정")]
    [InlineData("vip ㄱ", "VIP 고객")]
    [InlineData("ㅂ 2.0 ok", "버전 3, 법 2.0 OK")]
    [InlineData("𐐨ㅎ", "𐐀환불")]
    public void Initials_and_other_letters_mix(string search, string text) =>
        Assert.True(TextSearch.Matches(search, text));

    [Theory]
    [InlineData("ㅎ붕", "환불")]
    [InlineData("ㅎ불!", "환불")]
    [InlineData("aㅎ", "환a")]
    public void All_of_a_mixed_search_must_be_there(string search, string text) =>
        Assert.False(TextSearch.Matches(search, text));

    [Theory]
    [InlineData("ㅎㅎ", "네 ㅎㅎ")]
    [InlineData("ㅎ\u1112", "ㅎ\u1112")]
    [InlineData("ㅠㅠ", "슬퍼요 ㅠㅠ")]
    [InlineData("ㄳ", "ㄳ요")]
    public void A_letter_that_stands_alone_is_found_as_itself(string search, string text) =>
        Assert.True(TextSearch.Matches(search, text));

    [Theory]
    [InlineData("ㄳ", "감사합니다")]
    [InlineData("ㅄㅇ", "배송 문의, 보상 여부, 부서이동")]
    [InlineData("ㄳㅎ", "ㄱㅅ하다")]
    public void Consonants_that_an_input_method_has_joined_are_an_initial_each(string search, string text) =>
        Assert.True(TextSearch.Matches(search, text));

    [Theory]
    [InlineData("환불")]
    [InlineData("ㅎ불")]
    [InlineData("불 규정")]
    public void Decomposed_texts_and_searches_are_the_same_as_composed_ones(string search)
    {
        Assert.True(TextSearch.Matches(search, Decomposed("환불 규정")));
        Assert.True(TextSearch.Matches(Decomposed(search), "환불 규정"));
        Assert.True(TextSearch.Matches(Decomposed(search), Decomposed("환불 규정")));
        Assert.False(TextSearch.Matches(Decomposed("화"), "환불 규정"));
    }

    [Fact]
    public void Every_syllable_is_found_whole_by_its_initial_and_decomposed()
    {
        const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
        for (var syllable = '가'; syllable <= '힣'; syllable++)
        {
            var text = syllable.ToString();
            var initial = (syllable - '가') / 588;

            Assert.True(TextSearch.Matches(text, Decomposed(text)));
            Assert.Equal(
                [initial],
                Enumerable.Range(0, 19).Where(index => TextSearch.Matches(Initials[index].ToString(), text)));
        }
    }

    // Not as data of a theory: attributes hold UTF-8, which has no half of a pair.
    [Fact]
    public void Half_of_a_pair_is_compared_as_it_is()
    {
        Assert.True(TextSearch.Matches("\uD800", "a \uD800 b"));
        Assert.True(TextSearch.Matches("ㅎ\uDC00", "환\uDC00"));
        Assert.True(TextSearch.Matches("ㅎ", "\uD800\u1112\u116A\u11AB"));
        Assert.True(TextSearch.Matches("환", "\u1112\u116A\u11AB\uDFFF"));
        Assert.False(TextSearch.Matches("ㅎ\uDC00", "환\uDC01\u0301"));
    }

    [Fact]
    public void A_text_with_half_of_a_pair_is_malformed()
    {
        Assert.All(["", "환불 😀", "\uFFFD"], text => Assert.True(Wording.IsWellFormed(text)));
        Assert.All(
            ["\uD83D", "\uDE00\uD83D", "a\uDE00b"], (string text) => Assert.False(Wording.IsWellFormed(text)));
    }

    // Spelt out, for a process without culture data decomposes nothing.
    private static string Decomposed(string text)
    {
        var apart = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter is < '가' or > '힣')
            {
                apart.Append(letter);
                continue;
            }

            var (rest, final) = Math.DivRem(letter - '가', 28);
            apart.Append((char)('\u1100' + (rest / 21))).Append((char)('\u1161' + (rest % 21)));
            _ = final == 0 ? apart : apart.Append((char)('\u11A7' + final));
        }

        return apart.ToString();
    }
}

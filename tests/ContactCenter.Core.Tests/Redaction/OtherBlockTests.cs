using System.Runtime.Intrinsics;
using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>What the look at 32 characters of any script tells is what a look at each of them tells.</summary>
public sealed class OtherBlockTests
{
    private const int Half = 16;

    // The borders of what Korean text is made of, and of what rules read otherwise, with their neighbours.
    private const string Borders =
        "\0/0123456789:LMNOP~\u007F\u0080\u00AC\u00AD\u00FF\u0130\u0139\u3101\u3130\u3131\u3163\u3164\u3165\u31FF\u4D4D"
        + "\u4DFF\u4E00\u9FFF\uA04F\uA930\uABFF\uAC00\uAFFF\uB030\uCFFF\uD000\uD7FF\uD800\uDC00\uF964\uFF10\uFFFF";

    [Fact]
    public void Digits_and_letters_of_base64_are_counted_in_any_script()
    {
        ForEachText((text, block) =>
        {
            Assert.Equal(text.Count(char.IsAsciiDigit), block.Digits);
            Assert.Equal(text.Count(character => character is >= 'M' and <= 'O'), block.Encoded);
        });
    }

    [Fact]
    public void Korean_is_what_it_is_made_of_and_nothing_that_rules_read_otherwise()
    {
        ForEachText((text, block) => Assert.Equal(text.All(IsKorean), block.IsKorean));
        Assert.All(Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(IsKorean), character =>
            Assert.True(TextReading.IsPlain(character)));
    }

    [Fact]
    public void Where_there_are_digits_in_words_the_look_says_that_there_may_be()
    {
        foreach (var digits in (ReadOnlySpan<string>)["공일이삼사오육륙칠팔구영", "零一二三四五六七八九"])
        {
            ForEachText((text, block) => Assert.True(
                block.MayBeSpelled || !SpelledDigits.AreInSyllables(Vector256.Create(text.Select(UnitOf).ToArray()))),
                digits + "가나다한");
        }
    }

    private static ushort UnitOf(char character) => character;

    private static bool IsKorean(char character) => (int)character
        is < 0x80 or (>= 0x3100 and < 0x3164) or (> 0x3164 and < 0x3200) or (>= 0xAC00 and < 0xD800);

    private static void ForEachText(Action<string, OtherBlock> look, string characters = Borders)
    {
        var dice = new Random(20261130);
        for (var round = 0; round < 20_000; round++)
        {
            // Mostly of one half, so that whole blocks of Korean come up.
            var some = dice.Next(2) == 0 ? characters : string.Concat(characters.Where(IsKorean));
            var units = Enumerable.Range(0, Half * 2).Select(_ => some[dice.Next(some.Length)]).ToArray();
            look(new string(units), OtherBlock.Of(
                Vector256.Create(units[..Half].Select(UnitOf).ToArray()),
                Vector256.Create(units[Half..].Select(UnitOf).ToArray())));
        }
    }
}

using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class CardNumberTests
{
    private static readonly RedactionPipeline Pipeline = new();

    [Theory]
    [InlineData("4111111111111111", "411111******1111")] // Visa
    [InlineData("5555555555554444", "555555******4444")] // Mastercard
    [InlineData("2223003122003222", "222300******3222")] // Mastercard, 2-series
    [InlineData("378282246310005", "378282*****0005")] // American Express
    [InlineData("6011111111111117", "601111******1117")] // Discover
    [InlineData("3530111333300000", "353011******0000")] // JCB
    [InlineData("30569309025904", "**********5904")] // Diners Club
    public void A_card_number_of_a_large_scheme_is_masked(string number, string mask)
    {
        Assert.Equal(mask, Text(number));
        Assert.Equal($"my card is {mask}, thanks", Text($"my card is {number}, thanks"));
    }

    [Theory]
    [InlineData("622848", 16)] // UnionPay
    [InlineData("622848", 19)]
    [InlineData("8100", 16)]
    [InlineData("2200", 16)] // Mir
    [InlineData("9792", 16)] // Troy
    [InlineData("607984", 16)] // RuPay
    [InlineData("508500", 16)]
    [InlineData("636368", 16)] // Elo
    [InlineData("606282", 16)] // Hipercard
    [InlineData("506099", 16)] // Verve
    [InlineData("506099", 19)]
    [InlineData("675964", 16)] // Maestro
    [InlineData("675964", 18)]
    [InlineData("501800", 12)]
    [InlineData("941023", 16)] // Korean local
    [InlineData("860000", 16)] // Uzcard
    [InlineData("970436", 19)] // NAPAS
    [InlineData("400012", 19)] // Visa
    public void A_card_number_of_a_domestic_scheme_is_masked(string prefix, int length)
    {
        var number = Cards.Number(prefix, length, new Dice(11));

        Assert.Equal($"[{Cards.Mask(number)}]", Text($"[{number}]"));
    }

    [Theory] // S67
    [InlineData("-")]
    [InlineData(" ")]
    [InlineData("  ")]
    [InlineData("\t")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\u00A0")] // no-break space
    [InlineData("\u2009")] // thin space
    [InlineData("\u202F")] // narrow no-break space
    [InlineData("\u3000")] // ideographic space
    [InlineData("\u2011")] // no-break hyphen
    [InlineData("\u2013")] // en dash
    [InlineData("\u2014")] // em dash
    [InlineData("\u2212")] // minus
    [InlineData("\uFF0D")] // full-width hyphen
    [InlineData(".")]
    [InlineData("...")]
    [InlineData("/")]
    [InlineData(",")]
    [InlineData(", ")]
    [InlineData("_")]
    [InlineData("|")]
    [InlineData(":")]
    [InlineData("~")]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("* *")]
    [InlineData("+")]
    [InlineData("\u00B7")] // middle dot
    [InlineData("\u30FB")] // katakana middle dot
    [InlineData(" - ")]
    [InlineData(")(")]
    [InlineData("\U0001F4B3")] // picture of a card
    [InlineData("\u00AD")] // soft hyphen
    [InlineData("\u200B")] // zero-width space
    public void A_card_number_is_masked_whatever_stands_between_its_groups(string separator)
    {
        var grouped = Cards.Grouped("4111111111111111", separator, 4, 4, 4, 4);

        Assert.Equal("card 411111******1111 ok", Text($"card {grouped} ok"));
    }

    [Theory]
    [InlineData("4111-1111 1111.1111")] // mixed
    [InlineData("41 111111 111111 11")] // as it comes
    [InlineData("41111 11111 11111 1")]
    [InlineData("41111111 11111111")]
    [InlineData("4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1")]
    [InlineData("4111 1111 1111 1111 12/27")]
    [InlineData("4111 1111 1111 1111 1227 123")]
    [InlineData("41111111 11111111 1227")]
    [InlineData("4111 1111 1111 1111 0042")] // four more digits, no month
    public void A_card_number_is_masked_however_its_digits_are_grouped(string written) =>
        Assert.StartsWith("411111******1111", Text(written), StringComparison.Ordinal);

    [Theory]
    [InlineData("3782 822463 10005", "378282*****0005")]
    [InlineData("3056 930902 5904", "**********5904")]
    [InlineData("4222-2222-2222-2", "*********2222")]
    [InlineData("378 282 246 310 005", "378282*****0005")]
    [InlineData("622848 0000000000000", "622848*********0000")]
    public void A_shorter_card_number_is_masked_in_the_groups_printed_on_the_card(string written, string mask) =>
        Assert.Equal(mask, Text(written));

    [Theory]
    [InlineData(0xFF10)] // full-width
    [InlineData(0x0660)] // Arabic-Indic
    [InlineData(0x06F0)] // Persian
    [InlineData(0x0966)] // Devanagari
    [InlineData(0x09E6)] // Bengali
    [InlineData(0x0BE6)] // Tamil
    [InlineData(0x0E50)] // Thai
    [InlineData(0x17E0)] // Khmer
    [InlineData(0x1D7CE)] // mathematical bold
    [InlineData(0x1D7F6)] // mathematical monospace
    [InlineData(0x1FBF0)] // seven-segment
    public void A_card_number_is_masked_in_the_digits_of_any_script(int zero)
    {
        Assert.Equal("카드 411111******1111 요", Text($"카드 {Cards.InDigitsFrom(zero, "4111111111111111")} 요"));
        Assert.Equal("카드 411111******1111 요", Text($"카드 {Cards.InDigitsFrom(zero, "4111-1111-1111-1111")} 요"));
    }

    [Theory]
    [InlineData("\u200B")] // zero-width space
    [InlineData("\u200D")] // zero-width joiner
    [InlineData("\u2060")] // word joiner
    [InlineData("\uFEFF")] // byte order mark
    [InlineData("\u0336")] // struck through
    [InlineData("\uFE0F\u20E3")] // keycap
    [InlineData("\u3164")] // Hangul filler
    [InlineData("\U000E0030")] // tag digit
    public void A_card_number_is_masked_with_something_invisible_after_each_digit(string hidden)
    {
        var written = string.Concat("4111111111111111".Select(digit => digit + hidden));

        Assert.StartsWith("[411111******1111", Text($"[{written}]"), StringComparison.Ordinal);
        Assert.EndsWith("]", Text($"[{written}]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("카드번호는4111111111111111입니다")]
    [InlineData("番号4111111111111111で払います")]
    [InlineData("卡号：4111111111111111。")]
    [InlineData("visa4111111111111111exp0127cvv123")]
    [InlineData("<pan>4111111111111111</pan>")]
    [InlineData("{\"pan\":\"4111111111111111\"}")]
    [InlineData("https://shop.example/pay?pan=4111111111111111&exp=1227")]
    [InlineData("1. 4111111111111111\n2. hello")]
    [InlineData("2026-01-15 4111111111111111 approved")]
    [InlineData("4111111111111111 500")]
    [InlineData("4111111111111111:12/2027:123")]
    [InlineData("2026 0115 4111 1111 1111 1111")]
    [InlineData("4111 1111 1111 1111 1227 4321")]
    [InlineData("**4111111111111111**")]
    [InlineData("**4111 1111 1111 1111**")]
    public void A_card_number_is_masked_next_to_anything(string text)
    {
        var masked = Text(text);

        Assert.Contains("411111******1111", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("11111111", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4111 --- 1111 --- 1111 --- 1111")]
    [InlineData("4111     1111     1111     1111")]
    [InlineData("**4111** **1111** **1111** **1111**")]
    [InlineData("4111 - - - 1111 - - - 1111 - - - 1111")]
    [InlineData("4111\n\n\n\n\n1111\n\n\n\n\n1111\n\n\n\n\n1111")]
    [InlineData("4111 dash 1111 dash 1111 dash 1111")]
    [InlineData("4111 Dash, 1111 Dash, 1111 Dash, 1111")]
    [InlineData("4111 1111 dash 1111 1111")]
    [InlineData("41111111 and 11111111")]
    [InlineData("4111 1111 followed by 1111, then 1111")]
    [InlineData("4111 다시 1111 다시 1111 다시 1111")]
    [InlineData("4111の1111の1111の1111")]
    [InlineData("4111 guion 1111 guion 1111 guion 1111")]
    public void A_card_number_is_masked_however_far_its_groups_stand_apart(string written)
    {
        var masked = Text($"it is {written}");

        Assert.DoesNotContain("1111 1111", masked, StringComparison.Ordinal);
        Assert.Contains("*****", masked, StringComparison.Ordinal);
        Assert.EndsWith(" exp *****, thanks", Text($"it is {written} exp 12/27, thanks"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4111 dash 1111 dash 1111 dash 1112")] // no check digit
    [InlineData("4111 or 1111 or 1111 or 1111")]
    [InlineData("4111 dash 1111 dash 1111 dash 1111 dash 1111")] // a longer list
    [InlineData("7111     1111     1111     1111")]
    [InlineData("4111     1111  -  1111     1111")] // not the same
    [InlineData("4111 then 111 and 11111 next 1111")]
    [InlineData("41 dash 11 dash 11 dash 11 dash 11 dash 11 dash 11 dash 11")]
    public void Other_numbers_that_stand_apart_are_none(string text) => Assert.Equal(text, Text(text));

    [Theory]
    [InlineData("41111111111111111227", "411111******11111227")]
    [InlineData("41111111111111111227123", "411111******11111227123")]
    [InlineData("4111111111111111122027", "411111******1111122027")]
    [InlineData("4111111111111111122027123", "411111******1111122027123")]
    [InlineData("3782822463100051227", "378282*****00051227")]
    [InlineData("37828224631000512271234", "378282*****000512271234")]
    public void A_card_number_is_masked_in_one_run_with_its_expiry(string written, string masked)
    {
        Assert.Equal(masked, Text(written));
        Assert.Equal($"so {masked} ok", Text($"so {written} ok"));
    }

    [Theory]
    [InlineData("41111111111111111327")] // no month
    [InlineData("41111111111111111299")] // no year
    [InlineData("41111111111111121227")] // no check digit
    [InlineData("71111111111111111227")] // no issuer
    [InlineData("411111111111111112271")]
    [InlineData("0.41111111111111111227")]
    [InlineData("https://x.example/41111111111111111227")]
    [InlineData("ab41111111111111111227cd12")]
    public void Another_long_run_of_digits_is_none(string text) => Assert.Equal(text, Text(text));

    [Theory] // as it is typed
    [InlineData("4012ー8888ー8888ー1881")]
    [InlineData("4012ㅡ8888ㅡ8888ㅡ1881")]
    [InlineData("4012**8888**8888**1881")]
    [InlineData("4012#8888#8888#1881")]
    [InlineData("4 0 1 2  8 8 8 8  8 8 8 8  1 8 8 1")]
    [InlineData("4 0 1 2, 8 8 8 8, 8 8 8 8, 1 8 8 1")]
    [InlineData("4-0-1-2 8-8-8-8 8-8-8-8 1-8-8-1")]
    [InlineData("40-12 88-88 88-88 18-81")]
    public void A_card_number_is_masked_however_it_is_drawn_out(string written) =>
        Assert.Contains("******", Text($"it is {written}, ok"), StringComparison.Ordinal);

    [Theory]
    [InlineData("order 1234 4012 8888 8888 1881 0127", "order 1234 401288******1881")]
    [InlineData("2026-4012-8888-8888-1881-1227", "2026-401288******1881")]
    public void A_card_number_is_masked_between_another_number_and_its_expiry(string text, string masked) =>
        Assert.StartsWith(masked, Text(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("my card number is 4111 1111 1111 1111cv123", "my card number is 411111******1111cv123")]
    [InlineData("4111 1111 1111 1111cv123", "411111******1111cv123")] // nobody prints an id so
    [InlineData("card number 4111111111111111x2", "card number 411111******1111x2")]
    [InlineData("my card is 4111111111111111e12/27", "my card is 411111******1111e12/27")]
    [InlineData("my visa 1a4111111111111111", "my visa 1a411111******1111")]
    [InlineData("4111111111111111cad500", "411111******1111cad500")]
    public void A_card_number_is_masked_whatever_letters_are_glued_to_it(string text, string masked) =>
        Assert.Equal(masked, Text(text));

    [Theory]
    [InlineData("tracking 1a4111111111111111")]
    [InlineData("order 4111111111111111x2")]
    [InlineData("4111111111111111ab12")]
    public void Digits_of_an_id_that_nobody_calls_a_card_stay(string text) => Assert.Same(text, Text(text));

    [Theory]
    [InlineData("my card ********4111 1111 1111 1111")]
    [InlineData("411111******4111 1111 1111 1111")]
    [InlineData("card number 123456******4111 1111 1111 1111 exp 12/28 cvv 123")]
    [InlineData("4111 1111 11 111111*****1")]
    public void Stars_do_not_hide_a_whole_card_number_beside_them(string text)
    {
        var masked = Text(text);

        Assert.DoesNotContain("1111 11", masked, StringComparison.Ordinal);
        Assert.Same(masked, Text(masked));
    }

    [Theory]
    [InlineData("my amex number is +378282246310005", "my amex number is +378282*****0005")]
    [InlineData("card number +30569309025904", "card number +**********5904")]
    [InlineData("call me at +378282246310005", "call me at +378282246310005")]
    public void A_number_with_a_plus_is_a_telephone_unless_it_is_called_a_card_number(string text, string expected) =>
        Assert.Equal(expected, new RedactionPipeline(new CardNumberRule()).Redact(text).Text.Text);

    [Fact]
    public void Two_card_numbers_in_one_run_of_groups_are_both_masked() => Assert.Equal(
        "411111******1111 555555******4444",
        Text("4111 1111 1111 1111 5555 5555 5555 4444"));

    [Fact]
    public void Of_two_readings_the_longer_one_is_masked_because_it_shows_less()
    {
        // Both the first sixteen digits and all nineteen have a right check digit.
        Assert.Equal("411111*********1110 .", Text("4111 1111 1111 1111 110 ."));
    }

    private static string Text(string text) => Pipeline.Redact(text).Text.Text;
}

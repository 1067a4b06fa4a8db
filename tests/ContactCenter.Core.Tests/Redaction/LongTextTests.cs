using ContactCenter.Redaction;
using ContactCenter.Tests.Redaction.Phrases;

namespace ContactCenter.Tests.Redaction;

/// <summary>In a long text rules skip to the sentences that matter, and find there what they find alone.</summary>
public sealed class LongTextTests
{
    private static readonly string[] Chat =
    [
        "good morning, how can I help you today?", "네 감사합니다 배송은 언제 되나요", "my order 1423 has not arrived!",
        "예약 번호는 48213 입니다.", "it's been 12 days; I don't know what to do", "de 14 a 16 h, por favor",
    ];

    private static readonly RedactionPipeline Pipeline = new();

    [Fact]
    public void What_is_found_in_a_sentence_is_found_in_it_among_thousands_of_others()
    {
        var dice = new Dice(68);
        var phrases = PhraseBook.ByLanguage.Values.SelectMany(phrases => phrases).Select(phrase => phrase.Text);
        foreach (var phrase in phrases.Where(phrase => MaskedAlone(phrase) != phrase))
        {
            var before = LinesOf(dice, 40);
            var text = $"{before}\n{phrase}\n{LinesOf(dice, 40)}";

            var alone = MaskedAlone(phrase);
            Assert.Equal(alone, Pipeline.Redact(text).Text.Text.Substring(before.Length + 1, alone.Length));
        }
    }

    [Fact]
    public void What_is_no_finding_alone_is_none_in_a_long_text()
    {
        var dice = new Dice(69);
        for (var round = 0; round < 200; round++)
        {
            Assert.True(Pipeline.Redact(LinesOf(dice, 100)).IsClean);
        }
    }

    [Theory]
    [InlineData("４１１１１１１１１１１１１１１１")]
    [InlineData("४१११११११११११११११")]
    [InlineData("٤١١١١١١١١١١١١١١١")]
    public void A_number_of_another_script_is_found_in_a_long_text_as_a_link_writes_it(string number)
    {
        var link = $"https://x.example/pay?card={Uri.EscapeDataString(number)}";
        foreach (var length in (int[])[0, 300, 600, 5_000])
        {
            var around = LinesOf(new Dice(70), 1 + (length / 30));

            Assert.False(Pipeline.Redact($"{around}\n{link}\n{around}").IsClean);
        }
    }

    [Fact]
    public void A_long_link_in_letters_of_another_script_passes()
    {
        var link = $"https://x.example/{Uri.EscapeDataString(string.Join(' ', Chat))}";

        Assert.True(Pipeline.Redact($"{link} {link} {link}").IsClean);
    }

    [Fact]
    public void A_name_without_a_number_near_it_leads_to_none_far_away()
    {
        var text = $"what is the pin?{new string(' ', 2000)}{string.Join(' ', Chat)}";

        Assert.True(Pipeline.Redact(text).IsClean);
    }

    [Fact]
    public void A_word_with_a_dot_in_it_ends_no_sentence()
    {
        Assert.False(Pipeline.Redact("the sec. code pin block 0412AC89ABCDEF67").IsClean);
        Assert.True(Pipeline.Redact("the trial has a sec. code and expires - 12/27").IsClean);
    }

    [Theory]
    [InlineData("it is the 12.2027 expiry date")]
    [InlineData("12.27 exp")]
    [InlineData("Dec. 2027 is the expiry date")]
    [InlineData("2 . 2027 exp. date")]
    public void A_dot_in_a_date_ends_no_sentence(string text) => Assert.False(Pipeline.Redact(text).IsClean);

    private static string MaskedAlone(string text) => Pipeline.Redact(text) is { IsClean: false, Text: var masked }
        ? masked.Text
        : text;

    private static string LinesOf(Dice dice, int count) =>
        string.Join('\n', Enumerable.Range(0, count).Select(_ => dice.Pick(Chat)));
}

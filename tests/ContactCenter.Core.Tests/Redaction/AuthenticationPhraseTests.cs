using ContactCenter.Redaction;
using ContactCenter.Tests.Redaction.Phrases;

namespace ContactCenter.Tests.Redaction;

/// <summary>Security codes, expiries and PINs in the words of people, in seventeen languages.</summary>
public sealed class AuthenticationPhraseTests
{
    private const double LeastFound = 0.98;
    private const int FewestPhrases = 15;

    private static readonly RedactionPipeline Pipeline = new(
        new CardNumberRule(),
        new SecurityCodeRule(),
        new CardExpiryRule(),
        new TrackOneRule(),
        new TrackTwoRule(),
        new PinRule(),
        new PinBlockRule());

    public static TheoryData<string> Languages => [.. PhraseBook.ByLanguage.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_proves_a_card_is_masked_and_nothing_else_in_the_words_of(string language)
    {
        var phrases = PhraseBook.ByLanguage[language].Where(phrase => !phrase.IsInnocent).ToList();
        var missed = phrases.Where(phrase => Pipeline.Redact(phrase.Text).Text.Text != phrase.Masked).ToList();

        Assert.True(phrases.Count >= FewestPhrases);
        Assert.True(
            missed.Count <= (1 - LeastFound) * phrases.Count,
            string.Join('\n', missed.Select(phrase => $"{phrase.Text} -> {Pipeline.Redact(phrase.Text).Text.Text}")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_only_looks_like_it_passes_unchanged_in_the_words_of(string language)
    {
        var phrases = PhraseBook.ByLanguage[language].Where(phrase => phrase.IsInnocent).ToList();
        var hit = phrases.Where(phrase => !Pipeline.Redact(phrase.Text).IsClean).ToList();

        Assert.True(phrases.Count >= FewestPhrases);
        Assert.True(
            hit.Count == 0,
            string.Join('\n', hit.Select(phrase => $"{phrase.Text} -> {Pipeline.Redact(phrase.Text).Text.Text}")));
    }

    [Fact]
    public void Each_is_found_as_what_it_is()
    {
        foreach (var phrase in PhraseBook.ByLanguage.Values.SelectMany(phrases => phrases.Where(p => !p.IsInnocent)))
        {
            var result = Pipeline.Redact(phrase.Text);
            Assert.All(result.Text?.Findings ?? [], finding => Assert.Equal(phrase.Kind, finding.Kind));
        }
    }
}

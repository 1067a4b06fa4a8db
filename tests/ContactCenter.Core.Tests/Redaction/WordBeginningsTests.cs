using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>The look for all words at once must not miss a word, however it is written.</summary>
public sealed class WordBeginningsTests
{
    private static readonly string[] Written =
    [
        .. new[]
        {
            SecurityCodeWords.Names, SecurityCodeWords.EuropeanNames, SecurityCodeWords.FarNames,
            SecurityCodeWords.Hints, ExpiryWords.Names, ExpiryWords.Hints, PinWords.Names, PinWords.PostalNames,
            PinWords.Hints, PinWords.Blocks,
        }
        .SelectMany(words => words.Split('\n'))
        .SelectMany(line => line[(line.IndexOf(':') + 1)..].Split(','))
        .Select(word => word.Trim()),
    ];

    // A star stands for any ending, none too.
    private static readonly string[] Words =
        [.. Written.Select(word => word.Replace("*", string.Empty, StringComparison.Ordinal))];

    [Fact]
    public void Every_word_is_found_alone_and_among_others() => Assert.All(Words, word =>
    {
        AssertFound(word);
        AssertFound($"a long sentence comes before it, {word}");
        AssertFound($"{word}: and a long sentence comes behind it");
        AssertFound($"a sentence with 123, {word}, and 4 more of it behind");
    });

    [Fact]
    public void Every_word_is_found_with_other_gaps() => Assert.All(Words, word =>
    {
        AssertFound(word.Replace(" ", "-", StringComparison.Ordinal));
        AssertFound(word.Replace(" ", "._ ", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_word_of_which_no_part_is_inflected_is_found_without_gaps() => Assert.All(
        Written.Where(word => !word.Contains('*', StringComparison.Ordinal)),
        word => AssertFound($"so it is {word.Replace(" ", string.Empty, StringComparison.Ordinal)} 12"));

    [Fact]
    public void Every_word_is_found_in_capitals_and_with_apostrophes() => Assert.All(
        Words.Where(word => word.Length > 2 && char.IsAsciiLetter(word[0])), word =>
        {
            AssertFound($"{char.ToUpperInvariant(word[0])}{word[1..]}");
            AssertFound($"here {word.Insert(1, "'")} 12");
            AssertFound($"here {word.Insert(2, "\u2019")} 12");
        });

    [Theory]
    [InlineData("cvv")]
    [InlineData("보안 코드")]
    [InlineData("3 digits")]
    [InlineData("安全码")]
    [InlineData("código de seguridad")]
    public void A_word_is_found_at_every_place_of_a_text_of_any_length(string word)
    {
        for (var length = word.Length + 2; length < 140; length++)
        {
            for (var place = 0; place + word.Length < length; place++)
            {
                AssertFound($"{new string(' ', place)}{word}{new string('.', length - place - word.Length)}");
            }
        }
    }

    private static void AssertFound(string text) => Assert.True(CueWords.In(text) != Cue.None, text);
}

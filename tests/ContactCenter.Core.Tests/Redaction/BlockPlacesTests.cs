using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>What the sieve leaves out is no word's beginning: with and without it the same words are found.</summary>
public sealed class BlockPlacesTests
{
    private static readonly string[] Words =
    [
        "cvv", "card code", "código", "비밀번호", "뒷면 3 자리", "пин", "d'exp", "3 digits", "exp", "12 digits", "число*",
        "セキュリティ", "pin code", "n° 7", "s*",
    ];

    private static readonly string[] Others =
    [
        "card", "cod", "c", "비밀", "뒷면", "ex", "12", "3", "4111", "o'clock", "number", "é", "\u200b", "\U0001D7D8", "전화",
    ];

    private static readonly string[] Gaps = [" ", "  ", "-", "_", "'", "", ".", "\n"];

    [Fact]
    public void The_sieve_leaves_out_no_place_where_a_word_may_begin()
    {
        var starts = new WordStarts();
        foreach (var word in Words)
        {
            starts.Add(word);
        }

        var dice = new Random(20261130);
        for (var round = 0; round < 20_000; round++)
        {
            var text = TextOf(dice);
            Assert.Equal(
                Places(ulong.MaxValue, text, starts),
                Places(BlockPlaces.In(text, starts.Ready()), text, starts));
        }
    }

    private static List<int> Places(ulong bits, string text, WordStarts starts) =>
        [.. Enumerable.Range(0, text.Length).Where(at => (bits >> at & 1) != 0 && starts.MayBegin(text, at))];

    private static string TextOf(Random dice)
    {
        var text = string.Concat(Enumerable.Range(0, dice.Next(1, 12)).Select(_ =>
            Pick(dice, dice.Next(2) == 0 ? Words : Others).Replace("*", string.Empty, StringComparison.Ordinal)
            + Pick(dice, Gaps)));
        text = dice.Next(4) == 0 ? text.ToUpperInvariant() : text;
        return text[..Math.Min(text.Length, dice.Next(BlockPlaces.Characters + 1))];
    }

    private static string Pick(Random dice, string[] all) => all[dice.Next(all.Length)];
}

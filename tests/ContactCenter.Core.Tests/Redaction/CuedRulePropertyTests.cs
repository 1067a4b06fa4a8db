using System.Text;
using ContactCenter.Redaction;
using ContactCenter.Tests.Redaction.Phrases;

namespace ContactCenter.Tests.Redaction;

/// <summary>What holds for every text: nothing throws, a masked one stays as it is, the rest is untouched.</summary>
public sealed class CuedRulePropertyTests
{
    private static readonly IRedactionRule[] Rules =
    [
        new CardNumberRule(), new SecurityCodeRule(), new CardExpiryRule(), new TrackOneRule(), new TrackTwoRule(),
        new PinRule(), new PinBlockRule(), new IbanRule(), new UsSocialSecurityRule(), new KoreanResidentRule(),
        new KoreanForeignerRule(), new PassportRule(), new DriverLicenceRule(), new BankAccountRule(),
        new BankRoutingRule(), new PhoneNumberRule(), new EmailAddressRule(),
    ];

    private static readonly RedactionPipeline Pipeline =
        new(new RedactionOptions { MinimumConfidence = Confidence.Low }, Rules);

    private static readonly string[] Pieces =
    [
        "cvv", "CVC2", "is", "my", " ", " ", " ", ":", "=", "-", "/", ".", "\n", "?", "(", "+", "*", "**", "123",
        "sec. code", "security-code . ",
        "4821", "12/27", "1227", "2027", "Dec", "exp", "expires", "pin", "pin block", "비밀번호", "보안코드", "는", "有効期限",
        "安全码", "4111111111111111", "378282246310005", "4111 1111", "^", "%B", ";", "D", "=2712201", "?",
        "0412AC89ABCDEF67", "DE89", "3704 0044 0532 0130 00", "880101", "1234568", "passport", "M12345678",
        "account", "routing", "021000021", "phone", "(212)", "555-0142", "@", "example.com", "a", "١٢", "１",
        "\u200B", "\u0301", "\uD835", "공일공", "일이삼사", "오육칠팔", "ext", "x", "'", "card", "trial", "room", "1", "2", "3",
    ];

    [Fact]
    public void Nothing_throws_and_what_was_masked_stays_and_the_rest_is_untouched()
    {
        var dice = new Dice(66);
        for (var round = 0; round < 40_000; round++)
        {
            Holds(string.Concat(Enumerable.Range(0, 1 + dice.Roll(12)).Select(_ => dice.Pick(Pieces))));
        }
    }

    [Fact]
    public void So_it_is_with_what_people_write_and_mistype()
    {
        var phrases = PhraseBook.ByLanguage.Values.SelectMany(phrases => phrases).Select(p => p.Text).ToList();
        var dice = new Dice(67);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(dice.Pick(phrases)).Append(' ').Append(dice.Pick(phrases));
            for (var change = dice.Roll(4); change > 0; change--)
            {
                text[dice.Roll(text.Length)] = (char)('0' + dice.Roll(10));
                text.Remove(dice.Roll(text.Length), 1);
            }

            Holds(text.ToString());
        }
    }

    [Theory]
    [InlineData("cvv ")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("12/")]
    [InlineData("비밀번호")]
    [InlineData("kart")]
    [InlineData("@a.")]
    [InlineData("a@")]
    [InlineData("^1234567890123")]
    [InlineData("+1 ")]
    [InlineData("4111 1111 ")]
    [InlineData("DE89")]
    [InlineData("공일")]
    [InlineData("g\u00FCvenlik kod")]
    public void A_text_that_repeats_itself_costs_no_more_than_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length));
        var pipeline = new RedactionPipeline(Rules);

        var result = pipeline.Redact(text);

        Assert.NotEqual(RedactionFailure.OutOfBudget, result.Failure);
        Assert.NotEqual(RedactionFailure.RuleThrew, result.Failure);
    }

    [Fact]
    public void What_must_be_erased_is_said_by_its_kind() =>
        Assert.Equal(
            ["security-code", "track-1", "track-2", "pin", "pin-block"],
            Rules.Select(rule => rule.Kind).Where(kind => kind.MustErase).Select(kind => kind.Code));

    [Fact]
    public void Clean_text_costs_no_memory()
    {
        var pipeline = new RedactionPipeline(Rules);
        var texts = PhraseBook.ByLanguage.Values.SelectMany(phrases => phrases)
            .Where(phrase => phrase.IsInnocent && phrase.Text.All(character => character < 0x80))
            .Select(phrase => phrase.Text)
            .Where(text => pipeline.Redact(text).IsClean)
            .ToList();

        // Code that the runtime has not optimised yet may box; so there must be a round that allocates nothing.
        var rounds = 5_000;
        while (rounds > 0 && AllocatedBy(pipeline, texts) > 0)
        {
            rounds--;
        }

        Assert.True(texts.Count > 50);
        Assert.NotEqual(0, rounds);
    }

    private static long AllocatedBy(RedactionPipeline pipeline, List<string> texts)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
        {
            pipeline.Redact(text);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Holds(string text)
    {
        var result = Pipeline.Redact(text);
        Assert.NotEqual(RedactionFailure.RuleThrew, result.Failure);
        Assert.NotEqual(RedactionFailure.OutOfBudget, result.Failure);
        if (result.Verdict != RedactionVerdict.Passed)
        {
            return;
        }

        var masked = result.Text.Text;
        Assert.True(Pipeline.Redact(masked).IsClean, text);
        var untouched = masked.Where((_, i) =>
            !result.Text.Findings.Any(found => i >= found.Start && i < found.Start + found.Length));
        var rest = 0;
        foreach (var character in untouched)
        {
            rest = text.IndexOf(character, rest) + 1;
            Assert.True(rest > 0, text);
        }
    }
}

using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>Tokens: what they look like, what they stand for, and of what there are none.</summary>
public sealed class TokenTests
{
    private static readonly RedactionKind[] Kinds =
    [
        RedactionKind.CardNumber, RedactionKind.SuspectedCardNumber, RedactionKind.Iban, RedactionKind.BankAccount,
        RedactionKind.BankRouting, RedactionKind.UsSocialSecurity, RedactionKind.KoreanResident,
        RedactionKind.KoreanForeigner, RedactionKind.Passport, RedactionKind.DriverLicence, RedactionKind.PhoneNumber,
        RedactionKind.EmailAddress,
    ];

    private static readonly string[] Around =
    [
        "{0}", "my card is {0}, thanks", "card number{0}", "카드번호는 {0} 입니다", "cvv {0}", "pin: {0}", "passport no. {0}",
        "{0}{0}", "12/27 {0}", "call {0} or {0}", "IBAN{0}", "backwards: {0}", "%5B{0}",
    ];

    [Fact]
    public void A_token_stands_where_the_value_was_and_the_sheet_has_the_value()
    {
        var sheet = Sheet(1);

        var text = With(RedactionKind.CardNumber).Redact("pay ４111 1111 1111 1111 now", Noting(sheet)).Text;

        var (kind, letters, value) = Assert.Single(sheet.Entries);
        Assert.Equal((RedactionKind.CardNumber, "4111 1111 1111 1111"), (kind, new string(value)));
        Assert.Equal($"pay [card-number:{letters}] now", text.Text);
        Assert.Equal("pay [card-number] now", text.WithoutDraws);
        Assert.Equal((4, 38, 4, 19), Places(text.Findings[0]));

        static (int, int, int, int) Places(Finding one) =>
            (one.Start, one.Length, one.SourceStart, one.SourceLength);
    }

    [Fact]
    public void No_rule_finds_anything_in_a_token_whatever_stands_around_it()
    {
        var pipeline = new RedactionPipeline(new RedactionOptions
        {
            PersonalData = true,
            MinimumConfidence = Confidence.Low,
        });
        var (dice, letters) = (new Dice(5), new char[TokenForm.Length]);
        for (var round = 0; round < 30_000; round++)
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = TokenForm.Alphabet[dice.Roll(TokenForm.Alphabet.Length)];
            }

            var token = TokenForm.Write(Kinds[round % Kinds.Length], new string(letters));
            var text = string.Format(null, Around[dice.Roll(Around.Length)], token);
            var seen = pipeline.Redact(text).Text;
            Assert.DoesNotContain(seen.Findings, one => Overlaps(one, text, token));
            Assert.True(TokenForm.TryRead(token, out var kind, out var read));
            Assert.Equal((Kinds[round % Kinds.Length], new string(letters)), (kind, read));
        }

        static bool Overlaps(Finding one, string text, string token)
        {
            for (var at = text.IndexOf(token, StringComparison.Ordinal); at >= 0;
                at = text.IndexOf(token, at + 1, StringComparison.Ordinal))
            {
                if (one.SourceStart < at + token.Length && at < one.SourceStart + one.SourceLength)
                {
                    return true;
                }
            }

            return false;
        }
    }

    [Fact]
    public void What_has_tokens_goes_through_again_unchanged()
    {
        var pipeline = With(Kinds);
        var (dice, sheet) = (new Dice(8), Sheet(2));
        for (var round = 0; round < 2_000; round++)
        {
            string[] values =
            [
                Cards.Number("4", 16, dice), Cards.Number("37", 15, dice), "DE89 3704 0044 0532 0130 00",
                "ana@example.com", "+82 10-9123-4567", "SSN 536-90-4399", "cvv 123", "exp 12/27",
            ];
            var text = string.Join(dice.Pick([" ", ", ", "\n", " card "]), Enumerable.Range(0, 4)
                .Select(_ => dice.Pick(values)));

            var once = pipeline.Redact(text, Noting(sheet)).Text;

            Assert.Equal(once.Text, pipeline.Redact(once.Text, Noting(sheet)).Text.Text);
            Assert.Equal(once.Text, pipeline.Redact(once.Text).Text.Text);
        }

        Assert.True(sheet.Entries.Count > 2_000);
    }

    [Theory]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("NDExMTExMTExMTExMTExMQ==")]
    [InlineData("four one one one one one one one one one one one one one one one")]
    public void Without_a_sheet_and_in_disguise_it_is_erased_with_no_part_of_it(string number)
    {
        var (pipeline, sheet) = (With(RedactionKind.CardNumber), Sheet(3));

        Assert.DoesNotContain("1111", pipeline.Redact($"card {number}").Text.Text, StringComparison.Ordinal);
        if (!char.IsAsciiDigit(number[0]))
        {
            Assert.DoesNotContain('[', pipeline.Redact($"card {number}", Noting(sheet)).Text.Text);
            Assert.Empty(sheet.Entries);
        }
    }

    [Fact]
    public void What_looks_like_a_card_number_shows_no_part_beside_tokens_of_card_numbers() => Assert.Equal(
        "card number *******************",
        With(RedactionKind.CardNumber).Redact("card number 4111 1111 1111 1112", Noting(Sheet(4))).Text.Text);

    [Fact]
    public void Everything_that_is_wrong_with_tokens_is_told_at_once()
    {
        var options = new RedactionOptions { TokenLifetime = TimeSpan.FromSeconds(1) };
        options.Masks[RedactionKind.CardNumber] = MaskFormat.LastFour;
        options.Masks[RedactionKind.SuspectedCardNumber] = MaskFormat.LastFour;
        foreach (var kind in (RedactionKind[])
            [RedactionKind.SecurityCode, RedactionKind.CardExpiry, RedactionKind.CardNumber, RedactionKind.Custom("x")])
        {
            options.Tokens.Add(kind);
        }

        var told = Assert.Throws<ArgumentException>(() => new RedactionPipeline(options)).Message;

        Assert.All(
            [
                "tokens need a floor with a vault", "TokenLifetime is 00:00:01",
                "security-code: it is erased, no token stands for it", "card-expiry: it is erased",
                "card-number: it has a token, and a mask or a replacer", "no truncation of one beside tokens",
                "x: no rule finds it",
            ],
            fault => Assert.Contains(fault, told, StringComparison.Ordinal));
    }

    private static RedactionContext Noting(TokenSheet sheet) => new() { Tokens = sheet };

    private static TokenSheet Sheet(ulong seed)
    {
        var dice = new Dice(seed);
        return new(() => string.Concat(Enumerable.Range(0, TokenForm.Length)
            .Select(_ => TokenForm.Alphabet[dice.Roll(TokenForm.Alphabet.Length)])));
    }

    private static RedactionPipeline With(params RedactionKind[] kinds)
    {
        var options = new RedactionOptions { PersonalData = kinds.Length > 1 };
        foreach (var kind in kinds)
        {
            options.Tokens.Add(kind);
        }

        return new RedactionPipeline(options, hasVault: true, [.. options.BuiltInRules()]);
    }
}

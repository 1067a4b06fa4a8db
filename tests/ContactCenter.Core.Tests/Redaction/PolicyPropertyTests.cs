using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>What holds whatever the policies, the masks and the presets are.</summary>
public sealed class PolicyPropertyTests
{
    private static readonly string[] Pieces =
    [
        "4111111111111111", "5555 5555 5555 4444", "4111 1111 1111 1112", "card number ", "카드번호는 ", "cvv 123 ",
        "CVC: 9021 ", "exp 12/27", " 1127 ", "pin 4821", ";4111111111111111=27121011234567890?",
        "call +82 10-9123-4567",
        "ana@example.com", "DE89 3704 0044 0532 0130 00", "SSN 536-90-4399", "account no 12345678 ", "secret", " ",
        ", ", "\n", "*", "****", "1111", "[card-number]", "[pin]", "order 73 ", "１２３", "\u200B", "😀", "is ",
        "NDExMTEx",
    ];

    private static readonly RedactionKind[] Kinds =
    [
        RedactionKind.CardExpiry, RedactionKind.PhoneNumber, RedactionKind.EmailAddress, RedactionKind.Iban,
        RedactionKind.UsSocialSecurity, RedactionKind.BankAccount, RedactionKind.CardNumber,
        RedactionKind.SuspectedCardNumber,
    ];

    [Fact]
    public void Whatever_passes_goes_through_again_unchanged_and_keeps_the_rest()
    {
        var dice = new Dice(31);
        var passed = 0;
        for (var round = 0; round < 200; round++)
        {
            var pipeline = Pipeline(dice);
            for (var text = 0; text < 60; text++)
            {
                passed += Holds(pipeline, Text(dice)) ? 1 : 0;
            }
        }

        Assert.True(passed > 6_000, $"{passed} passed");
    }

    private static bool Holds(RedactionPipeline pipeline, string text)
    {
        var result = pipeline.Redact(text);
        Assert.NotEqual(RedactionFailure.RuleThrew, result.Failure);
        if (result.Verdict != RedactionVerdict.Passed)
        {
            return false;
        }

        var masked = result.Text;
        Assert.Equal(masked.Text, pipeline.Redact(masked.Text).Text.Text);
        var (source, place) = (0, 0);
        foreach (var finding in masked.Findings)
        {
            Assert.Equal(text[source..finding.SourceStart], masked.Text[place..finding.Start]);
            (source, place) = (finding.SourceStart + finding.SourceLength, finding.Start + finding.Length);
        }

        Assert.Equal(text[source..], masked.Text[place..]);
        foreach (var finding in masked.Unmasked)
        {
            Assert.True(
                masked.Text.AsSpan(finding.Start, finding.Length)
                    .SequenceEqual(text.AsSpan(finding.SourceStart, finding.SourceLength)),
                $"{text} became {masked.Text}: {finding}");
        }

        Assert.DoesNotContain(masked.Unmasked, finding => finding.Kind.MustErase);
        return true;
    }

    private static string Text(Dice dice) =>
        string.Concat(Enumerable.Range(0, 1 + dice.Roll(10)).Select(_ => dice.Pick(Pieces)));

    private static RedactionPipeline Pipeline(Dice dice)
    {
        var options = new RedactionOptions
        {
            Preset = (RedactionPreset)dice.Roll(2),
            PersonalData = true,
            MinimumConfidence = (Confidence)dice.Roll(3),
            AllowUnmaskedCardNumbers = true,
        };
        foreach (var kind in Kinds)
        {
            if (dice.Roll(3) == 0)
            {
                options.Kinds[kind] = dice.Pick([RedactionAction.Redact, RedactionAction.Flag, RedactionAction.Pass]);
            }

            if (dice.Roll(3) == 0 && kind != RedactionKind.CardExpiry && kind != RedactionKind.EmailAddress)
            {
                options.Masks[kind] = dice.Pick([MaskFormat.Erase, MaskFormat.LastFour, MaskFormat.Label]);
            }
        }

        if (dice.Roll(3) == 0)
        {
            options.Policies.Add(new() { Kind = RedactionKind.SecurityCode, Action = RedactionAction.Drop });
        }

        if (options.FormatOf(RedactionKind.CardNumber) == MaskFormat.LastFour
            || options.FormatOf(RedactionKind.SuspectedCardNumber) == MaskFormat.LastFour)
        {
            options.Masks[RedactionKind.CardNumber] = MaskFormat.LastFour;
            options.Masks[RedactionKind.SuspectedCardNumber] = MaskFormat.LastFour;
        }
        else if (dice.Roll(4) == 0 && !options.Masks.ContainsKey(RedactionKind.CardNumber))
        {
            options.Replacers[RedactionKind.CardNumber] = new Token(dice.Pick(["tok_9f", "<card>", "1"]));
        }

        options.Allow(RedactionKind.CardNumber, "ends-in-four", value => value[^1] == '4');
        options.Allow(RedactionKind.BankAccount, "even", value => value[^1] % 2 == 0);
        return new RedactionPipeline(options);
    }
}

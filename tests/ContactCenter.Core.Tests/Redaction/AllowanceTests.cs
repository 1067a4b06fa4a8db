using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class AllowanceTests
{
    private const string Mistyped = "card number 4111 1111 1111 1112";

    [Fact]
    public void What_a_validator_knows_stays_and_is_reported_by_its_name()
    {
        var asked = string.Empty;
        var pipeline = Allowing(RedactionKind.SuspectedCardNumber, RedactionPreset.PciStrict, value =>
        {
            asked = value.ToString();
            return true;
        });

        var text = pipeline.Redact(Mistyped).Text;

        Assert.Same(Mistyped, text.Text);
        Assert.Equal("4111111111111112", asked);
        var allowed = Assert.Single(text.Unmasked);
        Assert.Equal(("order-number", RedactionAction.Pass), (allowed.AllowedBy, allowed.Action));
        Assert.Equal(["allow:suspected-card-number:order-number"], pipeline.Concessions);
    }

    [Fact]
    public void What_it_does_not_know_is_masked() => Assert.Equal(
        "card number 411111******1112",
        Allowing(RedactionKind.SuspectedCardNumber, RedactionPreset.PciStrict, _ => false)
            .Redact(Mistyped).Text.Text);

    [Theory]
    [InlineData(RedactionPreset.PciStrict, "411111******1111")]
    [InlineData(RedactionPreset.Balanced, "4111111111111111")]
    public void A_sure_card_number_is_allowed_by_a_balanced_floor_only(RedactionPreset preset, string shown) =>
        Assert.Equal(
            shown, Allowing(RedactionKind.CardNumber, preset, _ => true).Redact("4111111111111111").Text.Text);

    [Fact]
    public void A_number_in_disguise_is_allowed_by_nobody() => Assert.NotEqual(
        "NDExMTExMTExMTExMTExMQ==",
        Allowing(RedactionKind.CardNumber, RedactionPreset.Balanced, _ => true)
            .Redact("NDExMTExMTExMTExMTExMQ==").Text.Text);

    [Fact]
    public void A_validator_that_throws_refuses_the_text()
    {
        var result = Allowing(
            RedactionKind.SuspectedCardNumber,
            RedactionPreset.PciStrict,
            value => throw new FormatException(value.ToString())).Redact(Mistyped);

        Assert.Equal(
            (RedactionVerdict.Failed, RedactionFailure.ValidatorFailed), (result.Verdict, result.Failure));
    }

    private static RedactionPipeline Allowing(RedactionKind kind, RedactionPreset preset, RedactionValidator knows) =>
        new(new RedactionOptions { Preset = preset }.Allow(kind, "order-number", knows));
}

using System.Text;
using ContactCenter.Agents;
using ContactCenter.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting.Tests;

/// <summary>How a bank tests the routing that its file describes: an example, and a test of the kit.</summary>
public sealed class CardRoutingTests
{
    private const string AppSettings = """
        { "ContactCenter": { "Floors": { "retail": {
          "Queues": { "cards-ko": { "OfferTimeout": "00:00:30" }, "cards-en": {} },
          "Agents": {
            "mina": { "Queues": [ "cards-ko" ] }, "jun": { "Queues": [ "cards-ko" ] },
            "sora": { "Queues": [ "cards-en" ] }
          } } } } }
        """;

    private readonly TestFloor _floor = TestFloor.From(FloorSettings.Read(Section(AppSettings)));

    #region test-floor
    [Fact]
    public void A_missed_offer_stops_its_agent_and_the_chat_keeps_its_place()
    {
        _floor.At("2026-03-02T09:30+09:00").Available("mina").Advance(TimeSpan.FromSeconds(1)).Available("jun");
        var first = _floor.CustomerWaits("cards-ko");
        var second = _floor.CustomerWaits("cards-ko");
        var third = _floor.CustomerWaits("cards-ko");
        _floor.ShouldOffer(first, to: "mina").Because("longest-available");
        _floor.ShouldOffer(second, to: "jun").Because("longest-available");

        _floor.Accepts("jun").Advance(TimeSpan.FromSeconds(30));
        _floor.Agent("mina").ShouldBe(Availability.Rona);
        _floor.Explain(first).ShouldRuleOut("mina", "rona");
        _floor.Explain(first).ShouldRuleOut("jun", "no-room");
        _floor.Queue("cards-ko").Waiting[0].ShouldBe(first);
        _floor.Queue("cards-ko").Waiting[1].ShouldBe(third);
        Assert.Equal(DateTimeOffset.Parse("2026-03-02T00:30:31Z", null), _floor.Now);
    }
    #endregion

    [Fact]
    public void What_a_customer_is_told_or_refused_is_told_by_its_code()
    {
        _floor.CustomerWaits("cards-ko").ShouldGet("waiting-for-agent");
        _floor.CustomerWaits("nowhere").ShouldGet("queue-unknown");
    }

    [Theory]
    [InlineData("Expected contact 1 to be offered to jun, but it is offered to mina.")]
    [InlineData("Expected an offer because of a hunch, but it was longest-available.")]
    [InlineData("Expected mina to be Rona, but they are Available.")]
    [InlineData("sora does not serve the queue of contact 1.")]
    [InlineData("Expected mina to be ruled out by rona, but it is has-its-offer.")]
    [InlineData("Expected contact 2, but it is contact 1.")]
    [InlineData("Expected contact 1 to get lost, but it got waiting-for-agent.")]
    [InlineData("The floor has no agent nobody.")]
    [InlineData("The floor has no queue nowhere.")]
    [InlineData("Nothing is offered to jun.")]
    [InlineData("It is 2026-01-01T12:00:00.0000000+00:00 already; time does not go back to "
        + "2025-01-01T00:00:00.0000000+00:00.")]
    public void What_does_not_hold_says_so(string message)
    {
        _floor.Available("mina");
        var (first, second) = (_floor.CustomerWaits("cards-ko"), _floor.CustomerWaits("cards-en"));
        Action[] wrong =
        [
            () => _floor.ShouldOffer(first, to: "jun"), () => _floor.ShouldOffer(first, to: "mina").Because("a hunch"),
            () => _floor.Agent("mina").ShouldBe(Availability.Rona),
            () => _floor.Explain(first).ShouldRuleOut("sora", "x"),
            () => _floor.Explain(first).ShouldRuleOut("mina", "rona"), () => first.ShouldBe(second),
            () => first.ShouldGet("lost"), () => _floor.Agent("nobody"), () => _floor.Queue("nowhere"),
            () => _floor.Accepts("jun"), () => _floor.At("2025-01-01T00:00Z"),
        ];

        Assert.Contains(message, wrong.Select(act => Assert.Throws<SpecificationFailedException>(act).Message));
    }

    [Fact]
    public void A_configuration_that_cannot_hold_is_refused_with_every_fault()
    {
        var broken = AppSettings.Replace("\"cards-en\": {}", "\"cards-en\": { \"Offer\": 3 }", StringComparison.Ordinal)
            .Replace("[ \"cards-en\" ]", "[ \"cards-fr\" ]", StringComparison.Ordinal);
        Assert.Equal(
            [
                "ContactCenter:Floors:retail:Queues:cards-en:Offer is not known.",
                "Floor retail: agent sora serves queue cards-fr, which is not there.",
            ],
            Assert.Throws<OptionsValidationException>(() => FloorSettings.Read(Section(broken))).Failures);
        Assert.Contains(
            "lines of a chat 0",
            Assert.Throws<SpecificationFailedException>(() => TestFloor.From(floor => floor.MaxLines = 0)).Message,
            StringComparison.Ordinal);
    }

    private static IConfigurationSection Section(string json) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build()
        .GetSection("ContactCenter:Floors:retail");
}

using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Tests.Redaction;

namespace ContactCenter.Tests.Runtime;

/// <summary>What is said of contacts stands in the log for ever, where nothing can mask it later.</summary>
public sealed class AttributeCardDataTests
{
    public static TheoryData<string, object> OfCards => new()
    {
        { "cvv", 123 },
        { "card_cvv", "123" },
        { "note", "cvv 123" },
        { "pin", "1234" },
        { "note", "pin block 0412AC89ABCDEF67" },
        { "note", "card exp 12/28" },
        { "card-expiry", "12/28" },
        { "card-number", "4111111111111112" },
        { "cardNumber", "4111111111111112" },
        { "cvv-123", true },
    };

    public static TheoryData<string, object> OfOthers => new()
    {
        { "language", "ko" },
        { "priority", 3 },
        { "vip", true },
        { "pinned", true },
        { "order-total", 129.95 },
        { "postcode", 90210 },
        { "order", "A-4821" },
        { "since", "2019-04-01" },
        { "version2.1", 17 },
        { "card", "gold" },
    };

    [Theory, MemberData(nameof(OfCards))]
    public async Task Card_data_is_refused_by_the_name_of_the_attribute(string name, object value)
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("bob");

        var started = await StartAsync(floor, name, value);
        var labelled = await LabelAsync(floor, chat, name, value);

        foreach (var refused in (Rejection?[])[started.Rejection, labelled.Rejection])
        {
            Assert.Equal("id-holds-card-data", refused?.Code);
            Assert.StartsWith("attributes", refused!.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain($"{value}", refused.Subject, StringComparison.Ordinal);
            Assert.Equal(value is not true, refused.Subject!.EndsWith(name, StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(OfOthers))]
    public async Task What_is_none_is_taken(string name, object value)
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("bob");

        Assert.Null((await StartAsync(floor, name, value)).Rejection);
        Assert.Null((await LabelAsync(floor, chat, name, value)).Rejection);
    }

    [Fact]
    public async Task What_a_contact_asks_for_holds_none_either()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("bob");
        var wishes = new RoutingWishes { Requirements = [new("note = \"cvv 123\"")] };

        var started = await floor.Host.Chats.StartAsync(
            new StartChat { Queue = "chat", Customer = "ana", Wishes = wishes });
        var reclassified = await floor.Host.Chats.ReclassifyAsync(chat, wishes, Actor.Host);

        Assert.Equal(("id-holds-card-data", "wishes"), (started.Rejection?.Code, started.Rejection?.Subject));
        Assert.Equal(("id-holds-card-data", "wishes"), (reclassified.Rejection?.Code, reclassified.Rejection?.Subject));
    }

    [Fact]
    public async Task The_rules_of_the_floor_decide_the_hosts_own_among_them()
    {
        await using var floor = await RunningFloor.WithRuleAsync(Rule.For("secret"));

        var refused = (await StartAsync(floor, "note", "a secret")).Rejection;

        Assert.Equal(("id-holds-card-data", "attributes: note"), (refused?.Code, refused?.Subject));
        Assert.Null((await StartAsync(floor, "note", "none")).Rejection);
    }

    [Fact]
    public async Task What_no_rule_could_judge_is_not_taken()
    {
        await using var floor = await RunningFloor.WithRuleAsync(
            Rule.On("boom", () => throw new InvalidOperationException("boom")));

        var refused = (await StartAsync(floor, "note", "boom")).Rejection;

        Assert.Equal(("redaction-failed", "word"), (refused?.Code, refused?.Subject));
    }

    private static ValueTask<Outcome<ChatReceipt>> StartAsync(RunningFloor floor, string name, object value) =>
        floor.Host.Chats.StartAsync(
            new StartChat { Queue = "chat", Customer = "ana", Attributes = [(name, Of(value))] });

    private static ValueTask<Outcome<Receipt>> LabelAsync(
        RunningFloor floor, ChatId chat, string name, object value) =>
        floor.Host.Chats.LabelAsync(
            chat, new Dictionary<string, AttributeValue?> { [name] = Of(value) }, Actor.Host);

    private static AttributeValue Of(object value) => value switch
    {
        string text => text,
        bool flag => flag,
        _ => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
    };
}

using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Tests.Redaction;

namespace ContactCenter.Tests.Runtime;

/// <summary>What redaction has found is told in figures, rule by rule.</summary>
public sealed class RedactionCounterTests
{
    private const string Card = "card 4111 1111 1111 1111";

    private static readonly Actor Ana = Actor.Customer("ana");

    [Fact]
    public async Task Every_finding_is_counted_once_under_its_rule_and_by_what_was_done()
    {
        var options = new RedactionOptions { PersonalData = true };
        options.Kinds[RedactionKind.Iban] = RedactionAction.Drop;
        options.Kinds[RedactionKind.KoreanResident] = RedactionAction.Block;
        options.Kinds[RedactionKind.PhoneNumber] = RedactionAction.Flag;
        options.Allow(RedactionKind.EmailAddress, "own-address", _ => true);
        await using var floor = await WithAsync(options);
        var chat = await floor.StartedAsync("ana");
        var before = floor.Host.Redaction.Counters!;

        string[] said =
        [
            "all is well", Card, $"{Card}, or rather 5555 5555 5555 4444", "cvv 123", "call +82 10-9123-4567",
            "write to ana@example.com", "pay DE89370400440532013000",
        ];
        foreach (var text in said)
        {
            await floor.Host.Chats.SayAsync(chat, Ana, text);
        }

        var counters = floor.Host.Redaction.Counters!;
        Assert.Equal(said.Length, counters.Texts - before.Texts);
        Assert.Equal((3L, 0L), (Of(counters, "card-number").Masked, Of(counters, "card-number").Dropped));
        Assert.Equal(1, Of(counters, "security-code").Masked);
        Assert.Equal((0L, 1L), (Of(counters, "phone-number").Masked, Of(counters, "phone-number").Flagged));
        Assert.Equal((0L, 1L), (Of(counters, "email-address").Masked, Of(counters, "email-address").Allowed));
        Assert.Equal((0L, 1L), (Of(counters, "iban").Masked, Of(counters, "iban").Dropped));
        Assert.Equal(7, counters.Rules.Sum(Everything));
    }

    [Fact]
    public async Task A_text_that_is_looked_at_again_for_what_was_said_later_is_counted_once()
    {
        await using var floor = await WithAsync(new RedactionOptions());
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "here is my card number");
        var before = floor.Host.Redaction.Counters!;

        await floor.SaidAsync(chat, Ana, "4012888");
        await floor.SaidAsync(chat, Ana, "888881881");

        var counters = floor.Host.Redaction.Counters!;
        Assert.Equal(["*******", "*********"], (await floor.MessagesAsync(chat)).TakeLast(2));
        Assert.Equal(2, counters.Texts - before.Texts);
        Assert.Equal(1, Of(counters, SplitNumberRule.RuleName).Masked);
        Assert.Equal(1, counters.Rules.Sum(Everything));
    }

    [Fact]
    public async Task There_are_as_many_figures_as_rules_with_their_versions_and_whatever_is_said()
    {
        var options = new RedactionOptions { PersonalData = true };
        await using var floor = await WithAsync(options);
        var rules = options.BuiltInRules();
        var chat = await floor.StartedAsync("ana");

        await floor.SaidAsync(chat, Ana, Card);

        Assert.Equal(
            rules.Select(rule => (rule.Kind, rule.Name, rule.Version)),
            floor.Host.Redaction.Counters!.Rules.Select(one => (one.Kind, one.Rule, one.RuleVersion)));
        Assert.DoesNotContain("4111", floor.Host.Redaction.Counters.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_fails_is_counted_and_the_text_too()
    {
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Redaction = new RedactionPipeline(
                new CardNumberRule(), Rule.On("hello", () => throw new InvalidOperationException())),
        });
        var chat = await floor.StartedAsync("ana");
        var before = floor.Host.Redaction.Counters!;

        await floor.Host.Chats.SayAsync(chat, Ana, "hello");

        var counters = floor.Host.Redaction.Counters!;
        Assert.Equal(1, Of(counters, "word").Failed - Of(before, "word").Failed);
        Assert.Equal(1, counters.Texts - before.Texts);
    }

    [Fact]
    public async Task They_begin_anew_with_every_start_and_are_none_in_between()
    {
        await using var floor = await WithAsync(new RedactionOptions());
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, Card);
        var since = floor.Host.Redaction.Counters!.Since;

        await floor.Host.StopAsync();
        Assert.Null(floor.Host.Redaction.Counters);
        floor.Time.Advance(TimeSpan.FromMinutes(1));
        await floor.Host.StartAsync();

        Assert.Equal(0, floor.Host.Redaction.Counters!.Rules.Sum(Everything));
        Assert.Equal(since + TimeSpan.FromMinutes(1), floor.Host.Redaction.Counters.Since);
    }

    private static long Everything(RuleCounter one) =>
        one.Masked + one.Dropped + one.Blocked + one.Flagged + one.Allowed + one.Failed;

    private static RuleCounter Of(RedactionCounters counters, string rule) =>
        counters.Rules.Single(one => one.Rule == rule);

    private static Task<RunningFloor> WithAsync(RedactionOptions options) =>
        RunningFloor.StartAsync(runtime => runtime with { Redaction = new RedactionPipeline(options) });
}

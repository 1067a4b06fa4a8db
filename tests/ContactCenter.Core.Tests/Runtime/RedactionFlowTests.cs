using ContactCenter.Customers;
using ContactCenter.Files;
using ContactCenter.Redaction;
using ContactCenter.Runtime;

namespace ContactCenter.Tests.Runtime;

/// <summary>What policies make of messages, and what the audit trail and the log tell of it.</summary>
public sealed class RedactionFlowTests
{
    private const string Card = "card 4111 1111 1111 1111";

    private static readonly Actor Ana = Actor.Customer("ana");

    [Fact]
    public async Task A_blocked_message_is_refused_and_noted_without_its_words()
    {
        await using var floor = await WithAsync(options =>
            options.Kinds[RedactionKind.CardNumber] = RedactionAction.Block);
        var chat = await floor.StartedAsync("ana");

        var refused = (await floor.Host.Chats.SayAsync(chat, Ana, Card)).Rejection;

        Assert.Equal(("message-dropped", "card-number"), (refused?.Code, refused?.Subject));
        Assert.Empty(await floor.MessagesAsync(chat));
        var entry = Assert.Single(await TrailAsync(floor));
        Assert.Equal((Ana, AuditAction.Blocked, chat), (entry.By, entry.Action, entry.Chat));
        Assert.StartsWith("card-number by card-number ", entry.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_else_is_blocked_is_noted_with_whoever_brought_it()
    {
        await using var floor = await WithAsync(
            options => options.Kinds[RedactionKind.CardNumber] = RedactionAction.Block,
            runtime => runtime with { Bot = new ScriptedBot(Card, Card), Store = new InMemoryAttachmentStore() });
        var chat = await floor.StartedAsync("ana");

        await floor.Host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = "bea", Name = Card });
        await floor.Host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = "cho", Email = Card });
        await floor.Host.History.HoldAsync("ana", Actor.Supervisor("boss"), Card);
        await floor.Host.Attachments.SendAsync(
            chat, Ana, [new OutgoingFile($"{Card}.txt", new MemoryStream("well"u8.ToArray()))]);
        var asked = await floor.StartedAsync("dan", "bots");
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(
            [
                (Actor.Customer("bea"), default(ChatId?)), (Actor.Customer("cho"), null),
                (Actor.Supervisor("boss"), null), (Ana, chat), (Actor.Bot, asked),
            ],
            (await TrailAsync(floor)).Select(entry => (entry.By, entry.Chat)));
        Assert.All(await TrailAsync(floor), entry => Assert.Equal(AuditAction.Blocked, entry.Action));
    }

    [Fact]
    public async Task A_customer_whose_id_is_blocked_is_not_named_by_it()
    {
        await using var floor = await WithAsync(options =>
            options.Kinds[RedactionKind.PhoneNumber] = RedactionAction.Block);

        var refused = await floor.Host.Chats.StartAsync(
            new StartChat { Queue = "chat", Customer = "+82-10-9123-4567", Name = "+82 10-9123-4567" });

        Assert.Equal("message-dropped", refused.Rejection?.Code);
        Assert.All(await TrailAsync(floor), entry => Assert.Equal(Actor.Host, entry.By));
    }

    [Fact]
    public async Task A_policy_for_a_queue_holds_in_its_chats_alone()
    {
        await using var floor = await WithAsync(options =>
            options.Policies.Add(new() { Queue = "calls", Action = RedactionAction.Drop }));
        var chat = await floor.StartedAsync("ana");

        Assert.True((await floor.SaidAsync(chat, Ana, Card)).IsRedacted);
        await using var other = await WithAsync(options =>
            options.Policies.Add(new() { Queue = "chat", Action = RedactionAction.Drop }));
        chat = await other.StartedAsync("ana");
        Assert.Equal("message-dropped", (await other.Host.Chats.SayAsync(chat, Ana, Card)).Rejection?.Code);
    }

    [Fact]
    public async Task A_flagged_message_is_delivered_as_it_is_and_its_sender_is_told_nothing()
    {
        await using var floor = await WithAsync(options =>
            options.Kinds[RedactionKind.PhoneNumber] = RedactionAction.Flag);
        var chat = await floor.StartedAsync("ana");

        Assert.False((await floor.SaidAsync(chat, Ana, "call +82 10-9123-4567")).IsRedacted);
        Assert.Equal(["call +82 10-9123-4567"], await floor.MessagesAsync(chat));
        var entry = (await TrailAsync(floor))[^1];
        Assert.Equal((Ana, AuditAction.Flagged, chat), (entry.By, entry.Action, entry.Chat));
        Assert.StartsWith("phone-number by phone-number ", entry.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_flagged_in_a_name_or_an_address_is_noted_as_well()
    {
        await using var floor = await WithAsync(options =>
        {
            options.Kinds[RedactionKind.PhoneNumber] = RedactionAction.Flag;
            options.Kinds[RedactionKind.EmailAddress] = RedactionAction.Flag;
        });
        (await floor.Host.Chats.StartAsync(new StartChat
        {
            Queue = "chat",
            Customer = "ana",
            Name = "call +82 10-9123-4567",
            Email = "ana@example.org",
        })).ValueOrThrow();

        Assert.Equal(
            [AuditAction.Flagged, AuditAction.Flagged], (await TrailAsync(floor)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task What_lets_more_through_is_logged_and_noted_when_the_floor_starts()
    {
        await using var floor = await WithAsync(options => options.Preset = RedactionPreset.Balanced);

        var entry = Assert.Single(await TrailAsync(floor));
        Assert.Equal(
            (Actor.Host, AuditAction.LoosenedRedaction, "preset:balanced"), (entry.By, entry.Action, entry.Note));
        Assert.Contains(
            floor.Log.Lines,
            line => line.Contains("lets more through than it has to: preset:balanced", StringComparison.Ordinal));
        await using var strict = await WithAsync(_ => { });
        Assert.Empty(await TrailAsync(strict));
    }

    private static async Task<IReadOnlyList<AuditEntry>> TrailAsync(RunningFloor floor) =>
        (await floor.Host.History.AuditAsync(Actor.Host)).ValueOrThrow();

    private static Task<RunningFloor> WithAsync(
        Action<RedactionOptions> configure, Func<FloorRuntime, FloorRuntime>? with = null)
    {
        var options = new RedactionOptions();
        configure(options);
        return RunningFloor.StartAsync(runtime => (with ?? (same => same))(
            runtime with { Redaction = new RedactionPipeline(options) }));
    }
}

using System.Text.RegularExpressions;
using ContactCenter.Agents;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Vaults;
using ContactCenter.Wire;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Runtime.HistoryTests;

namespace ContactCenter.Tests.Runtime;

/// <summary>A token stands in what is said; the value is in the vault, for whoever has the right.</summary>
public sealed partial class TokenFlowTests
{
    private const string Card = "4111 1111 1111 1111";

    private static readonly Actor Chief = Actor.Supervisor("chief");

    private readonly InMemoryTokenVault _vault = new();

    [Fact]
    public async Task A_token_is_said_and_the_host_is_told_what_it_stands_for()
    {
        await using var floor = await StartAsync(_vault);
        var chat = await floor.StartedAsync("ana");

        Assert.True((await floor.SaidAsync(chat, Ana, $"my card is {Card}, thanks")).IsRedacted);
        var said = Assert.Single(await floor.MessagesAsync(chat));
        Assert.Matches("^my card is \\[card-number:[B-Z]{24}\\], thanks$", said);

        var revealed = (await RevealAsync(floor, chat, said, Actor.Host)).ValueOrThrow();
        Assert.Equal((RedactionKind.CardNumber, Card), (revealed.Kind, revealed.Value));
        Assert.Equal("card-number", revealed.ToString());
        var entry = Assert.Single(await TrailAsync(floor));
        Assert.Equal((Actor.Host, AuditAction.Reveal, chat), (entry.By, entry.Action, entry.Chat));
        Assert.Equal(($"{TokenIn(said)} refund", (CustomerId)"ana"), (entry.Note, entry.Customer));
    }

    [Fact]
    public async Task The_vault_has_the_value_before_the_journal_has_the_message()
    {
        await using var floor = await StartAsync(_vault);
        var chat = await floor.StartedAsync("ana");
        List<int> counts = [];
        floor.Journal.OnAppend = (_, write) =>
        {
            counts.Add(_vault.Count);
            return write();
        };

        await floor.SaidAsync(chat, Ana, $"{Card} and {Card}");

        Assert.Equal([2], counts);
        Assert.Equal(2, Tokens().Matches(Assert.Single(await floor.MessagesAsync(chat)))
            .Select(token => token.Value).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_is_revealed_that_is_not_in_the_audit_trail_before()
    {
        var vault = new Watched(_vault);
        await using var floor = await StartAsync(vault);
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, Card);
        var said = Assert.Single(await floor.MessagesAsync(chat));

        (floor.Journal.OnAppend, floor.Journal.HidesItsHead) = ((_, _) => throw new IOException("gone"), true);

        Assert.False((await RevealAsync(floor, chat, said, Actor.Host)).IsAccepted);
        Assert.Equal(0, vault.Found);
    }

    [Fact]
    public async Task Only_the_host_and_a_supervisor_who_is_given_the_right_by_name_are_told()
    {
        await using var floor = await StartAsync(_vault, RunningFloor.Usual with
        {
            Supervisors =
            [
                new SupervisorProfile { Id = "boss" },
                new SupervisorProfile { Id = "chief", Rights = SupervisorRights.All | SupervisorRights.Reveal },
            ],
        });
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, Card);
        var said = Assert.Single(await floor.MessagesAsync(chat));

        Assert.Equal(Card, (await RevealAsync(floor, chat, said, Chief)).ValueOrThrow().Value);
        foreach (var other in (Actor[])[Boss, Ana, Mina, Actor.Supervisor("nobody")])
        {
            Assert.Equal("not-permitted", (await RevealAsync(floor, chat, said, other)).Rejection?.Code);
        }

        Assert.Single(await TrailAsync(floor));
        await using var session = (await floor.Host.Sessions.OpenAsync(Chief)).ValueOrThrow();
        var asked = await floor.Host.DispatchAsync(session, new RevealVerb(chat, TokenIn(said), "refund"));
        Assert.Equal(Card, asked.ValueOrThrow().Revealed?.Value);

        await using var open = await StartAsync(_vault);
        chat = await open.StartedAsync("ana");
        await open.SaidAsync(chat, Ana, Card);
        said = Assert.Single(await open.MessagesAsync(chat));
        Assert.Equal("not-permitted", (await RevealAsync(open, chat, said, Boss)).Rejection?.Code);
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_refused_and_the_purpose_is_redacted()
    {
        await using var floor = await StartAsync(_vault);
        var (chat, other) = (await floor.StartedAsync("ana"), await floor.StartedAsync("bob"));
        await floor.SaidAsync(chat, Ana, Card);
        var token = TokenIn(Assert.Single(await floor.MessagesAsync(chat)));

        Assert.Equal("purpose-required", await AskAsync(chat, token, " "));
        Assert.Equal("text-too-long", await AskAsync(chat, token, new string('x', 501)));
        Assert.Equal("text-malformed", await AskAsync(chat, token, "\ud800"));
        Assert.Equal("token-unknown", await AskAsync(chat, "4111111111111111", "refund"));
        Assert.Equal("token-unknown", await AskAsync(chat, "[card-number:BCDFGHJKLMNPQRSTVWXZBCDF]", "refund"));
        Assert.Equal("token-unknown", await AskAsync(other, token, "refund"));
        Assert.Equal("chat-unknown", await AskAsync(new ChatId("floor", 99), token, "refund"));
        Assert.Equal("chat-unknown", await AskAsync(new ChatId("other", 1), token, "refund"));
        Assert.Null(await AskAsync(chat, token, "the card 5555 5555 5555 4444 is another"));
        Assert.DoesNotContain(
            await TrailAsync(floor), entry => entry.Note.Contains("4444", StringComparison.Ordinal));

        async Task<string?> AskAsync(ChatId of, string what, string purpose) =>
            (await floor.Host.Redaction.RevealAsync(of, what, Actor.Host, purpose)).Rejection?.Code;
    }

    [Fact]
    public async Task A_vault_that_throws_or_hangs_refuses_the_message_and_nothing_else()
    {
        var vault = new Watched(_vault);
        await using var floor = await StartAsync(vault);
        var chat = await floor.StartedAsync("ana");

        vault.Before = () => throw new IOException($"no room for {Card}");
        var refused = (await floor.Host.Chats.SayAsync(chat, Ana, Card)).Rejection;
        Assert.Equal(("redaction-failed", "vault"), (refused?.Code, refused?.Subject));
        Assert.DoesNotContain(floor.Log.Lines, line => line.Contains("4111", StringComparison.Ordinal));
        Assert.Contains(floor.Log.Lines, line => line.Contains("IOException", StringComparison.Ordinal));

        var called = new TaskCompletionSource();
        vault.Before = () =>
        {
            called.SetResult();
            return new TaskCompletionSource().Task;
        };
        var waiting = floor.Host.Chats.SayAsync(chat, Ana, Card).AsTask();
        await called.Task;
        Assert.True((await floor.Host.Chats.SayAsync(await floor.StartedAsync("bob"), Bob, "hello")).IsAccepted);
        floor.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("vault", (await waiting).Rejection?.Subject);

        vault.Before = null;
        Assert.Equal(0, _vault.Count);
        Assert.Empty(await floor.MessagesAsync(chat));
        await floor.SaidAsync(chat, Ana, Card);
        vault.Before = () => throw new IOException($"not {Card} again");
        var said = Assert.Single(await floor.MessagesAsync(chat));
        Assert.Equal("vault-unavailable", (await RevealAsync(floor, chat, said, Actor.Host)).Rejection?.Code);
        Assert.Single(await TrailAsync(floor));
    }

    [Fact]
    public async Task A_retry_is_known_although_its_token_is_another_and_leaves_one_value()
    {
        await using var floor = await StartAsync(_vault);
        var chat = await floor.StartedAsync("ana");
        var id = CommandId.New(floor.Time.GetUtcNow());

        var first = await floor.SaidAsync(chat, Ana, $"card {Card}", id);
        Assert.Equal(first.Sequence, (await floor.SaidAsync(chat, Ana, $"card {Card}", id)).Sequence);
        var other = (await floor.Host.Chats.SayAsync(chat, Ana, $"cards {Card}", id)).Rejection;

        Assert.Equal("command-id-conflict", other?.Code);
        await floor.Host.Run!.SettleAsync();
        Assert.Equal(1, _vault.Count);
        var said = Assert.Single(await floor.MessagesAsync(chat));
        Assert.True((await RevealAsync(floor, chat, said, Actor.Host)).IsAccepted);
    }

    [Fact]
    public async Task A_token_that_is_called_something_else_stands_for_nothing()
    {
        await using var floor = await StartAsync(_vault);
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, Card);
        var token = TokenIn(Assert.Single(await floor.MessagesAsync(chat)));

        var other = token.Replace("card-number", "email-address", StringComparison.Ordinal);
        var refused = await floor.Host.Redaction.RevealAsync(chat, other, Actor.Host, "refund");

        Assert.Equal("token-unknown", refused.Rejection?.Code);
        Assert.True((await RevealAsync(floor, chat, token, Actor.Host)).IsAccepted);
    }

    [Fact]
    public async Task Whoever_has_lost_the_right_is_not_told_again_under_the_same_id()
    {
        var chief = new SupervisorProfile
        {
            Id = "chief",
            Rights = SupervisorRights.All | SupervisorRights.Reveal,
        };
        var configuration = RunningFloor.Usual with { Supervisors = [chief] };
        await using var floor = await StartAsync(
            _vault, configuration, with: runtime => runtime with { Changes = ConfigurationChanges.FromVerbs });
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, Card);
        var token = TokenIn(Assert.Single(await floor.MessagesAsync(chat)));
        var id = CommandId.New(floor.Time.GetUtcNow());
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var told = await floor.Host.Redaction.RevealAsync(chat, token, Chief, "refund", id);
            Assert.Equal(Card, told.ValueOrThrow().Value);
        }

        Assert.Single(await TrailAsync(floor));
        var without = configuration with { Supervisors = [chief with { Rights = SupervisorRights.All }] };
        (await floor.Host.ApplyAsync(without, null, default, default)).ValueOrThrow();

        var refused = await floor.Host.Redaction.RevealAsync(chat, token, Chief, "refund", id);
        Assert.Equal("not-permitted", refused.Rejection?.Code);
    }

    [Fact]
    public async Task What_was_not_said_is_not_kept()
    {
        await using var floor = await StartAsync(_vault);
        var chat = await floor.StartedAsync("ana");

        Assert.Equal("not-permitted", (await floor.Host.Chats.SayAsync(chat, Bob, Card)).Rejection?.Code);
        Assert.Equal(
            "chat-unknown", (await floor.Host.Chats.SayAsync(new ChatId("floor", 99), Ana, Card)).Rejection?.Code);

        await floor.Host.Run!.SettleAsync();
        Assert.Equal(0, _vault.Count);
    }

    [Fact]
    public async Task A_token_expires_and_what_it_stood_for_is_destroyed()
    {
        await using var floor = await StartAsync(_vault);
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, Card);
        var said = Assert.Single(await floor.MessagesAsync(chat));

        await floor.AdvanceAsync(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.True((await RevealAsync(floor, chat, said, Actor.Host)).IsAccepted);
        await floor.AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Equal("token-unknown", (await RevealAsync(floor, chat, said, Actor.Host)).Rejection?.Code);

        await floor.RestartAsync();
        await floor.Host.Run!.SettleAsync();
        Assert.Equal(0, _vault.Count);
    }

    [Fact]
    public async Task An_erased_customer_has_no_tokens_any_more()
    {
        await using var floor = await StartAsync(_vault);
        await floor.AvailableAsync("mina");
        var anas = await ClosedAsync(floor, "ana", $"card {Card}");
        await ClosedAsync(floor, "bob", $"card {Card}");
        var said = (await floor.MessagesAsync(anas))[0];
        Assert.Equal(Card, (await RevealAsync(floor, anas, said, Actor.Host)).ValueOrThrow().Value);

        (await floor.Host.History.EraseAsync("ana", Boss, "on request")).ValueOrThrow();

        Assert.Equal("chat-unknown", (await RevealAsync(floor, anas, said, Actor.Host)).Rejection?.Code);
        Assert.Equal(1, _vault.Count);
    }

    [Fact]
    public async Task With_what_is_kept_too_long_its_tokens_go()
    {
        await using var floor = await StartAsync(
            _vault,
            RunningFloor.Usual with { HistoryRetention = TimeSpan.FromDays(1) },
            options => options.TokenLifetime = TimeSpan.FromDays(400));
        await floor.AvailableAsync("mina");
        await ClosedAsync(floor, "ana", $"card {Card}");
        Assert.Equal(1, _vault.Count);

        await floor.AdvanceAsync(TimeSpan.FromDays(1));
        await floor.AdvanceAsync(TimeSpan.FromHours(1));
        await floor.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(0, _vault.Count);
    }

    [Fact]
    public async Task In_names_and_in_what_the_bot_says_there_are_no_tokens_and_no_last_four()
    {
        await using var floor = await StartAsync(_vault, with: runtime => runtime with
        {
            Bot = new ScriptedBot($"your card {Card}", "goodbye"),
        });

        var chat = (await floor.Host.Chats.StartAsync(
            new StartChat { Queue = "bots", Customer = "ana", Name = $"Ana {Card}" })).ValueOrThrow().Id;
        await floor.Host.Run!.SettleAsync();

        Assert.Equal($"your card {new string('*', Card.Length)}", Assert.Single(await floor.MessagesAsync(chat)));
        Assert.Equal(0, _vault.Count);
    }

    [GeneratedRegex(@"\[card-number:[B-Z]{24}\]")]
    private static partial Regex Tokens();

    private static string TokenIn(string said) => Tokens().Match(said).Value;

    private static ValueTask<Outcome<RevealedValue>> RevealAsync(
        RunningFloor floor, ChatId chat, string said, Actor by) =>
        floor.Host.Redaction.RevealAsync(chat, TokenIn(said), by, "refund");

    private static async Task<IReadOnlyList<AuditEntry>> TrailAsync(RunningFloor floor) =>
        (await floor.Host.History.AuditAsync(Actor.Host)).ValueOrThrow();

    private static Task<RunningFloor> StartAsync(
        ITokenVault vault,
        FloorConfiguration? configuration = null,
        Action<RedactionOptions>? configure = null,
        Func<FloorRuntime, FloorRuntime>? with = null)
    {
        var options = new RedactionOptions();
        options.Tokens.Add(RedactionKind.CardNumber);
        configure?.Invoke(options);
        return RunningFloor.StartAsync(configuration ?? RunningFloor.Usual, runtime => (with ?? (same => same))(
            runtime with
            {
                Redaction = new RedactionPipeline(options, hasVault: true, [.. options.BuiltInRules()]),
                Vault = vault,
            }));
    }

    private sealed class Watched(ITokenVault vault) : ITokenVault
    {
        public Func<Task>? Before { get; set; }

        public int Found { get; private set; }

        public async ValueTask PutAsync(VaultEntry entry, CancellationToken cancellationToken)
        {
            await BeforeAsync();
            await vault.PutAsync(entry, cancellationToken);
        }

        public async ValueTask<VaultEntry?> FindAsync(VaultKey key, CancellationToken cancellationToken)
        {
            await BeforeAsync();
            Found++;
            return await vault.FindAsync(key, cancellationToken);
        }

        public ValueTask DestroyAsync(VaultKey key, CancellationToken cancellationToken) =>
            vault.DestroyAsync(key, cancellationToken);

        public ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken) =>
            vault.DestroyChatAsync(floor, chat, cancellationToken);

        public ValueTask DestroyExpiredAsync(FloorId floor, DateTimeOffset now, CancellationToken cancellationToken) =>
            vault.DestroyExpiredAsync(floor, now, cancellationToken);

        private Task BeforeAsync() => Before?.Invoke() ?? Task.CompletedTask;
    }
}

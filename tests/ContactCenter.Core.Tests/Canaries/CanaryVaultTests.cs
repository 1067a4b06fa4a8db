using ContactCenter.Chats;
using ContactCenter.Runtime;
using ContactCenter.Vaults;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Canaries;

/// <summary>Where tokens stand for card numbers, they are nowhere but in the vault; whatever the vault does.</summary>
public sealed class CanaryVaultTests
{
    [Fact]
    public async Task A_card_number_that_a_token_stands_for_is_nowhere_though_its_vault_throws_it()
    {
        var vault = new Gossip();
        await using var floor = await CanaryFloor.StartAsync("card-number", vault);
        var chat = floor.Chats[0];

        foreach (var words in Canaries.Texts)
        {
            await floor.CallAsync("say", words, () => floor.Host.Chats.SayAsync(chat, Ana, words));
            await floor.CallAsync("note", words, () => floor.Host.Chats.NoteAsync(chat, "mina", words));
            await floor.CallAsync("whisper", words, () => floor.Host.Supervisors.WhisperAsync("boss", chat, words));
        }

        Assert.NotEmpty(vault.Tokens);
        foreach (var key in vault.Tokens.Take(20))
        {
            await floor.CallAsync("reveal", "hello", async () => Shown(
                await floor.Host.Redaction.RevealAsync(chat, $"[card-number:{key.Token}]", Actor.Host, "refund")));
        }

        Leaks.None(await floor.TracesAsync());
    }

    /// <summary>What a host would log of an answer; what it was asked for is shown to whoever asked.</summary>
    private static string Shown(Outcome<RevealedValue> outcome) =>
        $"{outcome} {outcome.Rejection} {(outcome.IsAccepted ? outcome.Value : null)}";

    /// <summary>A vault that keeps what it is given two times of three, and throws it the third.</summary>
    private sealed class Gossip : ITokenVault
    {
        private readonly InMemoryTokenVault _vault = new();
        private int _asked;

        public List<VaultKey> Tokens { get; } = [];

        public async ValueTask PutAsync(VaultEntry entry, CancellationToken cancellationToken)
        {
            if (++_asked % 3 == 0)
            {
                throw new IOException($"no room for {entry.Value}");
            }

            await _vault.PutAsync(entry, cancellationToken);
            Tokens.Add(entry.Key);
        }

        public async ValueTask<VaultEntry?> FindAsync(VaultKey key, CancellationToken cancellationToken)
        {
            var found = await _vault.FindAsync(key, cancellationToken);
            return ++_asked % 3 == 0 ? throw new IOException($"why do you want {found?.Value}?") : found;
        }

        public ValueTask DestroyAsync(VaultKey key, CancellationToken cancellationToken) =>
            _vault.DestroyAsync(key, cancellationToken);

        public ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken) =>
            _vault.DestroyChatAsync(floor, chat, cancellationToken);

        public ValueTask DestroyExpiredAsync(FloorId floor, DateTimeOffset now, CancellationToken cancellationToken) =>
            _vault.DestroyExpiredAsync(floor, now, cancellationToken);
    }
}

using System.Text;
using ContactCenter.Redaction;
using ContactCenter.Vaults;

namespace ContactCenter.Tests.Vaults;

/// <summary>What every vault keeps to.</summary>
public abstract class VaultTests
{
    protected const string Card = "4111 1111 1111 1111";

    protected static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    protected abstract ITokenVault Vault { get; }

    [Fact]
    public async Task What_was_put_in_comes_out_under_its_key_alone()
    {
        await PutAsync(Key("BCD"), Card);

        var found = await Vault.FindAsync(Key("BCD"), default);

        Assert.Equal((RedactionKind.CardNumber, Card), (found!.Kind, found.Value.ToString()));
        Assert.Equal((Key("BCD"), Noon), (found.Key, found.ExpiresAt));
        Assert.Null(await Vault.FindAsync(Key("BCF"), default));
        Assert.Null(await Vault.FindAsync(Key("BCD", chat: 8), default));
        Assert.Null(await Vault.FindAsync(Key("BCD") with { Floor = "other" }, default));
    }

    [Fact]
    public async Task What_is_put_in_twice_is_there_once()
    {
        await PutAsync(Key("BCD"), Card);
        await PutAsync(Key("BCD"), "5555 5555 5555 4444");

        Assert.Equal("5555 5555 5555 4444", (await Vault.FindAsync(Key("BCD"), default))!.Value.ToString());
        await Vault.DestroyAsync(Key("BCD"), default);
        Assert.Null(await Vault.FindAsync(Key("BCD"), default));
    }

    [Fact]
    public async Task A_value_a_chat_and_what_has_expired_are_destroyed_and_nothing_else_and_again_is_no_fault()
    {
        await PutAsync(Key("BCD"), Card);
        await PutAsync(Key("BCF"), Card);
        await PutAsync(Key("BCG", chat: 8), Card, Noon.AddHours(2));
        await PutAsync(Key("BCH", chat: 8), Card, Noon.AddHours(1));
        await PutAsync(Key("BCJ", chat: 9), Card);

        for (var again = 0; again < 2; again++)
        {
            await Vault.DestroyAsync(Key("BCD"), default);
            await Vault.DestroyChatAsync("floor", 9, default);
            await Vault.DestroyExpiredAsync("floor", Noon.AddHours(1), default);
            await Vault.DestroyExpiredAsync("other", Noon.AddDays(1), default);
            await Vault.DestroyChatAsync("other", 8, default);
        }

        Assert.Null(await Vault.FindAsync(Key("BCD"), default));
        Assert.Null(await Vault.FindAsync(Key("BCF"), default));
        Assert.NotNull(await Vault.FindAsync(Key("BCG", chat: 8), default));
        Assert.Null(await Vault.FindAsync(Key("BCH", chat: 8), default));
        Assert.Null(await Vault.FindAsync(Key("BCJ", chat: 9), default));
    }

    [Fact]
    public void An_entry_does_not_say_its_value() =>
        Assert.Equal("card-number floor/chat-7/BCD", Entry(Key("BCD"), Card, Noon).ToString());

    protected static VaultKey Key(string token, long chat = 7) => new("floor", chat, token);

    protected static VaultEntry Entry(VaultKey key, string value, DateTimeOffset expiresAt) =>
        new(key, RedactionKind.CardNumber, value.AsMemory(), expiresAt);

    protected ValueTask PutAsync(VaultKey key, string value, DateTimeOffset? expiresAt = null) =>
        Vault.PutAsync(Entry(key, value, expiresAt ?? Noon), default);
}

public sealed class InMemoryTokenVaultTests : VaultTests
{
    protected override ITokenVault Vault { get; } = new InMemoryTokenVault();

    [Fact]
    public async Task It_keeps_as_many_values_as_it_has_room_for()
    {
        var vault = new InMemoryTokenVault(capacity: 1);
        await vault.PutAsync(Entry(Key("BCD"), Card, Noon), default);
        await vault.PutAsync(Entry(Key("BCD"), Card, Noon), default);

        var full = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await vault.PutAsync(Entry(Key("BCF"), Card, Noon), default));

        Assert.DoesNotContain("4111", full.ToString(), StringComparison.Ordinal);
        await vault.DestroyAsync(Key("BCD"), default);
        await vault.PutAsync(Entry(Key("BCF"), Card, Noon), default);
    }
}

public sealed class FileSystemTokenVaultTests : VaultTests, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("vault-").FullName;
    private readonly byte[] _key = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];

    public FileSystemTokenVaultTests() => Vault = new FileSystemTokenVault(_root, _key);

    protected override ITokenVault Vault { get; }

    private string[] Files => Directory.GetFiles(_root, "*", SearchOption.AllDirectories);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Another_life_of_it_has_the_values_and_the_disk_shows_none()
    {
        await PutAsync(Key("BCD"), Card);

        Assert.Equal(
            Card, (await new FileSystemTokenVault(_root, _key).FindAsync(Key("BCD"), default))!.Value.ToString());
        var file = Assert.Single(Files);
        Assert.DoesNotContain("4111", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
        Assert.DoesNotContain("floor", file[_root.Length..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_altered_or_exchanged_or_is_under_another_key_is_refused_without_a_path()
    {
        await PutAsync(Key("BCD"), Card);
        await PutAsync(Key("BCF"), "5555 5555 5555 4444");
        string[] files = [.. Files.Order(StringComparer.Ordinal)];
        var bytes = File.ReadAllBytes(files[0]);
        for (var place = 0; place < bytes.Length; place++)
        {
            var altered = bytes.ToArray();
            altered[place] ^= 1;
            await File.WriteAllBytesAsync(files[0], altered);
            await RefusedAsync(Vault);
        }

        await File.WriteAllBytesAsync(files[0], bytes[..40]);
        await RefusedAsync(Vault);
        File.Copy(files[1], files[0], overwrite: true);
        await RefusedAsync(Vault);
        await File.WriteAllBytesAsync(files[0], bytes);
        await RefusedAsync(new FileSystemTokenVault(_root, _key[..31].Append((byte)9).ToArray()));
        Assert.NotNull(await Vault.FindAsync(Key("BCD"), default));

        async Task RefusedAsync(ITokenVault vault)
        {
            var refused = await Assert.ThrowsAsync<InvalidDataException>(
                async () => await vault.FindAsync(Key("BCD"), default));
            Assert.DoesNotContain(_root, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_refuses_the_value_and_tells_no_path()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "file"), "no folder");

        var refused = Assert.Throws<IOException>(
            () => new FileSystemTokenVault(Path.Combine(_root, "file", "vault"), _key));

        Assert.DoesNotContain(_root, refused.ToString().Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_a_path_names_nothing()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Vault.FindAsync(Key("../BCD"), default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await PutAsync(Key("a/b"), Card));
        Assert.Empty(Files);
    }

    [Fact]
    public void A_key_is_32_bytes()
    {
        Assert.Throws<ArgumentException>(() => new FileSystemTokenVault(_root, _key.AsMemory(1)));
        Assert.Throws<ArgumentException>(() => new FileSystemTokenVault(_root, new byte[32]));
        Assert.Throws<ArgumentException>(() => new FileSystemTokenVault(" ", _key));
    }
}

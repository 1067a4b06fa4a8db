using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Redaction;

namespace ContactCenter.Vaults;

/// <summary>Seals values under a key (AES-256-GCM), each bound to what it is the value of.</summary>
/// <remarks>
/// <c>mark, expiry, nonce, tag, sealed kind and value</c>. The expiry can be read without the key, and not altered.
/// </remarks>
internal sealed class VaultSeal
{
    internal const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int ExpiryAt = 4;
    private const int NonceAt = ExpiryAt + sizeof(long);
    private const int TagAt = NonceAt + NonceLength;
    private const int HeaderLength = TagAt + TagLength;

    // Pinned: a collection that moves it would leave a copy behind.
    private readonly byte[] _key = GC.AllocateUninitializedArray<byte>(KeyLength, pinned: true);

    internal VaultSeal(ReadOnlySpan<byte> key) => key.CopyTo(_key);

    private static ReadOnlySpan<byte> Mark => "CCV1"u8;

    internal byte[] Close(VaultEntry entry)
    {
        var kind = Encoding.UTF8.GetBytes(entry.Kind.Code);
        var plain = new byte[1 + kind.Length + Encoding.UTF8.GetMaxByteCount(entry.Value.Length)];
        try
        {
            plain[0] = (byte)kind.Length;
            kind.CopyTo(plain, 1);
            var length = 1 + kind.Length + Encoding.UTF8.GetBytes(entry.Value.Span, plain.AsSpan(1 + kind.Length));
            var whole = new byte[HeaderLength + length];
            Mark.CopyTo(whole);
            BinaryPrimitives.WriteInt64BigEndian(whole.AsSpan(ExpiryAt), entry.ExpiresAt.UtcTicks);
            RandomNumberGenerator.Fill(whole.AsSpan(NonceAt, NonceLength));
            using var aes = new AesGcm(_key, TagLength);
            aes.Encrypt(
                whole.AsSpan(NonceAt, NonceLength),
                plain.AsSpan(0, length),
                whole.AsSpan(HeaderLength),
                whole.AsSpan(TagAt, TagLength),
                Bind(entry.Key, whole));
            return whole;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <exception cref="InvalidDataException">It was altered, is another's, or not under that key.</exception>
    internal VaultEntry Open(VaultKey key, ReadOnlySpan<byte> whole)
    {
        if (ExpiryOf(whole) is not { } expiresAt || whole.Length <= HeaderLength)
        {
            throw Damaged();
        }

        var plain = new byte[whole.Length - HeaderLength];
        try
        {
            using var aes = new AesGcm(_key, TagLength);
            aes.Decrypt(
                whole.Slice(NonceAt, NonceLength),
                whole[HeaderLength..],
                whole.Slice(TagAt, TagLength),
                plain,
                Bind(key, whole));
            var value = plain.AsSpan(1 + plain[0]);
            return RedactionKind.TryParse(Encoding.UTF8.GetString(plain.AsSpan(1, plain[0])), out var kind)
                ? new VaultEntry(key, kind, Encoding.UTF8.GetString(value).AsMemory(), expiresAt)
                : throw Damaged();
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Damaged();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Until when a sealed value is given out; null where this is none.</summary>
    internal static DateTimeOffset? ExpiryOf(ReadOnlySpan<byte> whole) =>
        whole.Length >= NonceAt && whole.StartsWith(Mark)
        && BinaryPrimitives.ReadInt64BigEndian(whole[ExpiryAt..]) is var ticks
        && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    // What it is the value of goes into the seal, so that nothing passes for the value of another token.
    private static byte[] Bind(in VaultKey key, ReadOnlySpan<byte> whole)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(whole[..NonceAt]);
        hash.AppendData(Encoding.UTF8.GetBytes(key.ToString()));
        return hash.GetHashAndReset();
    }

    private static InvalidDataException Damaged() => new("A sealed value is damaged.");
}

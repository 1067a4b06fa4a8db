using ContactCenter.Files;
using static ContactCenter.Tests.Files.StoreConformance;

namespace ContactCenter.Tests.Files;

/// <summary>Whoever can write to the folder can destroy a file, but not change one.</summary>
public sealed class DamagedAttachmentTests : IDisposable
{
    private const int Header = 64;
    private const int Chunk = (64 * 1024) + 16;

    private readonly StoreFolder _folder = new();
    private readonly FileSystemAttachmentStore _store;

    public DamagedAttachmentTests() => _store = _folder.Open();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_bit_flipped_anywhere_is_found()
    {
        var (path, stored) = await PutAsync(Offer, 40);
        for (var place = 0; place < stored.Length; place++)
        {
            byte[] damaged = [.. stored];
            damaged[place] ^= (byte)(1 << (place % 8));
            await IsDamagedAsync(path, damaged);
        }
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_found()
    {
        var (path, stored) = await PutAsync(Offer, 40);
        for (var length = 1; length < stored.Length; length++)
        {
            await IsDamagedAsync(path, stored[..length]);
        }
    }

    [Fact]
    public async Task Chunks_left_out_doubled_moved_or_added_are_found()
    {
        var (path, stored) = await PutAsync(Offer, 200_000);
        byte[] header = stored[..Header], first = ChunkOf(stored, 0), second = ChunkOf(stored, 1);
        byte[] third = ChunkOf(stored, 2), last = stored[(Header + (3 * Chunk))..];

        await IsDamagedAsync(path, [.. header, .. first, .. second, .. third]);
        await IsDamagedAsync(path, [.. header, .. first, .. second]);
        await IsDamagedAsync(path, header);
        await IsDamagedAsync(path, [.. header, .. last]);
        await IsDamagedAsync(path, [.. header, .. first, .. third, .. second, .. last]);
        await IsDamagedAsync(path, [.. header, .. first, .. first, .. third, .. last]);
        await IsDamagedAsync(path, [.. header, .. second, .. third, .. last]);
        await IsDamagedAsync(path, [.. stored, 0]);
        await IsDamagedAsync(path, [.. stored, .. last]);
        await IsDamagedAsync(path, [.. header, .. first, .. second, .. third[..(20_000 + 16)]]);
    }

    [Fact]
    public async Task A_file_in_the_place_of_another_is_found()
    {
        var (path, _) = await PutAsync(Offer, 40);
        foreach (var other in new[] { Letter, OfAnotherChat, OfAnotherFloor })
        {
            var (_, stored) = await PutAsync(other, 40);
            await IsDamagedAsync(path, stored);
        }
    }

    [Fact]
    public async Task Chunks_of_another_file_are_found()
    {
        var (path, stored) = await PutAsync(Offer, 40);
        var (_, other) = await PutAsync(Letter, 40);

        await IsDamagedAsync(path, [.. stored[..Header], .. other[Header..]]);
        await IsDamagedAsync(path, [.. other[..Header], .. stored[Header..]]);
    }

    [Fact]
    public async Task A_file_in_quarantine_does_not_pass_for_a_delivered_one()
    {
        await PutAsync(Letter, 40);
        await _store.ReleaseAsync(Letter, default);
        var delivered = _folder.Only.Replace($"{Letter.Id:N}", $"{Offer.Id:N}", StringComparison.Ordinal);
        var (path, _) = await PutAsync(Offer, 40);

        File.Copy(path, delivered);

        await Assert.ThrowsAsync<AttachmentDamagedException>(async () => await _store.OpenAsync(Offer, default));
    }

    private static byte[] ChunkOf(byte[] stored, int index) => stored.AsSpan(Header + (index * Chunk), Chunk).ToArray();

    private async Task<(string Path, byte[] Stored)> PutAsync(FileKey file, int length)
    {
        var before = _folder.All;
        await _store.QuarantineAsync(file, new MemoryStream(Bytes.Some(length)), length, default);
        var path = Assert.Single(_folder.All.Except(before));
        return (path, await File.ReadAllBytesAsync(path));
    }

    private async Task IsDamagedAsync(string path, byte[] damaged)
    {
        await File.WriteAllBytesAsync(path, damaged);
        var refused = await Assert.ThrowsAsync<AttachmentDamagedException>(async () =>
            await Bytes.ReadAsync(await _store.OpenQuarantinedAsync(Offer, default)));
        await Assert.ThrowsAsync<AttachmentDamagedException>(async () => await _store.ReleaseAsync(Offer, default));

        Assert.DoesNotContain(_folder.Root, refused.ToString());
        Assert.DoesNotContain(_folder.All, file => file.EndsWith(".part") || file.Contains("delivered"));
    }
}

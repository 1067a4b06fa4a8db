using System.Text;
using ContactCenter.Files;

namespace ContactCenter.Tests.Files;

public sealed class FileSystemAttachmentStoreTests : StoreConformance, IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly FileSystemAttachmentStore _store;

    public FileSystemAttachmentStoreTests() => _store = _folder.Open();

    protected override IAttachmentStore Store => _store;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_of_the_content_or_the_floor_can_be_read_in_the_folder()
    {
        var words = "the customer's card is 4111 1111 1111 1111; ";
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(words, 5000)));
        var other = OfAnotherFloor with { Floor = "private-banking" };
        await _store.QuarantineAsync(Offer, new MemoryStream(content), content.Length, default);
        await _store.QuarantineAsync(other, new MemoryStream(content), content.Length, default);
        await _store.ReleaseAsync(Offer, default);

        foreach (var path in _folder.All)
        {
            var stored = await File.ReadAllBytesAsync(path);
            Assert.DoesNotContain("private-banking", path);
            Assert.Equal(-1, stored.AsSpan().IndexOf("4111"u8));
            Assert.Equal(-1, stored.AsSpan().IndexOf("customer"u8));
        }
    }

    [Fact]
    public async Task The_same_content_is_never_stored_the_same()
    {
        await PutAsync(Offer, 5000);
        await PutAsync(Letter, 5000);
        var quarantined = await File.ReadAllBytesAsync(_folder.Quarantined(Offer));
        await _store.ReleaseAsync(Offer, default);
        await _store.DestroyAsync(Letter, default);

        Assert.NotEqual(quarantined, await File.ReadAllBytesAsync(_folder.Only));
    }

    [Fact]
    public async Task A_file_outlives_the_store()
    {
        await PutAsync(Offer);
        await PutAsync(Letter);
        await _store.ReleaseAsync(Letter, default);
        var next = _folder.Open();

        Assert.Equal(Bytes.Some(100), await Bytes.ReadAsync(await next.OpenQuarantinedAsync(Offer, default)));
        Assert.Equal(Bytes.Some(100), await Bytes.ReadAsync(await next.OpenAsync(Letter, default)));
    }

    [Fact]
    public async Task Under_another_key_everything_is_damaged()
    {
        await PutAsync(Offer);
        var other = new FileSystemAttachmentStore(_folder.Root, Bytes.Key.Reverse().ToArray());

        await Assert.ThrowsAsync<AttachmentDamagedException>(async () =>
            await other.OpenQuarantinedAsync(Offer, default));
        await Assert.ThrowsAsync<AttachmentDamagedException>(async () => await other.ReleaseAsync(Offer, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int length) =>
        Assert.Throws<ArgumentException>(() => new FileSystemAttachmentStore(_folder.Root, Bytes.Some(length)));

    [Fact]
    public void A_key_that_nobody_made_is_refused() =>
        Assert.Throws<ArgumentException>(() => new FileSystemAttachmentStore(_folder.Root, new byte[32]));

    [Fact]
    public async Task Only_its_owner_may_read_what_the_store_writes()
    {
        await PutAsync(Offer);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Only));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.GetDirectoryName(_folder.Only)!));
        }
    }

    [Fact]
    public async Task A_failure_of_the_disk_tells_no_path()
    {
        await PutAsync(Offer);
        var path = _folder.Only;
        File.Delete(path);
        Directory.CreateDirectory(path);

        foreach (var attempt in new Func<Task>[]
        {
            () => PutAsync(Offer),
            () => _store.OpenQuarantinedAsync(Offer, default).AsTask(),
            () => _store.ReleaseAsync(Offer, default).AsTask(),
            () => _store.DestroyAsync(Offer, default).AsTask(),
        })
        {
            var failure = await Assert.ThrowsAnyAsync<IOException>(attempt);
            Assert.DoesNotContain(_folder.Root, failure.ToString());
            Assert.DoesNotContain($"{Offer.Id:N}", failure.ToString());
        }
    }
}

using ContactCenter.Files;
using static ContactCenter.Tests.Files.StoreConformance;

namespace ContactCenter.Tests.Files;

/// <summary>What a crash may leave in the folder, made by hand, and what the next life makes of it.</summary>
public sealed class CrashedStoreTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_copy_that_a_crash_ended_is_swept_away_when_the_store_opens_or_is_read()
    {
        var path = await PutAsync(Offer);
        var part = path + ".00ff.part";

        File.Copy(path, part);
        var store = _folder.Open();
        Assert.Equal([path], _folder.All);

        File.Copy(path, part);
        Assert.Equal([Offer], await QuarantinedAsync(store));
        Assert.Equal([path], _folder.All);

        File.Copy(path, part);
        await store.DestroyAsync(Offer, default);
        Assert.Empty(_folder.All);
    }

    [Fact]
    public async Task A_copy_under_way_is_no_leftover()
    {
        var store = _folder.Open();
        var content = new Drips(Bytes.Some(100_000)) { At = 70_000, Then = () => _folder.Open() };

        await store.QuarantineAsync(Offer, content, 100_000, default);

        Assert.Equal(Bytes.Some(100_000), await Bytes.ReadAsync(await store.OpenQuarantinedAsync(Offer, default)));
    }

    [Fact]
    public async Task A_file_that_is_half_destroyed_is_gone_and_still_listed_to_be_destroyed()
    {
        var path = await PutAsync(Offer);
        await OverwriteHeaderAsync(path);
        var store = _folder.Open();

        await Assert.ThrowsAsync<FileNotFoundException>(async () => await store.OpenQuarantinedAsync(Offer, default));
        await Assert.ThrowsAsync<FileNotFoundException>(async () => await store.ReleaseAsync(Offer, default));
        Assert.Equal([Offer], await QuarantinedAsync(store));
        await store.DestroyAsync(Offer, default);
        Assert.Empty(_folder.All);
    }

    [Theory]
    [InlineData("before the copy is whole")]
    [InlineData("before the quarantine is destroyed")]
    [InlineData("while the quarantine is destroyed")]
    [InlineData("at the end")]
    public async Task A_release_that_is_repeated_ends_in_the_same_place(string crash)
    {
        var path = await PutAsync(Offer);
        var quarantined = await File.ReadAllBytesAsync(path);
        await _folder.Open().ReleaseAsync(Offer, default);
        if (crash == "before the copy is whole")
        {
            File.Move(_folder.Only, path + ".00ff.part");
        }

        if (crash != "at the end")
        {
            await File.WriteAllBytesAsync(path, quarantined);
        }

        if (crash == "while the quarantine is destroyed")
        {
            await OverwriteHeaderAsync(path);
        }

        var next = _folder.Open();
        await next.ReleaseAsync(Offer, default);

        Assert.Equal(Bytes.Some(100), await Bytes.ReadAsync(await next.OpenAsync(Offer, default)));
        Assert.Empty(await QuarantinedAsync(next));
        Assert.Contains("delivered", _folder.Only);
    }

    [Fact]
    public async Task What_is_destroyed_cannot_be_brought_back_from_its_blocks()
    {
        var path = await PutAsync(Offer);

        // Whoever has it open has its blocks, as who undeletes a file would.
        await using var blocks = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await _folder.Open().DestroyAsync(Offer, default);

        var header = new byte[64];
        await blocks.ReadExactlyAsync(header);
        Assert.False(header.AsSpan().ContainsAnyExcept((byte)0));
    }

    private static async Task OverwriteHeaderAsync(string path)
    {
        await using var file = File.OpenWrite(path);
        await file.WriteAsync(new byte[64]);
    }

    private static async Task<List<FileKey>> QuarantinedAsync(FileSystemAttachmentStore store)
    {
        List<FileKey> files = [];
        await foreach (var file in store.QuarantinedAsync("retail", default))
        {
            files.Add(file);
        }

        return files;
    }

    private async Task<string> PutAsync(FileKey file)
    {
        await _folder.Open().QuarantineAsync(file, new MemoryStream(Bytes.Some(100)), 100, default);
        return _folder.Quarantined(file);
    }
}

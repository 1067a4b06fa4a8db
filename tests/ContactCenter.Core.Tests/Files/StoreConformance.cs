using ContactCenter.Files;

namespace ContactCenter.Tests.Files;

/// <summary>What every store keeps to.</summary>
public abstract class StoreConformance
{
    internal static readonly FileKey Offer = new("retail", 7, Guid.Parse("11111111-1111-4111-8111-111111111111"));
    internal static readonly FileKey Letter = new("retail", 7, Guid.Parse("22222222-2222-4222-8222-222222222222"));
    internal static readonly FileKey OfAnotherChat = Offer with { Chat = 70 };
    internal static readonly FileKey OfAnotherFloor = Offer with { Floor = "Retail" };

    protected abstract IAttachmentStore Store { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public async Task What_went_in_comes_out_before_and_after_its_release(int length)
    {
        var content = Bytes.Some(length);

        Assert.Equal(length, await Store.QuarantineAsync(Offer, new Drips(content), length, default));
        Assert.Equal(content, await Bytes.ReadAsync(await Store.OpenQuarantinedAsync(Offer, default)));
        await Store.ReleaseAsync(Offer, default);
        Assert.Equal(content, await Bytes.ReadAsync(await Store.OpenAsync(Offer, default)));
        Assert.Equal(content, Bytes.Read(await Store.OpenAsync(Offer, default)));
    }

    [Fact]
    public async Task A_file_is_in_quarantine_or_delivered_and_never_both()
    {
        await PutAsync(Offer);
        await IsMissing(() => Store.OpenAsync(Offer, default));

        await Store.ReleaseAsync(Offer, default);
        await IsMissing(() => Store.OpenQuarantinedAsync(Offer, default));
        Assert.Empty(await QuarantinedAsync("retail"));
    }

    [Fact]
    public async Task Every_step_can_be_repeated()
    {
        await PutAsync(Offer, 10);
        await PutAsync(Offer, 20);
        Assert.Equal([Offer], await QuarantinedAsync("retail"));

        await Store.ReleaseAsync(Offer, default);
        await Store.ReleaseAsync(Offer, default);
        Assert.Equal(Bytes.Some(20), await Bytes.ReadAsync(await Store.OpenAsync(Offer, default)));

        await Store.DestroyAsync(Offer, default);
        await Store.DestroyAsync(Offer, default);
        await Store.DestroyChatAsync("retail", 7, default);
        await IsMissing(() => Store.OpenAsync(Offer, default));
        await IsMissing(async () =>
        {
            await Store.ReleaseAsync(Offer, default);
            return Stream.Null;
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(100_000)]
    public async Task The_limit_is_exact_and_one_byte_more_is_the_last_that_is_read(int limit)
    {
        Assert.Equal(limit, await Store.QuarantineAsync(Letter, new Drips(Bytes.Some(limit)), limit, default));

        var content = new Drips(Bytes.Some(limit + 1000));
        var refused = await Assert.ThrowsAsync<AttachmentTooLargeException>(async () =>
            await Store.QuarantineAsync(Offer, content, limit, default));

        Assert.Equal(limit, refused.Limit);
        Assert.Equal(limit + 1, content.Given);
        Assert.Equal([Letter], await QuarantinedAsync("retail"));
    }

    [Fact]
    public async Task A_copy_that_fails_or_is_cancelled_leaves_nothing_behind()
    {
        using var cancelled = new CancellationTokenSource();
        var failing = new Drips(Bytes.Some(100_000))
        {
            At = 70_000,
            Then = () => throw new InvalidOperationException(),
        };
        var cancelling = new Drips(Bytes.Some(100_000)) { At = 70_000, Then = cancelled.Cancel };

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await Store.QuarantineAsync(Offer, failing, 100_000, default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Store.QuarantineAsync(Offer, cancelling, 100_000, cancelled.Token));

        Assert.Empty(await QuarantinedAsync("retail"));
        await IsMissing(() => Store.OpenQuarantinedAsync(Offer, default));
    }

    [Fact]
    public async Task A_chat_is_destroyed_with_all_of_its_files_and_no_others()
    {
        FileKey[] all = [Offer, Letter, OfAnotherChat, OfAnotherFloor];
        foreach (var file in all)
        {
            await PutAsync(file);
        }

        await Store.ReleaseAsync(Letter, default);
        await Store.ReleaseAsync(OfAnotherChat, default);
        await Store.DestroyChatAsync("retail", 7, default);

        await IsMissing(() => Store.OpenQuarantinedAsync(Offer, default));
        await IsMissing(() => Store.OpenAsync(Letter, default));
        Assert.NotEmpty(await Bytes.ReadAsync(await Store.OpenAsync(OfAnotherChat, default)));
        Assert.Equal([OfAnotherFloor], await QuarantinedAsync("Retail"));
    }

    [Fact]
    public async Task A_stream_reads_forward_and_does_nothing_else()
    {
        await PutAsync(Offer);
        var stream = await Store.OpenQuarantinedAsync(Offer, default);

        Assert.True(stream.CanRead);
        Assert.False(stream.CanSeek);
        Assert.False(stream.CanWrite);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.WriteByte(1));

        await stream.DisposeAsync();
        await stream.DisposeAsync();
        Assert.False(stream.CanRead);
        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
    }

    [Fact]
    public async Task Many_may_work_on_one_file_at_once()
    {
        await PutAsync(Offer, 100_000);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            await Store.ReleaseAsync(Offer, default))));

        Assert.Equal(Bytes.Some(100_000), await Bytes.ReadAsync(await Store.OpenAsync(Offer, default)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            await Store.DestroyAsync(Offer, default))));
        await IsMissing(() => Store.OpenAsync(Offer, default));
    }

    [Fact]
    public async Task A_release_and_a_destruction_at_once_leave_nothing()
    {
        for (var round = 0; round < 20; round++)
        {
            await PutAsync(Offer, 100_000);
            await Task.WhenAll(
                Task.Run(async () => await Record.ExceptionAsync(() => Store.ReleaseAsync(Offer, default).AsTask())),
                Task.Run(async () => await Store.DestroyAsync(Offer, default)));

            await IsMissing(() => Store.OpenAsync(Offer, default));
            await IsMissing(() => Store.OpenQuarantinedAsync(Offer, default));
        }
    }

    [Fact]
    public async Task A_key_that_names_no_file_is_refused()
    {
        foreach (var file in new[] { default, Offer with { Floor = default }, Offer with { Id = Guid.Empty } })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(file));
        }

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PutAsync(Offer with { Chat = -1 }));
    }

    protected static async Task IsMissing(Func<ValueTask<Stream>> open)
    {
        var missing = await Assert.ThrowsAsync<FileNotFoundException>(async () => await open());

        Assert.Null(missing.FileName);
        Assert.Null(missing.InnerException);
        Assert.DoesNotContain(Path.DirectorySeparatorChar, missing.Message);
    }

    protected async Task PutAsync(FileKey file, int length = 100) =>
        await Store.QuarantineAsync(file, new MemoryStream(Bytes.Some(length)), length, default);

    protected async Task<List<FileKey>> QuarantinedAsync(FloorId floor)
    {
        List<FileKey> files = [];
        await foreach (var file in Store.QuarantinedAsync(floor, default))
        {
            files.Add(file);
        }

        return files;
    }
}

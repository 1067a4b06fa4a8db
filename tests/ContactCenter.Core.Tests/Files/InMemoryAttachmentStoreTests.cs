using ContactCenter.Files;

namespace ContactCenter.Tests.Files;

public sealed class InMemoryAttachmentStoreTests : StoreConformance
{
    private readonly InMemoryAttachmentStore _store = new();

    protected override IAttachmentStore Store => _store;

    [Fact]
    public async Task Room_is_given_back_when_a_file_goes_or_a_copy_fails()
    {
        await PutAsync(Offer, 100_000);
        var one = _store.Stored;
        await Assert.ThrowsAsync<AttachmentTooLargeException>(async () =>
            await Store.QuarantineAsync(Letter, new MemoryStream(Bytes.Some(100_000)), 99_999, default));
        await PutAsync(Offer, 100_000);
        await Store.ReleaseAsync(Offer, default);
        Assert.Equal(one, _store.Stored);

        await Store.DestroyAsync(Offer, default);
        Assert.Equal(0, _store.Stored);
    }

    [Fact]
    public async Task A_full_store_refuses_a_copy_and_never_a_release()
    {
        var small = new InMemoryAttachmentStore(capacity: 1000);
        await small.QuarantineAsync(Offer, new MemoryStream(new byte[900]), 900, default);

        await Assert.ThrowsAsync<AttachmentStoreFullException>(async () =>
            await small.QuarantineAsync(Letter, new MemoryStream(new byte[900]), 900, default));
        await small.ReleaseAsync(Offer, default);
        await small.DestroyAsync(Offer, default);

        await small.QuarantineAsync(Letter, new MemoryStream(new byte[900]), 900, default);
    }

    [Fact]
    public void A_store_without_room_is_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new InMemoryAttachmentStore(0));
}

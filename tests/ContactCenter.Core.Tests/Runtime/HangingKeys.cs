using ContactCenter.Journals;

namespace ContactCenter.Tests.Runtime;

/// <summary>Keys that keep everything as it is, and a key service that hangs where a test wants it to.</summary>
internal sealed class HangingKeys : IPersonalDataProtector
{
    internal Gate? BeforeProtecting { get; set; }

    internal Gate? BeforeUnprotecting { get; set; }

    internal Gate? BeforeDestroying { get; set; }

    internal List<long> Destroyed { get; } = [];

    public async ValueTask<ReadOnlyMemory<byte>> ProtectAsync(
        FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await (BeforeProtecting?.PassAsync() ?? Task.CompletedTask);
        return content;
    }

    public async ValueTask<ReadOnlyMemory<byte>?> UnprotectAsync(
        FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await (BeforeUnprotecting?.PassAsync() ?? Task.CompletedTask);
        return content;
    }

    public async ValueTask DestroyKeyAsync(FloorId floor, long chat, CancellationToken cancellationToken)
    {
        await (BeforeDestroying?.PassAsync() ?? Task.CompletedTask);
        Destroyed.Add(chat);
    }
}

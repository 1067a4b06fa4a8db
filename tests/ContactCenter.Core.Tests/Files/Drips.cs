namespace ContactCenter.Tests.Files;

/// <summary>Content that comes as from a network: in pieces, and not always to its end.</summary>
internal sealed class Drips(byte[] content) : MemoryStream(content, writable: false)
{
    private const int Drip = 1013;

    /// <summary>When that much was given, something happens.</summary>
    public int At { get; init; } = int.MaxValue;

    public Action Then { get; init; } = () => { };

    public int Given => (int)Position;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= At)
        {
            Then();
        }

        return base.ReadAsync(buffer[..Math.Min(buffer.Length, Drip)], cancellationToken);
    }
}

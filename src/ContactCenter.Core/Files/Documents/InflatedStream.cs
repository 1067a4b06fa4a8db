namespace ContactCenter.Files;

/// <summary>
/// What is unpacked, counted as it is read, whatever its header says of its length. One that ends otherwise than it was
/// packed fails at its end.
/// </summary>
/// <param name="source">Unpacks it.</param>
/// <param name="budget">How much there may be.</param>
/// <param name="checksum">What must come out at the end; null where nothing is known of it.</param>
internal sealed class InflatedStream(Stream source, ScanBudget budget, uint? checksum = null) : ForwardStream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => Remainder((uint)index))];

    private uint _sum = uint.MaxValue;

    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        Count(buffer[..read], isEnd: read == 0 && !buffer.IsEmpty);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Count(buffer.Span[..read], isEnd: read == 0 && !buffer.IsEmpty);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        }

        return value;
    }

    private void Count(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        budget.Inflate(bytes.Length);
        foreach (var unit in bytes)
        {
            _sum = Table[(byte)_sum ^ unit] ^ (_sum >> 8);
        }

        if (isEnd && checksum is { } expected && ~_sum != expected)
        {
            throw new InvalidDataException("An entry of an archive is damaged.");
        }
    }
}

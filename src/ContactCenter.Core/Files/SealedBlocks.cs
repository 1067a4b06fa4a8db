namespace ContactCenter.Files;

/// <summary>A sealed file in memory, in blocks as they were written. Written once, then read by any thread.</summary>
/// <param name="reserve">Told of every block before it is kept; throws when there is no room.</param>
internal sealed class SealedBlocks(Action<int> reserve) : ForwardStream
{
    private readonly List<byte[]> _blocks = [];

    public override bool CanWrite => true;

    /// <summary>How many bytes were reserved for it.</summary>
    internal long Size { get; private set; }

    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        reserve(buffer.Length);
        Size += buffer.Length;
        _blocks.Add(buffer.ToArray());
        return ValueTask.CompletedTask;
    }

    /// <summary>The sealed bytes from their beginning.</summary>
    internal Stream OpenRead() => new Reader(_blocks);

    /// <summary>Overwrites the header: whoever comes by the blocks can no longer unseal them.</summary>
    internal void Destroy()
    {
        if (_blocks.Count > 0)
        {
            Array.Clear(_blocks[0]);
        }
    }

    private sealed class Reader(List<byte[]> blocks) : ForwardStream
    {
        private int _block;
        private int _position;

        public override bool CanRead => true;

        public override int Read(Span<byte> buffer)
        {
            if (_block == blocks.Count)
            {
                return 0;
            }

            var rest = blocks[_block].AsSpan(_position);
            var taken = Math.Min(rest.Length, buffer.Length);
            rest[..taken].CopyTo(buffer);
            (_block, _position) = taken == rest.Length ? (_block + 1, 0) : (_block, _position + taken);
            return taken;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            cancellationToken.IsCancellationRequested
                ? ValueTask.FromCanceled<int>(cancellationToken)
                : new(Read(buffer.Span));
    }
}

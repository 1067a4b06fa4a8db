namespace ContactCenter.Journals;

/// <summary>Where some bytes are in a <see cref="ByteLog"/>.</summary>
internal readonly record struct BytePlace(int Chunk, int Start, int Length);

/// <summary>
/// Many small byte strings in a few large arrays, so that the collector has little to walk. A chunk goes when all
/// that was written to it has been released.
/// </summary>
internal sealed class ByteLog
{
    // Large enough for the large-object heap, where the collector does not move it about.
    private const int ChunkSize = 256 * 1024;

    private readonly Dictionary<int, Chunk> _chunks = [];
    private Chunk _open = new(ChunkSize);
    private int _number;

    internal ByteLog() => _chunks.Add(0, _open);

    internal BytePlace Write(ReadOnlySpan<byte> content)
    {
        if (content.Length > _open.Bytes.Length - _open.Used)
        {
            Open(Math.Max(ChunkSize, content.Length));
        }

        var place = new BytePlace(_number, _open.Used, content.Length);
        content.CopyTo(_open.Bytes.AsSpan(_open.Used));
        _open.Used += content.Length;
        _open.Live++;
        return place;
    }

    internal ReadOnlyMemory<byte> Read(BytePlace place) =>
        _chunks[place.Chunk].Bytes.AsMemory(place.Start, place.Length);

    internal void Release(BytePlace place)
    {
        var chunk = _chunks[place.Chunk];
        if (--chunk.Live == 0 && chunk != _open)
        {
            _chunks.Remove(place.Chunk);
        }
    }

    /// <summary>Overwrites it, then releases it: nobody may be reading it.</summary>
    internal void Wipe(BytePlace place)
    {
        Array.Clear(_chunks[place.Chunk].Bytes, place.Start, place.Length);
        Release(place);
    }

    private void Open(int size)
    {
        if (_open.Live == 0)
        {
            _chunks.Remove(_number);
        }

        _chunks.Add(++_number, _open = new Chunk(size));
    }

    private sealed class Chunk(int size)
    {
        internal byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(size);

        internal int Used { get; set; }

        internal int Live { get; set; }
    }
}

namespace ContactCenter.Benchmarks.Compare;

/// <summary>Numbers in no order, the same in each run, that cost next to nothing (xorshift).</summary>
public struct Draw(ulong seed)
{
    private ulong _state = seed;

    public Draw()
        : this(0x9E3779B97F4A7C15)
    {
    }

    public int Below(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(((_state >> 32) * (ulong)limit) >> 32);
    }
}

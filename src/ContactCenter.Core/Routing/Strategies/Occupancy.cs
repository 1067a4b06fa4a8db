namespace ContactCenter.Routing;

/// <summary>How much of an agent's room is taken, channel by channel.</summary>
/// <param name="Parts">16 bits a channel: parts of 10,000.</param>
internal readonly record struct Occupancy(ulong Parts)
{
    internal const int Full = 10_000;

    internal int Of(Channel channel) => (int)(Parts >> (16 * (int)channel)) & 0xFFFF;

    internal Occupancy With(Channel channel, int load, int capacity)
    {
        var parts = capacity <= 0 || load >= capacity ? Full : Math.Max(0, load) * Full / capacity;
        var shift = 16 * (int)channel;
        return new Occupancy((Parts & ~(0xFFFFUL << shift)) | ((ulong)parts << shift));
    }
}

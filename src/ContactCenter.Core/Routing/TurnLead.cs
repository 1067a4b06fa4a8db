namespace ContactCenter.Routing;

/// <summary>
/// By how much each channel of an agent is ahead of its share: the one that is least ahead comes next. Nobody falls
/// behind by having nothing to offer, so a channel that was empty for long does not make up for it.
/// </summary>
/// <param name="Parts">16 bits a channel.</param>
internal readonly record struct TurnLead(ulong Parts)
{
    /// <summary>A turn of weight 1: the least that every weight divides.</summary>
    internal const int Turn = 2_520;

    internal int Of(Channel channel) => (int)(Parts >> (16 * (int)channel)) & 0xFFFF;

    /// <summary>After a turn of a channel: where it was is where the others are counted from.</summary>
    internal TurnLead After(Channel channel, int weight)
    {
        var (from, parts) = (Of(channel), 0UL);
        for (var other = Channel.Voice; other <= Channel.Social; other++)
        {
            var lead = other == channel ? Turn / weight : Math.Max(0, Of(other) - from);
            parts |= (ulong)lead << (16 * (int)other);
        }

        return new TurnLead(parts);
    }
}

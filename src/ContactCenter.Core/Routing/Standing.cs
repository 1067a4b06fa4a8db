namespace ContactCenter.Routing;

/// <summary>
/// An agent's place among those who are free in a queue: tier by tier, by the key of the queue's strategy in each, the
/// longest available first among equals.
/// </summary>
internal readonly record struct Standing(int Tier, long Key, long Since)
{
    internal int CompareTo(Standing other)
    {
        var byTier = Tier.CompareTo(other.Tier);
        var byKey = byTier != 0 ? byTier : Key.CompareTo(other.Key);
        return byKey != 0 ? byKey : Since.CompareTo(other.Since);
    }
}

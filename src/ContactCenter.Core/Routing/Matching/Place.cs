namespace ContactCenter.Routing;

/// <summary>
/// A contact's place among those that wait: band by band, the oldest first in each; numbers count up, and break ties.
/// It depends on nothing that changes while the contact waits, so waiting never costs a place.
/// </summary>
/// <param name="Band">The lower the sooner: priorities, turned round.</param>
/// <param name="Since">Since when it counts as waiting, in ticks.</param>
/// <param name="Order">Its number, with room between two numbers for whoever asked for a place.</param>
internal readonly record struct Place(long Band, long Since, long Order) : IComparable<Place>
{
    private const long Asking = 1L << 40;

    /// <summary>Before every other.</summary>
    internal static Place First { get; } = new(long.MinValue, long.MinValue, long.MinValue);

    /// <summary>Behind all who are offered to nobody yet: it is offered, and may be offered to one more.</summary>
    internal bool IsAsking => Band >= Asking / 2;

    internal Place AsAsking => this with { Band = Band + Asking };

    public int CompareTo(Place other)
    {
        if (Band != other.Band)
        {
            return Band < other.Band ? -1 : 1;
        }

        return Since != other.Since ? Since.CompareTo(other.Since) : Order.CompareTo(other.Order);
    }
}

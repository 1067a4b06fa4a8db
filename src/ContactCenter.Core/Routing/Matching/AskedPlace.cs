namespace ContactCenter.Routing;

/// <summary>
/// A place in line that somebody asked for, beside the one of another contact: as old as that one, and a little before
/// or behind it.
/// </summary>
/// <param name="Since">Since when it counts as waiting, in ticks, before what its queue and its priority make of it.
/// </param>
/// <param name="Order">Where it comes among those of one instant. No other contact of the floor has it.</param>
internal readonly record struct AskedPlace(long Since, long Order);

/// <summary>The place in line that a contact has asked for.</summary>
/// <param name="Position">Which; null once it has been given.</param>
/// <param name="Place">The place it was given; null where that is the one of its age.</param>
internal sealed record Seating(int? Position, AskedPlace? Place);

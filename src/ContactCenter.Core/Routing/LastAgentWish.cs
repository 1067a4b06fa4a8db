namespace ContactCenter.Routing;

/// <summary>What a contact asks for of the agent whom its customer had last.</summary>
/// <remarks>
/// That is whoever was responsible for the customer's last contact of the same channel when it ended; one that ended
/// with no agent does not count. It is looked up once, when the contact starts or is reclassified, one for later too:
/// whoever is signed out then, does not serve the contact's queue, is excluded or is not there any more is neither
/// preferred nor reserved, so that nobody waits for them. The floor remembers this of the 20,000 customers and channels
/// that ended last, not longer than histories are retained, and not of customers that are erased.
/// </remarks>
public enum LastAgentWish : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>They are asked first, before all others that are preferred.</summary>
    Prefer,

    /// <summary>
    /// Only they are offered it, for as long as <see cref="RoutingWishes.ReservedFor"/> says; then it is anybody's, and
    /// they are still asked first. Should they sign out meanwhile, that time runs out all the same. Where
    /// <see cref="RoutingWishes.Reserved"/> names somebody, that holds, and the last agent is preferred only.
    /// </summary>
    Reserve,
}

namespace ContactCenter;

/// <summary>
/// Something that is asked of the floor. It carries who asks; what it may change is decided at its place.
/// </summary>
internal abstract record Command(Actor By);

/// <summary>Something that has happened on the floor and can no longer be argued with.</summary>
internal abstract record Event
{
    /// <summary>The shell has something to do about it, once it is durable.</summary>
    internal virtual bool ActsOutside => false;
}

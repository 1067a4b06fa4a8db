namespace ContactCenter.Routing;

/// <summary>What becomes of a contact that has waited in a queue for too long.</summary>
/// <remarks>
/// <para>
/// The time counts from when the contact began to wait, in whatever queue: offers that come to nothing, and other
/// queues on the way, do not start it anew. Who has had an agent and waits again, waits from then on. A contact that
/// is being offered stays where it is until the offer has its outcome: no agent more is asked from then on, and the
/// rule comes before the next offer.
/// </para>
/// <para>
/// Whoever waits for a queue to open (<see cref="ClosedAction.Wait"/>) follows no rule while it is closed: the time
/// counts from when it opens, and age and place stay. In any other closed queue the time goes on.
/// </para>
/// <para>
/// The rules of a queue follow in order, each once; in another queue those go on that come later. A rule says at least
/// one thing, and one that ends the contact nothing else. Those that come after it are for callbacks, and for whoever
/// comes from a queue where they have followed a later one already; a second one that ends the contact is a fault
/// where no other queue of the channel has such a rule. Immutable, safe for any thread.
/// </para>
/// </remarks>
public sealed record WaitRule
{
    /// <summary>The most rules that a queue may have.</summary>
    public const int Most = 20;

    /// <summary>After how long.</summary>
    /// <value>1 second to 30 days, and later than the rule before.</value>
    public TimeSpan After { get; init; }

    /// <summary>
    /// The queue, of the same channel, in which it waits from then on, with its age; where that is full, the one it
    /// overflows to. Where there is no room it stays, and stays as it is.
    /// </summary>
    /// <value>Default: none.</value>
    public string? MoveTo { get; init; }

    /// <summary>Whether it ends, and its customer is told. A callback that was promised does not.</summary>
    /// <value>Default: no.</value>
    public bool End { get; init; }

    /// <summary>The priority it has from then on, whatever it had.</summary>
    /// <value>Default: the one it has. 0 to 1,000.</value>
    public int? Priority { get; init; }

    /// <summary>
    /// What its agent must be from then on beside what it asks for already, as <see cref="Routing.Requirement.Parse"/>
    /// reads it.
    /// </summary>
    /// <value>Default: nothing. A contact that has 20 requirements is given no more.</value>
    public string? Requirement { get; init; }
}

namespace ContactCenter.Routing;

/// <summary>What becomes of a contact that comes to a queue in which as many wait as may.</summary>
public enum FullQueue
{
    /// <summary>It is refused: <c>queue-full</c>.</summary>
    Refuse,

    /// <summary>It waits in another queue; where that is full too, what that queue says follows.</summary>
    Overflow,
}

using ContactCenter.Chats;

namespace ContactCenter.DependencyInjection;

/// <summary>How many reasons a wrap-up takes.</summary>
/// <remarks>Source: chat specification R135.</remarks>
public enum WrapUpReasonPolicy
{
    /// <summary>Several, up to <see cref="WrapUpOptions.MaxReasons"/>.</summary>
    Multiple,

    /// <summary>Exactly one.</summary>
    Single,
}

/// <summary>How contacts are wrapped up.</summary>
public sealed class WrapUpOptions
{
    /// <summary>How a contact can have turned out.</summary>
    /// <value>Default: none; then a wrap-up is submitted without. At most 50, one the default.</value>
    public IList<WrapUpReason> Reasons { get; } = [];

    /// <summary>How many reasons a wrap-up takes.</summary>
    /// <value>Default: several.</value>
    public WrapUpReasonPolicy ReasonPolicy { get; set; }

    /// <summary>The most reasons at a time, where several are taken.</summary>
    /// <value>Default: 5. 1 to 50.</value>
    public int MaxReasons { get; set; } = 5;

    /// <summary>After how long a wrap-up is submitted by itself, with the default reason.</summary>
    /// <value>Default: never. Above 0, at most 1 day. Without reasons it does not happen.</value>
    public TimeSpan? AutoAfter { get; set; }

    /// <summary>Whether a contact keeps its agent's slot until it is wrapped up.</summary>
    /// <value>Default: yes.</value>
    public bool HoldsSlot { get; set; } = true;

    /// <summary>
    /// Whether an agent who has a wrap-up due is offered no other contact of the queue that it came from, whatever
    /// slots they have: with <see cref="HoldsSlot"/> off, contacts of their other queues come at once.
    /// </summary>
    /// <value>Default: no. A wrap-up that is due already keeps its value.</value>
    public bool HoldsQueue { get; set; }

    /// <summary>Whether an agent may cancel that countdown.</summary>
    /// <value>Default: no.</value>
    public bool AllowExtension { get; set; }
}

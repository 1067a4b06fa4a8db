namespace ContactCenter.Testing;

/// <summary>
/// One thing that goes on around a floor, with all that was drawn for it: whoever does the same steps again sees the
/// same, and some of them can be left out.
/// </summary>
internal abstract record SimulatedStep
{
    /// <summary>Somebody asks something of the floor.</summary>
    /// <param name="Command">What is asked.</param>
    /// <param name="Stamp">By the clock of whoever took it in.</param>
    /// <param name="Id">What protects it from happening twice.</param>
    /// <param name="Fate">What becomes of its append.</param>
    /// <param name="Drains">Whether what it leaves over of the offers is made at once.</param>
    internal sealed record Ask(Command Command, DateTimeOffset Stamp, CommandId Id, AppendFate Fate, bool Drains)
        : SimulatedStep;

    /// <summary>The next alarm rings, unless it is due later than the given instant.</summary>
    internal sealed record Alarm(DateTimeOffset Until, AppendFate Fate, bool Drains) : SimulatedStep;

    /// <summary>An agent answers an offer, in the very last moment or too late.</summary>
    internal sealed record Answer(Command Command, long Offer, DateTimeOffset At) : SimulatedStep;

    /// <summary>A command comes again under its id, or another under the same.</summary>
    internal sealed record Again(CommandId Id, Command? Other) : SimulatedStep;

    /// <summary>Time passes, and whatever is due by then rings.</summary>
    internal sealed record Wait(DateTimeOffset Until) : SimulatedStep;

    /// <summary>The floor's memory is lost, and made anew from the journal.</summary>
    internal sealed record Crash : SimulatedStep;

    /// <summary>Time passes in which nobody is there to hear an alarm.</summary>
    internal sealed record Outage(DateTimeOffset Until) : SimulatedStep;

    /// <summary>A snapshot is kept.</summary>
    internal sealed record Snapshot : SimulatedStep;

    /// <summary>Faults stop, and everybody does their work.</summary>
    internal sealed record Settle : SimulatedStep;
}

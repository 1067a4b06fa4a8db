namespace ContactCenter.Customers;

/// <summary>What is kept of conversations is read once more by the rules of today.</summary>
/// <param name="From">What was said before is left as it is.</param>
/// <param name="UpTo">The last contact that there was when it began; what is said later is judged as it comes.</param>
internal sealed record RescanUnderWay(long Number, DateTimeOffset From, long UpTo, Actor By) : Effect(Number)
{
    /// <summary>The last contact that is done with; those before it are too.</summary>
    internal long Chat { get; init; }

    /// <summary>How many lines were read.</summary>
    internal int Lines { get; init; }

    /// <summary>How many of them read otherwise now.</summary>
    internal int Masked { get; init; }

    /// <summary>How many could not be judged, and stand as they were.</summary>
    internal int Unread { get; init; }

    /// <summary>
    /// The last attachment that is done with, by its contact and its line; those before it are too. A contact may have
    /// many, and a scanner takes its time for each.
    /// </summary>
    internal (long Chat, int Line) File { get; init; }

    internal RescannedFiles Files { get; init; }
}

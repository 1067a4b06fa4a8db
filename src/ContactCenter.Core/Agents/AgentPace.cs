namespace ContactCenter.Agents;

/// <summary>How many contacts an agent is offered in a time: so many an hour, and no more.</summary>
/// <remarks>
/// What counts is each contact that they take, once, at the instant at which they accept it. Offers that are open count
/// already, and no more once they come to nothing. A contact that they pick, or that is given to them by name, counts
/// as well, and is held back by no pace. Immutable, safe for any thread.
/// </remarks>
public sealed record AgentPace
{
    internal const int Most = 1_000;

    internal static readonly (TimeSpan Least, TimeSpan Most) Times = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));

    /// <summary>How many contacts, of all channels together.</summary>
    /// <value>1 to 1,000.</value>
    public int Contacts { get; init; }

    /// <summary>In which time: a contact that was taken longer ago counts no more.</summary>
    /// <value>Default: 1 hour. 1 minute to 1 day.</value>
    public TimeSpan Within { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What is out of bounds.</summary>
    internal IEnumerable<string> Faults()
    {
        if (Contacts is < 1 or > Most)
        {
            yield return $"a pace of {Contacts} contacts is not one of 1 to {Most}";
        }

        if (Within < Times.Least || Within > Times.Most)
        {
            yield return $"a pace within {Within} is not one within 1 minute to 1 day";
        }
    }
}

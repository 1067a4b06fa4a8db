namespace ContactCenter.Routing;

/// <summary>A contact presented to one agent, who has until the due instant to answer.</summary>
internal sealed class Offer(OfferMade made, DateTimeOffset at)
{
    internal long Number { get; } = made.Offer;

    internal long Chat { get; } = made.Chat;

    internal AgentId Agent { get; } = made.Agent;

    internal DateTimeOffset MadeAt { get; } = at;

    internal DateTimeOffset DueAt { get; } = made.DueAt;

    internal string Why { get; } = made.Why;

    /// <summary>
    /// Whether the one who asks may answer, and whether the answer is in time. At the deadline is late.
    /// </summary>
    internal Rejection? MayAnswer(Actor by, DateTimeOffset now)
    {
        if (!by.IsAgent(Agent))
        {
            return Rejections.NotPermitted;
        }

        return now >= DueAt ? Rejections.OfferExpired : null;
    }
}

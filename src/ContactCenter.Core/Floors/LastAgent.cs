namespace ContactCenter.Floors;

/// <summary>Who was responsible for a customer's last contact of a channel when it ended.</summary>
internal readonly record struct LastAgent(
    CustomerId Customer, Channel Channel, AgentId Agent, DateTimeOffset EndedAt)
{
    /// <summary>More customers than a large floor has in a day, at some 200 bytes each.</summary>
    internal const int Most = 20_000;

    /// <summary>None yet, to be kept one for each customer and channel.</summary>
    internal static NewestOfEach<(CustomerId, Channel), LastAgent> None() =>
        new(static last => (last.Customer, last.Channel), Most);
}

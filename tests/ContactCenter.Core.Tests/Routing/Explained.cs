using System.Globalization;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>What is told to whoever asks why, in a line each.</summary>
internal static class Explained
{
    /// <summary>What keeps a contact from an agent who serves its queue.</summary>
    internal static string[] Between(this Specification floor, long chat, string agent) =>
        Lines(floor.State.Explain(chat, floor.Now)!.Candidates.Single(one => one.Agent == agent).Obstacles);

    /// <summary>What keeps a contact from everybody.</summary>
    internal static string[] Before(this Specification floor, long chat) =>
        Lines(floor.State.Explain(chat, floor.Now)!.Obstacles);

    /// <summary>Who is asked one after the other, as far as it is told.</summary>
    internal static string[] Candidates(this Specification floor, long chat) =>
        [.. floor.State.Explain(chat, floor.Now)!.Candidates.Select(one => one.Agent.Value)];

    /// <summary>The code, when it is over in seconds from noon, and what else is told.</summary>
    internal static string[] Lines(IEnumerable<Obstacle> obstacles) => [.. obstacles.Select(Line)];

    private static string Line(Obstacle one) => string.Join(' ', new[]
    {
        one.Code,
        one.Until is { } until
            ? string.Create(CultureInfo.InvariantCulture, $"+{(until - Noon).TotalSeconds}")
            : null,
        one.Detail,
        one.Channel?.ToString(),
        one.Contact is { } contact ? $"#{contact}" : null,
        one.Misses is { } misses ? $"({string.Join("; ", misses)})" : null,
        one.Room is { } room
            ? $"{room.Channel} {room.Load}/{room.Capacity} [{string.Join(", ", room.TakenBy)}]"
            : null,
    }.OfType<string>());
}

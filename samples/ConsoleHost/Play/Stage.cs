using ContactCenter;
using ContactCenter.Runtime;

namespace ConsoleHost.Play;

/// <summary>What everybody who plays shares.</summary>
internal sealed record Stage(FloorHost Floor, ReplayBot Bot, Pace Pace, Dice Dice, CancellationToken Stopping)
{
    internal Agenda Agenda { get; } = new();

    internal Tally Tally { get; } = new();

    /// <summary>The chats that are not wrapped up yet.</summary>
    internal Dictionary<ChatId, PlayedChat> Live { get; } = [];

    internal FloorWatch Watch { get; set; } = null!;

    internal void In(TimeSpan time, Func<Task> happening) => Agenda.Add(Pace.Now + time, happening);

    /// <summary>What came of a verb that the floor has no reason to refuse.</summary>
    internal static T Must<T>(Outcome<T> outcome, string what) =>
        outcome.IsAccepted ? outcome.Value : throw new PlayFailedException($"The floor refused {what}: {outcome}");
}

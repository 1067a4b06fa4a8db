using System.Diagnostics.CodeAnalysis;
using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>
/// Walks breadth-first through everything that can become of a small floor: two agents, a supervisor, a customer and a
/// queue. In every state everybody asks everything, every alarm comes, the bot answers whatever it can, and the floor
/// is lost and comes back. It is the real floor that is asked; only in telling states apart are identity and time
/// abstracted.
/// </summary>
/// <remarks>
/// <para>
/// Bounds, so that there is an end: one contact runs at a time, and only some floors let the next begin while the last
/// is wrapped up; nobody opens more sessions than the floor's bound says; all texts are one text. Two states are one
/// when they differ in numbers that were given out, in instants whose order is the same, in how many lines a chat has,
/// or in which of two equal agents is which. Which of two alarms comes first is tried both ways: whatever sets an alarm
/// is asked at once, and once more just before the next one.
/// </para>
/// <para>Pure and deterministic. Safe for any thread; each run is on its own.</para>
/// </remarks>
public static class ModelChecker
{
    /// <summary>The floors there are, by name: each chooses other policies.</summary>
    public static IReadOnlyList<string> Floors { get; } = [.. ModelFloors.All.Select(floor => floor.Name)];

    /// <summary>Those that are walked through in seconds and between them ask every command.</summary>
    public static IReadOnlyList<string> SmallFloors { get; } =
        [.. ModelFloors.All.Where(floor => floor.IsSmall).Select(floor => floor.Name)];

    /// <summary>The commands that are not asked, by name, and why not.</summary>
    public static IReadOnlyDictionary<string, string> Excluded { get; } = new Dictionary<string, string>
    {
        [nameof(Routing.ContinueOffering)] =
            "goes on with the offers that did not fit into a batch; one contact never makes more than one",
        [nameof(Agents.EasePace)] =
            "no agent of a small floor has a pace: when they took what would make another state of each",
        [nameof(Customers.NoteReveal)] =
            "writes into the audit trail and changes nothing else; who may is told by the right alone",
        [nameof(Chats.HideParts)] =
            "rewords what was said and changes nothing else; it stands whatever the state",
        [nameof(RescanTranscripts)] =
            "leaves behind how far it has come, which nothing else asks; it would make two states of each",
        [nameof(RescanLines)] =
            "goes on with a rescan, and there is none",
        [nameof(RescanFile)] =
            "goes on with a rescan, and there is none",
        [nameof(Customers.NoteRedaction)] =
            "writes into the audit trail and changes nothing else; it stands whatever the state",
    };

    /// <summary>The commands that must be accepted somewhere: all there are, but for the excluded ones.</summary>
    public static IReadOnlyList<string> Commands { get; } =
        [.. KindsOfCommand().Select(type => type.Name).Where(name => !Excluded.ContainsKey(name)).Order()];

    /// <summary>Walks through floors, one after the other.</summary>
    /// <param name="options">Which; null for the small ones.</param>
    /// <exception cref="ArgumentException">There is no floor of such a name.</exception>
    public static ModelCheckResult Run(ModelOptions? options = null)
    {
        options ??= new ModelOptions();
        var result = ModelCheckResult.None;
        foreach (var name in options.Floors)
        {
            var floor = ModelFloors.All.FirstOrDefault(floor => floor.Name == name)
                ?? throw new ArgumentException($"There is no floor '{name}'.", nameof(options));
            result = result.With(new Exploration(floor, options.MaxStates).Run());
        }

        return result;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A test kit is not trimmed.")]
    private static IEnumerable<Type> KindsOfCommand() =>
        typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract);
}

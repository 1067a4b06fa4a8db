using System.Text.RegularExpressions;

namespace ContactCenter.Tests.Simulation;

/// <summary>
/// Which of the invariants S1 to S55 the simulator looks at, and where the others are tested: those that no state and
/// no log can show, and those that follow from others. And where L1 to L9 are, which say what happens in the end.
/// </summary>
public sealed partial class InvariantTableTests
{
    private const int Last = 55;

    /// <summary>What the simulator looks at, and what it is about.</summary>
    private static readonly Dictionary<int, string> Simulated = new()
    {
        [1] = "one agent is responsible for a chat, and two are in it only in a conference; S19 shows as this",
        [2] = "what agents have is counted, and nobody is given more than they have room for",
        [3] = "as many open offers of a contact as its queue says, and each known to chat, agent and router",
        [4] = "one outcome for each offer",
        [5] = "an answer in time counts, one tick later it does not",
        [6] = "no offer to whoever gets none",
        [7] = "what follows from an offer that comes to nothing follows in the same batch",
        [8] = "age and place are kept; S14 shows as this, for a place is made of nothing that waiting changes",
        [9] = "nothing is offered of whoever has left",
        [10] = "who is offered what is the next, told a second time",
        [11] = "nobody waits whom a free agent could take; S15 shows as this, once a reservation is over",
        [12] = "a chat, an agent and a presence move as their tables say",
        [13] = "whoever waits stands in one line, once",
        [16] = "a transfer leaves nobody without an owner or a queue",
        [17] = "who hands over keeps the chat until it is accepted, where the floor says so",
        [18] = "who may ask what, told a second time",
        [20] = "what is said beside a chat comes from those who are in it",
        [22] = "a wrap-up begins once, ends once and frees its slot once",
        [23] = "each line of the log has its text, by the same author, who is in the chat",
        [24] = "lines are numbered without a gap",
        [27] = "an answer names what was made",
        [28] = "nothing is said after the end",
        [30] = "what is kept of contacts is kept once, and nothing under legal hold is erased",
        [31] = "an id has one effect and one answer",
        [33] = "nothing that was acknowledged is lost by a crash",
        [34] = "the log has no gap",
        [35] = "an owner that was replaced writes nothing",
        [36] = "log, copy, snapshot and floor are one",
        [37] = "a batch is whole, and a refusal changes nothing",
        [38] = "questions, files and erasures are numbered, and each is settled once",
        [41] = "the alarm stands at the earliest due instant, and nothing happens before its time",
        [42] = "everything works by one configuration",
        [43] = "recorded time never goes back",
        [45] = "nothing is missed too early",
        [47] = "no card digits in the log",
        [48] = "no card digits beside the log",
        [50] = "only a line that was said is masked later; what a text is masked to is tested by itself",
        [52] = "what happened was asked by somebody who may",
        [53] = "a batch is bounded",
        [54] = "counts add up, and numbers are given out once",
    };

    /// <summary>What is tested elsewhere: why not here, and by which classes.</summary>
    private static readonly Dictionary<int, (string Why, string[] By)> Elsewhere = new()
    {
        [14] = ("follows from S8", ["RouterModelTests"]),
        [15] = ("follows from S11", ["WishTests"]),
        [19] = ("shows as S1", ["ConferenceTests"]),
        [21] = ("no contact goes from one floor to another", []),
        [25] = ("what clients see in which order needs clients", ["ConcurrencyTests"]),
        [26] = ("what readers see needs feeds", ["HostedTests", "FeedReadersTests", "FeedResumeTests"]),
        [29] = ("what readers see needs feeds", ["FeedVisibilityTests"]),
        [32] = ("what callers are told needs a host", ["UnknownTests"]),
        [39] = ("an owner who reads its journal again needs one", ["JournalFaultTests", "TailLostTests"]),
        [40] = ("two owners need a journal between them", ["FencingTests", "OwnershipTests", "ReplacedOwnerTests"]),
        [44] = ("every figure is added up from the log twice, and clocks are set", ["StatisticsTests", "HostedTests"]),
        [46] = ("an owner who wakes up has been replaced", ["FencingTests"]),
        [49] = ("what a fingerprint can tell", ["IdempotencyTests"]),
        [51] = ("there is one floor in a simulation", ["IdTests"]),
        [55] = ("every wait is added up from the log a second time", ["StatisticsTests"]),
    };

    /// <summary>What must come in the end: how it is known to, and by which classes.</summary>
    private static readonly Dictionary<int, (string How, string[] By)> InTheEnd = new()
    {
        [1] = ("an offer ends at its due instant; a missed one shows as S41", ["SimulatorTests", "ModelCheckTests"]),
        [2] = ("a simulation ends with everybody at work, and nobody waits whom one of them could serve",
            ["SimulatorTests", "InvariantsTests"]),
        [3] = ("whoever is passed over by somebody later shows as S10", ["SimulatorTests", "RouterModelTests"]),
        [4] = ("whoever starts a floor has it, whatever became of its owner", ["FencingTests", "HangingJournalTests"]),
        [5] = ("a floor answers once it has read all of its log", ["RestartTests"]),
        [6] = ("what was too much is refused, and what was taken is worked off", ["BusyTests", "SoakTests"]),
        [7] = ("whatever hangs, everybody is answered", ["UnknownTests", "HangingJournalTests"]),
        [8] = ("what cannot be delivered is parked where it is seen, and the rest goes on", ["IntegrationFeedTests"]),
        [9] = ("an owner that was replaced stops, and takes nothing back", ["FencingTests", "OwnershipTests"]),
    };

    [Fact]
    public void Everything_that_must_come_in_the_end_is_tested()
    {
        Assert.Equal(Enumerable.Range(1, 9), InTheEnd.Keys.Order());
        var classes = Sources("tests").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Assert.All(InTheEnd.Values, one => Assert.All(one.By, name => Assert.Contains(name, classes)));
        Assert.All(InTheEnd.Values, one => Assert.NotEmpty(one.By));
    }

    [Fact]
    public void Every_invariant_is_looked_at_or_tested_elsewhere() =>
        Assert.Equal(Enumerable.Range(1, Last), Simulated.Keys.Concat(Elsewhere.Keys).Order());

    [Fact]
    public void What_the_simulator_is_said_to_look_at_is_what_its_checks_report()
    {
        var reported = Sources("src/ContactCenter.Testing")
            .Where(path => !path.Contains("ModelChecking", StringComparison.Ordinal)
                && !path.Contains("PlantedBugs", StringComparison.Ordinal))
            .SelectMany(path => Ids().Matches(File.ReadAllText(path)))
            .Select(id => int.Parse(id.Groups[1].ValueSpan)).Distinct();

        Assert.Equal(Simulated.Keys.Order(), reported.Order());
    }

    [Fact]
    public void The_tests_that_are_named_are_there()
    {
        var classes = Sources("tests").Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.All(Elsewhere.Values.SelectMany(one => one.By), name => Assert.Contains(name, classes));
    }

    private static IEnumerable<string> Sources(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "ContactCenter.Core.sln")))
        {
            root = root.Parent;
        }

        return Directory.EnumerateFiles(Path.Combine(root.FullName, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));
    }

    [GeneratedRegex("\"S([0-9]+)\"")]
    private static partial Regex Ids();
}

using ContactCenter.Testing;
using Xunit.Abstractions;

namespace ContactCenter.Tests.Simulation;

/// <summary>Mistakes that are made on purpose are found, and called by the name of what they break.</summary>
public sealed class PlantedBugTests(ITestOutputHelper output)
{
    [Fact]
    public void Each_is_found_by_name_within_as_many_seeds_as_it_says()
    {
        var hunted = PlantedBugs.All.AsParallel().AsOrdered()
            .Select(bug => (Bug: bug, Seeds: BugHunt.Find(bug))).ToArray();

        foreach (var (bug, seeds) in hunted)
        {
            output.WriteLine(BugHunt.Told(bug, seeds));
        }

        Assert.Empty(hunted.Where(one => one.Seeds is null).Select(one => $"{one.Bug.Invariant}: {one.Bug.Name}"));
    }

    [Fact]
    public void There_are_many_and_each_is_another() =>
        Assert.InRange(PlantedBugs.All.Select(bug => bug.Name).Distinct().Count(), 25, PlantedBugs.All.Count);

    [Fact]
    public void Where_nothing_is_planted_nothing_is_found() =>
        Assert.Null(BugHunt.Find(PlantedBug.None with { Invariant = "S1", Seeds = 3 }));
}

using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation;

/// <summary>Floors of thousands: a step is looked at as closely, all of the floor less often.</summary>
public sealed class LargeFloorTests
{
    private const int Agents = 1_000;
    private const int Customers = 2_000;
    private const int Steps = 300;

    [Fact]
    public void What_must_always_hold_holds()
    {
        var run = Simulator.Run(1, Steps, Agents, Customers);

        // Everybody has come to work, and a good part of the customers to somebody.
        Assert.True(run.Steps > Steps + (2 * Agents) + Customers, $"{run.Steps} steps");
        Assert.InRange(run.Sightings["offer-made"], Customers / 10, int.MaxValue);
    }

    [Fact]
    public void A_seed_comes_out_the_same_each_time()
    {
        var (one, other) = (Simulator.Run(1, 100, 200, 200), Simulator.Run(1, 100, 200, 200));

        Assert.Equal(one.Trace, other.Trace);
        Assert.Equal(one.Sightings, other.Sightings);
    }

    /// <summary>What is looked at after each step names it: all of such a floor is looked at much later.</summary>
    [Theory]
    [InlineData("a slot is freed twice")]
    [InlineData("a chat ends and leaves its agent in it")]
    [InlineData("a contact that is wrapped up stays for ever")]
    public void A_mistake_is_called_by_its_name(string name)
    {
        var bug = PlantedBugs.All.Single(one => one.Name == name);
        var run = new SimulationRun(1, new FloorSize(200, 200)) { Bug = bug };

        var failed = Assert.Throws<SimulationFailedException>(() => run.Run(Steps));

        Assert.Contains(bug.Invariant, run.Named(failed));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_floor_without_people_is_not_simulated(int agents, int customers) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulator.Run(1, Steps, agents, customers));
}

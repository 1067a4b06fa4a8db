using ContactCenter.Agents;

namespace ContactCenter.Testing;

/// <summary>An agent of a <see cref="TestFloor"/>, as they were when asked for.</summary>
public sealed class TestAgent
{
    private readonly string _id;
    private readonly Availability _availability;

    internal TestAgent(string id, Availability availability) => (_id, _availability) = (id, availability);

    /// <summary>The agent is like this, channels apart.</summary>
    /// <param name="availability">What they must be.</param>
    public void ShouldBe(Availability availability)
    {
        if (_availability != availability)
        {
            throw new SpecificationFailedException(
                $"Expected {_id} to be {availability}, but they are {_availability}.");
        }
    }
}

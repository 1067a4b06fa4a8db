namespace ContactCenter.Testing;

/// <summary>An open offer of a <see cref="TestFloor"/>.</summary>
public sealed class TestOffer
{
    private readonly string _why;

    internal TestOffer(string why) => _why = why;

    /// <summary>The agent was chosen for this reason.</summary>
    /// <param name="reason">As the decision record has it: a strategy's name, or what it says.</param>
    public void Because(string reason)
    {
        if (_why != reason)
        {
            throw new SpecificationFailedException($"Expected an offer because of {reason}, but it was {_why}.");
        }
    }
}

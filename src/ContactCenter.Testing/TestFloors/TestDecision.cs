using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Why a contact of a <see cref="TestFloor"/> is where it is.</summary>
public sealed class TestDecision
{
    private readonly string _contact;

    internal TestDecision(string contact, DecisionRecord record) => (_contact, Record) = (contact, record);

    /// <summary>The whole record.</summary>
    public DecisionRecord Record { get; }

    /// <summary>An agent who serves the queue does not get the contact, for this reason.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="reason">As in <see cref="Candidate.RuledOutBy"/>.</param>
    public void ShouldRuleOut(string agent, string reason)
    {
        var candidate = Record.Candidates.FirstOrDefault(one => one.Agent == (AgentId)agent)
            ?? throw new SpecificationFailedException($"{agent} does not serve the queue of {_contact}.");
        if (candidate.RuledOutBy != reason)
        {
            throw new SpecificationFailedException(
                $"Expected {agent} to be ruled out by {reason}, but it is {candidate.RuledOutBy ?? "by nothing"}.");
        }
    }
}

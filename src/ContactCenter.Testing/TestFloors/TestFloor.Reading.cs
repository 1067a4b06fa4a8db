namespace ContactCenter.Testing;

/// <summary>How a <see cref="TestFloor"/> stands, and why.</summary>
public sealed partial class TestFloor
{
    /// <summary>A contact must be on offer to an agent now.</summary>
    /// <param name="contact">Which contact.</param>
    /// <param name="to">The agent's id.</param>
    /// <returns>The offer, to say why.</returns>
    public TestOffer ShouldOffer(TestContact contact, string to)
    {
        var chat = ChatOf(contact);
        var asked = chat.AllOffered.ToArray();
        return Array.Find(asked, part => part.Agent == (AgentId)to) is { } part
            ? new TestOffer(State.Offers[part.Offer].Why)
            : throw new SpecificationFailedException(
                $"Expected {contact} to be offered to {to}, but it is {(asked.Length == 0 ? $"{chat.State}, "
                + $"offered to nobody" : $"offered to {string.Join(", ", asked.Select(part => part.Agent))}")}.");
    }

    /// <summary>An agent, as they are now.</summary>
    /// <param name="agent">The agent's id.</param>
    public TestAgent Agent(string agent) => State.Agents.TryGetValue(agent, out var found)
        ? new TestAgent(
            found, ContactsOf(found.Offers.Select(offer => State.Offers[offer].Chat)), ContactsOf(found.Contacts))
        : throw new SpecificationFailedException($"The floor has no agent {agent}.");

    /// <summary>A queue, as it is now.</summary>
    /// <param name="queue">The queue's name.</param>
    public TestQueue Queue(string queue) => State.Router.Queues.TryGetValue(queue, out var line)
        ? new TestQueue(queue, ContactsOf(line.Waiting.Select(one => one.Number)))
        : throw new SpecificationFailedException($"The floor has no queue {queue}.");

    /// <summary>Why a contact is still waiting, is for later, or is offered to whom it is.</summary>
    /// <param name="contact">Which contact.</param>
    public TestDecision Explain(TestContact contact)
    {
        var chat = ChatOf(contact);
        return State.Explain(chat.Number, Now) is { } record
            ? new TestDecision(contact.ToString(), record)
            : throw new SpecificationFailedException($"{contact} is {chat.State}: nothing to explain.");
    }

    private TestContact[] ContactsOf(IEnumerable<long> numbers) =>
        [.. numbers.Select(number => new TestContact(this, number, refusal: null))];
}

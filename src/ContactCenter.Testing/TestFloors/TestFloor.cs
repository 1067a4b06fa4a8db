using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>
/// A floor of one's own configuration, in virtual time: what a host says in code or in a file, told by example, without
/// a host, a database or a clock.
/// </summary>
/// <remarks>
/// Decided by the same rules as in production, and checked against the invariants after each step. What does not hold
/// throws <see cref="SpecificationFailedException"/>, whatever the test framework. Nothing is asynchronous: when a call
/// returns, all that follows from it has happened. One thread at a time.
/// </remarks>
public sealed class TestFloor
{
    private readonly FloorConfiguration _configuration;
    private DateTimeOffset _start = ManualTimeProvider.DefaultStart;
    private Specification? _floor;
    private int _customers;

    private readonly KnownStrategies _strategies;

    private TestFloor(FloorConfiguration configuration, KnownStrategies strategies) =>
        (_configuration, _strategies) = (configuration, strategies);

    /// <summary>A floor that works by these options: built in code, or read from a file as the host reads it.</summary>
    /// <param name="options">The options, read now.</param>
    /// <param name="strategies">The host's own routing strategies, which its queues may name.</param>
    /// <exception cref="SpecificationFailedException">They cannot hold; the message names every fault.</exception>
    public static TestFloor From(FloorOptions options, params IReadOnlyList<IRoutingStrategy> strategies)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(strategies);
        var known = new KnownStrategies(strategies);
        string[] faults = [.. KnownStrategies.Faults(strategies), .. FloorBlueprint.Faults(options, known)];
        return faults.Length == 0
            ? new TestFloor(FloorBlueprint.Of(options), known)
            : throw new SpecificationFailedException($"The configuration cannot hold: {string.Join("; ", faults)}.");
    }

    /// <summary>A floor that is described like this.</summary>
    /// <param name="configure">Describes it.</param>
    /// <param name="strategies">The host's own routing strategies, which its queues may name.</param>
    /// <exception cref="SpecificationFailedException">It cannot hold; the message names every fault.</exception>
    public static TestFloor From(
        Action<FloorOptions> configure, params IReadOnlyList<IRoutingStrategy> strategies)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new FloorOptions();
        configure(options);
        return From(options, strategies);
    }

    /// <summary>What the floor's clock shows.</summary>
    public DateTimeOffset Now => _floor?.Now ?? _start;

    internal Floor State => Floor.State;

    internal Specification Floor => _floor ??= new Specification(_configuration, _start, _strategies);

    /// <summary>
    /// It is that instant now: first of all any at all, later none that has passed. What falls due until then happens.
    /// </summary>
    /// <param name="instant">With its offset, as in <c>2026-03-02T09:30+09:00</c>.</param>
    /// <returns>The same floor, to go on with.</returns>
    /// <exception cref="FormatException">It is no instant.</exception>
    public TestFloor At(string instant) => At(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

    /// <summary>The same of an instant that is one already.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor At(DateTimeOffset instant)
    {
        if (_floor is null)
        {
            _start = instant;
            return this;
        }

        return instant >= Now
            ? Advance(instant - Now)
            : throw new SpecificationFailedException($"It is {Now:O} already; time does not go back to {instant:O}.");
    }

    /// <summary>Time passes: what falls due happens in its order, each at its own instant.</summary>
    /// <param name="by">How much time.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Floor.Advance(by);
        return this;
    }

    /// <summary>Agents become available, one after the other; who is not signed in signs in first.</summary>
    /// <param name="agents">Their ids.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Available(params ReadOnlySpan<string> agents)
    {
        foreach (var agent in agents)
        {
            var by = Actor.Agent(agent);
            if (State.Agents.GetValueOrDefault(agent)?.Availability == Availability.SignedOut)
            {
                Ask(new SignInAgent(by, agent));
            }

            Ask(new MakeAvailable(by, agent));
        }

        return this;
    }

    /// <summary>A customer asks for an agent, without a bot before.</summary>
    /// <param name="queue">The queue they ask in.</param>
    /// <param name="customer">Who they are; null for somebody who has not called before.</param>
    /// <returns>
    /// The contact; where it was refused, one of which only <see cref="TestContact.ShouldGet"/> tells.
    /// </returns>
    public TestContact CustomerWaits(string queue, string? customer = null)
    {
        var number = ++_customers;
        var who = customer ?? string.Create(CultureInfo.InvariantCulture, $"customer-{number}");
        Floor.When(Specification.Start(who, queue, withBot: false));
        var contact = new TestContact(this, Floor.Reply.Number, Floor.Rejection);
        Floor.Drain();
        return contact;
    }

    /// <summary>An agent accepts what they are offered, the oldest offer first.</summary>
    /// <param name="agent">Whose offer.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Accepts(string agent) => State.Agents.GetValueOrDefault(agent)?.Offers is [var oldest, ..]
        ? Ask(new AcceptOffer(Actor.Agent(agent), oldest))
        : throw new SpecificationFailedException($"Nothing is offered to {agent}.");

    /// <summary>A contact must be on offer to an agent now.</summary>
    /// <param name="contact">Which contact.</param>
    /// <param name="to">The agent's id.</param>
    /// <returns>The offer, to say why.</returns>
    public TestOffer ShouldOffer(TestContact contact, string to)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var offered = contact.Chat.Offered;
        return offered?.Agent == (AgentId)to
            ? new TestOffer(State.Offers[offered.Offer].Why)
            : throw new SpecificationFailedException(
                $"Expected {contact} to be offered to {to}, but it is {(offered is null ? $"{contact.Chat.State}, "
                + $"offered to nobody" : $"offered to {offered.Agent}")}.");
    }

    /// <summary>An agent, as they are now.</summary>
    /// <param name="agent">The agent's id.</param>
    public TestAgent Agent(string agent) => State.Agents.TryGetValue(agent, out var found)
        ? new TestAgent(agent, found.Availability)
        : throw new SpecificationFailedException($"The floor has no agent {agent}.");

    /// <summary>A queue, as it is now.</summary>
    /// <param name="queue">The queue's name.</param>
    public TestQueue Queue(string queue) => State.Router.Queues.TryGetValue(queue, out var line)
        ? new TestQueue(queue, [.. line.Waiting.Select(one => new TestContact(this, one.Number, refusal: null))])
        : throw new SpecificationFailedException($"The floor has no queue {queue}.");

    /// <summary>Why a contact is still waiting, is for later, or is offered to whom it is.</summary>
    /// <param name="contact">Which contact.</param>
    public TestDecision Explain(TestContact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return State.Explain(contact.Chat.Number, Now) is { } record
            ? new TestDecision(contact.ToString(), record)
            : throw new SpecificationFailedException($"{contact} is {contact.Chat.State}: nothing to explain.");
    }

    internal TestFloor Ask(Command command)
    {
        Floor.Given(command).Drain();
        return this;
    }
}

using System.Globalization;
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
/// throws <see cref="SpecificationFailedException"/>, whatever the test framework; so does what is refused, but within
/// <see cref="ShouldRefuse"/>. Agents and queues are named by their ids. Nothing is asynchronous: when a call
/// returns, all that follows from it has happened. One thread at a time.
/// </remarks>
public sealed partial class TestFloor
{
    private readonly FloorConfiguration _configuration;
    private readonly KnownStrategies _strategies;
    private DateTimeOffset _start = ManualTimeProvider.DefaultStart;
    private Specification? _floor;
    private int _customers;
    private int _revision;

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
        return new TestFloor(Read(options, known, strategies), known);
    }

    /// <summary>A floor that is described like this.</summary>
    /// <param name="configure">Describes it.</param>
    /// <param name="strategies">The host's own routing strategies, which its queues may name.</param>
    /// <exception cref="SpecificationFailedException">It cannot hold; the message names every fault.</exception>
    public static TestFloor From(
        Action<FloorOptions> configure, params IReadOnlyList<IRoutingStrategy> strategies)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return From(Described(configure), strategies);
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

    /// <summary>The floor takes another revision of its configuration, as it would while it runs.</summary>
    /// <param name="options">The whole of it, read now.</param>
    /// <returns>The same floor, to go on with.</returns>
    /// <exception cref="SpecificationFailedException">
    /// It cannot hold, or the floor refuses it, as a queue may that has contacts and is not there any more.
    /// </exception>
    public TestFloor Revise(FloorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var configuration = Read(options, _strategies, []);
        return Ask(new Configure(Actor.Host, configuration, $"revision {++_revision} of the test"));
    }

    /// <summary>The same of a revision that is described from the beginning.</summary>
    /// <param name="configure">Describes the whole of it.</param>
    /// <returns>The same floor, to go on with.</returns>
    /// <exception cref="SpecificationFailedException">It cannot hold, or the floor refuses it.</exception>
    public TestFloor Revise(Action<FloorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Revise(Described(configure));
    }

    /// <summary>The process ends, and the floor comes back from what is durable. Nothing may be another.</summary>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Restarted()
    {
        Floor.Restarted();
        return this;
    }

    /// <summary>Asks something that must be refused, and so change nothing.</summary>
    /// <param name="code">The code of the rejection.</param>
    /// <param name="ask">What is asked, of this floor.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor ShouldRefuse(string code, Action<TestFloor> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        try
        {
            ask(this);
        }
        catch (SpecificationFailedException refused) when (refused.Refusal?.Code == code)
        {
            return this;
        }

        throw new SpecificationFailedException($"Expected a refusal with {code}, but it was accepted.");
    }

    internal TestFloor Ask(Command command)
    {
        if (Floor.When(command).Rejection is { } refusal)
        {
            Floor.Refused(refusal.Code);
            throw new SpecificationFailedException($"Given {command}, but it was refused: {refusal}", refusal);
        }

        Floor.Drain();
        return this;
    }

    private static FloorConfiguration Read(
        FloorOptions options, KnownStrategies known, IReadOnlyList<IRoutingStrategy> added)
    {
        string[] faults = [.. KnownStrategies.Faults(added), .. FloorBlueprint.Faults(options, known)];
        return faults.Length == 0
            ? FloorBlueprint.Of(options)
            : throw new SpecificationFailedException($"The configuration cannot hold: {string.Join("; ", faults)}.");
    }

    private static FloorOptions Described(Action<FloorOptions> configure)
    {
        var options = new FloorOptions();
        configure(options);
        return options;
    }
}

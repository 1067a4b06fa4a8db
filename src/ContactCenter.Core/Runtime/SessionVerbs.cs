namespace ContactCenter.Runtime;

/// <summary>Connections of agents, customers and supervisors.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed class SessionVerbs
{
    private readonly FloorHost _host;

    internal SessionVerbs(FloorHost host) => _host = host;

    /// <summary>Opens a session for someone whose identity the host has proved.</summary>
    /// <param name="actor">Who it is. Every wire verb of the session is asked in this name, whatever it says.</param>
    /// <exception cref="InvalidOperationException">The floor is not running.</exception>
    /// <exception cref="ArgumentException">Only customers, agents, supervisors and the host have sessions.</exception>
    public Session Open(Actor actor)
    {
        _host.RunOrThrow();
        return actor.Kind is ActorKind.Customer or ActorKind.Agent or ActorKind.Supervisor or ActorKind.Host
            ? new Session(_host, actor)
            : throw new ArgumentException($"{actor} has no session.", nameof(actor));
    }
}

/// <summary>One connection of one party, from open to dispose.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed class Session : IDisposable
{
    internal Session(FloorHost host, Actor actor) => (Host, Actor) = (host, actor);

    /// <summary>Who it belongs to.</summary>
    public Actor Actor { get; }

    internal FloorHost Host { get; }

    internal bool IsClosed { get; private set; }

    /// <summary>Closes it: nothing more can be asked through it.</summary>
    public void Dispose() => IsClosed = true;
}

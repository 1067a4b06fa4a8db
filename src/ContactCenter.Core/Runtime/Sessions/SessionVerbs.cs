using ContactCenter.Redaction;
using ContactCenter.Sessions;

namespace ContactCenter.Runtime;

/// <summary>Connections of agents, customers and supervisors.</summary>
/// <remarks>Safe for any thread. Source: chat specification 1.14.</remarks>
public sealed class SessionVerbs
{
    private readonly FloorHost _host;

    internal SessionVerbs(FloorHost host) => _host = host;

    /// <summary>
    /// Opens a session for someone whose identity the host has proved. An agent or customer counts as there while one
    /// of theirs is open; once the last is lost their grace period runs, and opening another ends it.
    /// </summary>
    /// <param name="actor">Who it is. Every wire verb of the session is asked in this name, whatever it says.</param>
    /// <param name="options">When it counts as lost; null: when the host disposes it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// The session. Rejected as <c>agent-unknown</c>, <c>session-limit</c>, <c>id-holds-card-data</c>, or
    /// <c>not-permitted</c> for a party that has none: the bot and the engine.
    /// </returns>
    public async ValueTask<Outcome<Session>> OpenAsync(
        Actor actor, SessionOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_host.Run is not { } run)
        {
            return Outcome<Session>.Rejected(Rejections.NotRunning);
        }

        if (actor.Kind is ActorKind.Supervisor or ActorKind.Host)
        {
            // Nothing hangs on whether they are there, so the floor does not hear of them.
            return CardLikeId.Is(actor.Id)
                ? Outcome<Session>.Rejected(Rejections.IdHoldsCardData.About("session"))
                : Outcome<Session>.Accepted(new Session(_host, run, actor, number: 0, options));
        }

        var admitted = run.Admit(new OpenSession(actor));
        var opened = await FloorHost.OutcomeAsync(run, admitted, (reply, _) => reply.Number, cancellationToken)
            .ConfigureAwait(false);
        return opened.Select(number => run.Sessions.Register(new Session(_host, run, actor, number, options), run));
    }
}

/// <summary>When a session counts as lost.</summary>
public sealed class SessionOptions
{
    /// <summary>
    /// How long it may be silent: without a wire verb and without <see cref="Session.Heartbeat"/>. Null: for ever.
    /// </summary>
    /// <value>Default: null; the host disposes it when its connection closes. Above 0.</value>
    public TimeSpan? Silence { get; init; }

    /// <summary>A session whose client gives a sign of life, and is lost after so much silence.</summary>
    /// <param name="silence">How long; above 0. A client that pings every 4 seconds is usually given 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public static SessionOptions Heartbeat(TimeSpan silence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(silence, TimeSpan.Zero);
        return new() { Silence = silence };
    }
}

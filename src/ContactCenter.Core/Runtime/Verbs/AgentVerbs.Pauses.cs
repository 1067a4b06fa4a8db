using ContactCenter.Agents;

namespace ContactCenter.Runtime;

/// <summary>How agents pause one of their queues while they go on serving the others.</summary>
public sealed partial class AgentVerbs
{
    /// <summary>
    /// Pauses one queue for an agent: nothing more is offered to them from it, open offers of it are withdrawn. It
    /// lasts, through breaks too, until it is resumed or they sign out. Done again, it changes the code.
    /// </summary>
    /// <param name="agent">Who: at work.</param>
    /// <param name="queue">One of the queues they serve.</param>
    /// <param name="code">The idle code; null for the floor's default.</param>
    /// <param name="reason">Why, as a code; null for no reason.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>queue-unknown</c> for one that they do not serve, <c>not-allowed</c> for
    /// who is signed out, <c>idle-code-unknown</c>, <c>idle-code-not-exposed</c>, <c>reason-unknown</c> or
    /// <c>id-holds-card-data</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> PauseQueueAsync(
        AgentId agent,
        QueueName queue,
        string? code = null,
        string? reason = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(
            new MakeIdle(Actor.Agent(agent), agent, code, reason, Channel: null, queue), id, cancellationToken);

    /// <summary>Resumes a queue that was paused by the agent, a supervisor or a miss.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="queue">Which queue.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>queue-unknown</c> for one that they do not serve, or <c>not-allowed</c> for
    /// one that is not paused.
    /// </returns>
    public ValueTask<Outcome<Receipt>> ResumeQueueAsync(
        AgentId agent, QueueName queue, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(
            new MakeAvailable(Actor.Agent(agent), agent, Reason: null, Channel: null, queue), id, cancellationToken);
}

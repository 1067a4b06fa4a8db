using ContactCenter.Agents;

namespace ContactCenter.Runtime;

/// <summary>How supervisors pause a queue for one agent.</summary>
public sealed partial class SupervisorVerbs
{
    /// <summary>Pauses one queue for an agent, as <see cref="AgentVerbs.PauseQueueAsync"/> does.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="queue">One of the queues the agent serves.</param>
    /// <param name="code">The idle code; null for the floor's default.</param>
    /// <param name="reason">Why, as a code; null for no reason.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>queue-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c>,
    /// <c>idle-code-unknown</c>, <c>idle-code-not-exposed</c>, <c>reason-unknown</c> or <c>id-holds-card-data</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> PauseQueueAsync(
        AgentId supervisor,
        AgentId agent,
        QueueName queue,
        string? code = null,
        string? reason = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(
            new MakeIdle(Actor.Supervisor(supervisor), agent, code, reason, Channel: null, queue),
            id,
            cancellationToken);

    /// <summary>Resumes a queue that is paused for an agent.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="queue">Which queue.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>queue-unknown</c>, <c>not-permitted</c>, or <c>not-allowed</c> for one that
    /// is not paused.
    /// </returns>
    public ValueTask<Outcome<Receipt>> ResumeQueueAsync(
        AgentId supervisor,
        AgentId agent,
        QueueName queue,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(
            new MakeAvailable(Actor.Supervisor(supervisor), agent, Reason: null, Channel: null, queue),
            id,
            cancellationToken);
}

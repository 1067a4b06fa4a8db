using ContactCenter.Agents;

namespace ContactCenter.Runtime;

/// <summary>What supervisors do for agents. Everyone who sees the agent sees who did it, and why.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed class SupervisorVerbs
{
    private readonly FloorHost _host;

    internal SupervisorVerbs(FloorHost host) => _host = host;

    /// <summary>Makes an agent available.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="reason">Why, as a code; null for no reason.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>, <c>not-allowed</c> or <c>reason-unknown</c>.</returns>
    public ValueTask<Outcome<Receipt>> SetAvailableAsync(
        AgentId supervisor,
        AgentId agent,
        string? reason = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(new MakeAvailable(Actor.Supervisor(supervisor), agent, reason), id, cancellationToken);

    /// <summary>Makes an agent idle: open offers are withdrawn, running contacts go on.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="code">The idle code; null for the floor's default.</param>
    /// <param name="reason">Why, as a code; null for no reason.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>not-allowed</c>, <c>reason-unknown</c>, <c>idle-code-unknown</c> or
    /// <c>idle-code-not-exposed</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> SetIdleAsync(
        AgentId supervisor,
        AgentId agent,
        string? code = null,
        string? reason = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(new MakeIdle(Actor.Supervisor(supervisor), agent, code, reason), id, cancellationToken);

    /// <summary>Signs an agent out, who may have no offer and no contact.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>, <c>not-allowed</c> or <c>contacts-open</c>.</returns>
    public ValueTask<Outcome<Receipt>> SignOutAsync(
        AgentId supervisor, AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(new SignOutAgent(Actor.Supervisor(supervisor), agent), id, cancellationToken);

    private ValueTask<Outcome<Receipt>> AskAsync(
        Command command, CommandId id, CancellationToken cancellationToken) =>
        _host.AskAsync(command, id, (_, position) => new Receipt(position), cancellationToken);
}

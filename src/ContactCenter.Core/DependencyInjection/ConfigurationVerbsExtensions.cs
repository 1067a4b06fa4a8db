using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;

namespace ContactCenter.DependencyInjection;

/// <summary>The verbs about a floor's configuration that take or give the options a host configures with.</summary>
/// <remarks>Safe for any thread; options that are given are read before a verb returns.</remarks>
public static class ConfigurationVerbsExtensions
{
    /// <summary>How a queue works now, to be changed and given to <see cref="EditQueueAsync"/>.</summary>
    /// <param name="configuration">The floor's configuration.</param>
    /// <param name="queue">Which queue.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>queue-unknown</c>.</returns>
    public static ValueTask<Outcome<Configured<QueueOptions>>> QueueAsync(
        this ConfigurationVerbs configuration, QueueName queue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        cancellationToken.ThrowIfCancellationRequested();
        return configuration.ReadAsync(
            now => now.Queue(queue.Value) is { } found
                ? FloorBlueprint.OptionsOf(found)
                : null,
            Rejections.QueueUnknown);
    }

    /// <summary>What an agent may do now, to be changed and given to <see cref="EditAgentAsync"/>.</summary>
    /// <param name="configuration">The floor's configuration.</param>
    /// <param name="agent">Which agent.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>.</returns>
    public static ValueTask<Outcome<Configured<AgentOptions>>> AgentAsync(
        this ConfigurationVerbs configuration, AgentId agent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        cancellationToken.ThrowIfCancellationRequested();
        return configuration.ReadAsync(
            now => now.Agents.FirstOrDefault(one => one.Id == agent.Value) is { } found
                ? FloorBlueprint.OptionsOf(found)
                : null,
            Rejections.AgentUnknown);
    }

    /// <summary>Adds a queue.</summary>
    /// <param name="configuration">The floor's configuration.</param>
    /// <param name="queue">Its name.</param>
    /// <param name="options">How it works.</param>
    /// <param name="revision">The revision that was read; null to edit whichever is in force.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>configuration-invalid</c> with every fault, that it is there already among them;
    /// <c>configuration-stale</c>; <c>configuration-owned-by-file</c>.
    /// </returns>
    public static ValueTask<Outcome<Receipt>> AddQueueAsync(
        this ConfigurationVerbs configuration,
        QueueName queue,
        QueueOptions options,
        string? revision = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        PutAsync(configuration, EditKind.AddQueue, queue, options, revision, id, cancellationToken);

    /// <summary>Says anew how a queue works: all of it.</summary>
    /// <param name="configuration">The floor's configuration.</param>
    /// <param name="queue">Its name.</param>
    /// <param name="options">How it works from now on. Open offers keep the values they were made with.</param>
    /// <param name="revision">The revision that was read; null to edit whichever is in force.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>queue-unknown</c>; <c>configuration-invalid</c> with every fault; <c>configuration-stale</c>;
    /// <c>configuration-owned-by-file</c>.
    /// </returns>
    public static ValueTask<Outcome<Receipt>> EditQueueAsync(
        this ConfigurationVerbs configuration,
        QueueName queue,
        QueueOptions options,
        string? revision = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        PutAsync(configuration, EditKind.EditQueue, queue, options, revision, id, cancellationToken);

    /// <summary>Adds an agent, who is signed out.</summary>
    /// <param name="configuration">The floor's configuration.</param>
    /// <param name="agent">The agent's id.</param>
    /// <param name="options">What the agent may do.</param>
    /// <param name="revision">The revision that was read; null to edit whichever is in force.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>configuration-invalid</c> with every fault, that they are there already among them;
    /// <c>configuration-stale</c>; <c>configuration-owned-by-file</c>.
    /// </returns>
    public static ValueTask<Outcome<Receipt>> AddAgentAsync(
        this ConfigurationVerbs configuration,
        AgentId agent,
        AgentOptions options,
        string? revision = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        PutAsync(configuration, EditKind.AddAgent, agent, options, revision, id, cancellationToken);

    /// <summary>Says anew what an agent may do: all of it.</summary>
    /// <param name="configuration">The floor's configuration.</param>
    /// <param name="agent">The agent's id.</param>
    /// <param name="options">What the agent may do from now on. What they have and are offered, they keep.</param>
    /// <param name="revision">The revision that was read; null to edit whichever is in force.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>; <c>configuration-invalid</c> with every fault; <c>configuration-stale</c>;
    /// <c>configuration-owned-by-file</c>.
    /// </returns>
    public static ValueTask<Outcome<Receipt>> EditAgentAsync(
        this ConfigurationVerbs configuration,
        AgentId agent,
        AgentOptions options,
        string? revision = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        PutAsync(configuration, EditKind.EditAgent, agent, options, revision, id, cancellationToken);

    /// <summary>
    /// Asks for a whole revision, as the host's code or file would; one that is in force already is nothing to do.
    /// Whoever owns the configuration. <see cref="FloorOptions.Limits"/>, <see cref="FloorOptions.Redaction"/> and
    /// <see cref="FloorOptions.Changes"/> are not part of it: they are read when the floor is made.
    /// </summary>
    /// <param name="configuration">The floor's configuration.</param>
    /// <param name="options">All that the floor works by.</param>
    /// <param name="revision">The revision that was read; null to replace whichever is in force.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>configuration-invalid</c>, with everything that is wrong with it or that the work in hand
    /// forbids; <c>configuration-stale</c>.
    /// </returns>
    public static ValueTask<Outcome<Receipt>> ApplyAsync(
        this ConfigurationVerbs configuration,
        FloorOptions options,
        string? revision = null,
        CommandId id = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        return configuration.ApplyAsync(FloorBlueprint.Of(options), revision, id, cancellationToken);
    }

    /// <summary>What a whole revision would change, and why it would be refused. Nothing is applied.</summary>
    /// <param name="configuration">The floor's configuration.</param>
    /// <param name="options">All that the floor would work by.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static ValueTask<Outcome<ConfigurationDifference>> PreviewAsync(
        this ConfigurationVerbs configuration, FloorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        return configuration.PreviewAsync(
            FloorBlueprint.Of(options),
            [.. FloorBlueprint.Faults(options, configuration.Strategies)],
            cancellationToken);
    }

    private static ValueTask<Outcome<Receipt>> PutAsync(
        ConfigurationVerbs configuration,
        EditKind kind,
        QueueName queue,
        QueueOptions options,
        string? revision,
        CommandId id,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        QueueProfile profile = FloorBlueprint.Of(queue.Value, options);
        return configuration.EditAsync(
            new ConfigurationEdit(kind, queue.Value, Queue: profile), revision, id, cancellationToken);
    }

    private static ValueTask<Outcome<Receipt>> PutAsync(
        ConfigurationVerbs configuration,
        EditKind kind,
        AgentId agent,
        AgentOptions options,
        string? revision,
        CommandId id,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        AgentProfile profile = FloorBlueprint.Of(agent.Value, options);
        return configuration.EditAsync(
            new ConfigurationEdit(kind, agent.Value, Agent: profile), revision, id, cancellationToken);
    }
}

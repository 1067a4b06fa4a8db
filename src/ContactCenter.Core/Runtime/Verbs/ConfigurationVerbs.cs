using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>
/// What the floor works by: queues, agents and policies, as revisions. Each is taken as a whole, in one batch, or not
/// at all, with everything that is wrong at once.
/// </summary>
/// <remarks>
/// Safe for any thread. For the host alone: whom of its staff it lets edit is its own matter. The verbs that take
/// options are in <c>ContactCenter.DependencyInjection</c>. A revision given with an edit is the one that was read;
/// where another is in force by now, the edit is refused as <c>configuration-stale</c>. Open offers keep the values
/// they were made with, whatever is edited, and can be answered.
/// </remarks>
public sealed class ConfigurationVerbs
{
    private readonly FloorHost _host;

    internal ConfigurationVerbs(FloorHost host) => _host = host;

    /// <summary>How the configuration in force stands to the one that the host asked for last.</summary>
    public ConfigurationStatus Status => new(
        _host.Changes,
        _host.Run?.Follower.Read(floor => floor.ConfigurationHash),
        _host.Wanted.Hash,
        _host.Wanted.Faults);

    /// <summary>
    /// Removes a queue. Its contacts are looked after by the rule that it has declared; agents serve it no more.
    /// </summary>
    /// <param name="queue">Which queue.</param>
    /// <param name="revision">The revision that was read; null to edit whichever is in force.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>queue-unknown</c>; <c>configuration-invalid</c> where it still has contacts, or others need it;
    /// <c>configuration-stale</c>; <c>configuration-owned-by-file</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> RemoveQueueAsync(
        QueueName queue,
        string? revision = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        EditAsync(new ConfigurationEdit(EditKind.RemoveQueue, queue.Value), revision, id, cancellationToken);

    /// <summary>Removes an agent, who is signed out.</summary>
    /// <param name="agent">Which agent.</param>
    /// <param name="revision">The revision that was read; null to edit whichever is in force.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>; <c>configuration-invalid</c> where they still have contacts;
    /// <c>configuration-stale</c>; <c>configuration-owned-by-file</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> RemoveAgentAsync(
        AgentId agent,
        string? revision = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        EditAsync(new ConfigurationEdit(EditKind.RemoveAgent, agent.Value), revision, id, cancellationToken);

    internal Routing.KnownStrategies Strategies => _host.Strategies;

    internal ValueTask<Outcome<Receipt>> EditAsync(
        ConfigurationEdit edit, string? revision, CommandId id, CancellationToken cancellationToken) =>
        _host.Changes == ConfigurationChanges.FromFile
            ? new(Outcome<Receipt>.Rejected(Rejections.ConfigurationOwnedByFile))
            : _host.AskAsync(
                new EditConfiguration(Actor.Host, edit, revision),
                id,
                static (_, position) => new Receipt(position),
                cancellationToken);

    internal ValueTask<Outcome<Receipt>> ApplyAsync(
        FloorConfiguration wanted, string? revision, CommandId id, CancellationToken cancellationToken) =>
        _host.ApplyAsync(wanted, revision, id, cancellationToken);

    internal ValueTask<Outcome<Configured<TOptions>>> ReadAsync<TOptions>(
        Func<FloorConfiguration, TOptions?> find, Rejection unknown)
        where TOptions : class => _host.ReadAsync(floor => find(floor.Configuration) is { } found
            ? Outcome<Configured<TOptions>>.Accepted(new Configured<TOptions>(found, floor.ConfigurationHash))
            : Outcome<Configured<TOptions>>.Rejected(unknown));

    internal ValueTask<Outcome<ConfigurationDifference>> PreviewAsync(
        FloorConfiguration wanted, IReadOnlyList<string> faults, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync(floor => Outcome<ConfigurationDifference>.Accepted(ConfigurationDifference.Between(
            floor.Configuration,
            wanted,
            floor.ConfigurationHash,
            faults.Count > 0 ? faults : [.. floor.FaultsOf(wanted)])));
    }

    /// <summary>What the host's file asks for cannot be: it is kept for whoever asks how things stand.</summary>
    internal void Refuse(IReadOnlyList<string> faults) => _host.Wanted = _host.Wanted with { Faults = faults };
}

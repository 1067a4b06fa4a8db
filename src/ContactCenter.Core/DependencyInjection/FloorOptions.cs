using ContactCenter.Agents;
using ContactCenter.Redaction;
using ContactCenter.Runtime;

namespace ContactCenter.DependencyInjection;

/// <summary>What a host says about a floor: its queues, its agents, how contacts are wrapped up, its bounds.</summary>
/// <remarks>
/// Read when the floor is made, and validated as a whole: every fault is named at once. Bindable from configuration.
/// </remarks>
public sealed class FloorOptions
{
    /// <summary>The queues, by name.</summary>
    public IDictionary<string, QueueOptions> Queues { get; } =
        new Dictionary<string, QueueOptions>(StringComparer.Ordinal);

    /// <summary>The agents, by id.</summary>
    public IDictionary<string, AgentOptions> Agents { get; } =
        new Dictionary<string, AgentOptions>(StringComparer.Ordinal);

    /// <summary>Why agents can be idle: names by code.</summary>
    /// <value>Default: none beside <see cref="DefaultIdleCode"/>. At most 50.</value>
    public IDictionary<string, string> IdleCodes { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The idle code after sign-in, and when idle is chosen without a code.</summary>
    /// <value>Default: <c>signed-in</c>.</value>
    public string DefaultIdleCode { get; set; } = IdleCode.SignedIn;

    /// <summary>How contacts are wrapped up.</summary>
    public WrapUpOptions WrapUp { get; } = new();

    /// <summary>How long the bot may take to answer; then the chat goes to its queue.</summary>
    /// <value>Default: 30 seconds. Above 0, at most 1 hour.</value>
    public TimeSpan BotTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many contacts of a channel may be live at once; the next is refused as <c>channel-full</c>.
    /// </summary>
    /// <value>Default: 200,000 of each channel.</value>
    public IDictionary<Channel, int> MaxLive { get; } = new Dictionary<Channel, int>();

    /// <summary>How many lines one chat may have; the next message is refused as <c>chat-full</c>.</summary>
    /// <value>Default: 1,000,000. 1 to 10,000,000.</value>
    public int MaxLines { get; set; } = 1_000_000;

    /// <summary>How long a command id is remembered, so that a retry has no second effect.</summary>
    /// <value>Default: 10 minutes. Above 0, at most 7 days.</value>
    public TimeSpan CommandWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many command ids are remembered at most.</summary>
    /// <value>Default: 50,000. 1 to 10,000,000.</value>
    public int CommandWindowCount { get; set; } = 50_000;

    /// <summary>How card data is kept out.</summary>
    public RedactionOptions Redaction { get; } = new();

    /// <summary>The bounds of everything that could otherwise grow.</summary>
    public FloorLimits Limits { get; } = new();

    /// <summary>Adds a queue.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="configure">Tunes it; null for the defaults.</param>
    /// <returns>The same options, to go on with.</returns>
    /// <exception cref="ArgumentException">The queue is there already.</exception>
    public FloorOptions AddQueue(string name, Action<QueueOptions>? configure = null)
    {
        var queue = new QueueOptions();
        configure?.Invoke(queue);
        Queues.Add(name, queue);
        return this;
    }

    /// <summary>Adds an agent.</summary>
    /// <param name="id">The agent's id.</param>
    /// <param name="configure">Tunes it; null for the defaults, which serve no queue.</param>
    /// <returns>The same options, to go on with.</returns>
    /// <exception cref="ArgumentException">The agent is there already.</exception>
    public FloorOptions AddAgent(string id, Action<AgentOptions>? configure = null)
    {
        var agent = new AgentOptions();
        configure?.Invoke(agent);
        Agents.Add(id, agent);
        return this;
    }
}

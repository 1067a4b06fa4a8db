using ContactCenter.Agents;
using ContactCenter.Collaboration;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Sessions;

namespace ContactCenter.DependencyInjection;

/// <summary>The configuration of a floor: its queues, agents, wrap-up, redaction and limits.</summary>
/// <remarks>
/// Read when the floor is created and validated as a whole: every fault is named at once. Bindable from configuration.
/// </remarks>
public sealed class FloorOptions
{
    /// <summary>The queues, by name.</summary>
    public IDictionary<string, QueueOptions> Queues { get; } =
        new Dictionary<string, QueueOptions>(StringComparer.Ordinal);

    /// <summary>The agents, by id.</summary>
    public IDictionary<string, AgentOptions> Agents { get; } =
        new Dictionary<string, AgentOptions>(StringComparer.Ordinal);

    /// <summary>
    /// Classifications, by name: rules that derive a contact's queue, priority and requirements from its attributes.
    /// </summary>
    /// <value>Default: none. At most 100.</value>
    public IDictionary<string, ClassificationPolicy> Classifications { get; } =
        new Dictionary<string, ClassificationPolicy>(StringComparer.Ordinal);

    /// <summary>The teams, by name.</summary>
    public IDictionary<string, TeamOptions> Teams { get; } =
        new Dictionary<string, TeamOptions>(StringComparer.Ordinal);

    /// <summary>The sites, by name.</summary>
    public IDictionary<string, SiteOptions> Sites { get; } =
        new Dictionary<string, SiteOptions>(StringComparer.Ordinal);

    /// <summary>
    /// The supervisors, by id. If none is listed, anybody whom the host authenticates as a supervisor may do everything
    /// for everybody.
    /// </summary>
    public IDictionary<string, SupervisorOptions> Supervisors { get; } =
        new Dictionary<string, SupervisorOptions>(StringComparer.Ordinal);

    /// <summary>The idle codes: names by code.</summary>
    /// <value>Default: none beside <see cref="DefaultIdleCode"/>. At most 50.</value>
    public IDictionary<string, string> IdleCodes { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The idle code after sign-in, and when idle is chosen without a code.</summary>
    /// <value>Default: <c>signed-in</c>.</value>
    public string DefaultIdleCode { get; set; } = IdleCode.SignedIn;

    /// <summary>How contacts are wrapped up.</summary>
    public WrapUpOptions WrapUp { get; } = new();

    /// <summary>How agents hand chats over and share them.</summary>
    public CollaborationPolicy Collaboration { get; set; } = new();

    /// <summary>What may be attached to messages.</summary>
    public AttachmentOptions Attachments { get; } = new();

    /// <summary>What a missed offer stops for the agent.</summary>
    /// <value>Default: every channel, until the agent acts.</value>
    public RonaScope RonaScope { get; set; }

    /// <summary>
    /// What happens to an agent whose offer comes to nothing, by cause: from which one in a row, for how long, and who
    /// is exempt. A queue may have its own policy.
    /// </summary>
    /// <value>
    /// Default: a missed offer puts the agent in RONA, a declined or failed one makes the agent idle, until the agent
    /// acts. Cool-offs that run already keep their value.
    /// </value>
    public RonaPolicy Rona { get; set; } = new();

    /// <summary>
    /// The seed of the random draws of <see cref="RoutingStrategies.Random"/>,
    /// <see cref="RoutingStrategies.Weighted"/> and <see cref="RoutingContact.Draw"/>. The same seed gives the same
    /// draws on every machine and after every restart.
    /// </summary>
    /// <value>Default: 0. Any number.</value>
    public long RoutingSeed { get; set; }

    /// <summary>
    /// When today's statistics begin anew, as a time of day in UTC: 15:00 for midnight in Seoul. Every day of
    /// statistics is 24 hours long, so they begin an hour off while a place has summer time.
    /// </summary>
    /// <value>Default: midnight UTC. 0 to below 24 hours. Changed in the middle of a day, it may begin a new one.
    /// </value>
    public TimeSpan StatisticsDayBegins { get; set; }

    /// <summary>How many sessions an agent may work in.</summary>
    /// <value>Default: several.</value>
    public LoginPolicy Logins { get; set; }

    /// <summary>
    /// How long an agent whose connection is lost may be away before their chats go back to their queues. Their open
    /// offers go back at once.
    /// </summary>
    /// <value>Default: 50 seconds. Above 0, at most 1 hour.</value>
    public TimeSpan AgentGrace { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>How long a customer whose connection is lost may be away before they count as gone.</summary>
    /// <value>Default: 5 minutes. Above 0, at most 1 hour.</value>
    public TimeSpan CustomerGrace { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After how long without a sign of life, and without a contact, an agent is signed out.</summary>
    /// <value>Default: never. 3 to 1,000 minutes.</value>
    public TimeSpan? InactivityLimit { get; set; }

    /// <summary>
    /// Whether a supervisor may sign out an agent who has contacts: running ones go back to their queues, wrap-ups are
    /// submitted.
    /// </summary>
    /// <value>Default: no; it is refused as <c>contacts-open</c>.</value>
    public bool ForcedSignOut { get; set; }

    /// <summary>
    /// How long the bot may take to answer, a second and a third attempt of one that throws included; then the chat
    /// goes to its queue.
    /// </summary>
    /// <value>Default: 30 seconds. Above 0, at most 1 hour.</value>
    public TimeSpan BotTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many contacts of a channel may be live at once, those that are scheduled or set aside included; the next
    /// is refused as <c>channel-full</c>.
    /// </summary>
    /// <value>Default: 200,000 of each channel.</value>
    public IDictionary<Channel, int> MaxLive { get; } = new Dictionary<Channel, int>();

    /// <summary>How many lines one chat may have; the next message is refused as <c>chat-full</c>.</summary>
    /// <value>Default: 1,000,000. 1 to 10,000,000.</value>
    public int MaxLines { get; set; } = 1_000_000;

    /// <summary>How long a closed contact is kept: its transcript, its files, its history.</summary>
    /// <value>
    /// Default: until <see cref="HistoryLimit"/> others have closed after it. 1 day to 100 years. Looked at every hour;
    /// what is under legal hold stays.
    /// </value>
    public TimeSpan? HistoryRetention { get; set; }

    /// <summary>How many closed contacts are kept; the oldest go first.</summary>
    /// <value>Default: 100,000. 1 to 100,000,000. What is under legal hold stays, and some more for a moment.</value>
    public int HistoryLimit { get; set; } = 100_000;

    /// <summary>How long a command id is remembered, so that a retry has no second effect.</summary>
    /// <value>Default: 10 minutes. Above 0, at most 7 days.</value>
    public TimeSpan CommandWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many command ids are remembered at most.</summary>
    /// <value>Default: 50,000. 1 to 10,000,000.</value>
    public int CommandWindowCount { get; set; } = 50_000;

    /// <summary>
    /// Who owns the configuration: this host's code and file, at every start and reload; or verbs, and then these
    /// options only seed a floor that has none. <c>ApplyChanges</c> sets it for all floors.
    /// </summary>
    /// <value>Default: file and code. Set in code; not bound from configuration.</value>
    public ConfigurationChanges Changes { get; set; }

    /// <summary>
    /// How card data, and personal data if configured, is masked: by the built-in rules, and by rules that the host
    /// adds with <c>AddRedactionRule</c>.
    /// </summary>
    /// <value>
    /// Default: <see cref="RedactionPreset.PciStrict"/>, masked. A setting that lets more through is logged when the
    /// floor starts, and noted in its audit trail.
    /// </value>
    public RedactionOptions Redaction { get; } = new();

    /// <summary>The limits of everything that could otherwise grow without bound.</summary>
    public FloorLimits Limits { get; } = new();

    /// <summary>Adds a queue.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="configure">Configures it; null for the defaults.</param>
    /// <returns>These options, for chaining.</returns>
    /// <exception cref="ArgumentException">The queue exists already.</exception>
    public FloorOptions AddQueue(string name, Action<QueueOptions>? configure = null) => Add(Queues, name, configure);

    /// <summary>Adds a team.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="configure">Configures it; null for the defaults.</param>
    /// <returns>These options, for chaining.</returns>
    /// <exception cref="ArgumentException">The team exists already.</exception>
    public FloorOptions AddTeam(string name, Action<TeamOptions>? configure = null) => Add(Teams, name, configure);

    /// <summary>Adds a site.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="configure">Configures it; null for the defaults.</param>
    /// <returns>These options, for chaining.</returns>
    /// <exception cref="ArgumentException">The site exists already.</exception>
    public FloorOptions AddSite(string name, Action<SiteOptions>? configure = null) => Add(Sites, name, configure);

    /// <summary>Adds a supervisor. From then on nobody else supervises the floor.</summary>
    /// <param name="id">The supervisor's id.</param>
    /// <param name="configure">Configures it; null for the defaults, which supervise all teams.</param>
    /// <returns>These options, for chaining.</returns>
    /// <exception cref="ArgumentException">The supervisor exists already.</exception>
    public FloorOptions AddSupervisor(string id, Action<SupervisorOptions>? configure = null) =>
        Add(Supervisors, id, configure);

    /// <summary>Adds an agent.</summary>
    /// <param name="id">The agent's id.</param>
    /// <param name="configure">Configures it; null for the defaults, which serve no queue.</param>
    /// <returns>These options, for chaining.</returns>
    /// <exception cref="ArgumentException">The agent exists already.</exception>
    public FloorOptions AddAgent(string id, Action<AgentOptions>? configure = null) => Add(Agents, id, configure);

    private FloorOptions Add<T>(IDictionary<string, T> named, string name, Action<T>? configure)
        where T : new()
    {
        var options = new T();
        configure?.Invoke(options);
        named.Add(name, options);
        return this;
    }
}

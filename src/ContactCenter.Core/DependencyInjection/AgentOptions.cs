using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.DependencyInjection;

/// <summary>The configuration of an agent.</summary>
public sealed class AgentOptions
{
    /// <summary>The agent's name.</summary>
    /// <value>Default: none; the id is shown.</value>
    public string? Name { get; set; }

    /// <summary>The queues the agent serves.</summary>
    public IList<string> Queues { get; } = [];

    /// <summary>Rank, delay, tier and the like in some of these queues; the others have the defaults.</summary>
    public IDictionary<string, MembershipOptions> Memberships { get; } =
        new Dictionary<string, MembershipOptions>(StringComparer.Ordinal);

    /// <summary>
    /// Skills, and whatever else contacts may require: numbers, words, true or false, each as text. The value of a
    /// skill is its level.
    /// </summary>
    /// <value>Default: none. At most 100.</value>
    public IDictionary<string, string> Attributes { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The agent's team.</summary>
    /// <value>Default: none; any supervisor of the floor supervises the agent.</value>
    public string? Team { get; set; }

    /// <summary>How the channels share the agent.</summary>
    /// <value>
    /// Default: as the team or site has it, else blended. If this, a capacity, a <c>Beside</c> option, an interruption
    /// option or the turns are set here, the media profile of the team or site has no effect.
    /// </value>
    public MediaMode? Media { get; set; }

    /// <summary>Chats at a time.</summary>
    /// <value>
    /// Default: as the team or site has it, else 1; 1 too where another capacity is set here. 0 to 5.
    /// </value>
    public int? ChatCapacity { get; set; }

    /// <summary>Calls at a time.</summary>
    /// <value>Default: as the team or site has it, else 0. 0 or 1.</value>
    public int? VoiceCapacity { get; set; }

    /// <summary>E-mails at a time.</summary>
    /// <value>Default: as the team or site has it, else 0. 0 to 5.</value>
    public int? EmailCapacity { get; set; }

    /// <summary>Social messages at a time.</summary>
    /// <value>Default: as the team or site has it, else 0. 0 to 5.</value>
    public int? SocialCapacity { get; set; }

    /// <summary>How many contacts the agent is offered within a period.</summary>
    /// <value>Default: null, as many as they have room for. What was taken before it was set does not count.</value>
    public AgentPace? Pace { get; set; }

    /// <summary>The other channels whose contacts the agent may be given beside a call.</summary>
    /// <value>Default: as the team or site has it, else all.</value>
    public Channels? BesideVoice { get; set; }

    /// <summary>The other channels whose contacts the agent may be given beside a chat.</summary>
    /// <value>Default: as the team or site has it, else all.</value>
    public Channels? BesideChat { get; set; }

    /// <summary>The other channels whose contacts the agent may be given beside an e-mail.</summary>
    /// <value>Default: as the team or site has it, else all.</value>
    public Channels? BesideEmail { get; set; }

    /// <summary>The other channels whose contacts the agent may be given beside a social message.</summary>
    /// <value>Default: as the team or site has it, else all.</value>
    public Channels? BesideSocial { get; set; }

    /// <summary>The channels whose contacts with the agent may be interrupted.</summary>
    /// <value>Default: as the team or site has it, else none.</value>
    public Channels? Interruptible { get; set; }

    /// <summary>The channels whose contacts get through to the agent by interrupting those.</summary>
    /// <value>Default: as the team or site has it, else none.</value>
    public Channels? InterruptedBy { get; set; }

    /// <summary>How the agent's channels take turns while contacts of several wait for them.</summary>
    /// <value>Default: as the team or site has it, else not at all.</value>
    public ChannelTurns? Turns { get; set; }

    /// <summary>The idle codes the agent may choose.</summary>
    /// <value>Default: none listed, which means all.</value>
    public IList<string> IdleCodes { get; } = [];

    /// <summary>The wrap-up reasons the agent may give.</summary>
    /// <value>Default: none listed, which means all.</value>
    public IList<string> WrapUpReasons { get; } = [];

    /// <summary>After how long the agent's wrap-ups are submitted by themselves.</summary>
    /// <value>Default: as the floor has it. 0 for never, at most 1 day.</value>
    public TimeSpan? AutoWrapUp { get; set; }

    /// <summary>The queues the agent may transfer to: all, those in <see cref="TransferQueues"/>, or none.</summary>
    /// <value>Default: all.</value>
    public ReachKind TransferToQueues { get; set; }

    /// <summary>The queues, where they are listed.</summary>
    public IList<string> TransferQueues { get; } = [];

    /// <summary>
    /// The agents the agent may transfer to and invite: all, those of <see cref="TransferTeams"/>, or none. A
    /// supervisor of the agent's team is always within reach.
    /// </summary>
    /// <value>Default: all.</value>
    public ReachKind TransferToAgents { get; set; }

    /// <summary>The teams, where they are listed.</summary>
    public IList<string> TransferTeams { get; } = [];

    /// <summary>
    /// Whether the agent is available again after their last contact, where the engine had made them idle. What a
    /// person has chosen stays, and so does a RONA.
    /// </summary>
    /// <value>Default: no.</value>
    public bool AutoAvailable { get; set; }

    /// <summary>Whether the agent's desk accepts by itself; offers are marked so.</summary>
    /// <value>Default: no.</value>
    public bool AutoAccept { get; set; }

    /// <summary>After how long without a sign of life, and without a contact, the agent is signed out.</summary>
    /// <value>Default: as the floor has it. 3 to 1,000 minutes.</value>
    public TimeSpan? InactivityLimit { get; set; }

    /// <summary>Adds queues to those the agent serves.</summary>
    /// <param name="queues">Names of the floor's queues.</param>
    /// <returns>These options, for chaining.</returns>
    public AgentOptions Serves(params ReadOnlySpan<string> queues)
    {
        foreach (var queue in queues)
        {
            Queues.Add(queue);
        }

        return this;
    }

    /// <summary>Adds a queue to those the agent serves, and says how.</summary>
    /// <param name="queue">The name of one of the floor's queues.</param>
    /// <param name="configure">Configures it.</param>
    /// <returns>These options, for chaining.</returns>
    public AgentOptions Serves(string queue, Action<MembershipOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var membership = new MembershipOptions();
        configure(membership);
        Queues.Add(queue);
        Memberships[queue] = membership;
        return this;
    }

    /// <summary>Adds an attribute: a skill with its level, or whatever contacts may ask for.</summary>
    /// <param name="attribute">Its name.</param>
    /// <param name="value">A number, a text, true or false.</param>
    /// <returns>These options, for chaining.</returns>
    public AgentOptions Has(string attribute, AttributeValue value)
    {
        Attributes[attribute] = value.ToString();
        return this;
    }
}

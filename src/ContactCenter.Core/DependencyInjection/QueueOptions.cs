using ContactCenter.Hours;
using ContactCenter.Routing;

namespace ContactCenter.DependencyInjection;

/// <summary>The configuration of a queue.</summary>
public sealed class QueueOptions
{
    /// <summary>The channel of the contacts that wait here.</summary>
    /// <value>Default: chat.</value>
    public Channel Channel { get; set; } = Channel.Chat;

    /// <summary>How long an agent has to answer an offer; then it is missed, which is a RONA by default.</summary>
    /// <value>Default: 30 seconds. 1 second to 1 hour. Open offers keep the value they were made with.</value>
    public TimeSpan OfferTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long an offer may be connecting before it is presented; until then the agent cannot answer, and the offer
    /// timeout does not run. A transport that knows when the request is on the screen presents it earlier.
    /// </summary>
    /// <value>Default: none; an offer is presented at once. Above 0, at most 1 hour.</value>
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>How long before its timeout an offer is shown as expiring, so that a desk can highlight it.</summary>
    /// <value>Default: not at all. Above 0, below <see cref="OfferTimeout"/>.</value>
    public TimeSpan? WarnBefore { get; set; }

    /// <summary>
    /// How the queue chooses among its free agents: one of <see cref="RoutingStrategies"/>, or the name of an
    /// <see cref="IRoutingStrategy"/> that the host has added. A change applies at once, also to waiting contacts.
    /// </summary>
    /// <value>
    /// Default: <see cref="RoutingStrategies.LongestAvailable"/>. An unknown name is a fault. If a journal names a
    /// strategy that this process does not have, the strategy counts as failed: the longest available is chosen until
    /// the next configuration, and the log says <c>routing-strategy-failed</c>.
    /// </value>
    public string Strategy { get; set; } = RoutingStrategies.LongestAvailable;

    /// <summary>Whether the floor offers the contacts, to how many agents at once, or agents take them.</summary>
    /// <value>
    /// Default: <see cref="QueueMode.Automatic"/>. A change counts at once: offers that are open stay open, whatever
    /// waits is offered, or taken, in the new way.
    /// </value>
    public QueueMode Mode { get; set; }

    /// <summary>To how many agents a contact is offered at the same time, in an automatic queue.</summary>
    /// <value>
    /// Default: to one. 1 to 20. Of no meaning in other modes, in which it stays ready for when <see cref="Mode"/>
    /// changes.
    /// </value>
    public ParallelOffers ParallelOffers { get; set; } = new();

    /// <summary>To how many agents a contact is offered at the same time, in a queue that broadcasts.</summary>
    /// <value>
    /// Default: 20. 1 to 100. Of no meaning in other modes, in which it stays ready for when <see cref="Mode"/>
    /// changes.
    /// </value>
    public int BroadcastLimit { get; set; } = 20;

    /// <summary>
    /// What is said of the queue, for rules of a <see cref="ClassificationPolicy"/> that look for one: numbers, words,
    /// true or false, each as text.
    /// </summary>
    /// <value>Default: nothing. At most 100.</value>
    public IDictionary<string, string> Labels { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Requirements that the queue drops while a contact waits, ring by ring, so that more and more agents can take it.
    /// Open offers stay open.
    /// </summary>
    /// <value>
    /// Default: none; a contact's requirements hold for as long as the contact says. At most 6, in order. A change
    /// applies at once, also to waiting contacts.
    /// </value>
    public IList<RoutingRing> Rings { get; } = [];

    /// <summary>
    /// How much waiting time one step of priority is worth. A contact that waits long enough then comes before one of
    /// higher priority.
    /// </summary>
    /// <value>Default: null; a higher priority always comes first. Above 0, at most 1 day.</value>
    public TimeSpan? PriorityWorth { get; set; }

    /// <summary>
    /// How much older the contacts of this queue count than they are, against those of other queues that the same
    /// agents serve.
    /// </summary>
    /// <value>Default: 0. At most 1 day.</value>
    public TimeSpan HeadStart { get; set; }

    /// <summary>Whether an agent may decline an offer. A declined offer is not a missed one.</summary>
    /// <value>Default: no; an offer is accepted or missed.</value>
    public bool AllowDecline { get; set; }

    /// <summary>
    /// For how long a contact is not offered again to an agent who has declined it, where the agent does not say how
    /// long. It is as soon as they become available anew; and once this is over, even where nobody else can take it.
    /// </summary>
    /// <value>
    /// Default: null; others are asked first, and where there are none, at once the same agent, if they are still
    /// available. Above 0, at most 1 day. A fault without <see cref="AllowDecline"/>. Of no meaning while nothing is
    /// offered (<see cref="QueueMode.Manual"/>), when it stays ready for another mode.
    /// </value>
    public TimeSpan? RetryDeclinedAfter { get; set; }

    /// <summary>What happens to an agent whose offer of this queue comes to nothing.</summary>
    /// <value>Default: as the floor has it. Cool-offs that run already keep their value.</value>
    public RonaPolicy? Rona { get; set; }

    /// <summary>Whether chats for this queue begin with the bot.</summary>
    /// <value>Default: no. If the host has no bot, the chat goes to its queue at once.</value>
    public bool StartsWithBot { get; set; }

    /// <summary>How long a contact may wait and still be answered in time: the threshold of service level.</summary>
    /// <value>Default: 20 seconds. Above 0, at most 1 day. A change counts for what is answered from then on.</value>
    public TimeSpan ServiceThreshold { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Customers who leave the line sooner than this are short abandons: nobody could have answered.</summary>
    /// <value>Default: 5 seconds. 0 (nobody is) to 1 day.</value>
    public TimeSpan ShortAbandon { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether service level and abandonment rate leave short abandons out.</summary>
    /// <value>Default: no; they are offered and abandoned like others.</value>
    public bool ExcludeShortAbandons { get; set; }

    /// <summary>
    /// After how long a customer is warned who does not answer an agent. It counts while both are connected, from the
    /// agent's last word.
    /// </summary>
    /// <value>Default: never. Above 0, at most 1 day. A silence that counts already keeps its value.</value>
    public TimeSpan? WarnSilentAfter { get; set; }

    /// <summary>After how long a chat ends whose customer does not answer; it counts in the same way.</summary>
    /// <value>Default: never. Above <see cref="WarnSilentAfter"/>, at most 1 day.</value>
    public TimeSpan? EndSilentAfter { get; set; }

    /// <summary>
    /// After how long a chat whose customer does not answer sleeps: it goes on, but takes no room of its agent's, who
    /// is offered others. Whatever is said wakes it, beyond what its agent has room for too; nothing new is offered to
    /// them then until there is room again. It counts as <see cref="WarnSilentAfter"/> does.
    /// </summary>
    /// <value>Default: never. Above 0, at most 1 day. A silence that counts already keeps its value.</value>
    public TimeSpan? SleepSilentAfter { get; set; }

    /// <summary>
    /// How many contacts may wait here, those included that are being offered. A hard limit: whoever comes above it is
    /// refused or goes elsewhere, whatever their priority, and nobody who waits makes room for them. Whoever comes back
    /// to the queue, from an offer or from an agent who is gone, is always taken. What an agent hands over and still
    /// holds does not count.
    /// </summary>
    /// <value>Default: none. 1 to 1,000,000. A lower limit sends nobody away who waits already.</value>
    public int? MaxLength { get; set; }

    /// <summary>What becomes of a contact that comes when so many wait.</summary>
    /// <value>Default: it is refused, <c>queue-full</c>; a chat that its bot hands over ends then.</value>
    public FullQueue WhenFull { get; set; }

    /// <summary>
    /// The queue, of the same channel, that takes the contacts for which this one has no room; where
    /// <see cref="WhenFull"/> says so. It may overflow in turn, though not in a circle.
    /// </summary>
    /// <value>Default: none.</value>
    public string? OverflowTo { get; set; }

    /// <summary>
    /// The priority that whatever overflows from here has from then on. Those who wait here already are untouched.
    /// </summary>
    /// <value>Default: the one it has. 0 to 1,000.</value>
    public int? OverflowPriority { get; set; }

    /// <summary>
    /// What whatever overflows from here asks of its agent beside the rest, as <see cref="Requirement.Parse"/> reads
    /// it.
    /// </summary>
    /// <value>Default: nothing. A contact that has 20 requirements is given no more.</value>
    public string? OverflowRequirement { get; set; }

    /// <summary>
    /// What becomes of contacts that wait here for too long: another queue, another priority, a requirement more, or
    /// the end.
    /// </summary>
    /// <value>
    /// Default: nothing. 20 rules at most, in the order in which they follow; an end that never comes, since another
    /// comes before it, is a fault. A change counts at once, and for those who wait already.
    /// </value>
    public IList<WaitRule> WaitRules { get; } = [];

    /// <summary>What becomes of contacts while no agent is there for the queue: another queue, or the end.</summary>
    /// <value>
    /// Default: nothing; they wait. A change counts at once; where the rule is new, nobody has been there since then.
    /// </value>
    public NoAgentRule? NoAgents { get; set; }

    /// <summary>
    /// Within which time a customer who has left the line, or lost their connection, may come back to this queue at the
    /// place they had: with the age of their first wait, before all who came later.
    /// </summary>
    /// <remarks>
    /// Whoever a rule had moved has their place in the queue they came to and in the one they were moved to, each where
    /// that keeps places; a place in a queue that is replaced is kept in the one that replaces it. A place is not room:
    /// who comes back to a queue that is full is refused, or goes elsewhere. The rules for a long
    /// wait begin anew, so that nobody comes back to be sent away at once. The figures stay true: the first contact was
    /// abandoned; the second arrived, and its speed of answer counts from when it came, not from its age. The floor
    /// keeps 10,000 places, the newest; of each the customer's id and no text, until they come back, their hour is over
    /// or they are erased.
    /// </remarks>
    /// <value>Default: none; who comes back comes last. Above 0, at most 1 hour.</value>
    public TimeSpan? ReturnWithin { get; set; }

    /// <summary>What becomes of its contacts when it is removed while there are any.</summary>
    /// <value>Default: it is not removed under them; the revision is refused.</value>
    public QueueRemoval WhenRemoved { get; set; }

    /// <summary>
    /// The queue its contacts go to when it is removed, of the same channel; where <see cref="WhenRemoved"/> says that
    /// they move.
    /// </summary>
    /// <value>Default: none.</value>
    public string? ReplacedBy { get; set; }

    /// <summary>
    /// When contacts are offered from the queue, with holidays. They gate routing and nothing else: agents stay as
    /// available as they are, open offers and running chats go on, and what waits in a manual queue may be taken.
    /// </summary>
    /// <value>Default: null, always. A change takes effect with the revision that brings it.</value>
    public OpeningHours? Hours { get; set; }

    /// <summary>What becomes of contacts while the queue is closed.</summary>
    /// <value>Default: <see cref="ClosedAction.Refuse"/>.</value>
    public ClosedAction ClosedAction { get; set; }

    /// <summary>The queue that contacts go on to where <see cref="ClosedAction.Overflow"/> says so.</summary>
    /// <value>Default: null. Another queue of the same channel.</value>
    public string? ClosedOverflow { get; set; }
}

using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Why an agent is, or is not, offered something: how they stand, what each of their queues has for them, and which
/// contacts would come to them.
/// </summary>
/// <param name="Agent">How they stand.</param>
/// <param name="At">As of when.</param>
/// <param name="Obstacles">What keeps them from every contact; empty where nothing does.</param>
/// <param name="Rooms">Their room, channel by channel, those left out that are closed to them.</param>
/// <param name="Queues">The queues that they serve, by rank and then by name; 100 at most.</param>
/// <param name="Contacts">
/// The contacts that come first for them, in the order in which they would come as things stand: of each queue the
/// first 10, and that which they could take, however far behind; 100 at most. Which channel has its turn may be another
/// after each offer.
/// </param>
/// <remarks>It names ids and codes, never what was said. Immutable, safe for any thread.</remarks>
public sealed record AgentOutlook(
    AgentShown Agent,
    DateTimeOffset At,
    ImmutableArray<Obstacle> Obstacles,
    ImmutableArray<ChannelRoom> Rooms,
    ImmutableArray<QueueOutlook> Queues,
    ImmutableArray<ContactOutlook> Contacts)
{
    /// <summary>How many contacts they are offered in a time; null for as many as they have room for.</summary>
    public AgentPace? Pace { get; init; }

    /// <summary>How many count to that by now, open offers among them; null without a pace.</summary>
    public int? Paced { get; init; }
}

/// <summary>A queue, as one of its agents has it before them.</summary>
/// <param name="Queue">Which queue.</param>
/// <param name="Channel">The channel of its contacts.</param>
/// <param name="Membership">How they serve it: rank, tier, delay and the like.</param>
/// <param name="Waiting">How many wait in it, those that are offered left out.</param>
/// <param name="Ahead">
/// How many others are free who come before them, 100 at most; who is asked for a contact depends on what it asks for
/// too. Null while they are not free for it, and where the queue's strategy scores each contact anew.
/// </param>
/// <param name="Obstacles">What keeps all its contacts from them, what does so of every queue included.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record QueueOutlook(
    QueueName Queue,
    Channel Channel,
    QueueMembership Membership,
    int Waiting,
    int? Ahead,
    ImmutableArray<Obstacle> Obstacles);

/// <summary>A contact that may come to an agent.</summary>
/// <param name="Contact">The contact's number.</param>
/// <param name="Queue">The queue it waits in.</param>
/// <param name="Place">Its place in line, from 1; 0 where it is offered, and may be offered to one more.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Obstacles">
/// Everything that keeps it from them, what its queue does included. Empty only for an instant, while the floor has
/// something left over: what nothing keeps from them is offered.
/// </param>
/// <param name="HasPassed">They missed or refused it before: others come first.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record ContactOutlook(
    long Contact,
    QueueName Queue,
    int Place,
    DateTimeOffset Since,
    ImmutableArray<Obstacle> Obstacles,
    bool HasPassed);

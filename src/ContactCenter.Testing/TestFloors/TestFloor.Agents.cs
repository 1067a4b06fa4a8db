using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What agents do on a <see cref="TestFloor"/>.</summary>
public sealed partial class TestFloor
{
    /// <summary>Agents become available, one after the other; who is not signed in signs in first.</summary>
    /// <param name="agents">Their ids.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Available(params ReadOnlySpan<string> agents)
    {
        foreach (var agent in agents)
        {
            var by = Actor.Agent(agent);
            if (State.Agents.GetValueOrDefault(agent)?.Availability == Availability.SignedOut)
            {
                Ask(new SignInAgent(by, agent));
            }

            Ask(new MakeAvailable(by, agent));
        }

        return this;
    }

    /// <summary>An agent who is signed in pauses: all their work, one channel, or one of their queues.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="code">The idle code; null for the floor's default.</param>
    /// <param name="channel">Null for all channels.</param>
    /// <param name="queue">Null for all queues.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Pauses(string agent, string? code = null, Channel? channel = null, string? queue = null) =>
        Ask(new MakeIdle(Actor.Agent(agent), agent, code, Reason: null, channel, Named(queue)));

    /// <summary>An agent goes on with what was paused: all their work, one channel, or one of their queues.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="channel">Null for all channels.</param>
    /// <param name="queue">Null for all queues.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Resumes(string agent, Channel? channel = null, string? queue = null) =>
        Ask(new MakeAvailable(Actor.Agent(agent), agent, Reason: null, channel, Named(queue)));

    /// <summary>An agent goes home.</summary>
    /// <param name="agent">Who.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor SignsOut(string agent) => Ask(new SignOutAgent(Actor.Agent(agent), agent));

    /// <summary>An agent accepts what they are offered, the oldest offer first.</summary>
    /// <param name="agent">Whose offer.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Accepts(string agent) => Ask(new AcceptOffer(Actor.Agent(agent), OldestOfferTo(agent)));

    /// <summary>An agent declines what they are offered, the oldest offer first.</summary>
    /// <param name="agent">Whose offer.</param>
    /// <param name="reason">Why, as one of the floor's codes; null for no reason.</param>
    /// <param name="retryAfter">After how long they may be asked again; null for what the queue says.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Declines(string agent, string? reason = null, TimeSpan? retryAfter = null) =>
        Ask(new DeclineOffer(Actor.Agent(agent), OldestOfferTo(agent), reason, retryAfter));

    /// <summary>An agent takes a contact that waits in a manual queue.</summary>
    /// <param name="agent">Who takes it.</param>
    /// <param name="contact">Which contact.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Picks(string agent, TestContact contact) =>
        Ask(new PickContact(Actor.Agent(agent), NumberOf(contact)));

    /// <summary>An agent gives a contact to a queue, or to another agent.</summary>
    /// <param name="agent">Who has it.</param>
    /// <param name="contact">Which contact.</param>
    /// <param name="target">The queue or agent.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Transfers(string agent, TestContact contact, TransferTarget target) =>
        Ask(new TransferChat(Actor.Agent(agent), NumberOf(contact), target.Queue, target.Agent));

    /// <summary>An agent ends a contact; they may owe a wrap-up then.</summary>
    /// <param name="agent">Who has it.</param>
    /// <param name="contact">Which contact.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Ends(string agent, TestContact contact) =>
        Ask(new EndChat(Actor.Agent(agent), NumberOf(contact)));

    /// <summary>An agent submits the wrap-up that they owe for a contact.</summary>
    /// <param name="agent">Who owes it.</param>
    /// <param name="contact">Which contact.</param>
    /// <param name="reasons">Codes of the floor's wrap-up reasons.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor WrapsUp(string agent, TestContact contact, params IReadOnlyList<string> reasons) =>
        Ask(new CompleteWrapUp(Actor.Agent(agent), NumberOf(contact), reasons));

    private static QueueName? Named(string? queue) => queue is null ? default(QueueName?) : (QueueName)queue;

    private long OldestOfferTo(string agent) => State.Agents.GetValueOrDefault(agent)?.Offers is [var oldest, ..]
        ? oldest
        : throw new SpecificationFailedException($"Nothing is offered to {agent}.");
}

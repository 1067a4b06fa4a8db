namespace ContactCenter.Routing;

/// <summary>
/// Decides which waiting contact is offered to which free agent. The first contact that anyone can take goes to the
/// agent whom its queue's strategy prefers: by default, the one who has been available longest.
/// </summary>
/// <remarks>
/// Pure and deterministic: it has no clock and no randomness, and instants are passed with the calls. Tell it about
/// contacts and agents, then call <see cref="Next"/> until nothing is left to offer. The cost of a call hardly grows
/// with the number of agents or contacts. Not safe for several threads at once.
/// </remarks>
public sealed partial class Router
{
    /// <summary>How many places of contacts that were forgotten are kept to write others over them.</summary>
    private const int MaxForgotten = 1_024;

    private readonly Dictionary<QueueName, QueueLine> _queues = [];
    private readonly Dictionary<AgentId, FreeAgent> _agents = [];
    private readonly NumberedTable<WaitingContact> _contacts = new();
    private readonly Stack<WaitingContact> _forgotten = new();

    /// <summary>Whether no contact waits that a free agent could take.</summary>
    public bool IsQuiescent => FirstMatchable() is null;

    /// <summary>Opens a queue, or changes the channel of an empty one.</summary>
    /// <param name="queue">Its name.</param>
    /// <param name="channel">The channel of its contacts; agents need room for that channel.</param>
    /// <param name="strategy">One of <see cref="RoutingStrategies"/>.</param>
    /// <param name="isManual">Whether its contacts are never offered, because agents pick them.</param>
    /// <exception cref="ArgumentException">There is no such strategy.</exception>
    public void AddQueue(
        QueueName queue,
        Channel channel = Channel.Chat,
        string strategy = RoutingStrategies.LongestAvailable,
        bool isManual = false) =>
        AddQueue(
            queue,
            channel,
            RoutingStrategies.IsKnown(strategy)
                ? new QueueRules(strategy)
                {
                    Scores = RoutingStrategies.Scoring.GetValueOrDefault(strategy),
                    IsManual = isManual,
                }
                : throw new ArgumentException($"Strategy '{strategy}' is not known.", nameof(strategy)));

    /// <summary>Opens a queue with a strategy of the host's own.</summary>
    /// <param name="queue">Its name.</param>
    /// <param name="channel">The channel of its contacts.</param>
    /// <param name="strategy">What scores its free agents.</param>
    public void AddQueue(QueueName queue, Channel channel, IRoutingStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        AddQueue(queue, channel, new QueueRules(strategy.Name) { Scores = strategy });
    }

    /// <summary>Puts a contact into a queue, at the place that its age gives it.</summary>
    /// <param name="contact">Its number: unique and counting up, because the lower one wins a tie.</param>
    /// <param name="queue">A queue that was added.</param>
    /// <param name="since">When it began to wait; an older contact comes first.</param>
    /// <param name="needs">Its requirements and wishes; null for none.</param>
    /// <exception cref="KeyNotFoundException">The queue was never added.</exception>
    /// <exception cref="ArgumentException">The contact is waiting already.</exception>
    public void Wait(long contact, QueueName queue, DateTimeOffset since, ContactNeeds? needs = null) =>
        Wait(contact, queue, since, needs ?? ContactNeeds.None, barred: null);

    /// <summary>
    /// Forgets a contact that was taken, or whose customer left. An unknown contact is ignored.
    /// </summary>
    /// <param name="contact">Its number.</param>
    public void Forget(long contact)
    {
        if (!_contacts.Remove(contact, out var waiting))
        {
            return;
        }

        waiting.Queue.Length -= waiting.Barred is null ? 1 : 0;
        Leave(waiting);
        if (_forgotten.Count < MaxForgotten)
        {
            _forgotten.Push(waiting);
        }
    }

    /// <summary>Takes a contact out of the line because it is being offered; it keeps its place.</summary>
    /// <param name="contact">Its number.</param>
    /// <exception cref="KeyNotFoundException">The contact is not waiting.</exception>
    public void Offer(long contact)
    {
        var waiting = _contacts[contact];
        waiting.IsOffered = true;
        Seat(waiting);
    }

    /// <summary>The same where several agents may be asked at the same time.</summary>
    /// <param name="contact">Its number.</param>
    /// <param name="agent">Who is asked now, and is not offered it a second time until it returns from them.</param>
    /// <param name="wanted">How many may be asked at the same time; 1 for this one alone.</param>
    /// <exception cref="KeyNotFoundException">The contact is not waiting.</exception>
    public void Offer(long contact, AgentId agent, int wanted) =>
        Offer(contact, _agents.GetValueOrDefault(agent) ?? new FreeAgent(agent), wanted);

    /// <summary>Changes how many agents may be asked at the same time for a contact that is being offered.</summary>
    /// <param name="contact">Its number.</param>
    /// <param name="wanted">How many; who is asked already stays asked.</param>
    /// <exception cref="KeyNotFoundException">The contact is not known.</exception>
    public void Want(long contact, int wanted)
    {
        var waiting = _contacts[contact];
        waiting.Wanted = wanted;
        Seat(waiting);
    }

    /// <summary>Puts an offered contact back at the place it had, whoever was asked.</summary>
    /// <param name="contact">Its number.</param>
    /// <param name="passedBy">
    /// The agent who missed or refused it: the others come first, and once all have, whoever did so longest ago. Null
    /// when the offer was merely withdrawn.
    /// </param>
    /// <exception cref="KeyNotFoundException">The contact is not known.</exception>
    public void Return(long contact, AgentId? passedBy = null)
    {
        var waiting = _contacts[contact];
        if (passedBy is { } agent)
        {
            PassBy(waiting, agent);
        }

        (waiting.IsOffered, waiting.Asked) = (false, null);
        Seat(waiting);
    }

    /// <summary>
    /// Takes a contact back from one of those who were asked. Once it is back from the last of them, it is in line.
    /// </summary>
    /// <param name="contact">Its number.</param>
    /// <param name="agent">Who was asked.</param>
    /// <param name="hasPassed">Whether they missed or refused it, so that the others come first.</param>
    /// <exception cref="KeyNotFoundException">The contact is not known.</exception>
    public void Return(long contact, AgentId agent, bool hasPassed)
    {
        var waiting = _contacts[contact];
        waiting.Asked = [.. (waiting.Asked ?? []).Where(other => other != agent)];
        if (waiting.Asked.Length == 0)
        {
            Return(contact, hasPassed ? agent : default(AgentId?));
            return;
        }

        if (hasPassed)
        {
            PassBy(waiting, agent);
        }

        Seat(waiting);
    }

    /// <summary>Sets the queues that an agent serves.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="queues">Queues that were added.</param>
    /// <exception cref="KeyNotFoundException">A queue was never added.</exception>
    public void Serve(AgentId agent, params ReadOnlySpan<QueueName> queues)
    {
        var memberships = new QueueMembership[queues.Length];
        for (var index = 0; index < queues.Length; index++)
        {
            memberships[index] = new QueueMembership(queues[index]);
        }

        Serve(agent, AttributeBag.Empty, memberships);
    }

    /// <summary>Sets the queues that an agent serves, and the agent's attributes.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="attributes">The agent's skills and whatever else contacts may require.</param>
    /// <param name="queues">How they serve each queue; queues that were added.</param>
    /// <exception cref="KeyNotFoundException">A queue was never added.</exception>
    public void Serve(AgentId agent, AttributeBag attributes, params ReadOnlySpan<QueueMembership> queues)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (!_agents.TryGetValue(agent, out var free))
        {
            _agents.Add(agent, free = new FreeAgent(agent));
        }

        Serve(free, attributes, queues);
    }

    /// <summary>Sets the channels that an agent is free for; without any, the agent is free for none.</summary>
    /// <param name="agent">An agent of whom <see cref="Serve(AgentId, ReadOnlySpan{QueueName})"/> has told.</param>
    /// <param name="since">Since when the agent has been available.</param>
    /// <param name="channels">The channels that the agent has room for.</param>
    /// <exception cref="KeyNotFoundException">The agent is not known.</exception>
    public void SetFree(AgentId agent, DateTimeOffset since, params ReadOnlySpan<Channel> channels)
    {
        var open = 0;
        foreach (var channel in channels)
        {
            open |= 1 << (int)channel;
        }

        var free = _agents[agent];
        SetFree(free, since, free.ServedAt, open, free.Occupancy);
    }

    /// <summary>Sets how much of an agent's room is taken, for <see cref="RoutingStrategies.LeastOccupied"/>.</summary>
    /// <param name="agent">An agent who is known.</param>
    /// <param name="channel">Of which channel.</param>
    /// <param name="load">How many contacts they have.</param>
    /// <param name="capacity">How many they can have.</param>
    /// <exception cref="KeyNotFoundException">The agent is not known.</exception>
    public void SetLoad(AgentId agent, Channel channel, int load, int capacity)
    {
        var free = _agents[agent];
        SetFree(free, free.Since, free.ServedAt, free.OpenChannels, free.Occupancy.With(channel, load, capacity));
    }

    /// <summary>The next contact to be offered and its agent; null when nothing can be offered.</summary>
    /// <param name="now">The instant of the decision, for strategies that ask for it.</param>
    /// <remarks>
    /// The call changes nothing. After you make the offer, call <see cref="Offer(long)"/>, and
    /// <see cref="SetFree(AgentId, DateTimeOffset, ReadOnlySpan{Channel})"/> with the room that the agent still has.
    /// </remarks>
    /// <returns>The contact and the agent.</returns>
    public Match? Next(DateTimeOffset now = default)
    {
        if (FirstMatchable() is not { } contact)
        {
            return null;
        }

        var (member, why) = Choose(contact, now);
        if (member.Agent.HasOrder && FirstByOrder(member.Agent) is { } sooner && sooner != contact)
        {
            contact = sooner;
            (member, why) = Choose(contact, now);
        }

        return new Match(contact.Number, contact.Queue.Name, member.Agent.Id, why);
    }
}

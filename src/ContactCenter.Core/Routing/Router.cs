namespace ContactCenter.Routing;

/// <summary>
/// Decides which waiting contact is offered to which free agent: the oldest contact that anyone can take goes to
/// the agent who has been available longest.
/// </summary>
/// <remarks>
/// Pure and deterministic: no clock, no randomness; instants come in with the calls. Whoever owns it tells it of
/// contacts and agents and asks <see cref="Next"/> until nothing is left to offer. The cost of a call grows with
/// the logarithm of a queue, never with the number of agents or contacts. Not safe for several threads at once.
/// </remarks>
public sealed partial class Router
{
    private readonly Dictionary<QueueName, QueueLine> _queues = [];
    private readonly Dictionary<AgentId, FreeAgent> _agents = [];
    private readonly Dictionary<long, WaitingContact> _contacts = [];

    // The queues that have both someone waiting and someone free, by the age of their oldest contact. While it is
    // empty nothing can be offered: that is what "quiescent" means.
    private readonly SortedSet<QueueLine> _matchable = new(Comparer<QueueLine>.Create(CompareHeads));

    /// <summary>Nothing waits that somebody free could take.</summary>
    public bool IsQuiescent => _matchable.Count == 0;

    /// <summary>Opens a queue, or changes the channel of an empty one.</summary>
    /// <param name="queue">Its name.</param>
    /// <param name="channel">The channel of its contacts, which decides whose room counts.</param>
    /// <param name="isManual">Its contacts are never offered: agents take them.</param>
    public void AddQueue(QueueName queue, Channel channel = Channel.Chat, bool isManual = false)
    {
        if (!_queues.TryGetValue(queue, out var line))
        {
            _queues.Add(queue, line = new QueueLine(queue, channel));
        }
        else if (line.Channel != channel && line.Waiting.Count + line.Asking.Count == 0)
        {
            line.Free.Clear();
            line.Channel = channel;
            line.Free.UnionWith(line.Served.Select(id => _agents[id]).Where(agent => agent.IsFreeFor(line)));
        }

        line.IsManual = isManual;
        Relist(line);
    }

    /// <summary>Puts a contact into a queue, at the place that its age gives it.</summary>
    /// <param name="contact">Its number: unique, and counting up, so that it can break ties.</param>
    /// <param name="queue">A queue that was added.</param>
    /// <param name="since">When it began to wait; an older contact comes first.</param>
    /// <param name="barred">An agent who must not be offered it; null for nobody.</param>
    /// <exception cref="KeyNotFoundException">The queue was never added.</exception>
    /// <exception cref="ArgumentException">The contact is waiting already.</exception>
    public void Wait(long contact, QueueName queue, DateTimeOffset since, AgentId? barred = null)
    {
        var waiting = new WaitingContact(contact, _queues[queue], since) { Barred = barred };
        _contacts.Add(contact, waiting);
        Place(waiting);
    }

    /// <summary>
    /// Forgets a contact: it was taken, or its customer left. Unknown contacts are nothing to forget.
    /// </summary>
    /// <param name="contact">Its number.</param>
    public void Forget(long contact)
    {
        if (_contacts.Remove(contact, out var waiting))
        {
            waiting.Queue.Waiting.Remove(waiting);
            waiting.Queue.Asking.Remove(waiting);
            Relist(waiting.Queue);
        }
    }

    /// <summary>Takes a contact out of the line because it is being offered; it keeps its place.</summary>
    /// <param name="contact">Its number.</param>
    /// <exception cref="KeyNotFoundException">The contact is not waiting.</exception>
    public void Offer(long contact)
    {
        var waiting = _contacts[contact];
        waiting.IsOffered = true;
        Place(waiting);
    }

    /// <summary>The same where several agents may be asked at the same time.</summary>
    /// <param name="contact">Its number.</param>
    /// <param name="agent">Who is asked now, and is not offered it a second time until it returns from them.</param>
    /// <param name="wanted">How many may be asked at the same time; 1 for this one alone.</param>
    /// <exception cref="KeyNotFoundException">The contact is not waiting.</exception>
    public void Offer(long contact, AgentId agent, int wanted)
    {
        var waiting = _contacts[contact];
        (waiting.IsOffered, waiting.Wanted) = (true, wanted);
        (waiting.Asked ??= []).Add(agent);
        Place(waiting);
    }

    /// <summary>Changes how many agents may be asked at the same time for a contact that is being offered.</summary>
    /// <param name="contact">Its number.</param>
    /// <param name="wanted">How many; who is asked already stays asked.</param>
    /// <exception cref="KeyNotFoundException">The contact is not known.</exception>
    public void Want(long contact, int wanted)
    {
        var waiting = _contacts[contact];
        waiting.Wanted = wanted;
        Place(waiting);
    }

    /// <summary>Puts an offered contact back at the place it had, whoever was asked.</summary>
    /// <param name="contact">Its number.</param>
    /// <param name="passedBy">
    /// The agent who missed or refused it: the others come first. Null when the offer was merely withdrawn.
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
        Place(waiting);
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
        waiting.Asked?.Remove(agent);
        if (waiting.Asked is not { Count: > 0 })
        {
            Return(contact, hasPassed ? agent : default(AgentId?));
            return;
        }

        if (hasPassed)
        {
            PassBy(waiting, agent);
        }

        Place(waiting);
    }

    /// <summary>Says which queues an agent serves.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="queues">Queues that were added.</param>
    /// <exception cref="KeyNotFoundException">A queue was never added.</exception>
    public void Serve(AgentId agent, params ReadOnlySpan<QueueName> queues)
    {
        if (!_agents.TryGetValue(agent, out var free))
        {
            _agents.Add(agent, free = new FreeAgent(agent));
        }

        var lines = new QueueLine[queues.Length];
        for (var index = 0; index < queues.Length; index++)
        {
            lines[index] = _queues[queues[index]];
        }

        var (open, since) = (free.OpenChannels, free.Since);
        List(free, openChannels: 0, since);
        foreach (var line in free.Queues)
        {
            line.Served.Remove(agent);
        }

        free.Queues = lines;
        foreach (var line in lines)
        {
            line.Served.Add(agent);
        }

        List(free, open, since);
    }

    /// <summary>Says that an agent is free for contacts of the given channels, or, without any, for none.</summary>
    /// <param name="agent">An agent of whom <see cref="Serve"/> has told.</param>
    /// <param name="since">Since when they have been available.</param>
    /// <param name="channels">The channels they have room for.</param>
    /// <exception cref="KeyNotFoundException">The agent is not known.</exception>
    public void SetFree(AgentId agent, DateTimeOffset since, params ReadOnlySpan<Channel> channels)
    {
        var open = 0;
        foreach (var channel in channels)
        {
            open |= 1 << (int)channel;
        }

        SetFree(agent, since, open);
    }

    /// <summary>The next contact to be offered and its agent; null when nothing can be offered.</summary>
    /// <remarks>
    /// Asking changes nothing. Whoever makes the offer says so with <see cref="Offer(long)"/> and tells, with
    /// <see cref="SetFree(AgentId, DateTimeOffset, ReadOnlySpan{Channel})"/>, what room the agent still has.
    /// </remarks>
    public Match? Next()
    {
        if (_matchable.Min is not { } queue)
        {
            return null;
        }

        var contact = queue.ListedHead!;
        return new Match(
            contact.Number, queue.Name, queue.Choose(contact).Id, RoutingStrategies.LongestAvailable);
    }

    /// <summary>Who is offered to nobody yet comes before who may be offered to one more; then by age.</summary>
    private static int CompareHeads(QueueLine one, QueueLine other)
    {
        var byNeed = one.IsListedAsOffered.CompareTo(other.IsListedAsOffered);
        return byNeed != 0 ? byNeed : WaitingContact.Compare(one.ListedHead!, other.ListedHead!);
    }
}

using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>What is counted over all chats and agents of a floor, each with what it adds.</summary>
internal sealed class FloorCounts
{
    private readonly Dictionary<long, ChatShare> _chats = [];
    private readonly Dictionary<AgentId, AgentShare> _agents = [];
    private readonly Dictionary<QueueName, QueueCounts> _queues = [];
    private readonly int[] _live = new int[Enum.GetValues<Channel>().Length];

    // Whoever moves stands in them a second time: what is no longer so is left out when it comes first.
    private readonly PriorityQueue<long, long> _chatsDue = new();
    private readonly PriorityQueue<AgentId, long> _agentsDue = new();

    /// <summary>How many agents are held for a queue.</summary>
    internal int Held { get; private set; }

    /// <summary>How many chats the bot is asked about.</summary>
    internal int Asked { get; private set; }

    /// <summary>The earliest of what is to happen to a chat, an offer of it, or an agent.</summary>
    internal DateTimeOffset? NextDueAt
    {
        get
        {
            while (_chatsDue.TryPeek(out var chat, out var due)
                && !(_chats.TryGetValue(chat, out var share) && share.DueAt == due))
            {
                _chatsDue.Dequeue();
            }

            while (_agentsDue.TryPeek(out var agent, out var due)
                && !(_agents.TryGetValue(agent, out var share) && share.DueAt == due))
            {
                _agentsDue.Dequeue();
            }

            _chatsDue.TryPeek(out _, out var ofChats);
            _agentsDue.TryPeek(out _, out var ofAgents);
            return (_chatsDue.Count, _agentsDue.Count) switch
            {
                (0, 0) => null,
                (0, _) => new DateTimeOffset(ofAgents, TimeSpan.Zero),
                (_, 0) => new DateTimeOffset(ofChats, TimeSpan.Zero),
                _ => new DateTimeOffset(Math.Min(ofChats, ofAgents), TimeSpan.Zero),
            };
        }
    }

    internal int Live(Channel channel) => _live[(int)channel];

    internal QueueCounts Of(QueueName queue)
    {
        if (!_queues.TryGetValue(queue, out var counts))
        {
            _queues.Add(queue, counts = new QueueCounts());
        }

        return counts;
    }

    internal void CountAll(FloorView view)
    {
        _chats.Clear();
        _agents.Clear();
        _queues.Clear();
        _chatsDue.Clear();
        _agentsDue.Clear();
        Array.Clear(_live);
        (Held, Asked) = (0, 0);
        Add(view);
    }

    /// <summary>Takes back what was counted of whatever was touched, and counts what is there of it now.</summary>
    internal void Count(FloorView view, Touched touched)
    {
        foreach (var chat in touched.Chats)
        {
            if (_chats.Remove(chat, out var share))
            {
                Add(share, -1);
            }
        }

        foreach (var agent in touched.Agents)
        {
            if (_agents.Remove(agent, out var share))
            {
                Add(share, -1);
            }
        }

        Add(view);
    }

    private void Add(FloorView view)
    {
        foreach (var chat in view.Chats)
        {
            var share = new ChatShare(chat, Of(chat.Queue), Of(chat.WaitsIn), Invariants.DueAt(view, chat));
            _chats[chat.Number] = share;
            Add(share, 1);
            if (share.DueAt != long.MaxValue)
            {
                _chatsDue.Enqueue(chat.Number, share.DueAt);
            }
        }

        foreach (var agent in view.Agents)
        {
            var held = agent.HeldFor is { } queue ? Of(queue) : null;
            QueueCounts[] thereFor =
                view.Minding.Count == 0 ? [] : [.. Invariants.ThereFor(view, agent).Select(queue => Of(queue.Name))];
            var share = new AgentShare(held, Invariants.DueAt(view, agent), thereFor);
            _agents.Add(agent.Id, share);
            Add(share, 1);
            if (share.DueAt != long.MaxValue)
            {
                _agentsDue.Enqueue(agent.Id, share.DueAt);
            }
        }
    }

    private void Add(in ChatShare share, int count)
    {
        _live[(int)share.Channel] += count;
        Asked += share.IsAsked ? count : 0;
        share.Queue.Length += share.State is ChatState.Queued or ChatState.Offered ? count : 0;
        share.WaitsIn.Waiting += share.Waits ? count : 0;
        share.WaitsIn.InLine += share.InLine ? count : 0;
        share.WaitsIn.Queued += share.State == ChatState.Queued ? count : 0;
    }

    private void Add(in AgentShare share, int count)
    {
        if (share.HeldFor is not null)
        {
            share.HeldFor.Held += count;
            Held += count;
        }

        foreach (var queue in share.ThereFor)
        {
            queue.There += count;
        }
    }

    private readonly struct ChatShare(ChatSession chat, QueueCounts queue, QueueCounts waitsIn, DateTimeOffset? dueAt)
    {
        internal QueueCounts Queue { get; } = queue;

        internal QueueCounts WaitsIn { get; } = waitsIn;

        internal Channel Channel { get; } = chat.Channel;

        internal ChatState State { get; } = chat.State;

        internal bool Waits { get; } = chat.Waits;

        internal bool InLine { get; } = Invariants.InLine(chat);

        internal bool IsAsked { get; } = chat.Bot is not null;

        internal long DueAt { get; } = dueAt?.UtcTicks ?? long.MaxValue;
    }

    private readonly struct AgentShare(QueueCounts? heldFor, DateTimeOffset? dueAt, QueueCounts[] thereFor)
    {
        internal QueueCounts? HeldFor { get; } = heldFor;

        internal QueueCounts[] ThereFor { get; } = thereFor;

        internal long DueAt { get; } = dueAt?.UtcTicks ?? long.MaxValue;
    }
}

/// <summary>What is counted of one queue.</summary>
internal sealed class QueueCounts
{
    /// <summary>Who waits in it or is offered from it, for the first time or again.</summary>
    internal int Length { get; set; }

    /// <summary>The same, and who is handed over to it.</summary>
    internal int Waiting { get; set; }

    /// <summary>Who stands in its line.</summary>
    internal int InLine { get; set; }

    /// <summary>Who waits in it and is offered to nobody.</summary>
    internal int Queued { get; set; }

    /// <summary>The agents who are held for it.</summary>
    internal int Held { get; set; }

    /// <summary>The agents who are there for it, where it minds.</summary>
    internal int There { get; set; }
}

using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>What is counted over all chats and agents of a floor, each with what it adds.</summary>
internal sealed class FloorCounts
{
    private readonly Dictionary<long, ChatShare> _chats = [];
    private readonly Dictionary<AgentId, AgentShare> _agents = [];
    private readonly Dictionary<QueueName, QueueCounts> _queues = [];
    private readonly int[] _live = new int[Enum.GetValues<Channel>().Length];

    /// <summary>How many agents are held for a queue.</summary>
    internal int Held { get; private set; }

    /// <summary>How many chats the bot is asked about.</summary>
    internal int Asked { get; private set; }

    /// <summary>The earliest of what is to happen to a chat, an offer of it, or an agent.</summary>
    internal DateTimeOffset? NextDueAt
    {
        get
        {
            var next = long.MaxValue;
            foreach (var chat in _chats.Values)
            {
                next = Math.Min(next, chat.DueAt);
            }

            foreach (var agent in _agents.Values)
            {
                next = Math.Min(next, agent.DueAt);
            }

            return next == long.MaxValue ? null : new DateTimeOffset(next, TimeSpan.Zero);
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
        }

        foreach (var agent in view.Agents)
        {
            var held = agent.HeldFor is { } queue ? Of(queue) : null;
            var share = new AgentShare(held, Invariants.DueAt(view, agent));
            _agents.Add(agent.Id, share);
            Add(share, 1);
        }
    }

    private void Add(in ChatShare share, int count)
    {
        _live[(int)share.Channel] += count;
        Asked += share.IsAsked ? count : 0;
        share.Queue.Length += share.State is ChatState.Queued or ChatState.Offered ? count : 0;
        share.WaitsIn.Waiting += share.Waits ? count : 0;
        share.WaitsIn.InLine += share.InLine ? count : 0;
    }

    private void Add(in AgentShare share, int count)
    {
        if (share.HeldFor is not null)
        {
            share.HeldFor.Held += count;
            Held += count;
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

    private readonly struct AgentShare(QueueCounts? heldFor, DateTimeOffset? dueAt)
    {
        internal QueueCounts? HeldFor { get; } = heldFor;

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

    /// <summary>The agents who are held for it.</summary>
    internal int Held { get; set; }
}

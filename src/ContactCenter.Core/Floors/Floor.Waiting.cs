using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Queues in which only so many may wait, or only for so long, and where those go who come above that.
/// </summary>
internal sealed partial class Floor
{
    private readonly Dictionary<string, Requirement> _addedRequirements = new(StringComparer.Ordinal);

    /// <summary>Some queue says what follows a long wait: asked after every event, and mostly none does.</summary>
    private bool _hasWaitRules;

    /// <summary>Those who follow a rule before the next offer is made: no part of the state, but an index.</summary>
    private readonly SortedSet<long> _overdueInLine = [];

    /// <summary>
    /// The queue in which a contact that comes to one would wait: this, or where it overflows to. Null for none.
    /// </summary>
    private QueueProfile? WithRoom(QueueProfile queue)
    {
        // No longer than there are queues: a circle is a fault of the configuration.
        while (Router.Queues[queue.Name].Length >= queue.MaxLength)
        {
            if (queue.WhenFull != FullQueue.Overflow)
            {
                return null;
            }

            queue = _queues[queue.OverflowTo!];
            if (!_doors.Of(queue.Name).IsOpen && queue.ClosedAction != ClosedAction.Wait)
            {
                // What that sends on might come back.
                return null;
            }
        }

        return queue;
    }

    /// <summary>Whether nobody can come to wait where a chat would.</summary>
    private bool HasNoRoomFor(ChatSession chat) =>
        _queues.TryGetValue(chat.WaitsIn, out var queue) && WithRoom(queue) is null;

    /// <summary>The queue that a chat comes to wait in is the one that has room for it.</summary>
    private void DivertIfFull(ChatSession chat)
    {
        if (_queues.TryGetValue(chat.WaitsIn, out var queue))
        {
            Divert(chat, WithRoom(queue)?.Name);
        }
    }

    /// <param name="room">The queue that has room for it; null where none has.</param>
    /// <param name="asked">The queue it was to come to; null for the one in which it is.</param>
    private void Divert(
        ChatSession chat, string? room, Diversion why = Diversion.QueueFull, string? asked = null)
    {
        if (room is null || room == chat.WaitsIn.Value)
        {
            return;
        }

        // Each queue on the way that has no room for it has its say.
        var wishes = chat.Wishes;
        for (var queue = _queues[asked ?? chat.WaitsIn]; queue.Name != room; queue = _queues[queue.OverflowTo!])
        {
            wishes = wishes.Urged(queue.OverflowPriority, Added(queue.OverflowRequirement), chat.Classified);
        }

        Urge(chat, wishes);
        Raise(new ChatDiverted(chat.Number, chat.WaitsIn, room, why));
    }

    private void Urge(ChatSession chat, ContactWishes wishes)
    {
        if (!wishes.Equals(chat.Wishes))
        {
            Raise(new ContactWished(chat.Number, wishes, ByRule: true));
        }
    }

    /// <summary>A requirement of the configuration, read once.</summary>
    private Requirement? Added(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!_addedRequirements.TryGetValue(text, out var requirement))
        {
            _addedRequirements.Add(text, requirement = Requirement.Parse(text));
        }

        return requirement;
    }

    /// <summary>Why a contact may not come to wait in a queue, or where it goes on to while that is closed.</summary>
    private Rejection? NoRoomIn(QueueProfile queue) =>
        WithRoom(queue) is null || WithRoom(_queues[DoorTo(queue)]) is null
            ? Rejections.QueueFull.About(queue.Name)
            : null;

    /// <summary>The queue in which a contact would wait that comes to one; null where nobody is let in now.</summary>
    private QueueProfile? LetsIn(QueueProfile queue) =>
        (OutsideHours(queue) ?? NoRoomIn(queue)) is null ? WithRoom(queue) : null;

    /// <summary>A chat waits in a queue already, or is offered from it.</summary>
    private static bool IsIn(ChatSession chat, QueueProfile queue) =>
        chat.State is ChatState.Queued or ChatState.Offered && chat.WaitsIn.Value == queue.Name;

    /// <summary>
    /// When the next rule is due for a contact that waits long; null where none is, it is overdue while it is being
    /// offered, or waits for its queue to open.
    /// </summary>
    internal DateTimeOffset? RuleAt(ChatSession chat) =>
        chat.State is ChatState.Queued or ChatState.Offered && NextRule(chat) is { } rule
            && (chat.State == ChatState.Queued || !(rule.After <= chat.Patience?.Overdue))
            && !WaitsToOpen(chat)
            ? chat.WaitedSince + rule.After
            : null;

    /// <summary>A rule has come due while it was offered, and has not followed.</summary>
    private bool IsOverdue(ChatSession chat) =>
        chat.Patience?.Overdue is { } overdue && NextRule(chat)?.After <= overdue;

    /// <summary>The next contact that was overdue while it was offered, and is so no longer; null for none.</summary>
    private ChatSession? NextOverdue() => _overdueInLine.Count == 0 ? null : _chats[_overdueInLine.Min];

    private void MindOverdue(ChatSession chat)
    {
        if (chat.State == ChatState.Queued && IsOverdue(chat) && !WaitsToOpen(chat))
        {
            _overdueInLine.Add(chat.Number);
        }
        else if (_overdueInLine.Count > 0)
        {
            _overdueInLine.Remove(chat.Number);
        }
    }

    private void MindOverdue()
    {
        foreach (var chat in _chats.Values)
        {
            MindOverdue(chat);
        }
    }

    private bool WaitsToOpen(ChatSession chat) =>
        _queues[chat.Queue].ClosedAction == ClosedAction.Wait && !_doors.Of(chat.Queue).IsOpen;

    private Rejection? Decide(FollowWaitRule c)
    {
        if (!_chats.TryGetValue(c.Chat, out var chat) || RuleAt(chat) is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        FollowRule(chat);
        return null;
    }

    /// <summary>A rule is due. Nobody is taken from an agent who is being asked: it follows after that.</summary>
    private void FollowRule(ChatSession chat)
    {
        var rule = NextRule(chat)!;
        if (chat.State == ChatState.Offered)
        {
            Raise(new ContactOverdue(chat.Number, rule.After));
            return;
        }

        Raise(new WaitRuleFired(chat.Number, chat.Queue, rule.After));
        if (rule.End)
        {
            Finish(chat, ChatTrigger.Leave, Actor.System, Notices.WaitTooLong);
            return;
        }

        var room = rule.MoveTo is { } to ? LetsIn(_queues[to])?.Name : null;
        if (rule.MoveTo is null || (room is not null && room != chat.Queue.Value))
        {
            Urge(chat, chat.Wishes.Urged(rule.Priority, Added(rule.Requirement), chat.Classified));
            Divert(chat, room, Diversion.WaitedLong, rule.MoveTo);
        }
    }

    /// <summary>
    /// The first rule of its queue that comes later than those that are over; none that ends it where a call was
    /// promised.
    /// </summary>
    private WaitRule? NextRule(ChatSession chat)
    {
        if (_hasWaitRules && _queues.TryGetValue(chat.Queue, out var queue))
        {
            foreach (var rule in queue.WaitRules)
            {
                if (!(rule.After <= chat.Patience?.Passed) && !(rule.End && chat.IsCallback))
                {
                    return rule;
                }
            }
        }

        return null;
    }

    /// <summary>One alarm is enough, however often it is offered in between.</summary>
    private void WatchWait(ChatSession chat)
    {
        MindOverdue(chat);
        if (RuleAt(chat) is { } dueAt && !(chat.Patience?.WatchedAt <= dueAt))
        {
            (chat.Patience ??= new Patience()).WatchedAt = dueAt;
            Alarms.Set(new Alarm(dueAt, AlarmKind.Wait, chat.Number));
        }
    }

    private DateTimeOffset? WatchedRuleAt(long number)
    {
        var chat = _chats.GetValueOrDefault(number);
        var dueAt = chat is null ? null : RuleAt(chat);
        if (chat?.Patience is { } patience)
        {
            patience.WatchedAt = dueAt;
        }

        return dueAt;
    }
}

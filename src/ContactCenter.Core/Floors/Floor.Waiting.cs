using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Queues in which only so many may wait, or only for so long, and where those go who come above that.
/// </summary>
internal sealed partial class Floor
{
    private readonly Dictionary<string, Requirement> _addedRequirements = new(StringComparer.Ordinal);

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

    /// <summary>Whether nobody can come to wait where a chat would; a queue that closes takes whom it has.</summary>
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

    /// <summary>A chat waits in a queue already, or is offered from it.</summary>
    private static bool IsIn(ChatSession chat, QueueProfile queue) =>
        chat.State is ChatState.Queued or ChatState.Offered && chat.WaitsIn.Value == queue.Name;

    /// <summary>
    /// When the next rule follows for a contact that waits long; null where none does, or it is being offered.
    /// </summary>
    internal DateTimeOffset? RuleAt(ChatSession chat) =>
        chat.State == ChatState.Queued && NextRule(chat) is { } rule ? chat.WaitedSince + rule.After : null;

    private Rejection? Decide(FollowWaitRule c)
    {
        if (!_chats.TryGetValue(c.Chat, out var chat) || RuleAt(chat) is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        var rule = NextRule(chat)!;
        Raise(new WaitRuleFired(chat.Number, chat.Queue, rule.After));
        if (rule.End)
        {
            Finish(chat, ChatTrigger.Leave, Actor.System, Notices.WaitTooLong);
            return null;
        }

        var room = rule.MoveTo is { } to && OutsideHours(_queues[to]) is null ? WithRoom(_queues[to])?.Name : null;
        if (rule.MoveTo is null || (room is not null && room != chat.Queue.Value))
        {
            Urge(chat, chat.Wishes.Urged(rule.Priority, Added(rule.Requirement), chat.Classified));
            Divert(chat, room, Diversion.WaitedLong, rule.MoveTo);
        }

        return null;
    }

    /// <summary>The first rule of its queue that comes later than those that are over.</summary>
    private WaitRule? NextRule(ChatSession chat)
    {
        if (_queues.TryGetValue(chat.Queue, out var queue))
        {
            foreach (var rule in queue.WaitRules)
            {
                if (!(rule.After <= chat.Patience?.Passed))
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

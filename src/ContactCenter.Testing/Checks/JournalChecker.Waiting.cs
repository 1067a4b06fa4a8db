using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>
/// Lines: how many may wait in one, what becomes of those who wait long, who is not asked again, and places that are
/// asked for.
/// </summary>
internal sealed partial class JournalChecker
{
    private readonly HashSet<ChatRecord> _arriving = [];
    private readonly List<(ChatRecord Chat, WaitRule Rule)> _urged = [];

    private void FoldDiversion(ChatDiverted e, ChatRecord chat)
    {
        Require(e.From == chat.WaitsIn, "S13", $"chat {chat.Number} is diverted from {e.From}, not {chat.WaitsIn}");
        var (from, wished) = (Configured(e.From), chat.Wishes);
        switch (e.Why)
        {
            case Diversion.WaitedLong:
                var rule = from?.WaitRules.FirstOrDefault(rule => rule.After == chat.Passed);
                wished = Urged(wished, rule?.Priority, rule?.Requirement, chat.Classified);
                from = MovedBy(e, rule?.MoveTo);
                break;
            case Diversion.NoAgents:
                from = MovedBy(e, chat.IsForsaken ? from?.NoAgents?.MoveTo : null);
                break;
            case Diversion.Reclassified:
                Require(chat.OpenOffers.Count == 0, "S13", $"chat {chat.Number} is moved while it is offered");
                from = Configured(e.To);
                break;
            default:
                break;
        }

        while (from is not null && from.Name != e.To.Value)
        {
            Require(
                IsFull(from.Name, chat) && from.WhenFull == FullQueue.Overflow,
                "S13",
                $"chat {chat.Number} is diverted from {from.Name}, which has room or keeps its own");
            wished = Urged(wished, from.OverflowPriority, from.OverflowRequirement, chat.Classified);
            from = from.WhenFull == FullQueue.Overflow ? Configured(from.OverflowTo!) : null;
        }

        Require(from?.Channel == chat.Channel, "S42", $"chat {chat.Number} is diverted to {e.To} as {chat.Channel}");
        var comesLater = e.Why == Diversion.Reclassified && chat.State is not (ChatState.Queued or ChatState.Offered);
        Require(
            comesLater || !IsFull(e.To, chat),
            "S13",
            $"chat {chat.Number} is diverted to {e.To}, which has no room");
        Require(
            wished.Equals(chat.Wishes), "S42", $"chat {chat.Number} is diverted to {e.To}, and not with what is said");
        (chat.Queue, chat.HandedTo) = chat.HandedTo is null ? (e.To, chat.HandedTo) : (chat.Queue, e.To);
    }

    private QueueProfile? MovedBy(ChatDiverted e, string? to)
    {
        Require(to is not null, "S13", $"chat {e.Chat} is moved from {e.From} by no rule");
        return to is null ? null : Configured(to);
    }

    /// <summary>Each rule once, in order, when its time has come, and to nobody who is offered to somebody.</summary>
    private void FoldRule(WaitRuleFired e, ChatRecord chat)
    {
        // Two may follow in one batch, and the second takes back what the first has said.
        CheckUrged();
        Require(
            chat.State == ChatState.Queued && chat.WaitsIn == e.Queue,
            "S13",
            $"chat {chat.Number} is {chat.State} and has waited too long in {e.Queue}");
        var follows = RuleOf(chat);
        if (follows is { MoveTo: null, End: false })
        {
            _urged.Add((chat, follows));
        }

        Require(
            follows?.After == e.After && IsDue(chat, e.After),
            "S41",
            $"chat {chat.Number} follows the rule for {e.After} at {_at:O} after that for {chat.Passed}");
        (chat.Passed, chat.OverdueIn) = (e.After, _head);
    }

    /// <summary>Once, when its time has come, of whoever is being offered.</summary>
    private void FoldOverdue(ContactOverdue e, ChatRecord chat)
    {
        Require(
            chat.State == ChatState.Offered && RuleOf(chat)?.After == e.After && e.After > chat.Overdue
                && IsDue(chat, e.After),
            "S41",
            $"chat {chat.Number} is {chat.State} and overdue by the rule for {e.After} at {_at:O}");
        chat.Overdue = e.After;
    }

    /// <summary>A rule that is due comes before the next offer, and before any once it can follow.</summary>
    private void CheckOverdue(OfferMade e, ChatRecord chat)
    {
        Require(
            RuleOf(chat) is not { } rule || !IsDue(chat, rule.After),
            "S41",
            $"chat {e.Chat} is offered to {e.Agent} and is overdue");
        foreach (var other in IsTold(e.Offer) ? _chats.Values.AsEnumerable() : [])
        {
            Require(
                other.State != ChatState.Queued || !IsOverdue(other) || WaitsToOpen(other.WaitsIn),
                "S41",
                $"chat {e.Chat} is offered to {e.Agent} while {other.Number} is overdue");
        }
    }

    /// <summary>The rule that is next for whoever waits, or is offered.</summary>
    private WaitRule? RuleOf(ChatRecord chat)
    {
        if (chat.State is not (ChatState.Queued or ChatState.Offered) || LineOf(chat).Configured is not { } queue)
        {
            return null;
        }

        foreach (var rule in queue.WaitRules)
        {
            if (rule.After > chat.Passed && !(rule.End && chat.IsCallback))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>A rule was due while it was offered, and has not followed.</summary>
    private bool IsOverdue(ChatRecord chat) =>
        chat.Overdue > TimeSpan.Zero && RuleOf(chat)?.After <= chat.Overdue;

    private bool IsDue(ChatRecord chat, TimeSpan after) =>
        !WaitsToOpen(chat.WaitsIn) && _at >= (chat.WaitedSince ?? chat.QueuedAt) + after;

    /// <summary>Contacts wait in it until it opens, and follow no rule.</summary>
    private bool WaitsToOpen(QueueName queue) =>
        _closedQueues.Contains(queue) && Configured(queue)?.ClosedAction == ClosedAction.Wait;

    /// <summary>Told a second time: what a queue makes of what a contact asks for.</summary>
    private static ContactWishes Urged(
        ContactWishes wishes, int? priority, string? requirement, int classified)
    {
        var has = wishes.Requirements.Select(one => (Text: one.Requirement.ToString(), one.For));
        return requirement is null || wishes.Requirements.Length >= 20
            || has.Contains((Requirement.Parse(requirement).ToString(), null))
            ? wishes with { Priority = priority ?? wishes.Priority }
            : wishes with
            {
                Priority = priority ?? wishes.Priority,
                Requirements =
                [
                    .. wishes.Requirements.SkipLast(classified),
                    (Requirement.Parse(requirement), null),
                    .. wishes.Requirements.TakeLast(classified),
                ],
            };
    }

    /// <summary>A place is of its priority; whoever asks anew asks for all of it anew.</summary>
    private static void FoldWishes(ContactWished e, ChatRecord chat)
    {
        var isAnew = !e.ByRule;
        chat.Asked = isAnew ? null : chat.Asked;
        chat.Place = isAnew || e.Wishes.Priority != chat.Wishes.Priority ? null : chat.Place;
        chat.Classified = isAnew ? 0 : chat.Classified;
        chat.Wishes = e.Wishes;
    }

    private void CheckUrged()
    {
        foreach (var (chat, rule) in _urged)
        {
            Require(
                Urged(chat.Wishes, rule.Priority, rule.Requirement, chat.Classified).Equals(chat.Wishes),
                "S42",
                $"chat {chat.Number} follows the rule for {rule.After} and does not ask for what that says");
        }

        _urged.Clear();
    }

    /// <summary>Only whoever has just declined is not asked again, and not for longer than a day.</summary>
    private void FoldWithheld(ContactWithheld e, ChatRecord chat)
    {
        Require(
            chat.PassedBy.Contains(e.Agent) && e.Until > _at && e.Until <= _at + TimeSpan.FromDays(1),
            "S41",
            $"chat {chat.Number} is withheld from {e.Agent} until {e.Until:O}");
        chat.Withheld[e.Agent] = e.Until;
    }

    /// <summary>Whoever becomes available anew may be asked for what they have declined.</summary>
    private void ForgetWithheld(AgentId agent, Func<ChatRecord, bool> isOffered)
    {
        foreach (var chat in _chats.Values)
        {
            if (chat.Withheld.Count > 0 && isOffered(chat) && chat.Withheld.Remove(agent))
            {
                Touched.Chats.Add(chat.Number);
            }
        }
    }

    /// <summary>A place is given to whoever asked for one and waits, and to nobody else at the same time.</summary>
    private void FoldPlace(ContactPlaced e, ChatRecord chat)
    {
        Require(
            chat.Asked is not null && chat.State is ChatState.Queued or ChatState.Offered or ChatState.Transferring,
            "S8",
            $"chat {chat.Number} is {chat.State} and is given a place that it has not asked for");
        Require(
            _chats.Values.All(other => other.Place?.Order != e.Place.Order),
            "S8",
            $"chat {chat.Number} is given a place that another has");
        (chat.Asked, chat.Place) = (null, e.Place);
    }

    /// <summary>Whoever comes finds room; whoever comes back needs none.</summary>
    private void CheckRoom(ChatRecord chat) => Require(
        chat.State is not (ChatState.Queued or ChatState.Offered) || !IsFull(chat.WaitsIn, chat),
        "S13",
        $"chat {chat.Number} has come to {chat.WaitsIn}, which has no room");

    private bool IsFull(QueueName name, ChatRecord but) => Configured(name)?.MaxLength is { } most
        && most <= _chats.Values.Count(chat =>
            chat != but && chat.State is ChatState.Queued or ChatState.Offered && chat.WaitsIn == name);
}

using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>Alarms, instants, remembered commands, configuration and counts.</summary>
internal static partial class Invariants
{
    /// <summary>
    /// S41: the next alarm is the earliest due instant of the state, neither later nor one that is gone.
    /// </summary>
    private static void Alarms(FloorView view)
    {
        var due = NextDue(view);
        if (view.Floor.Alarms.NextDueAt is var alarm && alarm != due)
        {
            view.Report("S41", $"due next is {due:O}, but the alarm stands at {alarm:O}");
        }

        foreach (var chat in view.Chats)
        {
            if (chat.Bot is { } asked && view.Floor.Effects.GetValueOrDefault(asked.Number) != asked)
            {
                view.Report("S41", $"the bot is asked about chat {chat.Number}, and the question is not kept");
            }
        }
    }

    /// <summary>What happens outside: questions to the bot, files on their way, erasures.</summary>
    private static void Effects(FloorView view)
    {
        if (view.Counts.Asked != view.Floor.Effects.Values.OfType<BotEffect>().Count())
        {
            view.Report("S41", $"{view.Counts.Asked} questions to the bot are open, but others are kept");
        }

        var erasing = view.Floor.Effects.Values.OfType<Erasure>().ToArray();
        if (erasing.Select(erasure => erasure.Customer).Distinct().Count() != erasing.Length
            || erasing.Any(erasure => view.Floor.OnHold.Contains(erasure.Customer)))
        {
            view.Report("S30", "a customer is erased twice, or under legal hold");
        }

        var files = view.Floor.Effects.Values.OfType<Attachment>()
            .Where(file => view.Floor.Chats.ContainsKey(file.Chat)).Select(file => (file.Chat, file.Number)).Order();
        var listed = view.Chats
            .SelectMany(chat => (chat.Files ?? []).Select(file => (Chat: chat.Number, Number: file))).Order();
        if (!files.SequenceEqual(listed))
        {
            view.Report("S41", "the files that are on their way are not those of their chats");
        }

        var purges = erasing.Any(erasure => erasure.IsPurge);
        if (view.Floor.PurgeAt is null != (purges || view.Floor.Configuration.HistoryRetention is null))
        {
            view.Report("S41", $"what is old is looked for next at {view.Floor.PurgeAt:O}");
        }
    }

    /// <summary>The earliest of everything that is to happen at an instant, whoever it happens to.</summary>
    private static DateTimeOffset? NextDue(FloorView view)
    {
        var next = Earliest(view.Floor.PurgeAt, view.Counts.NextDueAt);
        foreach (var forsaken in view.Deserted.Count > 0 ? Forsaken(view) : [])
        {
            next = Earliest(next, forsaken);
        }

        foreach (var effect in view.Floor.Effects.Count > 0 ? view.Floor.Effects.Values : [])
        {
            next = Earliest(next, (effect as Attachment)?.DueAt);
        }

        foreach (var presence in view.Floor.Presences.Count > 0 ? view.Floor.Presences.Values : [])
        {
            next = Earliest(next, presence.GraceDueAt);
        }

        return Earliest(next, view.NextDoor);
    }

    /// <summary>The earliest of what is to happen to a chat, and to its offers.</summary>
    internal static DateTimeOffset? DueAt(FloorView view, ChatSession chat)
    {
        var next = Earliest(Earliest(chat.Bot?.DueAt, chat.Silence?.DueAt), chat.WidenAt);
        next = Earliest(next, WaitRule(view, chat));
        next = Earliest(next, chat.State == ChatState.Scheduled ? chat.Appointment?.DueAt : null);
        next = Earliest(next, chat.Waits ? NextChange(view, chat) : null);
        foreach (var part in chat.Parts)
        {
            next = Earliest(next, part.WrapUpDueAt);
            if (part.State == ParticipationState.Offered && view.OfferOf(part.Offer) is { } offer)
            {
                next = Earliest(Earliest(next, offer.DueAt), offer.WarnAt);
            }
        }

        return next;
    }

    /// <summary>The same of an agent.</summary>
    internal static DateTimeOffset? DueAt(FloorView view, Agent agent)
    {
        var next = Inactive(view, agent);
        foreach (var one in agent.CoolOffs ?? [])
        {
            next = Earliest(next, one.Until);
        }

        foreach (var taken in agent.Taken ?? [])
        {
            next = Earliest(next, taken + agent.Profile.Pace?.Within);
        }

        foreach (var pause in agent.QueuePauses ?? [])
        {
            next = Earliest(next, pause.Until);
        }

        return next;
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;

    /// <summary>
    /// Told a second time: when what is said of a long wait comes next; not a second time for whoever is offered.
    /// </summary>
    private static DateTimeOffset? WaitRule(FloorView view, ChatSession chat)
    {
        var isWaiting = chat.State is ChatState.Queued or ChatState.Offered;
        return isWaiting && NextRule(view, chat) is { } next && !WaitsToOpen(view, chat)
            && !(chat.State == ChatState.Offered && next <= chat.Patience?.Overdue)
            ? chat.WaitedSince + next
            : null;
    }

    /// <summary>The first rule that is ahead; they stand in the order of their times.</summary>
    private static TimeSpan? NextRule(FloorView view, ChatSession chat)
    {
        var (passed, next) = (chat.Patience?.Passed ?? TimeSpan.Zero, default(TimeSpan?));
        if (view.Floor.Queues.TryGetValue(chat.Queue, out var queue))
        {
            foreach (var rule in queue.WaitRules)
            {
                if (rule.After > passed && (!rule.End || !chat.IsCallback) && !(next <= rule.After))
                {
                    next = rule.After;
                }
            }
        }

        return next;
    }

    /// <summary>Told a second time: a rule was due while it was offered, and has not followed.</summary>
    private static bool IsOverdue(FloorView view, ChatSession chat) =>
        chat.Patience?.Overdue is { } overdue && NextRule(view, chat) <= overdue;

    private static bool WaitsToOpen(FloorView view, ChatSession chat) =>
        !view.IsOpen(chat.Queue)
        && view.Floor.Queues.GetValueOrDefault(chat.Queue)?.ClosedAction == ClosedAction.Wait;

    /// <summary>R40, told a second time: whoever is at work and has none is signed out after a while.</summary>
    private static DateTimeOffset? Inactive(FloorView view, Agent agent) =>
        agent.Availability == Agents.Availability.SignedOut || agent.Contacts.Count > 0 || agent.Offers.Count > 0
            ? null
            : agent.ActiveAt + (agent.Profile.InactivityLimit ?? view.Floor.Configuration.InactivityLimit);

    /// <summary>S12: who is there has a session, who is lost has none; S6: and gets nothing.</summary>
    private static void Presences(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            if (agent.Offers.Count > 0 && view.Floor.PresenceOf(Actor.Agent(agent.Id)) == PresenceState.Lost)
            {
                view.Report("S6", $"{agent.Id} is lost and has an open offer");
            }
        }

        foreach (var presence in view.HasPresences ? view.Floor.Presences.Values : [])
        {
            var fits = presence.State switch
            {
                PresenceState.Connected => presence is { Sessions.Count: > 0, GraceDueAt: null },
                PresenceState.Lost => presence is { Sessions.Count: 0, GraceDueAt: not null },
                _ => false,
            };
            if (!fits)
            {
                view.Report("S12", $"{presence.Who} is {presence.State} with {presence.Sessions.Count} sessions");
            }
        }
    }

    /// <summary>S43: nothing that has happened lies after the last recorded instant.</summary>
    private static void Instants(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            if (agent.Since > view.Now || agent.CodeSince > view.Now || agent.LongestSince > view.Now)
            {
                view.Report("S43", $"{agent.Id} has changed after the last recorded instant");
            }
        }

        foreach (var chat in view.Chats)
        {
            if (chat.StartedAt > view.Now || chat.QueuedAt > view.Now
                || chat.Parts.Exists(part => part.Since > view.Now))
            {
                view.Report("S43", $"chat {chat.Number} has changed after the last recorded instant");
            }
        }

        foreach (var offer in view.Offers)
        {
            if (offer.MadeAt > view.Now || offer.DueAt <= offer.MadeAt)
            {
                view.Report("S43", $"offer {offer.Number}, made at {offer.MadeAt:O}, runs out at {offer.DueAt:O}");
            }
        }
    }

    /// <summary>S31: commands are remembered in order, each once, and none that may have been forgotten.</summary>
    internal static IEnumerable<Violation> Remembered(Floor floor)
    {
        var last = default(DateTimeOffset);
        var seen = new HashSet<CommandId>();
        foreach (var (id, answer) in floor.Window.All)
        {
            if (answer.At < last || answer.At > floor.LastAt)
            {
                yield return new("S31", $"command {id} is remembered out of order");
            }

            if (!seen.Add(id) || !floor.Window.TryFind(id, out var found) || found != answer)
            {
                yield return new("S31", $"command {id} is not remembered once");
            }

            last = answer.At;
        }

        if (seen.Count != floor.Window.Count)
        {
            yield return new("S31", $"{floor.Window.Count} commands are remembered, but {seen.Count} are in order");
        }
    }

    /// <summary>S42: whoever has work is configured.</summary>
    private static void Configured(FloorView view)
    {
        foreach (var chat in view.Chats)
        {
            // In wrap-up the queue is history.
            if (chat.State != ChatState.Ended && (view.QueueOf(chat.Queue)?.Channel != chat.Channel
                || (chat.HandedTo is { } to && view.QueueOf(to)?.Channel != chat.Channel)))
            {
                view.Report("S42", $"chat {chat.Number} is of {chat.Queue}, which is not configured");
            }
        }
    }

    /// <summary>S42: what works is what is configured.</summary>
    private static void Configuration(FloorView view)
    {
        var queues = view.Floor.Configuration.Queues.ToDictionary(queue => queue.Name, StringComparer.Ordinal);
        if (view.Floor.Queues.Count != queues.Count
            || view.Floor.Queues.Any(queue => queues.GetValueOrDefault(queue.Key.Value) != queue.Value)
            || view.Floor.Router.Queues.Count != queues.Count + view.Floor.Closing.Count
            || view.Lines.Exists(line => view.QueueOf(line.Name)?.Channel != line.Channel)
            || view.Lines.Exists(line => line.Rules.IsManual != (view.QueueOf(line.Name)?.Mode == QueueMode.Manual)))
        {
            view.Report("S42", "the queues are not those of the configuration");
        }

        var agents = view.Floor.Configuration.Agents.ToDictionary(agent => agent.Id, StringComparer.Ordinal);
        if (view.Floor.Agents.Count != agents.Count
            || view.Floor.Agents.Any(agent => agents.GetValueOrDefault(agent.Key.Value) != agent.Value.Profile))
        {
            view.Report("S42", "the agents are not those of the configuration");
        }

        foreach (var (name, closing) in view.Floor.Closing)
        {
            var left = view.Chats.Where(chat => chat.State != ChatState.Ended
                && (chat.Queue.Value == name || chat.WaitsIn.Value == name)).Select(chat => chat.Number).Order();
            if (queues.ContainsKey(name) || closing.Contacts.Count == 0 || !left.SequenceEqual(closing.Contacts))
            {
                view.Report("S42", $"queue {name} closes, and its contacts are not counted");
            }
        }
    }

    /// <summary>S54: contacts are counted once, by channel, and numbers are given out once.</summary>
    private static void Accounts(FloorView view)
    {
        foreach (var channel in AllChannels)
        {
            var live = view.Counts.Live(channel);
            if (live != view.Floor.Live(channel))
            {
                view.Report("S54", $"{live} of {channel} are live, {view.Floor.Live(channel)} are counted");
            }
        }

        foreach (var chat in view.Chats)
        {
            if (chat.Number < 1 || chat.Number > view.Floor.Last.Chat)
            {
                view.Report("S54", $"chat {chat.Number} has a number that was not given out");
            }
        }

        foreach (var offer in view.Offers)
        {
            if (offer.Number < 1 || offer.Number > view.Floor.Last.Offer)
            {
                view.Report("S54", $"offer {offer.Number} has a number that was not given out");
            }
        }

        if (view.IsWhole && (view.Floor.Effects.Keys.Any(effect => effect < 1 || effect > view.Floor.Last.Effect)
            || view.Floor.Chats.Any(chat => chat.Key != chat.Value.Number)))
        {
            view.Report("S54", "a number is in use that was not given out, or for another");
        }
    }
}

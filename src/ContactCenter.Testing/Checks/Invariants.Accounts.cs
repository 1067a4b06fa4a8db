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
    private static IEnumerable<Violation> Alarms(FloorView view)
    {
        var due = NextDue(view);
        if (view.Floor.Alarms.NextDueAt != due)
        {
            yield return new("S41", $"due next is {due:O}, but the alarm stands at {view.Floor.Alarms.NextDueAt:O}");
        }

        var asked = view.Chats.Where(chat => chat.Bot is not null).Select(chat => chat.Bot!).ToHashSet();
        if (!asked.SetEquals(view.Floor.Effects.Values.OfType<BotEffect>()))
        {
            yield return new("S41", $"{asked.Count} questions to the bot are open, but others are kept");
        }

        var erasing = view.Floor.Effects.Values.OfType<Erasure>().ToArray();
        if (erasing.Select(erasure => erasure.Customer).Distinct().Count() != erasing.Length
            || erasing.Any(erasure => view.Floor.OnHold.Contains(erasure.Customer)))
        {
            yield return new("S30", "a customer is erased twice, or under legal hold");
        }

        var files = view.Floor.Effects.Values.OfType<Attachment>()
            .Where(file => view.Floor.Chats.ContainsKey(file.Chat)).Select(file => (file.Chat, file.Number)).Order();
        var listed = view.Chats
            .SelectMany(chat => (chat.Files ?? []).Select(file => (Chat: chat.Number, Number: file))).Order();
        if (!files.SequenceEqual(listed))
        {
            yield return new("S41", "the files that are on their way are not those of their chats");
        }

        var purges = erasing.Any(erasure => erasure.IsPurge);
        if (view.Floor.PurgeAt is null != (purges || view.Floor.Configuration.HistoryRetention is null))
        {
            yield return new("S41", $"what is old is looked for next at {view.Floor.PurgeAt:O}");
        }
    }

    /// <summary>The earliest of everything that is to happen at an instant, whoever it happens to.</summary>
    private static DateTimeOffset? NextDue(FloorView view)
    {
        var next = Earliest(view.Floor.PurgeAt, Earliest(Forsaken(view)));
        foreach (var offer in view.Offers)
        {
            next = Earliest(Earliest(next, offer.DueAt), offer.WarnAt);
        }

        foreach (var chat in view.Chats)
        {
            next = Earliest(Earliest(next, chat.Bot?.DueAt), chat.Silence?.DueAt);
            next = Earliest(Earliest(next, chat.WidenAt), WaitRule(view, chat));
            next = Earliest(next, chat.State == ChatState.Scheduled ? chat.Appointment?.DueAt : null);
            next = Earliest(next, chat.Waits ? Earliest(Changes(view, chat)) : null);
            foreach (var part in chat.Parts)
            {
                next = Earliest(next, part.WrapUpDueAt);
            }
        }

        foreach (var agent in view.Agents)
        {
            next = Earliest(next, Inactive(view, agent));
            next = Earliest(next, Earliest((agent.CoolOffs ?? []).Select(one => (DateTimeOffset?)one.Until)));
            next = Earliest(next, Earliest((agent.Taken ?? []).Select(taken => taken + agent.Profile.Pace?.Within)));
            next = Earliest(next, Earliest((agent.QueuePauses ?? []).Select(pause => pause.Until)));
        }

        next = Earliest(next, Earliest(view.Floor.Presences.Values.Select(presence => presence.GraceDueAt)));
        next = Earliest(next, Earliest(view.Floor.Doors.Select(one => one.Door.NextChange)));
        return Earliest(next, Earliest(view.Floor.Effects.Values.OfType<Attachment>().Select(file => file.DueAt)));
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;

    private static DateTimeOffset? Earliest(IEnumerable<DateTimeOffset?> instants) => instants.Min();

    /// <summary>
    /// Told a second time: when what is said of a long wait comes next; not a second time for whoever is offered.
    /// </summary>
    private static DateTimeOffset? WaitRule(FloorView view, ChatSession chat)
    {
        var isWaiting = chat.State is ChatState.Queued or ChatState.Offered;
        var next = RulesAhead(view, chat).Min();
        return isWaiting && !WaitsToOpen(view, chat)
            && !(chat.State == ChatState.Offered && next <= chat.Patience?.Overdue)
            ? chat.WaitedSince + next
            : null;
    }

    private static IEnumerable<TimeSpan?> RulesAhead(FloorView view, ChatSession chat) =>
        (view.Floor.Queues.GetValueOrDefault(chat.Queue)?.WaitRules ?? [])
            .Where(rule => rule.After > (chat.Patience?.Passed ?? TimeSpan.Zero))
            .Where(rule => !rule.End || !chat.IsCallback)
            .Select(rule => (TimeSpan?)rule.After);

    /// <summary>Told a second time: a rule was due while it was offered, and has not followed.</summary>
    private static bool IsOverdue(FloorView view, ChatSession chat) =>
        RulesAhead(view, chat).Any(after => after <= chat.Patience?.Overdue);

    private static bool WaitsToOpen(FloorView view, ChatSession chat) =>
        view.Floor.Queues.GetValueOrDefault(chat.Queue)?.ClosedAction == ClosedAction.Wait
        && !view.Floor.DoorOf(chat.Queue).IsOpen;

    /// <summary>R40, told a second time: whoever is at work and has none is signed out after a while.</summary>
    private static DateTimeOffset? Inactive(FloorView view, Agent agent) =>
        agent.Availability == Agents.Availability.SignedOut || agent.Contacts.Count > 0 || agent.Offers.Count > 0
            ? null
            : agent.ActiveAt + (agent.Profile.InactivityLimit ?? view.Floor.Configuration.InactivityLimit);

    /// <summary>S12: who is there has a session, who is lost has none; S6: and gets nothing.</summary>
    private static IEnumerable<Violation> Presences(FloorView view)
    {
        foreach (var presence in view.Floor.Presences.Values)
        {
            var fits = presence.State switch
            {
                PresenceState.Connected => presence is { Sessions.Count: > 0, GraceDueAt: null },
                PresenceState.Lost => presence is { Sessions.Count: 0, GraceDueAt: not null },
                _ => false,
            };
            if (!fits)
            {
                yield return new("S12", $"{presence.Who} is {presence.State} with {presence.Sessions.Count} sessions");
            }

            if (presence is { State: PresenceState.Lost, Who.Kind: ActorKind.Agent }
                && view.Offers.Any(offer => presence.Who.IsAgent(offer.Agent)))
            {
                yield return new("S6", $"{presence.Who} is lost and has an open offer");
            }
        }
    }

    /// <summary>S43: nothing that has happened lies after the last recorded instant.</summary>
    private static IEnumerable<Violation> Instants(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            if (agent.Since > view.Now || agent.CodeSince > view.Now || agent.LongestSince > view.Now)
            {
                yield return new("S43", $"{agent.Id} has changed after the last recorded instant");
            }
        }

        foreach (var chat in view.Chats)
        {
            if (chat.StartedAt > view.Now || chat.QueuedAt > view.Now
                || chat.Parts.Exists(part => part.Since > view.Now))
            {
                yield return new("S43", $"chat {chat.Number} has changed after the last recorded instant");
            }
        }

        foreach (var offer in view.Offers)
        {
            if (offer.MadeAt > view.Now || offer.DueAt <= offer.MadeAt)
            {
                yield return new("S43", $"offer {offer.Number}, made at {offer.MadeAt:O}, runs out at {offer.DueAt:O}");
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

    /// <summary>S42: what works is what is configured, and whoever has work is configured.</summary>
    private static IEnumerable<Violation> Configured(FloorView view)
    {
        var queues = view.Floor.Configuration.Queues.ToDictionary(queue => queue.Name, StringComparer.Ordinal);
        if (view.Floor.Queues.Count != queues.Count
            || view.Floor.Queues.Any(queue => queues.GetValueOrDefault(queue.Key.Value) != queue.Value)
            || view.Floor.Router.Queues.Count != queues.Count + view.Floor.Closing.Count
            || view.Floor.Router.Queues.Any(line => ChannelOf(line.Key) != line.Value.Channel)
            || view.Floor.Router.Queues.Any(line =>
                line.Value.Rules.IsManual != (view.QueueOf(line.Key)?.Mode == QueueMode.Manual)))
        {
            yield return new("S42", "the queues are not those of the configuration");
        }

        var agents = view.Floor.Configuration.Agents.ToDictionary(agent => agent.Id, StringComparer.Ordinal);
        if (view.Floor.Agents.Count != agents.Count
            || view.Floor.Agents.Any(agent => agents.GetValueOrDefault(agent.Key.Value) != agent.Value.Profile))
        {
            yield return new("S42", "the agents are not those of the configuration");
        }

        foreach (var chat in view.Chats)
        {
            // In wrap-up the queue is history.
            if (chat.State != ChatState.Ended
                && (ChannelOf(chat.Queue) != chat.Channel || ChannelOf(chat.WaitsIn) != chat.Channel))
            {
                yield return new("S42", $"chat {chat.Number} is of {chat.Queue}, which is not configured");
            }
        }

        foreach (var (name, closing) in view.Floor.Closing)
        {
            var left = view.Chats.Where(chat => chat.State != ChatState.Ended
                && (chat.Queue.Value == name || chat.WaitsIn.Value == name)).Select(chat => chat.Number).Order();
            if (queues.ContainsKey(name) || closing.Contacts.Count == 0 || !left.SequenceEqual(closing.Contacts))
            {
                yield return new("S42", $"queue {name} closes, and its contacts are not counted");
            }
        }

        Channel? ChannelOf(QueueName name) => queues.GetValueOrDefault(name.Value)?.Channel
            ?? view.Floor.Closing.GetValueOrDefault(name.Value)?.Was.Channel;
    }

    /// <summary>S54: contacts are counted once, by channel, and numbers are given out once.</summary>
    private static IEnumerable<Violation> Accounts(FloorView view)
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var live = view.Chats.Count(chat => chat.Channel == channel);
            if (live != view.Floor.Live(channel))
            {
                yield return new("S54", $"{live} of {channel} are live, {view.Floor.Live(channel)} are counted");
            }
        }

        if (view.Floor.Chats.Keys.Any(chat => chat < 1 || chat > view.Floor.Last.Chat)
            || view.Floor.Offers.Keys.Any(offer => offer < 1 || offer > view.Floor.Last.Offer)
            || view.Floor.Effects.Keys.Any(effect => effect < 1 || effect > view.Floor.Last.Effect))
        {
            yield return new("S54", "a number is in use that was not given out");
        }

        foreach (var chat in view.Floor.Chats.Where(chat => chat.Key != chat.Value.Number))
        {
            yield return new("S54", $"chat {chat.Value.Number} is kept as {chat.Key}");
        }
    }
}

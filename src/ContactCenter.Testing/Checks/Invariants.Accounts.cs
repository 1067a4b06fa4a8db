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
    private static IEnumerable<Violation> Alarms(Floor floor)
    {
        DateTimeOffset?[] due =
        [
            .. floor.Offers.Values.Select(offer => (DateTimeOffset?)offer.DueAt),
            .. floor.Offers.Values.Select(offer => offer.WarnAt),
            .. floor.Chats.Values.Select(chat => chat.Bot?.DueAt),
            .. floor.Chats.Values.Where(chat => chat.State == ChatState.Scheduled)
                .Select(chat => chat.Appointment?.DueAt),
            .. floor.Chats.Values.Select(chat => chat.Silence?.DueAt),
            .. floor.Chats.Values.Select(chat => chat.WidenAt),
            .. floor.Chats.Values.Select(chat => WaitRule(floor, chat)),
            .. Forsaken(floor),
            .. floor.Chats.Values.Where(chat => chat.Waits).SelectMany(chat => Changes(floor, chat)),
            .. floor.Chats.Values.SelectMany(chat => chat.Parts.Select(part => part.WrapUpDueAt)),
            .. floor.Presences.Values.Select(presence => presence.GraceDueAt),
            floor.PurgeAt,
            .. floor.Doors.Select(one => one.Door.NextChange),
            .. floor.Effects.Values.OfType<Attachment>().Select(file => file.DueAt),
            .. floor.Agents.Values.Select(agent => Inactive(floor, agent)),
            .. floor.Agents.Values.SelectMany(agent => agent.CoolOffs ?? []).Select(one => (DateTimeOffset?)one.Until),
            .. floor.Agents.Values.SelectMany(agent =>
                (agent.Taken ?? []).Select(taken => taken + agent.Profile.Pace?.Within)),
            .. floor.Agents.Values.SelectMany(agent => agent.QueuePauses ?? []).Select(pause => pause.Until),
        ];
        if (floor.Alarms.NextDueAt != due.Min())
        {
            yield return new("S41", $"due next is {due.Min():O}, but the alarm stands at {floor.Alarms.NextDueAt:O}");
        }

        var asked = floor.Chats.Values.Where(chat => chat.Bot is not null).Select(chat => chat.Bot!).ToHashSet();
        if (!asked.SetEquals(floor.Effects.Values.OfType<BotEffect>()))
        {
            yield return new("S41", $"{asked.Count} questions to the bot are open, but others are kept");
        }

        var erasing = floor.Effects.Values.OfType<Erasure>().ToArray();
        if (erasing.Select(erasure => erasure.Customer).Distinct().Count() != erasing.Length
            || erasing.Any(erasure => floor.OnHold.Contains(erasure.Customer)))
        {
            yield return new("S30", "a customer is erased twice, or under legal hold");
        }

        var files = floor.Effects.Values.OfType<Attachment>()
            .Where(file => floor.Chats.ContainsKey(file.Chat)).Select(file => (file.Chat, file.Number)).Order();
        var listed = floor.Chats.Values
            .SelectMany(chat => (chat.Files ?? []).Select(file => (Chat: chat.Number, Number: file))).Order();
        if (!files.SequenceEqual(listed))
        {
            yield return new("S41", "the files that are on their way are not those of their chats");
        }

        var purges = erasing.Any(erasure => erasure.IsPurge);
        if (floor.PurgeAt is null != (purges || floor.Configuration.HistoryRetention is null))
        {
            yield return new("S41", $"what is old is looked for next at {floor.PurgeAt:O}");
        }
    }

    /// <summary>
    /// Told a second time: when what is said of a long wait comes next; not a second time for whoever is offered.
    /// </summary>
    private static DateTimeOffset? WaitRule(Floor floor, ChatSession chat)
    {
        var isWaiting = chat.State is ChatState.Queued or ChatState.Offered;
        var next = RulesAhead(floor, chat).Min();
        return isWaiting && !WaitsToOpen(floor, chat)
            && !(chat.State == ChatState.Offered && next <= chat.Patience?.Overdue)
            ? chat.WaitedSince + next
            : null;
    }

    private static IEnumerable<TimeSpan?> RulesAhead(Floor floor, ChatSession chat) =>
        (floor.Queues.GetValueOrDefault(chat.Queue)?.WaitRules ?? [])
            .Where(rule => rule.After > (chat.Patience?.Passed ?? TimeSpan.Zero))
            .Where(rule => !rule.End || !chat.IsCallback)
            .Select(rule => (TimeSpan?)rule.After);

    /// <summary>Told a second time: a rule was due while it was offered, and has not followed.</summary>
    private static bool IsOverdue(Floor floor, ChatSession chat) =>
        RulesAhead(floor, chat).Any(after => after <= chat.Patience?.Overdue);

    private static bool WaitsToOpen(Floor floor, ChatSession chat) =>
        floor.Queues.GetValueOrDefault(chat.Queue)?.ClosedAction == ClosedAction.Wait
        && !floor.DoorOf(chat.Queue).IsOpen;

    /// <summary>R40, told a second time: whoever is at work and has none is signed out after a while.</summary>
    private static DateTimeOffset? Inactive(Floor floor, Agent agent) =>
        agent.Availability == Agents.Availability.SignedOut || agent.Contacts.Count > 0 || agent.Offers.Count > 0
            ? null
            : agent.ActiveAt + (agent.Profile.InactivityLimit ?? floor.Configuration.InactivityLimit);

    /// <summary>S12: who is there has a session, who is lost has none; S6: and gets nothing.</summary>
    private static IEnumerable<Violation> Presences(Floor floor)
    {
        foreach (var presence in floor.Presences.Values)
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
                && floor.Offers.Values.Any(offer => presence.Who.IsAgent(offer.Agent)))
            {
                yield return new("S6", $"{presence.Who} is lost and has an open offer");
            }
        }
    }

    /// <summary>S43: nothing that has happened lies after the last recorded instant.</summary>
    private static IEnumerable<Violation> Instants(Floor floor)
    {
        foreach (var agent in floor.Agents.Values)
        {
            if (agent.Since > floor.LastAt || agent.CodeSince > floor.LastAt || agent.LongestSince > floor.LastAt)
            {
                yield return new("S43", $"{agent.Id} has changed after the last recorded instant");
            }
        }

        foreach (var chat in floor.Chats.Values)
        {
            if (chat.StartedAt > floor.LastAt || chat.QueuedAt > floor.LastAt
                || chat.Parts.Exists(part => part.Since > floor.LastAt))
            {
                yield return new("S43", $"chat {chat.Number} has changed after the last recorded instant");
            }
        }

        foreach (var offer in floor.Offers.Values)
        {
            if (offer.MadeAt > floor.LastAt || offer.DueAt <= offer.MadeAt)
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
    private static IEnumerable<Violation> Configured(Floor floor)
    {
        var queues = floor.Configuration.Queues.ToDictionary(queue => queue.Name, StringComparer.Ordinal);
        if (floor.Queues.Count != queues.Count
            || floor.Queues.Any(queue => queues.GetValueOrDefault(queue.Key.Value) != queue.Value)
            || floor.Router.Queues.Count != queues.Count + floor.Closing.Count
            || floor.Router.Queues.Any(line => ChannelOf(line.Key) != line.Value.Channel)
            || floor.Router.Queues.Any(line =>
                line.Value.Rules.IsManual != (QueueOf(floor, line.Key)?.Mode == QueueMode.Manual)))
        {
            yield return new("S42", "the queues are not those of the configuration");
        }

        var agents = floor.Configuration.Agents.ToDictionary(agent => agent.Id, StringComparer.Ordinal);
        if (floor.Agents.Count != agents.Count
            || floor.Agents.Any(agent => agents.GetValueOrDefault(agent.Key.Value) != agent.Value.Profile))
        {
            yield return new("S42", "the agents are not those of the configuration");
        }

        foreach (var chat in floor.Chats.Values)
        {
            // In wrap-up the queue is history.
            if (chat.State != ChatState.Ended
                && (ChannelOf(chat.Queue) != chat.Channel || ChannelOf(chat.WaitsIn) != chat.Channel))
            {
                yield return new("S42", $"chat {chat.Number} is of {chat.Queue}, which is not configured");
            }
        }

        foreach (var (name, closing) in floor.Closing)
        {
            var left = floor.Chats.Values.Where(chat => chat.State != ChatState.Ended
                && (chat.Queue.Value == name || chat.WaitsIn.Value == name)).Select(chat => chat.Number).Order();
            if (queues.ContainsKey(name) || closing.Contacts.Count == 0 || !left.SequenceEqual(closing.Contacts))
            {
                yield return new("S42", $"queue {name} closes, and its contacts are not counted");
            }
        }

        Channel? ChannelOf(QueueName name) => queues.GetValueOrDefault(name.Value)?.Channel
            ?? floor.Closing.GetValueOrDefault(name.Value)?.Was.Channel;
    }

    /// <summary>S54: contacts are counted once, by channel, and numbers are given out once.</summary>
    private static IEnumerable<Violation> Accounts(Floor floor)
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var live = floor.Chats.Values.Count(chat => chat.Channel == channel);
            if (live != floor.Live(channel))
            {
                yield return new("S54", $"{live} contacts of {channel} are live, {floor.Live(channel)} are counted");
            }
        }

        if (floor.Chats.Keys.Any(chat => chat < 1 || chat > floor.Last.Chat)
            || floor.Offers.Keys.Any(offer => offer < 1 || offer > floor.Last.Offer)
            || floor.Effects.Keys.Any(effect => effect < 1 || effect > floor.Last.Effect))
        {
            yield return new("S54", "a number is in use that was not given out");
        }

        foreach (var chat in floor.Chats.Where(chat => chat.Key != chat.Value.Number))
        {
            yield return new("S54", $"chat {chat.Value.Number} is kept as {chat.Key}");
        }
    }
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Who waits where, who is free for what, and that nobody waits whom somebody free could take.</summary>
internal static partial class Invariants
{
    /// <summary>
    /// S13: who waits has a place in the line of one queue; S8: the place that the first instant gives.
    /// </summary>
    private static void Lines(FloorView view)
    {
        foreach (var line in view.Lines)
        {
            var length = view.Counts.Of(line.Name).Length;
            if (length != line.Length)
            {
                view.Report("S13", $"{length} wait in {line.Name}, but {line.Length} are counted");
            }

            if (view.Counts.Of(line.Name).InLine != line.WaitingCount)
            {
                view.Report("S13", $"{line.WaitingCount} stand in the line of {line.Name}, and others should");
            }
        }

        foreach (var chat in view.Chats)
        {
            var (waits, place) = (InLine(chat), view.Floor.Router.Find(chat.Number));
            if (chat.Waits != place is not null || (place is not null && place.InLine != waits))
            {
                view.Report("S13", $"chat {chat.Number} is {chat.State}, but the router says otherwise");
            }

            if (place is not null)
            {
                CheckPlace(view, chat, place);
            }
            else if (waits)
            {
                view.Report("S13", $"chat {chat.Number} is {chat.State}, but its line says otherwise");
            }
        }
    }

    private static void CheckPlace(FloorView view, ChatSession chat, WaitingContact place)
    {
        if (!AreAsked(chat, place.Asked))
        {
            view.Report("S3", $"chat {chat.Number} is offered, but the router knows of [{Join(place.Asked ?? [])}]");
        }

        if (place.StandsAt is { IsAsking: true } != WantsMore(view, chat))
        {
            view.Report("S13", $"chat {chat.Number} is offered, and its queue says otherwise to how many");
        }

        if (InLine(chat) != place.StandsAt is { IsAsking: false })
        {
            view.Report("S13", $"chat {chat.Number} is {chat.State}, but its line says otherwise");
        }

        if (place.Needs.Attributes != chat.Attributes)
        {
            view.Report("S13", $"of chat {chat.Number} the router knows other attributes");
        }

        if (place.Needs.Place != chat.Seating?.Place)
        {
            view.Report("S8", $"chat {chat.Number} was given {chat.Seating}, stands at {place.Needs.Place}");
        }

        if (place.Since != chat.QueuedAt || place.Queue.Name != chat.WaitsIn)
        {
            view.Report("S8", $"chat {chat.Number} waits since {chat.QueuedAt:O}, stands at {place.Since:O}");
        }

        if (place.Place != PlaceOf(view, chat))
        {
            view.Report("S8", $"chat {chat.Number} stands elsewhere in {chat.WaitsIn} than its queue says");
        }
    }

    private static bool AreAsked(ChatSession chat, AgentId[]? asked)
    {
        var offered = 0;
        foreach (var part in chat.Parts)
        {
            if (part.State != ParticipationState.Offered)
            {
                continue;
            }

            offered++;
            if (asked?.Contains(part.Agent) != true)
            {
                return false;
            }
        }

        return offered == (asked?.Length ?? 0);
    }

    /// <summary>S13: what stands in the lines are those who wait, once each, as one goes along them.</summary>
    private static void StandInLine(FloorView view)
    {
        var lines = view.Lines
            .SelectMany(line => line.Waiting.Select(place => (place.Number, line.Name)))
            .ToLookup(place => place.Number, place => place.Name);
        foreach (var place in lines)
        {
            if (place.Skip(1).Any())
            {
                view.Report("S13", $"chat {place.Key} waits in {string.Join(" and ", place)}");
            }

            if (!view.Floor.Chats.ContainsKey(place.Key))
            {
                view.Report("S13", $"chat {place.Key} stands in line and is gone");
            }
        }

        foreach (var chat in view.Chats)
        {
            var waits = InLine(chat);
            if (waits != lines[chat.Number].Contains(chat.WaitsIn) || waits != lines.Contains(chat.Number))
            {
                view.Report("S13", $"chat {chat.Number} is {chat.State}, but its line says otherwise");
            }
        }
    }

    /// <summary>S11: whoever is free for a queue is in its list of free agents, in order, and nobody else.</summary>
    private static void FreeLists(FloorView view)
    {
        foreach (var line in view.Lines)
        {
            foreach (var agent in view.Agents)
            {
                var isListed = line.Members.TryGetValue(agent.Id, out var member) && member.IsFree;
                if (isListed != (HasRoom(agent, line.Channel) && GetsFrom(view, agent, line.Name)))
                {
                    view.Report("S11", $"{agent.Id} is free for {line.Name}, says its list: {isListed}");
                }
            }

            CheckOrder(view, line);
        }
    }

    private static void CheckOrder(FloorView view, QueueLine line)
    {
        if (line.Free.Count == 0)
        {
            return;
        }

        var (spot, last, count) = (FreeAgents.Before, default(Agent), 0);
        var strategy = view.QueueOf(line.Name) is { } queue ? view.Floor.StrategyOf(queue) : string.Empty;
        while (line.Free.Next([], ref spot) is { } member)
        {
            if (count == FloorView.Many && view.IsGlance)
            {
                return;
            }

            var agent = view.Floor.Agents[member.Agent.Id];
            if (!member.IsFree || (last is not null && !StandsBefore(view, line, strategy, last, agent)))
            {
                view.Report("S11", $"{agent.Id} stands behind {last?.Id} among the free of {line.Name}");
            }

            (last, count) = (agent, count + 1);
        }

        if (count != line.Free.Count)
        {
            view.Report("S11", $"{count} are free for {line.Name}, and {line.Free.Count} are counted");
        }
    }

    private static bool StandsBefore(FloorView view, QueueLine line, string strategy, Agent one, Agent other)
    {
        var order = CallsAway(one, one.Load, line.Channel).CompareTo(CallsAway(other, other.Load, line.Channel));
        order = order != 0 ? order : TierOf(one, line.Name).CompareTo(TierOf(other, line.Name));
        order = order != 0 ? order
            : KeyOf(view, line, strategy, one).CompareTo(KeyOf(view, line, strategy, other));
        order = order != 0 ? order : one.LongestSince.CompareTo(other.LongestSince);
        return (order != 0 ? order : string.CompareOrdinal(one.Id.Value, other.Id.Value)) < 0;
    }

    private static int TierOf(Agent agent, QueueName queue)
    {
        foreach (var one in agent.Profile.Memberships)
        {
            if (one.Queue == queue.Value)
            {
                return one.Tier;
            }
        }

        return 1;
    }

    /// <summary>What comes before the time of being available, as the queue chooses.</summary>
    private static long KeyOf(FloorView view, QueueLine line, string strategy, Agent agent) => strategy switch
    {
        RoutingStrategies.RoundRobin => line.Members[agent.Id].Turn,
        RoutingStrategies.LeastOccupied => agent.Load[line.Channel] * 10_000 / agent.Media.Capacity(line.Channel),
        RoutingStrategies.MostIdle => agent.Offers.Select(offer => view.Floor.Offers[offer].MadeAt)
            .Append(agent.ServedAt).Max().UtcTicks,
        _ => 0,
    };

    /// <summary>S11: unless something is left over, nobody waits whom a free agent could take; and only then.</summary>
    private static void Quiescence(FloorView view)
    {
        var isLeftOver = view.Floor.Leftover;
        if (isLeftOver && !view.IsWhole)
        {
            // That there is a reason for it shows as it is gone on with: each batch must make something of it.
            return;
        }

        var (chat, agent) = Matchable(view);
        if (chat is not null && !isLeftOver)
        {
            view.Report("S11", $"chat {chat.Number} waits while {agent!.Id} is free for it");
        }

        var isMoving = (view.Floor.Closing.Count > 0 && view.Floor.Closing.Values.Any(queue => queue.Due.Count > 0))
            || (view.Deserted.Count > 0 && Forsaken(view).Any(due => due <= view.Now))
            || view.Chats.Exists(chat => chat.State == ChatState.Queued && IsOverdue(view, chat)
                && !WaitsToOpen(view, chat));
        var moving = view.IsAnyClosed ? Overflowing(view) : null;
        if (moving is not null && !isLeftOver)
        {
            view.Report("S11", $"somebody waits in {moving}, closed, and does not go on");
        }

        if (chat is null && moving is null && isLeftOver != isMoving)
        {
            view.Report("S11", "something is left over, but nobody waits whom a free agent could take");
        }
    }

    private static string Join(IEnumerable<AgentId> agents) => string.Join(", ", agents);

    /// <summary>S11: the doors of the queues are those of the router, and none turns that has no hours.</summary>
    private static void Doors(FloorView view)
    {
        foreach (var line in view.Floor.Router.Queues.Values)
        {
            if (line.Rules.IsClosed != view.Floor.DoorOf(line.Name).IsOpen)
            {
                continue;
            }

            view.Report("S11", $"{line.Name} is closed: {line.Rules.IsClosed}, and the floor says otherwise");
        }

        foreach (var (queue, door) in view.Floor.Doors)
        {
            if (view.Floor.Queues.GetValueOrDefault(queue)?.Hours is null || door == Door.AlwaysOpen)
            {
                view.Report("S11", $"{queue} has {door} and no hours");
            }
        }
    }

    internal static bool InLine(ChatSession chat) =>
        chat.State == ChatState.Queued || chat is { State: ChatState.Transferring, Offered: null };
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Who waits where, who is free for what, and that nobody waits whom somebody free could take.</summary>
internal static partial class Invariants
{
    /// <summary>
    /// S13: who waits stands in the line of one queue, once; S8: at the place that the first instant gives.
    /// </summary>
    private static IEnumerable<Violation> Lines(Floor floor)
    {
        var lines = floor.Router.Queues.Values
            .SelectMany(line => line.Waiting.Select(place => (place.Number, line.Name)))
            .ToLookup(place => place.Number, place => place.Name);
        foreach (var place in lines.Where(place => place.Skip(1).Any()))
        {
            yield return new("S13", $"chat {place.Key} waits in {string.Join(" and ", place)}");
        }

        foreach (var line in floor.Router.Queues.Values)
        {
            var length = floor.Chats.Values.Count(chat =>
                chat.State is ChatState.Queued or ChatState.Offered && chat.Queue == line.Name);
            if (length != line.Length)
            {
                yield return new("S13", $"{length} wait in {line.Name}, but {line.Length} are counted");
            }
        }

        foreach (var chat in floor.Chats.Values)
        {
            var waits = InLine(chat);
            if (waits != lines[chat.Number].Contains(chat.WaitsIn) || waits != lines.Contains(chat.Number))
            {
                yield return new("S13", $"chat {chat.Number} is {chat.State}, but its line says otherwise");
            }

            var place = floor.Router.Find(chat.Number);
            var keepsPlace = chat.State is ChatState.Queued or ChatState.Offered or ChatState.Transferring;
            if (keepsPlace != place is not null || (place is not null && place.InLine != waits))
            {
                yield return new("S13", $"chat {chat.Number} is {chat.State}, but the router says otherwise");
            }

            var asked = place?.Asked?.Order(ByName) ?? Enumerable.Empty<AgentId>();
            if (!asked.SequenceEqual(chat.AllOffered.Where(_ => chat.Waits).Select(part => part.Agent).Order(ByName)))
            {
                yield return new("S3", $"chat {chat.Number} is offered, but the router knows of [{Join(asked)}]");
            }

            if (place is not null && place.StandsAt is { IsAsking: true } != WantsMore(floor, chat))
            {
                yield return new("S13", $"chat {chat.Number} is offered to [{Join(asked)}], its queue says otherwise");
            }

            if (place is not null && place.Needs.Attributes != chat.Attributes)
            {
                yield return new("S13", $"of chat {chat.Number} the router knows other attributes");
            }

            if (place is not null && place.Needs.Place != chat.Seating?.Place)
            {
                yield return new("S8", $"chat {chat.Number} was given {chat.Seating}, stands at {place.Needs.Place}");
            }

            if (place is not null && (place.Since != chat.QueuedAt || place.Queue.Name != chat.WaitsIn))
            {
                yield return new("S8", $"chat {chat.Number} waits since {chat.QueuedAt:O}, stands at {place.Since:O}");
            }

            if (place is not null && place.Place != PlaceOf(floor, chat))
            {
                yield return new("S8", $"chat {chat.Number} stands elsewhere in {chat.WaitsIn} than its queue says");
            }
        }

        foreach (var gone in lines.Where(place => !floor.Chats.ContainsKey(place.Key)))
        {
            yield return new("S13", $"chat {gone.Key} stands in line and is gone");
        }
    }

    /// <summary>S11: the list of free agents of each queue is who is free for it.</summary>
    private static IEnumerable<Violation> FreeLists(Floor floor, Dictionary<AgentId, ChannelLoad> loads)
    {
        foreach (var line in floor.Router.Queues.Values)
        {
            var free = floor.Agents.Values
                .Where(agent => GetsFrom(floor, agent, line.Name) && HasRoom(agent, loads, line.Channel))
                .OrderBy(agent => CallsAway(agent, loads.GetValueOrDefault(agent.Id), line.Channel))
                .ThenBy(agent => agent.Profile.Served().First(one => one.Queue == line.Name).Tier)
                .ThenBy(agent => KeyOf(floor, line, agent))
                .ThenBy(agent => agent.LongestSince).ThenBy(agent => agent.Id.Value, StringComparer.Ordinal)
                .Select(agent => agent.Id);
            if (!free.SequenceEqual(line.Free.InOrder.Select(member => member.Agent.Id)))
            {
                yield return new("S11", $"free for {line.Name} are [{string.Join(", ", free)}], but its list is "
                    + $"[{string.Join(", ", line.Free.InOrder.Select(member => member.Agent.Id))}]");
            }
        }
    }

    /// <summary>What comes before the time of being available, as the queue chooses.</summary>
    private static double KeyOf(Floor floor, QueueLine line, Agent agent) =>
        floor.StrategyOf(QueueOf(floor, line.Name)!) switch
        {
            RoutingStrategies.RoundRobin => line.Members[agent.Id].Turn,
            RoutingStrategies.LeastOccupied =>
                agent.Load[line.Channel] * 10_000 / agent.Media.Capacity(line.Channel),
            RoutingStrategies.MostIdle => agent.Offers.Select(offer => floor.Offers[offer].MadeAt)
                .Append(agent.ServedAt).Max().UtcTicks,
            _ => 0,
        };

    /// <summary>S11: unless something is left over, nobody waits whom a free agent could take; and only then.</summary>
    private static IEnumerable<Violation> Quiescence(Floor floor, Dictionary<AgentId, ChannelLoad> loads)
    {
        var pair = Matchable(floor, loads).FirstOrDefault();
        if (pair.Agent is not null && !floor.Leftover)
        {
            yield return new("S11", $"chat {pair.Chat} waits while {pair.Agent} is free for it");
        }

        var isMoving = floor.Closing.Values.Any(queue => queue.Due.Count > 0)
            || Forsaken(floor).Any(due => due <= floor.LastAt)
            || floor.Chats.Values.Any(chat => chat.State == ChatState.Queued && IsOverdue(floor, chat));
        var moving = Overflowing(floor).FirstOrDefault();
        if (moving is not null && !floor.Leftover)
        {
            yield return new("S11", $"chat {moving.Number} waits in {moving.WaitsIn}, closed, and does not go on");
        }

        if (pair.Agent is null && moving is null && floor.Leftover != isMoving)
        {
            yield return new("S11", "something is left over, but nobody waits whom a free agent could take");
        }
    }

    /// <summary>Every queue's first contact and a free agent, by brute force over chats and agents.</summary>
    private static IEnumerable<(long Chat, string? Agent)> Matchable(
        Floor floor, Dictionary<AgentId, ChannelLoad> loads) =>
        from waiting in floor.Chats.Values
        where (InLine(waiting) || WantsMore(floor, waiting)) && !floor.IsManual(waiting.WaitsIn)
            && floor.DoorOf(waiting.WaitsIn).IsOpen
        group waiting by (waiting.WaitsIn, waiting.Channel) into same
        from agent in floor.Agents.Values
        where GetsFrom(floor, agent, same.Key.WaitsIn) && HasRoom(agent, loads, same.Key.Channel)
        from chat in same
        where chat.Owner?.Agent != agent.Id && chat.AllOffered.All(part => part.Agent != agent.Id)
        where chat.Withheld?.Exists(one => one.Agent == agent.Id) != true
        where Suits(agent.Profile, QueueOf(floor, chat.WaitsIn)!, chat.Wishes, chat.Waited)
        select (chat.Number, agent.Id.Value);

    private static bool WantsMore(Floor floor, ChatSession chat)
    {
        var open = floor.Offers.Values.Where(offer => offer.Chat == chat.Number).ToArray();
        return chat.Waits
            && open.Length > 0
            && open.All(offer => offer.Kind == OfferKind.Routed)
            && !IsOverdue(floor, chat)
            && open.Length < Wanted(QueueOf(floor, chat.WaitsIn)!, chat.Widened);
    }

    /// <summary>How a queue works, or worked before it was removed.</summary>
    private static QueueProfile? QueueOf(Floor floor, QueueName name) =>
        floor.Queues.GetValueOrDefault(name) ?? floor.Closing.GetValueOrDefault(name.Value)?.Was;

    private static readonly Comparer<AgentId> ByName =
        Comparer<AgentId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static string Join(IEnumerable<AgentId> agents) => string.Join(", ", agents);

    /// <summary>S11: the doors of the queues are those of the router, and none turns that has no hours.</summary>
    private static IEnumerable<Violation> Doors(Floor floor)
    {
        foreach (var line in floor.Router.Queues.Values)
        {
            if (line.Rules.IsClosed != floor.DoorOf(line.Name).IsOpen)
            {
                continue;
            }

            yield return new("S11", $"{line.Name} is closed: {line.Rules.IsClosed}, and the floor says otherwise");
        }

        foreach (var (queue, door) in floor.Doors)
        {
            if (floor.Queues.GetValueOrDefault(queue)?.Hours is null || door == Door.AlwaysOpen)
            {
                yield return new("S11", $"{queue} has {door} and no hours");
            }
        }
    }

    private static bool InLine(ChatSession chat) =>
        chat.State == ChatState.Queued || chat is { State: ChatState.Transferring, Offered: null };
}

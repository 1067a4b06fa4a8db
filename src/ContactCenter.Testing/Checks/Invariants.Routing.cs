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
    private static IEnumerable<Violation> Lines(FloorView view)
    {
        var lines = view.Floor.Router.Queues.Values
            .SelectMany(line => line.Waiting.Select(place => (place.Number, line.Name)))
            .ToLookup(place => place.Number, place => place.Name);
        foreach (var place in lines.Where(place => place.Skip(1).Any()))
        {
            yield return new("S13", $"chat {place.Key} waits in {string.Join(" and ", place)}");
        }

        var lengths = view.Chats.Where(chat => chat.State is ChatState.Queued or ChatState.Offered)
            .CountBy(chat => chat.Queue).ToDictionary();
        foreach (var line in view.Floor.Router.Queues.Values)
        {
            var length = lengths.GetValueOrDefault(line.Name);
            if (length != line.Length)
            {
                yield return new("S13", $"{length} wait in {line.Name}, but {line.Length} are counted");
            }
        }

        foreach (var chat in view.Chats)
        {
            var waits = InLine(chat);
            if (waits != lines[chat.Number].Contains(chat.WaitsIn) || waits != lines.Contains(chat.Number))
            {
                yield return new("S13", $"chat {chat.Number} is {chat.State}, but its line says otherwise");
            }

            var place = view.Floor.Router.Find(chat.Number);
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

            if (place is not null && place.StandsAt is { IsAsking: true } != WantsMore(view, chat))
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

            if (place is not null && place.Place != PlaceOf(view, chat))
            {
                yield return new("S8", $"chat {chat.Number} stands elsewhere in {chat.WaitsIn} than its queue says");
            }
        }

        foreach (var gone in lines.Where(place => !view.Floor.Chats.ContainsKey(place.Key)))
        {
            yield return new("S13", $"chat {gone.Key} stands in line and is gone");
        }
    }

    /// <summary>S11: the list of free agents of each queue is who is free for it.</summary>
    private static IEnumerable<Violation> FreeLists(FloorView view)
    {
        foreach (var line in view.Floor.Router.Queues.Values)
        {
            var free = view.Agents
                .Where(agent => GetsFrom(view, agent, line.Name) && HasRoom(view, agent, line.Channel))
                .OrderBy(agent => CallsAway(agent, view.LoadOf(agent.Id), line.Channel))
                .ThenBy(agent => agent.Profile.Served().First(one => one.Queue == line.Name).Tier)
                .ThenBy(agent => KeyOf(view, line, agent))
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
    private static long KeyOf(FloorView view, QueueLine line, Agent agent) =>
        view.Floor.StrategyOf(view.QueueOf(line.Name)!) switch
        {
            RoutingStrategies.RoundRobin => line.Members[agent.Id].Turn,
            RoutingStrategies.LeastOccupied =>
                agent.Load[line.Channel] * 10_000 / agent.Media.Capacity(line.Channel),
            RoutingStrategies.MostIdle => agent.Offers.Select(offer => view.Floor.Offers[offer].MadeAt)
                .Append(agent.ServedAt).Max().UtcTicks,
            _ => 0,
        };

    /// <summary>S11: unless something is left over, nobody waits whom a free agent could take; and only then.</summary>
    private static IEnumerable<Violation> Quiescence(FloorView view)
    {
        var pair = Matchable(view).FirstOrDefault();
        if (pair.Agent is not null && !view.Floor.Leftover)
        {
            yield return new("S11", $"chat {pair.Chat} waits while {pair.Agent} is free for it");
        }

        var isMoving = view.Floor.Closing.Values.Any(queue => queue.Due.Count > 0)
            || Forsaken(view).Any(due => due <= view.Now)
            || view.Chats.Any(chat => chat.State == ChatState.Queued && IsOverdue(view, chat));
        var moving = Overflowing(view).FirstOrDefault();
        if (moving is not null && !view.Floor.Leftover)
        {
            yield return new("S11", $"chat {moving.Number} waits in {moving.WaitsIn}, closed, and does not go on");
        }

        if (pair.Agent is null && moving is null && view.Floor.Leftover != isMoving)
        {
            yield return new("S11", "something is left over, but nobody waits whom a free agent could take");
        }
    }

    /// <summary>Every queue's first contact and a free agent, by brute force over chats and agents.</summary>
    private static IEnumerable<(long Chat, string? Agent)> Matchable(
        FloorView view) =>
        from waiting in view.Chats
        where (InLine(waiting) || WantsMore(view, waiting)) && !view.Floor.IsManual(waiting.WaitsIn)
            && view.Floor.DoorOf(waiting.WaitsIn).IsOpen
        group waiting by (waiting.WaitsIn, waiting.Channel) into same
        from agent in view.Agents
        where GetsFrom(view, agent, same.Key.WaitsIn) && HasRoom(view, agent, same.Key.Channel)
        from chat in same
        where chat.Owner?.Agent != agent.Id && chat.AllOffered.All(part => part.Agent != agent.Id)
        where chat.Withheld?.Exists(one => one.Agent == agent.Id) != true
        where Suits(agent.Profile, view.QueueOf(chat.WaitsIn)!, chat.Wishes, chat.Waited)
        select (chat.Number, agent.Id.Value);

    private static bool WantsMore(FloorView view, ChatSession chat)
    {
        var open = view.OffersOf(chat);
        return chat.Waits
            && open.Count > 0
            && open.TrueForAll(offer => offer.Kind == OfferKind.Routed)
            && !IsOverdue(view, chat)
            && open.Count < Wanted(view.QueueOf(chat.WaitsIn)!, chat.Widened);
    }

    private static readonly Comparer<AgentId> ByName =
        Comparer<AgentId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static string Join(IEnumerable<AgentId> agents) => string.Join(", ", agents);

    /// <summary>S11: the doors of the queues are those of the router, and none turns that has no hours.</summary>
    private static IEnumerable<Violation> Doors(FloorView view)
    {
        foreach (var line in view.Floor.Router.Queues.Values)
        {
            if (line.Rules.IsClosed != view.Floor.DoorOf(line.Name).IsOpen)
            {
                continue;
            }

            yield return new("S11", $"{line.Name} is closed: {line.Rules.IsClosed}, and the floor says otherwise");
        }

        foreach (var (queue, door) in view.Floor.Doors)
        {
            if (view.Floor.Queues.GetValueOrDefault(queue)?.Hours is null || door == Door.AlwaysOpen)
            {
                yield return new("S11", $"{queue} has {door} and no hours");
            }
        }
    }

    private static bool InLine(ChatSession chat) =>
        chat.State == ChatState.Queued || chat is { State: ChatState.Transferring, Offered: null };
}

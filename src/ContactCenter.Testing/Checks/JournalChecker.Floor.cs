using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>The commands that must be remembered, and whether a floor is what its log says.</summary>
internal sealed partial class JournalChecker
{
    private static readonly RonaCause[] AllCauses = Enum.GetValues<RonaCause>();

    private readonly Queue<(CommandId Id, Remembered Answer)> _window = [];
    private readonly HashSet<CommandId> _remembered = [];
    private readonly Differences _differences = new();

    /// <summary>S36: where a floor differs from what its log says of it; empty when it does not.</summary>
    internal IReadOnlyList<Violation> DiffersFrom(Floor floor)
    {
        var found = new Differences();
        CompareCounts(floor, found);
        CompareLists(floor, found);
        foreach (var (id, agent) in _agents)
        {
            Compare(agent, floor.Agents.GetValueOrDefault(id), found);
        }

        foreach (var chat in _chats.Values)
        {
            Compare(chat, floor.Chats.GetValueOrDefault(chat.Number), found);
        }

        return found.Found;
    }

    /// <summary>The same of whatever the last batch has touched.</summary>
    internal IReadOnlyList<Violation> TouchedDiffersFrom(Floor floor)
    {
        if (Touched.Everything)
        {
            return DiffersFrom(floor);
        }

        var found = _differences;
        found.Found.Clear();
        CompareCounts(floor, found);
        if (Touched.Doors.Count > 0)
        {
            CompareDoors(floor, found);
        }

        foreach (var id in Touched.Agents)
        {
            if (_agents.TryGetValue(id, out var agent))
            {
                Compare(agent, floor.Agents.GetValueOrDefault(id), found);
            }
        }

        foreach (var number in Touched.Chats)
        {
            var live = floor.Chats.GetValueOrDefault(number);
            if (_chats.TryGetValue(number, out var chat))
            {
                Compare(chat, live, found);
            }
            else
            {
                found.Compare("S12", "chat that is over,", number, false, live is not null);
            }
        }

        return found.Found;
    }

    private void CompareCounts(Floor floor, Differences found)
    {
        found.Compare("S34", "head of", floor.Id, _head, floor.Head);
        found.Compare("S43", "last instant of", floor.Id, _at, floor.LastAt);
        found.Compare("S54", "last chat of", floor.Id, _lastChat, floor.Last.Chat);
        found.Compare("S54", "last offer of", floor.Id, _offers.Count, floor.Last.Offer);
        found.Compare("S54", "chats begun less chats closed of", floor.Id, _lastChat - _closed, floor.Chats.Count);
        found.Compare("S30", "last audit entry of", floor.Id, _lastAudit, floor.Last.Audit);
        found.Compare("S30", "closed contacts that are kept of", floor.Id, _closed - _erased, floor.Kept);
        found.Compare("S30", "holds of", floor.Id, _held.Count, floor.OnHold.Count);
        found.Compare("S54", "last session of", floor.Id, _lastSession, floor.Last.Session);
        found.Compare("S36", "open offers of", floor.Id, _openOffers.Count, floor.Offers.Count);
        found.Compare("S31", "remembered commands of", floor.Id, _window.Count, floor.Window.Count);
    }

    private void CompareLists(Floor floor, Differences found)
    {
        Compare(
            "S38",
            "files of",
            _files.Keys,
            floor.Effects.Values.OfType<Attachment>().Select(file => file.Number));
        Compare(
            "S36",
            "open sessions of",
            _sessions.Values.SelectMany(open => open),
            floor.Presences.Values.SelectMany(presence => presence.Sessions));
        CompareDoors(floor, found);
        found.Compare("S36", "kept places of", floor.Id, Places(_kept.Values), Places(floor.KeptPlaces));
        found.Compare("S36", "last agents of", floor.Id, Join(_lastAgents.Values), Join(floor.LastAgents));
        found.Compare(
            "S36",
            "queues without agents of",
            floor.Id,
            string.Join(", ", _deserted.OrderBy(one => one.Key.Value, StringComparer.Ordinal)
                .Select(one => $"{one.Key} since {one.Value:O}")),
            string.Join(", ", floor.Deserted.Select(one => $"{one.Queue} since {one.Since:O}")));
        Compare("S36", "open offers of", _openOffers, floor.Offers.Keys);

        void Compare(string invariant, string what, IEnumerable<long> says, IEnumerable<long> isReally)
        {
            // They are put into words only where they differ.
            if (!says.Order().SequenceEqual(isReally.Order()))
            {
                found.Compare(invariant, what, floor.Id, Join(says), Join(isReally));
            }
        }
    }

    private void CompareDoors(Floor floor, Differences found) => found.Compare(
        "S36",
        "closed queues of",
        floor.Id,
        string.Join(", ", _closedQueues.Select(queue => queue.Value).Order(StringComparer.Ordinal)),
        string.Join(", ", floor.Doors.Where(one => !one.Door.IsOpen).Select(one => one.Queue.Value)));

    private void Compare(AgentRecord agent, Agent? live, Differences found)
    {
        var id = agent.Id;
        found.Compare("S36", "availability of", id, agent.Availability, live?.Availability);
        found.Compare("S10", "place among the available of", id, LongestSince(agent), live?.LongestSince);
        found.Compare("S6", "contacts that count for", id, agent.Taken.Count, live?.Taken?.Count ?? 0);
        found.Compare("S36", "end of what keeps from offers", id, Ends(agent), live?.CoolsOffAt);
        foreach (var cause in AllCauses)
        {
            found.Compare("S7", "count of", id, agent.Passed.GetValueOrDefault(cause).Count, live?.Passed[cause].Count);
        }

        if (live is null || !HasSame(agent.Parts, live.Contacts))
        {
            found.Compare("S36", "chats of", id, Join(agent.Parts.Values), Join(live?.Contacts ?? []));
        }
    }

    private static bool HasSame(SortedList<long, long> parts, List<long> contacts)
    {
        var isSame = parts.Count == contacts.Count;
        for (var index = 0; isSame && index < parts.Count; index++)
        {
            isSame = contacts.Contains(parts.GetValueAtIndex(index));
        }

        return isSame;
    }

    private static void Compare(ChatRecord chat, ChatSession? live, Differences found)
    {
        found.Compare("S36", "state of chat", chat.Number, chat.State, live?.State);
        found.Compare("S8", "age of chat", chat.Number, chat.QueuedAt ?? default, live?.QueuedAt);
        found.Compare("S24", "last line of chat", chat.Number, chat.Lines, live?.LastLine);
        found.Compare("S24", "last aside of chat", chat.Number, chat.Asides, live?.LastAside);
        found.Compare("S36", "queue of chat", chat.Number, chat.WaitsIn, live?.WaitsIn);
        found.Compare("S1", "agent of chat", chat.Number, chat.Owner?.Agent, live?.Owner?.Agent);
        for (var index = 0; index < chat.Parts.Count; index++)
        {
            var (number, part) = (chat.Parts.GetKeyAtIndex(index), chat.Parts.GetValueAtIndex(index));
            var alarm = default(DateTimeOffset?);
            foreach (var one in live?.Parts ?? [])
            {
                alarm = one.Offer == number ? one.WrapUpDueAt : alarm;
            }

            found.Compare("S22", "wrap-up in chat", chat.Number, part.WrapUpDueAt, alarm);
        }
    }

    /// <summary>S31: the same of what is remembered of commands, one by one: long, so not after every step.</summary>
    internal IEnumerable<Violation> ForgetsOtherThan(Floor floor)
    {
        if (!_window.SequenceEqual(floor.Window.All))
        {
            yield return new("S31", $"{_window.Count} commands must be remembered, {floor.Window.Count} are");
        }
    }

    /// <summary>S31: an id has one effect, and is forgotten by age and number only.</summary>
    private void Remember(Batch batch)
    {
        if (batch.Id.IsNone)
        {
            return;
        }

        Require(_remembered.Add(batch.Id), "S31", $"command {batch.Id} has a second effect");
        _window.Enqueue((batch.Id, new Remembered(batch.Fingerprint, batch.Reply, batch.At)));
        var (count, period) = (_configuration.WindowCount, _configuration.WindowPeriod);
        while (_window.TryPeek(out var oldest)
            && (_window.Count > count || oldest.Answer.At + period < batch.At)
            && (!(oldest.Id.MadeAt > batch.At) || _window.Count > 2 * count))
        {
            _remembered.Remove(oldest.Id);
            _window.Dequeue();
        }
    }

    private static DateTimeOffset? Ends(AgentRecord agent) => agent.CoolOffs.Count + agent.QueuePauses.Count == 0
        ? null
        : agent.CoolOffs.Values.Select(one => (DateTimeOffset?)one.Until)
            .Concat(agent.QueuePauses.Values.Select(pause => pause.Until))
            .Min();

    private static string Join(IEnumerable<long> numbers) => string.Join(", ", numbers.Order());
}

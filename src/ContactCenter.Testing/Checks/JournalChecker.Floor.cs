using ContactCenter.Attachments;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>The commands that must be remembered, and whether a floor is what its log says.</summary>
internal sealed partial class JournalChecker
{
    private readonly List<(CommandId Id, Remembered Answer)> _window = [];
    private readonly HashSet<CommandId> _remembered = [];

    /// <summary>S36: where a floor differs from what its log says of it; empty when it does not.</summary>
    internal IReadOnlyList<Violation> DiffersFrom(Floor floor)
    {
        var found = new List<Violation>();
        Compare("S34", "head of", floor.Id, _head, floor.Head);
        Compare("S43", "last instant of", floor.Id, _at, floor.LastAt);
        Compare("S54", "last chat of", floor.Id, _lastChat, floor.Last.Chat);
        Compare("S54", "last offer of", floor.Id, _offers.Count, floor.Last.Offer);
        Compare("S54", "chats begun less chats closed of", floor.Id, _lastChat - _closed, floor.Chats.Count);
        Compare("S30", "last audit entry of", floor.Id, _lastAudit, floor.Last.Audit);
        Compare("S30", "closed contacts that are kept of", floor.Id, _closed - _erased, floor.Kept);
        Compare("S30", "holds of", floor.Id, _held.Count, floor.OnHold.Count);
        Compare(
            "S38",
            "files of",
            floor.Id,
            Join(_files.Keys),
            Join(floor.Effects.Values.OfType<Attachment>().Select(file => file.Number)));
        Compare("S54", "last session of", floor.Id, _lastSession, floor.Last.Session);
        Compare(
            "S36",
            "open sessions of",
            floor.Id,
            Join(_sessions.Values.SelectMany(open => open)),
            Join(floor.Presences.Values.SelectMany(presence => presence.Sessions)));
        Compare(
            "S36",
            "closed queues of",
            floor.Id,
            string.Join(", ", _closedQueues.Select(queue => queue.Value).Order(StringComparer.Ordinal)),
            string.Join(", ", floor.Doors.Where(one => !one.Door.IsOpen).Select(one => one.Queue.Value)));
        Compare("S36", "kept places of", floor.Id, Places(_kept.Values), Places(floor.KeptPlaces));
        Compare("S36", "last agents of", floor.Id, Join(_lastAgents.Values), Join(floor.LastAgents));
        Compare(
            "S36",
            "queues without agents of",
            floor.Id,
            string.Join(", ", _deserted.OrderBy(one => one.Key.Value, StringComparer.Ordinal)
                .Select(one => $"{one.Key} since {one.Value:O}")),
            string.Join(", ", floor.Deserted.Select(one => $"{one.Queue} since {one.Since:O}")));
        Compare("S36", "open offers of", floor.Id, Join(_openOffers), Join(floor.Offers.Keys));
        foreach (var (id, agent) in _agents)
        {
            var live = floor.Agents.GetValueOrDefault(id);
            Compare("S36", "availability of", id, agent.Availability, live?.Availability);
            Compare("S10", "place among the available of", id, LongestSince(agent), live?.LongestSince);
            Compare("S6", "contacts that count for", id, agent.Taken.Count, live?.Taken?.Count ?? 0);
            Compare("S36", "end of what keeps from offers", id, Ends(agent), live?.CoolsOffAt);
            foreach (var cause in Enum.GetValues<RonaCause>())
            {
                Compare("S7", "count of", id, agent.Passed.GetValueOrDefault(cause).Count, live?.Passed[cause].Count);
            }

            Compare("S36", "chats of", id, Join(agent.Parts.Values), Join(live?.Contacts ?? []));
        }

        foreach (var chat in _chats.Values)
        {
            var live = floor.Chats.GetValueOrDefault(chat.Number);
            Compare("S36", "state of chat", chat.Number, chat.State, live?.State);
            Compare("S8", "age of chat", chat.Number, chat.QueuedAt ?? default, live?.QueuedAt);
            Compare("S24", "last line of chat", chat.Number, chat.Lines, live?.LastLine);
            Compare("S24", "last aside of chat", chat.Number, chat.Asides, live?.LastAside);
            Compare("S36", "queue of chat", chat.Number, chat.WaitsIn, live?.WaitsIn);
            Compare("S1", "agent of chat", chat.Number, chat.Owner?.Agent, live?.Owner?.Agent);
            foreach (var (number, part) in chat.Parts)
            {
                var alarm = live?.Parts.Find(one => one.Offer == number)?.WrapUpDueAt;
                Compare("S22", "wrap-up in chat", chat.Number, part.WrapUpDueAt, alarm);
            }
        }

        if (_window.Count != floor.Window.Count)
        {
            found.Add(new("S31", $"{_window.Count} commands must be remembered, {floor.Window.Count} are"));
        }

        return found;

        void Compare<TId, T>(string invariant, string what, TId of, T says, T? isReally)
        {
            if (!EqualityComparer<T>.Default.Equals(says, isReally))
            {
                found.Add(new(invariant, $"{what} {of}: the log says {says}, the floor {isReally}"));
            }
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
        _window.Add((batch.Id, new Remembered(batch.Fingerprint, batch.Reply, batch.At)));
        var (count, period) = (_configuration.WindowCount, _configuration.WindowPeriod);
        while (_window.Count > 0
            && (_window.Count > count || _window[0].Answer.At + period < batch.At)
            && (!(_window[0].Id.MadeAt > batch.At) || _window.Count > 2 * count))
        {
            _remembered.Remove(_window[0].Id);
            _window.RemoveAt(0);
        }
    }

    private static DateTimeOffset? Ends(AgentRecord agent) => agent.CoolOffs.Values
        .Select(one => (DateTimeOffset?)one.Until)
        .Concat(agent.QueuePauses.Values.Select(pause => pause.Until))
        .Min();

    private static string Join(IEnumerable<long> numbers) => string.Join(", ", numbers.Order());
}

using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>The commands that must be remembered, and whether a floor is what its log says.</summary>
internal sealed partial class JournalChecker
{
    private readonly List<(CommandId Id, Remembered Answer)> _window = [];

    /// <summary>S36: where a floor differs from what its log says of it; empty when it does not.</summary>
    internal IReadOnlyList<Violation> DiffersFrom(Floor floor)
    {
        var found = new List<Violation>();
        Compare("S34", "the head", _head, floor.Head);
        Compare("S43", "the last instant", _at, floor.LastAt);
        Compare("S54", "the last chat", _lastChat, floor.Last.Chat);
        Compare("S54", "the last offer", _offers.Count, floor.Last.Offer);
        Compare("S54", "begun less closed", _lastChat - _closed, floor.Chats.Count);
        Compare("S36", "the open offers", Join(_openOffers), Join(floor.Offers.Keys));
        foreach (var (id, agent) in _agents)
        {
            var live = floor.Agents.GetValueOrDefault(id);
            Compare("S36", $"{id}'s availability", agent.Availability, live?.Availability);
            Compare("S10", $"{id}'s place among the available", agent.LongestSince, live?.LongestSince);
            Compare("S36", $"{id}'s chats", Join(agent.Contacts), Join(live?.Contacts ?? []));
        }

        foreach (var chat in _chats.Values)
        {
            var live = floor.Chats.GetValueOrDefault(chat.Number);
            Compare("S36", $"chat {chat.Number}'s state", chat.State, live?.State);
            Compare("S8", $"chat {chat.Number}'s age", chat.QueuedAt ?? default, live?.QueuedAt);
            Compare("S24", $"chat {chat.Number}'s lines", chat.Lines, live?.LastLine);
            Compare("S22", $"chat {chat.Number}'s wrap-up", chat.WrapUpDueAt, live?.Part?.WrapUpDueAt);
        }

        if (!_window.SequenceEqual(floor.Window.All))
        {
            found.Add(new("S31", $"{_window.Count} commands must be remembered, {floor.Window.Count} are"));
        }

        return found;

        void Compare<T>(string invariant, string what, T says, T? isReally)
        {
            if (!Equals(says, isReally))
            {
                found.Add(new(invariant, $"the log says of {what}: {says}; the floor says: {isReally}"));
            }
        }
    }

    /// <summary>S31: an id has one effect, and is forgotten by age and number only.</summary>
    private void Remember(Batch batch)
    {
        if (batch.Id.IsNone)
        {
            return;
        }

        Require(_window.TrueForAll(known => known.Id != batch.Id), "S31", $"command {batch.Id} has a second effect");
        _window.Add((batch.Id, new Remembered(batch.Fingerprint, batch.Reply, batch.At)));
        var kept = _window.Skip(_window.Count - _configuration.WindowCount)
            .SkipWhile(known => known.Answer.At + _configuration.WindowPeriod < batch.At)
            .ToArray();
        _window.RemoveRange(0, _window.Count - kept.Length);
    }

    private static string Join(IEnumerable<long> numbers) => string.Join(", ", numbers.Order());
}

using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Queues for which nobody is there, and places that are kept for customers who have left.</summary>
internal static partial class Invariants
{
    /// <summary>S41: a queue that minds knows whether an agent is there for it.</summary>
    private static void Deserted(FloorView view)
    {
        foreach (var queue in view.Minding)
        {
            var isDeserted = view.IsOpen(queue.Name) && view.Counts.Of(queue.Name).There == 0;
            if (isDeserted != view.Deserted.Exists(one => one.Queue.Value == queue.Name && one.Since <= view.Now))
            {
                view.Report("S41", $"nobody is there for {queue.Name}: {isDeserted}, and the floor says otherwise");
            }
        }

        if (view.Deserted.Exists(one => !view.Minding.Exists(queue => queue.Name == one.Queue.Value)))
        {
            view.Report("S41", "nobody is there for a queue that does not mind, says the floor");
        }
    }

    /// <summary>The queues that mind and that an agent is there for.</summary>
    internal static IEnumerable<QueueProfile> ThereFor(FloorView view, Agent agent) =>
        from queue in view.Minding
        where agent.Profile.Queues.Contains(queue.Name)
            && agent.AvailabilityFor(queue.Channel) == Agents.Availability.Available
            && agent.Media.Capacity(queue.Channel) > 0
            && agent.QueuePauses?.Exists(pause => pause.Queue.Value == queue.Name) != true
        select queue;

    /// <summary>Told a second time: when each contact goes that waits where nobody is there.</summary>
    private static IEnumerable<DateTimeOffset?> Forsaken(FloorView view) =>
        from deserted in view.Deserted
        from chat in view.Floor.Chats.Values
        where chat.State == ChatState.Queued && chat.Queue == deserted.Queue && chat.Patience?.IsForsaken != true
            && (!view.Floor.Queues[deserted.Queue].NoAgents!.End || !chat.IsCallback)
        select DueWithout(
            view.Floor.Queues[deserted.Queue].NoAgents!,
            deserted.Since,
            new DateTimeOffset(chat.LineSince, TimeSpan.Zero),
            chat.Patience?.FoundNobody == true);

    /// <summary>Told a second time: when a contact goes that came to a line, and found nobody there or did.</summary>
    internal static DateTimeOffset? DueWithout(
        NoAgentRule rule, DateTimeOffset since, DateTimeOffset cameAt, bool foundNobody) =>
        cameAt > since || (cameAt == since && foundNobody)
            ? cameAt + (rule.NewcomersAfter ?? rule.After)
            : since + rule.After;

    /// <summary>S53: places are kept where queues say so, one each, and so many at most.</summary>
    private static void KeptPlaces(FloorView view)
    {
        var (places, last) = (view.Floor.KeptPlaces, default(DateTimeOffset));
        var isSound = places.Count <= Floors.KeptPlaces.Most
            && places.DistinctBy(place => (place.Customer, place.Queue)).Count() == places.Count;
        foreach (var place in places)
        {
            isSound &= view.Floor.Queues.GetValueOrDefault(place.Queue)?.ReturnWithin is not null
                && place.QueuedAt <= place.LeftAt && place.LeftAt >= last && place.LeftAt <= view.Now;
            last = place.LeftAt;
        }

        if (!isSound)
        {
            view.Report("S53", $"{places.Count} places are kept, and not all of them for somebody who has left");
        }
    }
}

using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Agents who pause queues, or whose channels take turns.</summary>
internal static partial class Invariants
{
    /// <summary>S6: a queue is paused once, by somebody at work who serves it and is offered nothing from it.</summary>
    private static IEnumerable<Violation> Pauses(Floor floor)
    {
        foreach (var agent in floor.Agents.Values.Where(agent => agent.QueuePauses is not null))
        {
            var paused = agent.QueuePauses!.Select(pause => pause.Queue).ToArray();
            var offered = agent.Offers.Select(offer => floor.Offers[offer])
                .Where(offer => offer.Kind == OfferKind.Routed).Select(offer => floor.Chats[offer.Chat].WaitsIn);
            if (paused.Length == 0 || paused.Distinct().Count() != paused.Length || paused.Intersect(offered).Any()
                || !paused.All(queue => Serves(agent, queue))
                || agent.Availability == Agents.Availability.SignedOut
                || agent.QueuePauses!.Exists(pause => pause.Since > floor.LastAt || pause.Until <= pause.Since))
            {
                yield return new("S6", $"{agent.Id} is {agent.Availability} and pauses [{string.Join(", ", paused)}]");
            }
        }
    }

    /// <summary>
    /// S2: somebody is called away to one contact that they have or are offered, from work that they will go on with;
    /// what may be interrupted is what is in hand.
    /// </summary>
    private static IEnumerable<Violation> Interruptions(Floor floor)
    {
        foreach (var agent in floor.Agents.Values)
        {
            var parts = floor.Chats.Values.SelectMany(chat => chat.Parts.Select(part => (chat.Channel, Part: part)))
                .Where(one => one.Part.Agent == agent.Id).ToArray();
            var by = parts.Select(one => one.Part).FirstOrDefault(part => part.Offer == agent.Interrupter);
            var isAway = parts.Any(one => one.Part.Interruption?.Since is not null);
            if (isAway != (agent.Interrupter != 0) || isAway != (by is { HoldsSlot: true, Interruption: null }))
            {
                yield return new("S2", $"{agent.Id} is called away to {agent.Interrupter}: {isAway}, {by?.State}");
            }

            var work = parts.Where(one => one.Part is { IsIn: true, IsAsleep: false }
                && one.Part.Interruption?.Since is null
                && agent.Media.InterruptedBy != Channels.None && Has(agent.Media.Interruptible, one.Channel));
            if (!work.CountBy(one => one.Channel).OrderBy(one => one.Key).Select(one => (one.Key, one.Value))
                .SequenceEqual(Enum.GetValues<Channel>().Where(channel => agent.Work[channel] > 0)
                    .Select(channel => (channel, agent.Work[channel]))))
            {
                yield return new("S2", $"{agent.Id} may be called away from {agent.Work}, but has other work");
            }
        }
    }

    /// <summary>
    /// S11: who is held for a queue takes turns, serves it, and has no room for it because of other channels alone; and
    /// the queue counts them.
    /// </summary>
    private static IEnumerable<Violation> Turns(Floor floor)
    {
        foreach (var agent in floor.Agents.Values)
        {
            if (agent.Media.Turns is null && agent.Lead != default)
            {
                yield return new("S10", $"{agent.Id} takes no turns and has had one");
            }

            if (agent.HeldFor is { } queue && (agent.Media.Turns is null || !Serves(agent, queue)
                || agent.Media.HasRoom(agent.Load, floor.Queues[queue].Channel)))
            {
                yield return new("S11", $"{agent.Id} is held for {queue} and need not be");
            }
        }

        foreach (var line in floor.Router.Queues.Values)
        {
            var held = floor.Agents.Values.Count(agent => agent.HeldFor == line.Name);
            if (held != line.Held)
            {
                yield return new("S11", $"{held} agents are held for {line.Name}, but {line.Held} are counted");
            }
        }
    }
}

using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What is wrong with who is asked for what, and in which order contacts wait.</summary>
internal static partial class ConfigurationFaults
{
    private static IEnumerable<string> Order(QueueProfile queue)
    {
        var day = TimeSpan.FromDays(1);
        if (queue.PriorityWorth is { } worth && (worth <= TimeSpan.Zero || worth > day))
        {
            yield return $"priority worth {worth} is not above 0 and at most a day";
        }

        if (queue.HeadStart < TimeSpan.Zero || queue.HeadStart > day)
        {
            yield return $"head start {queue.HeadStart} is not 0 to 1 day";
        }

        foreach (var fault in Labels(queue))
        {
            yield return fault;
        }

        if (Withholding.IsOut(queue.RetryDeclinedAfter))
        {
            yield return $"a retry {queue.RetryDeclinedAfter} after a decline is not one above 0 and at most a day";
        }

        if (queue.Rings.Length > RoutingRing.Most)
        {
            yield return $"{queue.Rings.Length} rings are not at most {RoutingRing.Most}";
        }

        foreach (var fault in queue.Rings.SelectMany(ring => ring.Faults()))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Memberships(AgentProfile agent)
    {
        foreach (var one in agent.Memberships)
        {
            if (!agent.Queues.Contains(one.Queue))
            {
                yield return $"it says how queue {one.Queue} is served, which is not";
            }

            foreach (var fault in one.Faults())
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Attributes(AgentProfile agent)
    {
        foreach (var (name, text) in agent.Attributes)
        {
            if (!AttributeValue.TryParse(text, out var value) || !AttributeBag.TryOf([(name, value)], out _, out _))
            {
                yield return $"attribute '{name}' cannot be '{text}'";
            }
        }

        if (agent.Attributes.Length > AttributeBag.MaxCount)
        {
            yield return $"{agent.Attributes.Length} attributes are more than {AttributeBag.MaxCount}";
        }
    }
}

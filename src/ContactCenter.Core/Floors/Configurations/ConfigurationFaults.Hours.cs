using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>When queues are open, and where contacts go while one is closed.</summary>
internal static partial class ConfigurationFaults
{
    private static IEnumerable<string> Hours(FloorConfiguration configuration)
    {
        foreach (var queue in configuration.Queues)
        {
            foreach (var fault in queue.Hours?.Faults() ?? [])
            {
                yield return $"queue {queue.Name}: hours: {fault}";
            }

            if (!Enum.IsDefined(queue.ClosedAction))
            {
                yield return $"queue {queue.Name}: what to do while closed, {queue.ClosedAction}, is not known";
            }

            if (queue.ClosedAction != ClosedAction.Overflow)
            {
                continue;
            }

            var other = configuration.Queue(queue.ClosedOverflow);
            if (other is null || other.Name == queue.Name)
            {
                yield return $"queue {queue.Name}: while closed it overflows to '{queue.ClosedOverflow}', "
                    + "which is no other queue";
            }
            else if (other.Channel != queue.Channel)
            {
                yield return $"queue {queue.Name}: while closed it overflows to {other.Name}, of another channel";
            }
        }
    }
}

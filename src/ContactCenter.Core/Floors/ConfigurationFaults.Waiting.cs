using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What is wrong with how long queues may get, and where they overflow to.</summary>
internal static partial class ConfigurationFaults
{
    private const int MaxLength = 1_000_000;

    private static IEnumerable<string> Waiting(QueueProfile queue, FloorConfiguration configuration)
    {
        if (queue.MaxLength is < 1 or > MaxLength)
        {
            yield return $"length {queue.MaxLength} is not 1 to {MaxLength}";
        }

        if (!Enum.IsDefined(queue.WhenFull))
        {
            yield return $"rule {queue.WhenFull} for when it is full is not known";
        }

        if (Overflow(queue, configuration) is { } fault)
        {
            yield return fault;
        }

        foreach (var rule in Rules(queue, configuration))
        {
            yield return rule;
        }
    }

    private static IEnumerable<string> Rules(QueueProfile queue, FloorConfiguration configuration)
    {
        if (queue.WaitRules.Length > WaitRule.Most)
        {
            yield return $"{queue.WaitRules.Length} rules for a long wait are not at most {WaitRule.Most}";
        }

        var (before, least, most) = (TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromDays(30));
        foreach (var rule in queue.WaitRules)
        {
            var other = configuration.Queue(rule.MoveTo);
            if (rule.After < least || rule.After > most || rule.After <= before)
            {
                yield return $"a wait of {rule.After} is not 1 s to 30 days, and above the {before} before it";
            }

            if (rule.End == rule.MoveTo is not null)
            {
                yield return $"after {rule.After} a contact does not either end or go to a queue";
            }
            else if (rule.MoveTo is not null
                && (other is null || other.Name == queue.Name || other.Channel != queue.Channel))
            {
                yield return $"after {rule.After} a contact goes to '{rule.MoveTo}', which is no other queue like it";
            }

            before = rule.After;
        }
    }

    private static string? Overflow(QueueProfile queue, FloorConfiguration configuration)
    {
        if (queue.OverflowTo is null)
        {
            return queue.WhenFull == FullQueue.Overflow ? "it overflows to no queue" : null;
        }

        var other = configuration.Queue(queue.OverflowTo);
        return queue.WhenFull != FullQueue.Overflow ? "it names a queue to overflow to, and does not overflow"
            : other is null ? $"it overflows to queue '{queue.OverflowTo}', which is not there"
            : other.Channel != queue.Channel ? $"it overflows to queue {other.Name} of another channel"
            : IsCircle(queue, configuration) ? "it overflows to itself in the end"
            : null;
    }

    private static bool IsCircle(QueueProfile queue, FloorConfiguration configuration)
    {
        var next = configuration.Queue(queue.OverflowTo);
        for (var steps = configuration.Queues.Length; next is not null && steps > 0; steps--)
        {
            if (next.Name == queue.Name)
            {
                return true;
            }

            next = configuration.Queue(next.OverflowTo);
        }

        return false;
    }
}

using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What is wrong with how long queues may get, where they overflow to, who waits in them in vain.</summary>
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

        if (queue.WhenFull != FullQueue.Overflow && queue is not { OverflowPriority: null, OverflowRequirement: null })
        {
            yield return "it says how urgent it is what overflows, and does not overflow";
        }

        foreach (var urging in Urging(queue.OverflowPriority, queue.OverflowRequirement))
        {
            yield return $"what overflows has {urging}";
        }

        foreach (var rule in Rules(queue, configuration).Concat(NoAgents(queue, configuration)))
        {
            yield return rule;
        }

        if (queue.ReturnWithin is { } within && (within <= TimeSpan.Zero || within > KeptPlaces.Longest))
        {
            yield return $"a place is kept for {within}, not for more than 0 and at most {KeptPlaces.Longest}";
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
            if (rule.After < least || rule.After > most || rule.After <= before)
            {
                yield return $"a wait of {rule.After} is not 1 s to 30 days, and above the {before} before it";
            }

            var goesOn = rule is not { MoveTo: null, Priority: null, Requirement: null };
            if (rule.End == goesOn)
            {
                yield return rule.End
                    ? $"after {rule.After} a contact ends, and something else is to become of it"
                    : $"after {rule.After} nothing becomes of a contact";
            }
            else if (rule.MoveTo is { } to && !IsOther(queue, configuration.Queue(to)))
            {
                yield return $"after {rule.After} a contact goes to '{to}', which is no other queue like it";
            }

            foreach (var urging in Urging(rule.Priority, rule.Requirement))
            {
                yield return $"after {rule.After} a contact has {urging}";
            }

            if (EndBefore(queue, rule, configuration) is { } end)
            {
                yield return $"{nameof(queue.WaitRules)}: after {rule.After} nobody is left to end, "
                    + $"since the end after {end.After}";
            }

            before = rule.After;
        }
    }

    /// <summary>
    /// The rule by which everybody has ended whom this one would end; null where it does end somebody, or ends nobody
    /// by what it says.
    /// </summary>
    /// <remarks>
    /// A callback follows no rule that ends it, and so every other rule that comes later. Beside callbacks only those
    /// are left who have come from another queue and had followed a later rule there.
    /// </remarks>
    internal static WaitRule? EndBefore(QueueProfile queue, WaitRule rule, FloorConfiguration configuration)
    {
        var end = rule.End ? queue.WaitRules.LastOrDefault(one => one.End && one.After < rule.After) : null;
        return end is not null && !configuration.Queues.Any(other => IsOther(queue, other) && other.WaitRules.Any(
            followed => !followed.End && followed.After >= end.After && followed.After < rule.After))
            ? end
            : null;
    }

    private static IEnumerable<string> Urging(int? priority, string? requirement)
    {
        if (priority is < 0 or > ContactWishes.MaxPriority)
        {
            yield return $"priority {priority}, which is not 0 to {ContactWishes.MaxPriority}";
        }

        if (requirement is not null && !Requirement.TryParse(requirement, out _, out var fault))
        {
            yield return $"requirement '{requirement}', which is none: {fault}";
        }
    }

    private static IEnumerable<string> NoAgents(QueueProfile queue, FloorConfiguration configuration)
    {
        if (queue.NoAgents is not { } rule)
        {
            yield break;
        }

        if (rule.After < TimeSpan.Zero || rule.After > TimeSpan.FromDays(30))
        {
            yield return $"contacts follow {rule.After} after the last agent, which is not 0 to 30 days";
        }

        if (rule.NewcomersAfter is { } grace && (grace < TimeSpan.Zero || grace > rule.After))
        {
            yield return $"newcomers follow after {grace}, which is not 0 to the {rule.After} of the others";
        }

        if (rule.End == rule.MoveTo is not null)
        {
            yield return "without agents a contact does not either end or go to a queue";
        }
        else if (rule.MoveTo is { } to && !IsOther(queue, configuration.Queue(to)))
        {
            yield return $"without agents a contact goes to '{to}', which is no other queue like it";
        }
        else if (IsCircle(queue, configuration, static one => one.NoAgents?.MoveTo))
        {
            yield return "without agents a contact comes back to it in the end";
        }
    }

    /// <summary>Contacts of a queue can go on to this one.</summary>
    private static bool IsOther(QueueProfile queue, QueueProfile? other) =>
        other is not null && other.Name != queue.Name && other.Channel == queue.Channel;

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
            : IsCircle(queue, configuration, static one => one.OverflowTo) ? "it overflows to itself in the end"
            : null;
    }

    private static bool IsCircle(
        QueueProfile queue, FloorConfiguration configuration, Func<QueueProfile, string?> nextOf)
    {
        var next = configuration.Queue(nextOf(queue));
        for (var steps = configuration.Queues.Length; next is not null && steps > 0; steps--)
        {
            if (next.Name == queue.Name)
            {
                return true;
            }

            next = configuration.Queue(nextOf(next));
        }

        return false;
    }
}

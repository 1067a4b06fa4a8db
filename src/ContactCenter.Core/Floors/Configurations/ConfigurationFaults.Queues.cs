using System.Globalization;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What is wrong with how queues work: whom they ask and how, and in which order contacts wait.</summary>
internal static partial class ConfigurationFaults
{
    private static IEnumerable<string> Queues(FloorConfiguration configuration, KnownStrategies strategies)
    {
        foreach (var name in Twice(configuration.Queues.Select(queue => queue.Name)))
        {
            yield return $"queue {name} is there twice";
        }

        foreach (var queue in configuration.Queues)
        {
            if (!Identifier.IsValid(queue.Name))
            {
                yield return $"queue name '{queue.Name}' is no name";
            }

            if (queue.OfferTimeout < OfferTimeout.Least || queue.OfferTimeout > OfferTimeout.Most)
            {
                yield return $"queue {queue.Name}: offer timeout {queue.OfferTimeout} is not 1 s to 1 h";
            }

            if (queue.ConnectTimeout is { } connect && (connect <= TimeSpan.Zero || connect > OfferTimeout.Most))
            {
                yield return $"queue {queue.Name}: connect timeout {connect} is not above 0 and at most 1 h";
            }

            if (queue.WarnBefore is { } warn && (warn <= TimeSpan.Zero || warn >= queue.OfferTimeout))
            {
                yield return $"queue {queue.Name}: a warning {warn} before the end of {queue.OfferTimeout} never comes";
            }

            foreach (var fault in ServiceLevel(queue))
            {
                yield return $"queue {queue.Name}: {fault}";
            }

            if (!strategies.Has(queue.Strategy))
            {
                yield return $"queue {queue.Name}: strategy '{queue.Strategy}' is not known";
            }

            var faults = Silence(queue).Concat(Offers(queue)).Concat(Waiting(queue, configuration));
            foreach (var fault in faults.Concat(Order(queue)))
            {
                yield return $"queue {queue.Name}: {fault}";
            }

            if (Removal(queue, configuration) is { } removal)
            {
                yield return $"queue {queue.Name}: {removal}";
            }

            if (!Enum.IsDefined(queue.Channel))
            {
                yield return $"queue {queue.Name}: channel {queue.Channel} is not known";
            }
        }
    }

    private static string? Removal(QueueProfile queue, FloorConfiguration configuration)
    {
        if (!Enum.IsDefined(queue.WhenRemoved))
        {
            return $"rule {queue.WhenRemoved} for its removal is not known";
        }

        if (queue.WhenRemoved != QueueRemoval.MoveTo)
        {
            return queue.ReplacedBy is null ? null : "it is replaced by another, and not moved to it";
        }

        var heir = configuration.Queue(queue.ReplacedBy);
        return heir is null ? $"it is replaced by queue '{queue.ReplacedBy}', which is not there"
            : heir.Name == queue.Name ? "it is replaced by itself"
            : heir.Channel != queue.Channel ? $"it is replaced by queue {heir.Name} of another channel"
            : null;
    }

    private static IEnumerable<string> Offers(QueueProfile queue)
    {
        if (!Enum.IsDefined(queue.Mode))
        {
            yield return $"mode {queue.Mode} is not known";
        }

        if (queue.ParallelOffers is not { Max: >= 1 and <= ParallelOffers.Most } offers)
        {
            yield return $"{queue.ParallelOffers?.Max.ToString(CultureInfo.InvariantCulture) ?? "none"} offers at once "
                + $"are not 1 to {ParallelOffers.Most}";
        }
        else if (offers.Min < 1 || offers.Min > offers.Max)
        {
            yield return $"{offers.Min} offers to begin with are not 1 to {offers.Max}";
        }

        if (queue.ParallelOffers?.AddEvery is { } period && (period < OfferTimeout.Least || period > OfferTimeout.Most))
        {
            yield return $"an agent is added every {period}, not every 1 s to 1 h";
        }

        if (queue.BroadcastLimit is < 1 or > QueueProfile.MostBroadcast)
        {
            yield return $"a broadcast to {queue.BroadcastLimit} is not one to 1 to {QueueProfile.MostBroadcast}";
        }
    }

    private static IEnumerable<string> ServiceLevel(QueueProfile queue)
    {
        var day = TimeSpan.FromDays(1);
        if (queue.ServiceThreshold <= TimeSpan.Zero || queue.ServiceThreshold > day)
        {
            yield return $"{nameof(queue.ServiceThreshold)} {queue.ServiceThreshold} is not above 0 and at most a day";
        }

        if (queue.ShortAbandon < TimeSpan.Zero || queue.ShortAbandon > day)
        {
            yield return $"{nameof(queue.ShortAbandon)} {queue.ShortAbandon} is not 0 to a day";
        }
    }

    private static IEnumerable<string> Silence(QueueProfile queue)
    {
        var day = TimeSpan.FromDays(1);
        if (queue.WarnSilentAfter is { } warn && (warn <= TimeSpan.Zero || warn > day))
        {
            yield return $"{nameof(queue.WarnSilentAfter)} {warn} is not above 0 and at most a day";
        }

        if (queue.SleepSilentAfter is { } sleep && (sleep <= TimeSpan.Zero || sleep > day))
        {
            yield return $"{nameof(queue.SleepSilentAfter)} {sleep} is not above 0 and at most a day";
        }

        if (queue.EndSilentAfter is { } end && (end <= (queue.WarnSilentAfter ?? TimeSpan.Zero) || end > day))
        {
            yield return $"{nameof(queue.EndSilentAfter)} {end} is not above the warning and at most a day";
        }
    }

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

        foreach (var fault in Attributes("label", queue.Labels.Select(label => (label.Name, label.Value))))
        {
            yield return fault;
        }

        if (Withholding.IsOut(queue.RetryDeclinedAfter))
        {
            yield return $"a retry {queue.RetryDeclinedAfter} after a decline is not one above 0 and at most a day";
        }
        else if (queue is { RetryDeclinedAfter: not null, AllowDecline: false })
        {
            yield return $"{nameof(queue.RetryDeclinedAfter)} is for who declines, and "
                + $"{nameof(queue.AllowDecline)} lets nobody";
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
}

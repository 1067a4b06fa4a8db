using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What is wrong with a configuration: all of it at once, each fault in words that name the place.</summary>
internal static partial class ConfigurationFaults
{
    internal static readonly (TimeSpan Least, TimeSpan Most) OfferTimeout =
        (TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));

    internal static readonly (TimeSpan Least, TimeSpan Most) InactivityLimit =
        (TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1_000));

    internal static IEnumerable<string> Of(FloorConfiguration configuration, KnownStrategies? strategies = null) =>
    [
        .. Queues(configuration, strategies ?? KnownStrategies.Shipped),
        .. Hours(configuration),
        .. Agents(configuration),
        .. Codes(configuration),
        .. Limits(configuration),
        .. Periods(configuration),
        .. configuration.Attachments.Faults(),
        .. Organisation(configuration),
        .. Rona(configuration),
        .. Classifications(configuration),
        .. CardLike(configuration),
    ];

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

        var heir = configuration.Queues.FirstOrDefault(other => other.Name == queue.ReplacedBy);
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

        if (queue.EndSilentAfter is { } end && (end <= (queue.WarnSilentAfter ?? TimeSpan.Zero) || end > day))
        {
            yield return $"{nameof(queue.EndSilentAfter)} {end} is not above the warning and at most a day";
        }
    }

    private static IEnumerable<string> Agents(FloorConfiguration configuration)
    {
        var queues = configuration.Queues.Select(queue => queue.Name).ToHashSet(StringComparer.Ordinal);
        var codes = configuration.IdleCodes.Select(code => code.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var id in Twice(configuration.Agents.Select(agent => agent.Id)))
        {
            yield return $"agent {id} is there twice";
        }

        foreach (var agent in configuration.Agents)
        {
            if (!Identifier.IsValid(agent.Id))
            {
                yield return $"agent id '{agent.Id}' is no id";
            }

            foreach (var queue in agent.Queues.Where(queue => !queues.Contains(queue)))
            {
                yield return $"agent {agent.Id} serves queue {queue}, which is not there";
            }

            foreach (var code in agent.IdleCodes.Where(code => !codes.Contains(code)))
            {
                yield return $"agent {agent.Id} is given idle code {code}, which is not there";
            }

            foreach (var fault in Memberships(agent).Concat(Attributes(agent)))
            {
                yield return $"agent {agent.Id}: {fault}";
            }

            foreach (var fault in configuration.MediaOf(agent).Faults())
            {
                yield return $"agent {agent.Id}: {fault}";
            }
        }
    }

    private static IEnumerable<string> Codes(FloorConfiguration configuration)
    {
        foreach (var code in Twice(configuration.IdleCodes.Select(code => code.Code)))
        {
            yield return $"idle code {code} is there twice";
        }

        foreach (var code in Twice(configuration.WrapUp.Reasons.Select(reason => reason.Code)))
        {
            yield return $"wrap-up reason {code} is there twice";
        }

        var all = configuration.IdleCodes.Select(code => code.Code)
            .Concat(configuration.WrapUp.Reasons.Select(reason => reason.Code))
            .Append(configuration.DefaultIdleCode);
        foreach (var code in all.Where(code => !Identifier.IsValid(code)))
        {
            yield return $"'{code}' is no code";
        }

        foreach (var code in configuration.IdleCodes.Where(code => IdleCode.IsAssignedBySystem(code.Code)))
        {
            yield return $"idle code {code.Code} is the engine's own";
        }

        if (configuration.WrapUp.Reasons.Count(reason => reason.IsDefault) > 1)
        {
            yield return "more than one wrap-up reason is the default";
        }
    }

    private static IEnumerable<string> Limits(FloorConfiguration configuration)
    {
        if (configuration.Ceilings.Length != Enum.GetValues<Channel>().Length
            || configuration.Ceilings.Any(ceiling => ceiling < 0))
        {
            yield return "each channel needs a ceiling of 0 or more";
        }

        foreach (var (name, value, most) in new (string, int, int)[]
        {
            ("command window count", configuration.WindowCount, 10_000_000),
            ("lines of a chat", configuration.MaxLines, 10_000_000),
            ("closed contacts that are kept", configuration.HistoryLimit, 100_000_000),
            ("wrap-up reasons at a time", configuration.WrapUp.MaxReasons, 50),
        })
        {
            if (value < 1 || value > most)
            {
                yield return $"{name} {value} is not 1 to {most}";
            }
        }
    }

    private static IEnumerable<string> Periods(FloorConfiguration configuration)
    {
        if (configuration.HistoryRetention is { } kept
            && (kept < TimeSpan.FromDays(1) || kept > TimeSpan.FromDays(36_525)))
        {
            yield return $"history retention {kept} is not 1 day to 100 years";
        }

        if (configuration.StatisticsDayBegins < TimeSpan.Zero
            || configuration.StatisticsDayBegins >= TimeSpan.FromDays(1))
        {
            yield return $"the day of statistics begins at {configuration.StatisticsDayBegins}, not at 0 to 24 h";
        }

        foreach (var (name, value, most) in new (string, TimeSpan, TimeSpan)[]
        {
            ("bot timeout", configuration.BotTimeout, TimeSpan.FromHours(1)),
            ("wrap-up period", configuration.WrapUp.AutoAfter ?? TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            ("command window period", configuration.WindowPeriod, TimeSpan.FromDays(7)),
            ("agent grace", configuration.Sessions.AgentGrace, TimeSpan.FromHours(1)),
            ("customer grace", configuration.Sessions.CustomerGrace, TimeSpan.FromHours(1)),
        })
        {
            if (value <= TimeSpan.Zero || value > most)
            {
                yield return $"{name} {value} is not above 0 and at most {most}";
            }
        }

        var limits = configuration.Agents.Select(agent => (Of: $"agent {agent.Id}", Limit: agent.InactivityLimit))
            .Prepend((Of: "floor", Limit: configuration.InactivityLimit));
        foreach (var agent in configuration.Agents)
        {
            if (agent.AutoWrapUp < TimeSpan.Zero || agent.AutoWrapUp > TimeSpan.FromDays(1))
            {
                yield return $"agent {agent.Id}: wrap-up period {agent.AutoWrapUp} is not 0 to 1 day";
            }
        }

        foreach (var (of, limit) in limits)
        {
            if (limit < InactivityLimit.Least || limit > InactivityLimit.Most)
            {
                yield return $"{of}: inactivity limit {limit} is not 3 to 1,000 minutes";
            }
        }
    }

    private static HashSet<string> Names(IEnumerable<string> names) => names.ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key);
}

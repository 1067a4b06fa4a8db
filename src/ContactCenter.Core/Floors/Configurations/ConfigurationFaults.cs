using ContactCenter.Agents;
using ContactCenter.Redaction;
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
        All(configuration, strategies).Select(Unnamed);

    /// <summary>What is wrong is often repeated, and must not be where it reads as a card number.</summary>
    internal static string Unnamed(string fault)
    {
        var where = fault[..(fault.IndexOf(": ", StringComparison.Ordinal) is var end && end > 0 ? end + 2 : 0)];
        return !CardLikeId.IsIn(fault) ? fault : CardLikeId.IsIn(where) ? CardLikeFault : where + CardLikeFault;
    }

    private static string[] All(FloorConfiguration configuration, KnownStrategies? strategies) =>
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

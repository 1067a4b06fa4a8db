using ContactCenter.DependencyInjection;
using ContactCenter.Hours;
using ContactCenter.Routing;

namespace ContactCenter.Hosting;

/// <summary>Reads how queues work.</summary>
internal static partial class FloorBinding
{
    private static void Bind(SectionReader section, QueueOptions queue) => section
        .Choice<Channel>(nameof(queue.Channel), value => queue.Channel = value)
        .Period(nameof(queue.OfferTimeout), value => queue.OfferTimeout = value)
        .Period(nameof(queue.ConnectTimeout), value => queue.ConnectTimeout = value)
        .Period(nameof(queue.WarnBefore), value => queue.WarnBefore = value)
        .Text(nameof(queue.Strategy), value => queue.Strategy = value)
        .Period(nameof(queue.PriorityWorth), value => queue.PriorityWorth = value)
        .Period(nameof(queue.HeadStart), value => queue.HeadStart = value)
        .Choice<QueueMode>(nameof(queue.Mode), value => queue.Mode = value)
        .Child(nameof(queue.ParallelOffers), offers => queue.ParallelOffers = Parallel(offers, queue.ParallelOffers))
        .Number(nameof(queue.BroadcastLimit), value => queue.BroadcastLimit = value)
        .Texts(nameof(queue.Labels), (name, value) => queue.Labels[name] = value)
        .Children(nameof(queue.Rings), ring => Bind(ring, queue.Rings))
        .Flag(nameof(queue.AllowDecline), value => queue.AllowDecline = value)
        .Period(nameof(queue.RetryDeclinedAfter), value => queue.RetryDeclinedAfter = value)
        .Child(nameof(queue.Rona), rona => queue.Rona = Rona(rona, queue.Rona ?? new()))
        .Flag(nameof(queue.StartsWithBot), value => queue.StartsWithBot = value)
        .Period(nameof(queue.ServiceThreshold), value => queue.ServiceThreshold = value)
        .Period(nameof(queue.ShortAbandon), value => queue.ShortAbandon = value)
        .Flag(nameof(queue.ExcludeShortAbandons), value => queue.ExcludeShortAbandons = value)
        .Period(nameof(queue.WarnSilentAfter), value => queue.WarnSilentAfter = value)
        .Period(nameof(queue.SleepSilentAfter), value => queue.SleepSilentAfter = value)
        .Period(nameof(queue.EndSilentAfter), value => queue.EndSilentAfter = value)
        .Number(nameof(queue.MaxLength), value => queue.MaxLength = value)
        .Choice<FullQueue>(nameof(queue.WhenFull), value => queue.WhenFull = value)
        .Text(nameof(queue.OverflowTo), value => queue.OverflowTo = value)
        .Number(nameof(queue.OverflowPriority), value => queue.OverflowPriority = value)
        .Text(nameof(queue.OverflowRequirement), value => queue.OverflowRequirement = value)
        .Children(nameof(queue.WaitRules), rule => Bind(rule, queue.WaitRules))
        .Child(nameof(queue.NoAgents), rule => queue.NoAgents = NoAgents(rule, queue.NoAgents ?? new()))
        .Period(nameof(queue.ReturnWithin), value => queue.ReturnWithin = value)
        .Choice<QueueRemoval>(nameof(queue.WhenRemoved), value => queue.WhenRemoved = value)
        .Text(nameof(queue.ReplacedBy), value => queue.ReplacedBy = value)
        .Child(nameof(queue.Hours), hours => queue.Hours = Hours(hours, queue.Hours ?? new()))
        .Choice<ClosedAction>(nameof(queue.ClosedAction), value => queue.ClosedAction = value)
        .Text(nameof(queue.ClosedOverflow), value => queue.ClosedOverflow = value)
        .End();

    private static ParallelOffers Parallel(SectionReader section, ParallelOffers offers)
    {
        section
            .Number(nameof(offers.Min), value => offers = offers with { Min = value })
            .Number(nameof(offers.Max), value => offers = offers with { Max = value })
            .Period(nameof(offers.AddEvery), value => offers = offers with { AddEvery = value })
            .End();
        return offers;
    }

    private static void Bind(SectionReader section, IList<RoutingRing> rings)
    {
        var (ring, drops) = (new RoutingRing(), new List<string>());
        section
            .Period(nameof(ring.For), value => ring = ring with { For = value })
            .Texts(nameof(ring.Drops), (_, name) => drops.Add(name))
            .End();
        rings.Add(ring with { Drops = [.. drops] });
    }

    private static void Bind(SectionReader section, IList<WaitRule> rules)
    {
        var rule = new WaitRule();
        section
            .Period(nameof(rule.After), value => rule = rule with { After = value })
            .Text(nameof(rule.MoveTo), value => rule = rule with { MoveTo = value })
            .Flag(nameof(rule.End), value => rule = rule with { End = value })
            .Number(nameof(rule.Priority), value => rule = rule with { Priority = value })
            .Text(nameof(rule.Requirement), value => rule = rule with { Requirement = value })
            .End();
        rules.Add(rule);
    }

    private static NoAgentRule NoAgents(SectionReader section, NoAgentRule rule)
    {
        section
            .Period(nameof(rule.After), value => rule = rule with { After = value })
            .Period(nameof(rule.NewcomersAfter), value => rule = rule with { NewcomersAfter = value })
            .Text(nameof(rule.MoveTo), value => rule = rule with { MoveTo = value })
            .Flag(nameof(rule.End), value => rule = rule with { End = value })
            .End();
        return rule;
    }

    private static OpeningHours Hours(SectionReader section, OpeningHours hours)
    {
        var (closed, special) = (new List<DateOnly>(), new Dictionary<DateOnly, string>());
        section
            .Text(nameof(hours.Zone), value => hours = hours with { Zone = value })
            .Text(nameof(hours.EveryDay), value => hours = hours with { EveryDay = value })
            .Text(nameof(hours.Weekdays), value => hours = hours with { Weekdays = value })
            .Text(nameof(hours.Weekend), value => hours = hours with { Weekend = value })
            .Text(nameof(hours.Monday), value => hours = hours with { Monday = value })
            .Text(nameof(hours.Tuesday), value => hours = hours with { Tuesday = value })
            .Text(nameof(hours.Wednesday), value => hours = hours with { Wednesday = value })
            .Text(nameof(hours.Thursday), value => hours = hours with { Thursday = value })
            .Text(nameof(hours.Friday), value => hours = hours with { Friday = value })
            .Text(nameof(hours.Saturday), value => hours = hours with { Saturday = value })
            .Text(nameof(hours.Sunday), value => hours = hours with { Sunday = value })
            .Dates(nameof(hours.Closed), closed.Add)
            .Dates(nameof(hours.Special), (date, text) => special[date] = text)
            .End();

        // Days of one's own take the place of those that were there.
        return hours with
        {
            Closed = closed.Count > 0 ? closed : hours.Closed,
            Special = special.Count > 0 ? special : hours.Special,
        };
    }
}

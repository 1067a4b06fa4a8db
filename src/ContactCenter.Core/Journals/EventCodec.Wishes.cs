using System.Collections.Immutable;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>What a contact asks for, as it stands in events and snapshots.</summary>
internal static partial class EventCodec
{
    private static void WriteWishes(RecordWriter to, ChatEvent happened)
    {
        if (happened is ContactWished wished)
        {
            Start(to, EventKind.ContactWished, wished.Chat);
            Write(to, wished.Wishes);
        }
        else if (happened is ContactAged aged)
        {
            Start(to, EventKind.ContactAged, aged.Chat);
            to.Period(aged.Waited);
        }
        else if (happened is PositionAsked asked)
        {
            Start(to, EventKind.PositionAsked, asked.Chat);
            to.Number(asked.Position);
        }
        else if (happened is ContactPlaced placed)
        {
            Start(to, EventKind.ContactPlaced, placed.Chat);
            to.Number(placed.Place.Since);
            to.Number(placed.Place.Order);
        }
    }

    private static void WriteDeclined(RecordWriter to, ChatEvent happened)
    {
        if (happened is ContactWithheld withheld)
        {
            Start(to, EventKind.ContactWithheld, withheld.Chat);
            to.Text(withheld.Agent.Value);
            to.Instant(withheld.Until);
        }
        else if (happened is ContactOfferable offerable)
        {
            Start(to, EventKind.ContactOfferable, offerable.Chat);
            to.Text(offerable.Agent.Value);
        }
    }

    internal static void Write(RecordWriter to, ContactWishes wishes)
    {
        to.Number(wishes.Priority);
        to.Number(wishes.Requirements.Length);
        foreach (var (requirement, period) in wishes.Requirements)
        {
            to.Text(requirement.ToString());
            to.Period(period);
        }

        Write(to, wishes.Preferred);
        to.Text(wishes.Reserved?.Value);
        to.Period(wishes.ReservedFor);
        Write(to, wishes.Excluded);
    }

    internal static ContactWishes ReadWishes(ref RecordReader from)
    {
        var priority = from.SmallNumber();
        var requirements = ImmutableArray.CreateBuilder<(Requirement, TimeSpan?)>();
        for (var left = from.Count(); left > 0; left--)
        {
            var isRead = Requirement.TryParse(from.Text(), out var read, out _);
            requirements.Add((isRead ? read! : throw RecordReader.Broken("requirement"), from.OptionalPeriod()));
        }

        return new ContactWishes
        {
            Priority = priority,
            Requirements = requirements.ToImmutable(),
            Preferred = ReadAgents(ref from),
            Reserved = from.OptionalAgent(),
            ReservedFor = from.OptionalPeriod() ?? TimeSpan.Zero,
            Excluded = ReadAgents(ref from),
        };
    }

    private static void Write(RecordWriter to, ImmutableArray<AgentId> agents)
    {
        to.Number(agents.Length);
        foreach (var agent in agents)
        {
            to.Text(agent.Value);
        }
    }

    private static ImmutableArray<AgentId> ReadAgents(ref RecordReader from)
    {
        var agents = ImmutableArray.CreateBuilder<AgentId>();
        for (var left = from.Count(); left > 0; left--)
        {
            agents.Add(from.Agent());
        }

        return agents.ToImmutable();
    }
}

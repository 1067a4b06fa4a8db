using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>Writes how contacts wait: what they ask for, what is said of them, their place, what time brings.</summary>
internal static partial class EventCodec
{
    private static void WriteWaiting(RecordWriter to, ChatEvent happened)
    {
        switch (happened)
        {
            case ContactWished e:
                Start(to, EventKind.ContactWished, e.Chat);
                Write(to, e.Wishes);
                to.Flag(e.ByRule);
                break;
            case ContactAged e:
                Start(to, EventKind.ContactAged, e.Chat);
                to.Period(e.Waited);
                break;
            case OffersWidened e:
                Start(to, EventKind.OffersWidened, e.Chat);
                break;
            case PositionAsked e:
                Start(to, EventKind.PositionAsked, e.Chat);
                to.Number(e.Position);
                break;
            case ContactPlaced e:
                Start(to, EventKind.ContactPlaced, e.Chat);
                to.Number(e.Place.Since);
                to.Number(e.Place.Order);
                break;
            case ContactWithheld e:
                Start(to, EventKind.ContactWithheld, e.Chat);
                to.Agent(e.Agent);
                to.Instant(e.Until);
                break;
            case ContactOfferable e:
                Start(to, EventKind.ContactOfferable, e.Chat);
                to.Agent(e.Agent);
                break;
            case ContactLabelled e:
                Start(to, EventKind.ContactLabelled, e.Chat);
                Write(to, e.Attributes);
                break;
            case ContactClassified e:
                Start(to, EventKind.ContactClassified, e.Chat);
                to.Text(e.By);
                to.Number(e.Requirements);
                break;
            case WaitRuleFired e:
                Start(to, EventKind.WaitRuleFired, e.Chat);
                to.Queue(e.Queue);
                to.Period(e.After);
                break;
            case ContactOverdue e:
                Start(to, EventKind.ContactOverdue, e.Chat);
                to.Period(e.After);
                break;
            case NoAgentRuleFired e:
                Start(to, EventKind.NoAgentRuleFired, e.Chat);
                to.Queue(e.Queue);
                break;
            case PlaceRegained e:
                Start(to, EventKind.PlaceRegained, e.Chat);
                to.Instant(e.Since);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    /// <summary>What a contact asks for, as it stands in events and snapshots.</summary>
    internal static void Write(RecordWriter to, ContactWishes wishes)
    {
        to.Number(wishes.Priority);
        to.Number(wishes.Requirements.Length);
        foreach (var (requirement, period) in wishes.Requirements)
        {
            to.Text(requirement.ToString());
            to.Period(period);
        }

        to.Agents(wishes.Preferred.AsSpan());
        to.Agent(wishes.Reserved);
        to.Period(wishes.ReservedFor);
        to.Agents(wishes.Excluded.AsSpan());
    }

    internal static ContactWishes ReadWishes(ref RecordReader from) => new()
    {
        Priority = from.SmallNumber(),
        Requirements = from.Each(static (ref from) =>
        {
            var isRead = Requirement.TryParse(from.Text(), out var read, out _);
            return (isRead ? read! : throw RecordReader.Broken("requirement"), from.OptionalPeriod());
        }),
        Preferred = from.Agents(),
        Reserved = from.OptionalAgent(),
        ReservedFor = from.Period(),
        Excluded = from.Agents(),
    };

    /// <summary>What is said of a contact, as it stands in events and snapshots.</summary>
    internal static void Write(RecordWriter to, AttributeBag attributes)
    {
        to.Number(attributes.Count);
        foreach (var (name, value) in attributes)
        {
            to.Text(name);
            to.Text(value.ToString());
        }
    }

    internal static AttributeBag ReadAttributes(ref RecordReader from)
    {
        var read = from.Each(static (ref from) =>
            (from.Text(), AttributeValue.TryParse(from.Text(), out var value) ? value : throw Unread()));
        return AttributeBag.TryOf(read.AsSpan(), out var bag, out _) ? bag : throw Unread();

        static JournalFormatException Unread() => RecordReader.Broken("attribute");
    }
}

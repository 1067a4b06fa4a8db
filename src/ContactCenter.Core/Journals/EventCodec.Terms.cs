using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>
/// What a few contacts have beside what they ask for: a place in line, who has declined them, what is said of them.
/// </summary>
internal static partial class EventCodec
{
    private static void WriteTerms(RecordWriter to, ChatEvent happened)
    {
        switch (happened)
        {
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
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

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
        var read = new List<(string, AttributeValue)>();
        for (var left = from.Count(); left > 0; left--)
        {
            var name = from.Text();
            read.Add((name, AttributeValue.TryParse(from.Text(), out var value) ? value : throw Unread()));
        }

        return AttributeBag.TryOf([.. read], out var bag, out _) ? bag : throw Unread();

        static JournalFormatException Unread() => RecordReader.Broken("attribute");
    }
}

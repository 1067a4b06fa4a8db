using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>What is said of a contact, and what it was classified by.</summary>
internal static partial class EventCodec
{
    private static void WriteClassified(RecordWriter to, ChatEvent happened)
    {
        if (happened is ContactLabelled labelled)
        {
            Start(to, EventKind.ContactLabelled, labelled.Chat);
            Write(to, labelled.Attributes);
        }
        else if (happened is ContactClassified classified)
        {
            Start(to, EventKind.ContactClassified, classified.Chat);
            to.Text(classified.By);
            to.Number(classified.Requirements);
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

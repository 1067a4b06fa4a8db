using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>What a few contacts have beside what they ask for.</summary>
internal static partial class SnapshotCodec
{
    private static void WriteTerms(RecordWriter to, ChatSession chat)
    {
        to.Number(chat.Seating?.Position ?? 0);
        to.Flag(chat.Seating?.Place is not null);
        if (chat.Seating?.Place is { } place)
        {
            to.Number(place.Since);
            to.Number(place.Order);
        }

        EventCodec.Write(to, chat.Attributes);
        to.Number(chat.Classified);
        to.Number(chat.Withheld?.Count ?? 0);
        foreach (var one in chat.Withheld ?? [])
        {
            to.Agent(one.Agent);
            to.Instant(one.Until);
        }
    }

    private static void ReadTerms(ref RecordReader from, ChatSession chat)
    {
        var position = from.SmallNumber();
        var place = from.Flag() ? new AskedPlace(from.Number(), from.Number()) : default(AskedPlace?);
        chat.Seating = position == 0 && place is null
            ? null
            : new Seating(position == 0 ? null : position, place);
        chat.Attributes = EventCodec.ReadAttributes(ref from);
        chat.Classified = from.SmallNumber();
        for (var left = from.Count(); left > 0; left--)
        {
            (chat.Withheld ??= []).Add(new Withholding(from.Agent(), from.Instant()));
        }
    }
}

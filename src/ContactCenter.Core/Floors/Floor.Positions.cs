using ContactCenter.Chats;

namespace ContactCenter.Floors;

/// <summary>Places in line that were asked for.</summary>
internal sealed partial class Floor
{
    /// <summary>What contacts have been given that asked for a place, so that nobody is given it twice; an index.
    /// </summary>
    private readonly HashSet<long> _givenPlaces = [];

    private void AskPosition(ChatSession chat, int? asked)
    {
        if (asked is { } position)
        {
            Raise(new PositionAsked(chat.Number, position));
            TakePosition(chat);
        }
    }

    /// <summary>Whoever waits is given the place that they have asked for.</summary>
    private void TakePosition(ChatSession chat)
    {
        if (chat is { Waits: true, Seating.Position: { } position }
            && Router.PlaceAt(chat.Number, position, _givenPlaces) is { } place)
        {
            Raise(new ContactPlaced(chat.Number, place));
        }
    }

    /// <summary>A place is given, or given back, before the event is applied that says so.</summary>
    private void NotePlace(ChatEvent happened, ChatSession chat)
    {
        var isLeft = happened is ContactPlaced or ContactScheduled or ChatClosed
            || (happened is ContactWished wished && chat.SeatingAfter(wished) is null);
        if (isLeft && chat.Seating?.Place is { } before)
        {
            _givenPlaces.Remove(before.Order);
        }

        if (happened is ContactPlaced placed)
        {
            _givenPlaces.Add(placed.Place.Order);
        }
    }
}

using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>What hangs on what a batch has touched.</summary>
internal sealed partial class JournalChecker
{
    /// <summary>Who is in a chat that was touched is touched, and whatever somebody has who came or went.</summary>
    private void TouchWhatHangsOnIt(Batch batch)
    {
        foreach (var happened in batch.Events)
        {
            if (happened is RoutingEvent e && _offers.TryGetValue(e.Offer, out var offer))
            {
                Touched.Chats.Add(offer.Chat);
                Touched.Agents.Add(offer.Agent);
            }
            else if (happened is SessionEvent session)
            {
                // Who only wraps a chat up may be waited for by another who is still in it.
                foreach (var chat in _chats.Values)
                {
                    if (session.Who.IsCustomer(chat.Customer) || chat.HasPart(session.Who))
                    {
                        Touched.Chats.Add(chat.Number);
                    }
                }
            }
        }

        foreach (var chat in Touched.Doors.Count == 0 ? [] : _chats.Values.AsEnumerable())
        {
            if (Touched.Doors.Contains(chat.Queue) || Touched.Doors.Contains(chat.WaitsIn))
            {
                Touched.Chats.Add(chat.Number);
            }
        }

        foreach (var number in Touched.Chats)
        {
            if (_chats.TryGetValue(number, out var chat))
            {
                for (var index = 0; index < chat.Parts.Count; index++)
                {
                    Touched.Agents.Add(chat.Parts.GetValueAtIndex(index).Agent);
                }
            }
        }
    }
}

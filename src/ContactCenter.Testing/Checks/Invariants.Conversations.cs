using ContactCenter.Chats;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>What is kept beside the lines of a conversation: marks, and a silence that counts.</summary>
internal static partial class Invariants
{
    /// <summary>S24: nobody has read what was not delivered, or what was not said.</summary>
    private static void Conversations(FloorView view)
    {
        foreach (var chat in view.Chats)
        {
            var fits = Fits(chat.CustomerMark, chat);
            foreach (var part in chat.Parts)
            {
                fits &= Fits(part.Mark, chat);
            }

            if (!fits)
            {
                view.Report("S24", $"somebody has read more of chat {chat.Number} than its {chat.LastLine} lines");
            }

            if (chat.Silence is not null && !IsSilent(view, chat))
            {
                view.Report("S41", $"chat {chat.Number} is {chat.State}, and a silence counts that is none");
            }

            if (chat.Ending is not null != (chat.State == ChatState.Ended))
            {
                view.Report("S12", $"chat {chat.Number} is {chat.State} and was over at {chat.Ending?.At:O}");
            }
        }
    }

    private static bool Fits(Mark mark, ChatSession chat) =>
        mark.Read <= mark.Delivered && mark.Delivered <= chat.LastLine;

    /// <summary>Told a second time: the last word was an agent's, who is still there, and so is the customer.</summary>
    private static bool IsSilent(FloorView view, ChatSession chat)
    {
        bool IsLost(Actor who) => view.Floor.Presences.GetValueOrDefault(who)?.State == PresenceState.Lost;
        return chat.AwaitsCustomer
            && chat.State != ChatState.Ended
            && chat.Parts.Exists(part => part.IsIn && !IsLost(Actor.Agent(part.Agent)))
            && !IsLost(Actor.Customer(chat.Customer));
    }
}

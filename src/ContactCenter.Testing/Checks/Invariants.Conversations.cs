using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>What is kept beside the lines of a conversation: marks, and a silence that counts.</summary>
internal static partial class Invariants
{
    /// <summary>S24: nobody has read what was not delivered, or what was not said.</summary>
    private static IEnumerable<Violation> Conversations(Floor floor)
    {
        foreach (var chat in floor.Chats.Values)
        {
            var marks = chat.Parts.Select(part => part.Mark).Append(chat.CustomerMark);
            if (marks.Any(mark => mark.Read > mark.Delivered || mark.Delivered > chat.LastLine))
            {
                yield return new("S24", $"somebody has read more of chat {chat.Number} than its {chat.LastLine} lines");
            }

            if (IsSilent(floor, chat) != chat.SilentSince is not null)
            {
                yield return new("S41", $"chat {chat.Number} is {chat.State} and silent since {chat.SilentSince:O}");
            }

            if (chat.SilentSince is null && (chat.WarnAt ?? chat.EndAt) is not null)
            {
                yield return new("S41", $"chat {chat.Number} is not silent, and ends for silence");
            }
        }
    }

    /// <summary>Told a second time: the last word was an agent's, who is still there, and so is the customer.</summary>
    private static bool IsSilent(Floor floor, ChatSession chat)
    {
        bool IsLost(Actor who) => floor.Presences.GetValueOrDefault(who)?.State == PresenceState.Lost;
        return chat.AwaitsCustomer
            && chat.State != ChatState.Ended
            && chat.Parts.Exists(part => part.IsIn && !IsLost(Actor.Agent(part.Agent)))
            && !IsLost(Actor.Customer(chat.Customer));
    }
}

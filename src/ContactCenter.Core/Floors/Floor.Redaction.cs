using ContactCenter.Chats;
using ContactCenter.Customers;

namespace ContactCenter.Floors;

/// <summary>What redaction has for the audit trail.</summary>
internal sealed partial class Floor
{
    private Rejection? Decide(NoteRedaction c)
    {
        ChatSession? chat = null;
        if (c.Chat != 0 && !_chats.TryGetValue(c.Chat, out chat))
        {
            return Rejections.ChatUnknown;
        }

        var refused = Clean(c.Who.Id, "author");
        if (refused is null)
        {
            Note(c.Who, c.Action, c.Chat, chat?.Customer ?? default, c.Codes);
        }

        return refused;
    }
}

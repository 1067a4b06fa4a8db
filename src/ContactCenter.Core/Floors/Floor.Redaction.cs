using ContactCenter.Customers;

namespace ContactCenter.Floors;

/// <summary>What redaction has for the audit trail.</summary>
internal sealed partial class Floor
{
    private Rejection? Decide(NoteRedaction c)
    {
        if (c.Chat == 0)
        {
            Note(c.Who, c.Action, 0, default, c.Codes);
            return null;
        }

        if (!_chats.TryGetValue(c.Chat, out var chat))
        {
            return Rejections.ChatUnknown;
        }

        var refused = Clean(c.Who.Id, "author");
        if (refused is null)
        {
            Note(c.Who, c.Action, c.Chat, chat.Customer, c.Codes);
        }

        return refused;
    }
}

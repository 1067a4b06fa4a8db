using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Customers;

namespace ContactCenter.Floors;

/// <summary>
/// What redaction has for the audit trail, who may have what it keeps back, and what was said before.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>Whether somebody may be told what tokens stand for: the host, and whoever is named.</summary>
    private Rejection? MayReveal(Actor by) => by.Kind switch
    {
        ActorKind.Host => null,
        ActorKind.Supervisor when _supervisors.TryGetValue(by.Id, out var profile)
            && profile.Rights.HasFlag(SupervisorRights.Reveal) => Clean(by.Id, "supervisor"),
        _ => Rejections.NotPermitted,
    };

    private Rejection? Decide(NoteReveal c)
    {
        if (MayReveal(c.By) is { } forbidden)
        {
            return forbidden;
        }

        var refused = MaySee(c.By, c.Chat, out var chat);
        if (refused is null && chat is null)
        {
            refused = c.Customer == default ? Rejections.ChatUnknown
                : MayReadHistory(c.By, c.Customer) ?? Clean(c.Customer.Value, "customer");
        }

        if (refused is null)
        {
            Note(c.By, AuditAction.Reveal, c.Chat, chat?.Customer ?? c.Customer, c.Note);
        }

        return refused;
    }

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

    /// <summary>What somebody says makes a number of what was said before: that is masked in the same batch.</summary>
    private void Reword(ChatSession chat, Body body)
    {
        foreach (var rewording in body.Rewordings)
        {
            var line = rewording.In(chat.Number);
            if (line.Sequence > 0 && line.Sequence <= (line.IsAside ? chat.LastAside : chat.LastLine))
            {
                Hide(line);
            }
        }

        if (body.IsMasking is { } isOn && isOn != chat.IsMasking)
        {
            Raise(new MaskingTurned(chat.Number, isOn));
        }
    }
}

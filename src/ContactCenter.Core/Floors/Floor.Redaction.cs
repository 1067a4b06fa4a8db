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

    /// <summary>Why somebody may not be told what stands behind the tokens of a contact; null where they may.</summary>
    internal Rejection? MayReveal(Actor by, long number, CustomerId customer) =>
        MayReveal(by, number, customer, out _);

    private Rejection? MayReveal(Actor by, long number, CustomerId customer, out ChatSession? chat)
    {
        chat = null;
        if ((MayReveal(by) ?? MaySee(by, number, out chat)) is { } refused)
        {
            return refused;
        }

        return chat is not null ? null
            : customer == default ? Rejections.ChatUnknown
            : MayReadHistory(by, customer) ?? Clean(customer.Value, "customer");
    }

    private Rejection? Decide(NoteReveal c)
    {
        var refused = MayReveal(c.By, c.Chat, c.Customer, out var chat);
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

    private Rejection? Decide(HideParts c)
    {
        if (!_chats.TryGetValue(c.Chat, out var chat))
        {
            return Rejections.ChatUnknown;
        }

        Hide(chat, c.Rewordings);
        return null;
    }

    /// <summary>What somebody says makes a number of what was said before: that is masked in the same batch.</summary>
    private void Reword(ChatSession chat, Body body)
    {
        Hide(chat, body.Rewordings);
        if (body.IsMasking is { } isOn && isOn != chat.IsMasking)
        {
            Raise(new MaskingTurned(chat.Number, isOn));
        }
    }

    private void Hide(ChatSession chat, IReadOnlyList<Rewording> rewordings)
    {
        foreach (var rewording in rewordings)
        {
            var line = rewording.In(chat.Number);
            if (line.Sequence > 0 && line.Sequence <= (line.IsAside ? chat.LastAside : chat.LastLine))
            {
                Hide(line);
            }
        }
    }
}

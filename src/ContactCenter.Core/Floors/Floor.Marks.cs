using ContactCenter.Chats;
using ContactCenter.Collaboration;

namespace ContactCenter.Floors;

/// <summary>What is kept beside a conversation: how far each party has come in it, what agents note down.</summary>
internal sealed partial class Floor
{
    private Rejection? Decide(MarkLines c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (chat.RoleOf(c.By) is not (ChatRole.Customer or ChatRole.Owner or ChatRole.Conferee))
        {
            return Rejections.NotPermitted;
        }

        if (chat.Channel != Channel.Chat)
        {
            return Rejections.NoConversation;
        }

        if (c.Delivered < 0 || c.Read < 0 || Math.Max(c.Delivered, c.Read) > chat.LastLine)
        {
            return Rejections.LineUnknown;
        }

        var now = MarkOf(chat, c.By);
        var next = now.With(c.Delivered, c.Read);
        if (next != now)
        {
            Raise(new LinesMarked(chat.Number, c.By, next.Delivered, next.Read));
        }

        return null;
    }

    private Rejection? Decide(WriteNote c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        var refused = Refusal(chat, c.By, ChatAction.Note)
            ?? (chat.Channel == Channel.Chat ? null : Rejections.NoConversation)
            ?? (chat.LastAside < Configuration.MaxLines ? null : Rejections.ChatFull);
        if (refused is null)
        {
            PostAside(chat, LineKind.Note, c.By, c.Body);
        }

        return refused;
    }

    private void PostAside(ChatSession chat, LineKind kind, Actor author, Body body)
    {
        var sequence = chat.LastAside + 1;
        _reply = new Reply(chat.Number, sequence);
        _said.Add(new Line(chat.Number, sequence, kind, author, body.Text, Code: null, body.Salt));
        Raise(new AsidePosted(
            chat.Number, sequence, author, body.Text.Text.Length, body.Digest, !body.Text.IsClean));
        Reword(chat, body);
    }

    private static Mark MarkOf(ChatSession chat, Actor who) => who.Kind == ActorKind.Customer
        ? chat.CustomerMark
        : chat.Parts.Find(part => part.IsIn && who.IsAgent(part.Agent))!.Mark;
}

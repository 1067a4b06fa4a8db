using System.Collections.Immutable;
using ContactCenter.Chats;
using ContactCenter.Collaboration;

namespace ContactCenter.Floors;

/// <summary>Wrap-up: due once for each part that owes one, submitted once, by whomever.</summary>
internal sealed partial class Floor
{
    private Rejection? Decide(CompleteWrapUp c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (MayWrapUp(chat, c.By, ChatAction.WrapUp, out var part) is { } refused)
        {
            return refused;
        }

        var exposed = _agents[part.Agent].Profile.WrapUpReasons;
        if (Configuration.WrapUp.MaySubmit(c.Reasons, exposed) is { } rejection)
        {
            return rejection;
        }

        Complete(chat, part, c.Reasons.Count == 0 ? [] : [.. c.Reasons], c.By);
        return null;
    }

    /// <summary>A countdown runs for this agent that may be cancelled.</summary>
    internal bool MayHoldWrapUp(ChatSession chat, Actor by) =>
        Configuration.WrapUp.AllowExtension && chat.WrapUpOf(by)?.WrapUpDueAt is not null;

    private Rejection? Decide(HoldWrapUp c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (MayWrapUp(chat, c.By, ChatAction.HoldWrapUp, out var part) is { } refused)
        {
            return refused;
        }

        if (!MayHoldWrapUp(chat, c.By))
        {
            return Rejections.WrapUpNotExtendable;
        }

        Raise(new WrapUpHeld(c.Chat, part.Offer, part.Agent));
        return null;
    }

    private Rejection? Decide(AutoCompleteWrapUp c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        var part = chat.Parts.Find(part => part.Offer == c.Part);
        if (part?.WrapUpDueAt is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        // A reason that was configured when the countdown began may be gone by now; the wrap-up ends all the same.
        Complete(chat, part, DefaultReasonsOf(part.Agent), Actor.System);
        return null;
    }

    private static Rejection? MayWrapUp(ChatSession chat, Actor by, ChatAction action, out Participation part)
    {
        if (chat.WrapUpOf(by) is { } due)
        {
            part = due;
            return null;
        }

        part = null!;
        return chat.RoleOf(by) is ChatRole.Owner or ChatRole.Conferee or ChatRole.Invitee
            ? Rejections.NotAllowed.About(chat.State, action)
            : Rejections.NotPermitted;
    }

    private void Complete(ChatSession chat, Participation part, ImmutableArray<string> reasons, Actor by)
    {
        Raise(new WrapUpCompleted(chat.Number, part.Offer, part.Agent, reasons, by));
        CloseIfDone(chat);
        AfterWork(part.Agent);
    }

    private void CloseIfDone(ChatSession chat)
    {
        if (chat is { State: ChatState.Ended, Parts.Count: 0 })
        {
            Close(chat);
        }
    }
}

using ContactCenter.Chats;
using ContactCenter.Collaboration;

namespace ContactCenter.Floors;

/// <summary>
/// The bot's part. Asking it is a pending effect in the state: the shell carries it out and answers by command, so
/// the bot may be slow, throw or die, and the floor does not wait.
/// </summary>
internal sealed partial class Floor
{
    private Rejection? Decide(AskForAgent c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if ((Refusal(chat, c.By, ChatAction.AskForAgent) ?? OutsideHours(QueueOf(chat))) is { } rejection)
        {
            return rejection;
        }

        if (_queues.TryGetValue(chat.Queue, out var queue) && NoRoomIn(queue) is { } full)
        {
            return full;
        }

        CloseBotEffect(chat);
        Enqueue(chat);
        return null;
    }

    private Rejection? Decide(AnswerForBot c)
    {
        if (_effects.GetValueOrDefault(c.Effect) is not BotEffect effect || _now >= effect.DueAt)
        {
            return Rejections.EffectGone;
        }

        var chat = _chats[effect.Chat];
        CloseBotEffect(chat);
        if (c.Body is { } body && chat.LastLine < Configuration.MaxLines)
        {
            Post(chat, Actor.Bot, body);
        }

        if (c.HandOver)
        {
            Enqueue(chat);
        }
        else if (chat.LastCustomerLine > effect.UpTo)
        {
            // The customer went on writing while the bot was thinking.
            AskBot(chat);
        }

        return null;
    }

    private Rejection? Decide(GiveUpOnBot c)
    {
        if (_effects.GetValueOrDefault(c.Effect) is not BotEffect effect)
        {
            return Rejections.EffectGone;
        }

        var chat = _chats[effect.Chat];
        CloseBotEffect(chat);
        Enqueue(chat);
        return null;
    }

    private void AskBot(ChatSession chat) => Raise(new BotAsked(
        Last.Effect + 1, chat.Number, chat.LastLine, _now + Configuration.BotTimeout));

    private void CloseBotEffect(ChatSession chat)
    {
        if (chat.Bot is { } effect)
        {
            Raise(new BotEffectClosed(effect.Number, chat.Number));
        }
    }
}

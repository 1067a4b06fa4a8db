using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>Chats: one move after the other, lines without gaps, nothing after the end, one wrap-up.</summary>
internal sealed partial class JournalChecker
{
    private void Fold(ChatStarted e)
    {
        Require(e.Chat == _lastChat + 1, "S54", $"chat {e.Chat} follows chat {_lastChat}");
        var queue = _configuration.Queues.FirstOrDefault(queue => queue.Name == e.Queue.Value);
        Require(queue?.Channel == e.Channel, "S42", $"chat {e.Chat} begins in {e.Queue} as {e.Channel}");
        _lastChat = e.Chat;
        _chats[e.Chat] = new ChatRecord(e);
    }

    private void Fold(ChatEvent happened, ChatRecord chat)
    {
        switch (happened)
        {
            case ChatQueued:
                Require(chat.QueuedAt is null, "S8", $"chat {chat.Number} is queued a second time");
                Move(chat, ChatTrigger.Enqueue);
                chat.QueuedAt ??= _at;
                break;
            case MessagePosted e:
                Require(chat.State is not (ChatState.Ended or ChatState.Closed), "S28", $"said after the end: {e}");
                Require(MayWrite(e.Author, chat), "S23", $"{e.Author} writes in chat {chat.Number}, a stranger to it");
                Count(chat, e.Sequence);
                break;
            case NoticeShown e:
                Require(chat.State is not (ChatState.Ended or ChatState.Closed), "S28", $"shown after the end: {e}");
                Count(chat, e.Sequence);
                break;
            case BotAsked e:
                Require(e.Effect == _lastEffect + 1, "S38", $"question {e.Effect} follows question {_lastEffect}");
                Require(chat.OpenEffect is null, "S38", $"the bot is asked {e.Effect} while {chat.OpenEffect} is open");
                Move(chat, ChatTrigger.AskBot);
                _lastEffect = e.Effect;
                chat.OpenEffect = e.Effect;
                break;
            case BotEffectClosed e:
                Require(chat.OpenEffect == e.Effect, "S38", $"question {e.Effect} is closed, not {chat.OpenEffect}");
                chat.OpenEffect = null;
                break;
            case ChatEnded e:
                FoldEnd(e, chat);
                break;
            case ChatClosed:
                Require(!chat.OwesWrapUp, "S22", $"chat {chat.Number} is closed and {chat.Agent} owes a wrap-up");
                Move(chat, ChatTrigger.Close);
                _chats.Remove(chat.Number);
                _closed++;
                break;
            default:
                FoldWrapUp(happened, chat);
                break;
        }
    }

    private void FoldEnd(ChatEnded e, ChatRecord chat)
    {
        Require(chat.OpenOffer is null, "S9", $"chat {chat.Number} ends and offer {chat.OpenOffer} stays open");
        Require(chat.OpenEffect is null, "S38", $"chat {chat.Number} ends and question {chat.OpenEffect} stays open");
        Require(
            e.Trigger == ChatTrigger.Leave
                || (e.Trigger == ChatTrigger.End && chat.Agent is { } agent && e.By.IsAgent(agent)),
            "S12",
            $"chat {chat.Number} ends by {e.Trigger} of {e.By}, who does not have it");
        Move(chat, e.Trigger);
        chat.OwesWrapUp = chat.Agent is not null;
    }

    private void FoldWrapUp(ChatEvent happened, ChatRecord chat)
    {
        switch (happened)
        {
            case WrapUpStarted e:
                Require(chat.OwesWrapUp && !chat.WrapUpBegan && chat.Agent == e.Agent, "S22", $"{e} is not due");
                (chat.WrapUpBegan, chat.WrapUpDueAt) = (true, e.DueAt);
                break;
            case WrapUpHeld e:
                Require(chat.WrapUpDueAt is not null && chat.Agent == e.Agent, "S22", $"{e} without a countdown");
                chat.WrapUpDueAt = null;
                break;
            case WrapUpCompleted e:
                Require(chat.WrapUpBegan && chat.OwesWrapUp && chat.Agent == e.Agent, "S22", $"{e} is not due");
                Require(
                    !e.Automatic || chat.WrapUpDueAt <= _at,
                    "S22",
                    $"chat {chat.Number} is wrapped up by the alarm at {_at:O}, which stands at {chat.WrapUpDueAt:O}");
                (chat.OwesWrapUp, chat.WrapUpDueAt) = (false, null);
                if (_agents.TryGetValue(e.Agent, out var agent))
                {
                    Require(agent.Contacts.Remove(chat.Number), "S22", $"{e.Agent} frees chat {chat.Number} twice");
                    agent.RestedSince = _at;
                }

                break;
            default:
                Report("S36", $"{happened} has no rule");
                break;
        }
    }

    private void Move(ChatRecord chat, ChatTrigger trigger)
    {
        var legal = ChatLifecycle.Table.TryNext(chat.State, trigger, out var next);
        Require(legal, "S12", $"chat {chat.Number} moves by {trigger} while {chat.State}");
        chat.State = next;
    }

    private void Count(ChatRecord chat, int line)
    {
        Require(line == chat.Lines + 1, "S24", $"line {line} of chat {chat.Number} follows line {chat.Lines}");
        chat.Lines = line;
    }

    private static bool MayWrite(Actor author, ChatRecord chat) => author.Kind switch
    {
        ActorKind.Customer => author.IsCustomer(chat.Customer),
        ActorKind.Agent => chat.State == ChatState.Active && chat.Agent is { } agent && author.IsAgent(agent),
        ActorKind.Bot => chat.State == ChatState.Bot,
        _ => false,
    };
}

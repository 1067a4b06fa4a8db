using ContactCenter.Attachments;
using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>Chats: one move after the other, lines without gaps, nothing after the end.</summary>
internal sealed partial class JournalChecker
{
    private void Fold(ChatStarted e)
    {
        Require(e.Chat == _lastChat + 1, "S54", $"chat {e.Chat} follows chat {_lastChat}");
        var queue = Configured(e.Queue);
        Require(queue?.Channel == e.Channel, "S42", $"chat {e.Chat} begins in {e.Queue} as {e.Channel}");
        _lastChat = e.Chat;
        _chats[e.Chat] = new ChatRecord(e);
    }

    private void Fold(ChatEvent happened, ChatRecord chat)
    {
        switch (happened)
        {
            case ChatQueued:
                FoldQueued(chat);
                break;
            case SchedulingEvent e:
                FoldScheduling(e, chat);
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
            case AsidePosted e:
                Require(
                    IsObserver(e.Author, chat) || chat.Parts.Values.Any(part => e.Author.IsAgent(part.Agent)),
                    "S20",
                    $"{e.Author} says something beside chat {chat.Number} from outside");
                CountAside(chat, e.Sequence);
                break;
            case AsideShown e:
                CountAside(chat, e.Sequence);
                break;
            case MessageRedacted e:
                Require(
                    e.Sequence > 0 && e.Sequence <= (e.IsAside ? chat.Asides : chat.Lines),
                    "S50",
                    $"{e} masks a line that was not said");
                break;
            case MaskingTurned e:
                Require(e.IsOn != chat.IsMasking, "S50", $"masking in chat {chat.Number} is turned to what it is");
                chat.IsMasking = e.IsOn;
                break;
            case LinesMarked e:
                Require(
                    e.Read <= e.Delivered && e.Delivered <= chat.Lines, "S24", $"{e} marks a line that was not said");
                Require(e.By.Kind != ActorKind.Bot && MayWrite(e.By, chat), "S23", $"{e} comes from a stranger");
                break;
            case SilenceNoticed:
                Require(chat.Owner is not null, "R59", $"chat {chat.Number} is silent and nobody waits for an answer");
                break;
            case ContactWished e:
                FoldWishes(e, chat);
                break;
            case ContactLabelled e:
                Require(e.Attributes.Count <= 30, "S38", $"of chat {chat.Number} is said {e.Attributes}");
                break;
            case ContactClassified e:
                Require(
                    _configuration.Classifications.Any(one => one.Name == e.By)
                        && e.Requirements <= chat.Wishes.Requirements.Length,
                    "S42",
                    $"chat {chat.Number} is classified by {e.By}, with {e.Requirements} requirements");
                chat.Classified = e.Requirements;
                break;
            case PositionAsked e:
                chat.Asked = e.Position;
                break;
            case ContactWithheld e:
                FoldWithheld(e, chat);
                break;
            case ContactOfferable e:
                Require(
                    chat.Withheld.Remove(e.Agent, out var until) && until <= _at,
                    "S41",
                    $"chat {chat.Number} may be offered to {e.Agent} again at {_at:O}, from {until:O} on");
                break;
            case ContactPlaced e:
                FoldPlace(e, chat);
                break;
            case ContactAged e:
                Require(
                    e.Waited > chat.Waited && (chat.WaitedSince ?? chat.QueuedAt) + e.Waited <= _at,
                    "S3",
                    $"chat {chat.Number} counts as waiting for {e.Waited} since {chat.WaitedSince ?? chat.QueuedAt:O}");
                chat.Waited = e.Waited;
                break;
            case OffersWidened:
                var waits = chat.State is ChatState.Queued or ChatState.Offered or ChatState.Transferring;
                Require(waits, "S3", $"chat {chat.Number} is to be offered to more, and is {chat.State}");
                chat.Widened++;
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
                Require(chat.Parts.Count == 0, "S22", $"chat {chat.Number} is closed and somebody owes a wrap-up");
                Move(chat, ChatTrigger.Close);
                _chats.Remove(chat.Number);
                _past[chat.Number] = chat.Customer;
                _closed++;
                break;
            default:
                FoldWork(happened, chat);
                break;
        }
    }

    private void FoldEnd(ChatEnded e, ChatRecord chat)
    {
        Require(
            _files.Values.All(file => file.Sent.Chat != chat.Number
                || file.State is AttachmentState.Blocked or AttachmentState.Withdrawn),
            "S38",
            $"chat {chat.Number} ends and leaves files on their way");
        Require(
            chat.OpenOffers.Count == 0, "S9", $"chat {chat.Number} ends and offer {Join(chat.OpenOffers)} stays open");
        Require(chat.OpenEffect is null, "S38", $"chat {chat.Number} ends and question {chat.OpenEffect} stays open");
        Require(
            e.Trigger == ChatTrigger.Leave
                || (e.Trigger == ChatTrigger.End
                    && (e.By.Kind == ActorKind.Supervisor || chat.IsCancelled
                        || chat.In.Any(part => e.By.IsAgent(part.Agent))
                        || (e.By.Kind == ActorKind.System && _leaving.ContainsKey(chat.WaitsIn.Value)))),
            "S12",
            $"chat {chat.Number} ends by {e.Trigger} of {e.By}, who does not have it");
        KeepPlace(e, chat);
        NoteLastAgent(chat);
        Move(chat, e.Trigger);
        (chat.HandedTo, chat.Widened) = (null, 0);
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

    private void CountAside(ChatRecord chat, int line)
    {
        Require(line == chat.Asides + 1, "S24", $"aside {line} of chat {chat.Number} follows aside {chat.Asides}");
        chat.Asides = line;
    }

    private static bool MayWrite(Actor author, ChatRecord chat) => author.Kind switch
    {
        ActorKind.Customer => author.IsCustomer(chat.Customer),
        ActorKind.Agent => chat.In.Any(part => author.IsAgent(part.Agent)),
        ActorKind.Supervisor => chat.Observers.GetValueOrDefault(author.Id) == ObserverState.BargedIn,
        ActorKind.Bot => chat.State == ChatState.Bot,
        _ => false,
    };

    private static bool IsObserver(Actor author, ChatRecord chat) =>
        author.Kind == ActorKind.Supervisor && chat.Observers.ContainsKey(author.Id);
}

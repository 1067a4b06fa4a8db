using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>Contacts for later: none is due before its time, and what is set aside keeps age and place.</summary>
internal sealed partial class JournalChecker
{
    private void FoldScheduling(SchedulingEvent happened, ChatRecord chat)
    {
        Require(
            chat.Owner is null && (chat.OpenOffers.Count == 0 || happened is CallbackAsked or ContactCancelled),
            "S12",
            $"{EventText.NameOf(happened)}, but somebody has chat {chat.Number} or is offered it");
        switch (happened)
        {
            case ContactScheduled e:
                Require(e.DueAt >= _at, "S41", $"chat {chat.Number} is scheduled for {e.DueAt:O} at {_at:O}");
                Move(chat, ChatTrigger.Schedule);
                Forget(chat);
                (chat.DueAt, chat.SuspendsWhenDue, chat.Place) = (e.DueAt, e.Suspends, null);
                (chat.QueuedAt, chat.WaitedSince, chat.Passed, chat.Waited, chat.Forsaken) =
                    (null, null, TimeSpan.Zero, TimeSpan.Zero, 0);
                chat.Overdue = TimeSpan.Zero;
                break;
            case ContactSuspended e:
                Require(
                    e.By.Kind is ActorKind.Host or ActorKind.Supervisor
                        || (e.By.Kind == ActorKind.System && chat.State == ChatState.Scheduled && chat.SuspendsWhenDue
                            && chat.DueAt <= _at),
                    "S41",
                    $"chat {chat.Number} is suspended by {e.By} at {_at:O}, and due at {chat.DueAt:O}");
                Move(chat, ChatTrigger.Suspend);
                Forget(chat);
                break;
            case ContactActivated e:
                Require(
                    e.By.Kind is ActorKind.Host or ActorKind.Supervisor,
                    "S18",
                    $"chat {chat.Number} is activated by {e.By}");
                Move(chat, ChatTrigger.Activate);
                chat.QueuedAt ??= _at;
                CheckRoom(chat);
                break;
            case CallbackAsked or ContactCancelled:
                Require(
                    chat.State is ChatState.Queued or ChatState.Offered or ChatState.Scheduled or ChatState.Suspended,
                    "S12",
                    $"chat {chat.Number} is {chat.State}, and {EventText.NameOf(happened)}");
                chat.IsCancelled |= happened is ContactCancelled;
                chat.IsCallback |= happened is CallbackAsked;
                break;
            default:
                Report("S36", $"{happened} has no rule");
                break;
        }
    }

    /// <summary>It comes to its queue: if it was scheduled not before it is due, from when its age counts.</summary>
    private void FoldQueued(ChatRecord chat)
    {
        Require(chat.QueuedAt is null, "S8", $"chat {chat.Number} is queued a second time");
        var isDue = chat.State != ChatState.Scheduled || (chat.DueAt <= _at && !chat.SuspendsWhenDue);
        Require(isDue, "S41", $"chat {chat.Number} is queued at {_at:O} and due at {chat.DueAt:O}");
        chat.QueuedAt ??= chat.State == ChatState.Scheduled ? chat.DueAt : _at;
        Move(chat, ChatTrigger.Enqueue);
        CheckRoom(chat);
        if (chat.DueAt is null)
        {
            Entitle(chat);
        }
    }
}

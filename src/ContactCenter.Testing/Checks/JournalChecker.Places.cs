using ContactCenter.Chats;
using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>Places in line that are kept for customers who leave and come back.</summary>
internal sealed partial class JournalChecker
{
    private readonly Dictionary<(CustomerId Customer, QueueName Queue), KeptPlace> _kept = [];
    private readonly HashSet<ChatRecord> _entitled = [];

    /// <summary>The place of whoever leaves the line of their own accord, where the queue keeps it.</summary>
    private void KeepPlace(ChatEnded e, ChatRecord chat)
    {
        if (e.Trigger == ChatTrigger.Leave && chat.State is ChatState.Queued or ChatState.Offered
            && chat.OverdueIn != _head)
        {
            foreach (var queue in new[] { chat.CameTo ?? chat.Queue, chat.Queue }.Distinct()
                .Where(queue => Configured(queue)?.ReturnWithin is not null))
            {
                _kept[(chat.Customer, queue)] =
                    new KeptPlace(chat.Customer, queue, chat.QueuedAt!.Value, _at, chat.Number);
            }
        }
    }

    /// <summary>Rules move who waits, or finds no room; people send them elsewhere, and there they come.</summary>
    private static void NoteOrigin(ChatEvent happened, ChatRecord chat)
    {
        var isByRule = happened is ChatDiverted { Why: not Diversion.Reclassified }
            || (happened is ChatDiverted && chat.State is ChatState.Queued or ChatState.Offered)
            || happened is ChatTransferred { By.Kind: ActorKind.System };
        if (happened is ChatDiverted or ChatTransferred)
        {
            chat.CameTo = isByRule ? chat.CameTo ?? chat.Queue : default(QueueName?);
        }
        else if (happened is ContactScheduled or ChatRequeued or TransferCalledOff)
        {
            chat.CameTo = null;
        }
    }

    /// <summary>A place in a queue that is replaced is kept in the other; of two the later counts.</summary>
    private void MovePlaces(QueueName from, QueueName to)
    {
        foreach (var (key, place) in _kept.Where(place => place.Key.Queue == from).ToArray())
        {
            _kept.Remove(key);
            if (!_kept.TryGetValue((key.Customer, to), out var other) || place.IsLaterThan(other))
            {
                _kept[(key.Customer, to)] = place with { Queue = to };
            }
        }
    }

    private void ForgetPlaces(Func<KeptPlace, bool> which)
    {
        foreach (var (key, _) in _kept.Where(place => which(place.Value)).ToArray())
        {
            _kept.Remove(key);
        }
    }

    /// <summary>Whose place is kept has it back, and nobody else comes to one.</summary>
    private void Entitle(ChatRecord chat)
    {
        if (_kept.TryGetValue((chat.Customer, chat.Queue), out var place)
            && _at < place.LeftAt + Configured(chat.Queue)?.ReturnWithin)
        {
            _entitled.Add(chat);
        }
    }

    private void FoldReturn(PlaceRegained e, ChatRecord chat)
    {
        var place = default(KeptPlace);
        Require(
            _entitled.Remove(chat) && _kept.Remove((chat.Customer, chat.Queue), out place)
                && place.QueuedAt == e.Since,
            "S8",
            $"chat {chat.Number} comes to a place since {e.Since:O} that is not kept for it");
        ForgetPlaces(other => other.Chat == place.Chat);
        (chat.QueuedAt, chat.WaitedSince, chat.Passed) = (e.Since, _at, TimeSpan.Zero);
    }

    /// <summary>S36: the places that are kept and can still be come back to, in one text.</summary>
    private string Places(IEnumerable<KeptPlace> places) => string.Join(", ", places
        .Where(place => place.LeftAt + KeptPlaces.Longest > _at)
        .Select(place => $"{place.Customer} in {place.Queue} since {place.QueuedAt:O}, left at {place.LeftAt:O}")
        .Order(StringComparer.Ordinal));
}

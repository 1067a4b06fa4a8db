using System.Runtime.CompilerServices;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>
/// Reads a floor's log from its beginning, batch by batch, and says where it breaks a rule of history: what may follow
/// what, who may get what. It keeps records of its own and asks no floor.
/// </summary>
internal sealed partial class JournalChecker
{
    private readonly Dictionary<AgentId, AgentRecord> _agents = [];
    private readonly Dictionary<long, ChatRecord> _chats = [];
    private readonly Dictionary<long, OfferRecord> _offers = [];
    private readonly SortedSet<long> _openOffers = [];
    private readonly HashSet<QueueName> _closedQueues = [];
    private readonly HashSet<ChatRecord> _moved = [];
    private readonly List<Violation> _violations = [];
    private FloorConfiguration _configuration = FloorConfiguration.Empty;
    private DateTimeOffset _at;
    private long _head;
    private long _lastChat;
    private long _lastEffect;
    private long _closed;

    /// <summary>Every rule that was broken so far, first to last.</summary>
    internal IReadOnlyList<Violation> Violations => _violations;

    /// <summary>What the last batch has touched.</summary>
    internal Touched Touched { get; } = new();

    /// <summary>The next batch of the log.</summary>
    internal void Fold(Batch batch)
    {
        Require(batch.Sequence == _head + 1, "S34", $"batch {batch.Sequence} follows batch {_head}");
        Require(batch.At >= _at, "S43", $"batch {batch.Sequence} goes back from {_at:O} to {batch.At:O}");
        Require(batch.Events.Count > 0, "S37", $"batch {batch.Sequence} is empty");
        (_head, _at) = (batch.Sequence, batch.At);
        Touched.Clear();
        foreach (var happened in batch.Events)
        {
            Touched.Add(happened);
            Fold(happened);
        }

        CheckEnd(batch);
        Remember(batch);
        TouchWhatHangsOnIt(batch);
    }

    private void Fold(Event happened)
    {
        switch (happened)
        {
            case HoursEvent e:
                Fold(e);
                break;
            case RoutingEvent e:
                Fold(e);
                break;
            case SessionEvent e:
                Fold(e);
                break;
            case AgentEvent e:
                Fold(e);
                break;
            case ChatStarted e:
                Fold(e);
                break;
            case ChatEvent e when _chats.TryGetValue(e.Chat, out var chat):
                _moved.Add(chat);
                var line = chat.WaitsIn;
                NoteOrigin(e, chat);
                Fold(e, chat);
                NoteLine(e, chat, line);
                break;
            case MessageRedacted e:
                Require(_rescan is not null && e.Chat <= _rescan.UpTo, "S50", $"{e} masks what nobody reads again");
                break;
            case ChatEvent e:
                Report(e is MessagePosted ? "S28" : "S12", $"{EventText.NameOf(e)}, but chat {e.Chat} is not open");
                break;
            case AttachmentEvent e:
                Fold(e);
                break;
            case CustomerEvent e:
                Fold(e);
                break;
            case FloorConfigured e:
                Fold(e.Configuration);
                break;
            case ConfigurationEdited e:
                Fold(e.Edit.In(_configuration));
                break;
            case QueueClosed e:
                Fold(e);
                break;
            case StrategyFailed e:
                Fold(e);
                break;
            default:
                Report("S36", $"{happened} has no rule");
                break;
        }

        if (happened is AvailabilityChanged or CoolOffEnded or QueuePaused or QueueResumed or HoursEvent
            or FloorConfigured or ConfigurationEdited)
        {
            CountWhoIsThere(happened);
        }
    }

    private void Fold(RoutingEvent happened)
    {
        switch (happened)
        {
            case OfferMade e:
                Fold(e);
                break;
            case OfferPresented e:
                Fold(e);
                break;
            case OfferExpiring e:
                Fold(e);
                break;
            case OfferClosed e:
                Fold(e);
                break;
            default:
                Report("S36", $"{happened} has no rule");
                break;
        }
    }

    private void Fold(HoursEvent e)
    {
        var queue = Configured(e.Queue);
        Require(queue is not null, "S42", $"{e.Queue} opens or closes, and is not configured");
        Require(
            queue?.Hours is not null || e is HoursBegan { NextChange: null },
            "S42",
            $"{e.Queue} has no hours, and {EventText.NameOf(e)}");
        Require(
            e.NextChange is null || e.NextChange > _at, "S45", $"{e.Queue} turns at {e.NextChange:O}, before {_at:O}");
        foreach (var chat in _chats.Values.Where(chat => e is HoursBegan && WaitsToOpen(e.Queue)
            && chat.State is ChatState.Queued or ChatState.Offered or ChatState.Transferring
            && chat.WaitsIn == e.Queue))
        {
            (chat.WaitedSince, chat.Waited, chat.Overdue) = (_at, TimeSpan.Zero, TimeSpan.Zero);
        }

        _ = e is HoursEnded ? _closedQueues.Add(e.Queue) : _closedQueues.Remove(e.Queue);
    }

    /// <summary>What a batch may not leave behind, though it may have passed through it.</summary>
    private void CheckEnd(Batch batch)
    {
        CheckConsequences();
        CheckPauses(batch);
        CheckInterruptions();
        CheckUrged();
        CheckHeld();
        var (moved, made) = (0, 0);
        foreach (var happened in batch.Events)
        {
            CheckEnd(happened, batch);
            moved += happened is ChatMoved ? 1 : 0;
            made += happened is OfferMade ? 1 : 0;
        }

        foreach (var chat in _moved)
        {
            CheckEnd(chat);
        }

        _moved.Clear();
        Require(
            moved <= Floor.MaxMovedPerBatch, "S53", $"batch {batch.Sequence} moves more contacts than a batch may");
        Require(made <= Floor.MaxOffersPerBatch, "S53", $"batch {batch.Sequence} makes more offers than a batch may");
    }

    private void CheckEnd(Event happened, Batch batch)
    {
        switch (happened)
        {
            case OfferClosed { Trigger: OfferTrigger.Lose } lost:
                Require(
                    _offers.TryGetValue(lost.Offer, out var offer) && batch.Events.OfType<OfferClosed>().Any(won =>
                        won.Trigger == OfferTrigger.Accept && _offers.GetValueOrDefault(won.Offer)?.Chat == offer.Chat),
                    "S3",
                    $"offer {lost.Offer} is lost to nobody");
                break;
            case ChatStarted started:
                Require(
                    !_chats.TryGetValue(started.Chat, out var chat) || chat.State != ChatState.Created,
                    "S12",
                    $"chat {started.Chat} has begun and is nowhere");
                break;
            case AvailabilityChanged moved when _agents.TryGetValue(moved.Agent, out var agent):
                Require(
                    agent.Offers.TrueForAll(one => agent.GetsOffersOf(_chats[_offers[one].Chat].Channel)),
                    "S6",
                    $"{moved.Agent} is {agent.Availability} with an open offer");
                break;
            default:
                break;
        }
    }

    private void Require(
        bool holds, string invariant, [InterpolatedStringHandlerArgument(nameof(holds))] Words what)
    {
        if (!holds)
        {
            Report(invariant, what.ToString());
        }
    }

    private void Report(string invariant, string what) => _violations.Add(new Violation(invariant, what));
}

using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>Agents among themselves: transfer, conference, what each owes; supervisors; connections.</summary>
internal sealed partial class JournalChecker
{
    private readonly Dictionary<Actor, SortedSet<long>> _sessions = [];
    private readonly HashSet<Actor> _lost = [];
    private readonly HashSet<AgentId> _givenUp = [];
    private long _lastSession;

    private void FoldWork(ChatEvent happened, ChatRecord chat)
    {
        switch (happened)
        {
            case ChatTransferred e:
                FoldTransfer(e, chat);
                break;
            case TransferCalledOff:
                Require(
                    chat.OpenOffers.Count == 0, "S16", $"the transfer of chat {chat.Number} is off with an open offer");
                Move(chat, ChatTrigger.CallOff);
                (chat.HandedTo, chat.Widened) = (null, 0);
                chat.PassedBy.Clear();
                break;
            case ChatRequeued:
                Move(chat, ChatTrigger.Requeue);
                Forget(chat);
                break;
            case ChatMoved e:
                FoldMove(e, chat);
                break;
            case ChatDiverted e:
                FoldDiversion(e, chat);
                chat.Widened = 0;
                break;
            case WaitRuleFired e:
                FoldRule(e, chat);
                break;
            case ContactOverdue e:
                FoldOverdue(e, chat);
                break;
            case ChatSleeps e:
                Fold(e, chat);
                break;
            case WorkInterrupted e:
                Fold(e);
                break;
            case WorkResumed e:
                Fold(e);
                break;
            case NoAgentRuleFired e:
                FoldDesertion(e, chat);
                break;
            case PlaceRegained e:
                FoldReturn(e, chat);
                break;
            case ConferenceReduced:
                Move(chat, ChatTrigger.Exit);
                break;
            case ObserverMoved e:
                var now = chat.Observers.GetValueOrDefault(e.Supervisor);
                var legal = ObserverLifecycle.Table.TryNext(now, e.Trigger, out var next);
                Require(legal, "S20", $"{e.Supervisor} moves by {e.Trigger} while {now} in chat {chat.Number}");
                chat.Observers.Remove(e.Supervisor);
                if (next != ObserverState.Away)
                {
                    chat.Observers.Add(e.Supervisor, next);
                }

                break;
            default:
                FoldPart(happened, chat);
                break;
        }
    }

    private void FoldTransfer(ChatTransferred e, ChatRecord chat)
    {
        var queue = Queue(e.Queue);
        Require(queue?.Channel == chat.Channel, "S42", $"chat {chat.Number} is given to {e.Queue} as {chat.Channel}");
        var handsOver = chat.Owner is not null && e.By.Kind == ActorKind.Agent
            && _configuration.Collaboration.TransferRelease == TransferRelease.OnAccept;
        Require(
            e.Trigger == ChatTrigger.HandOver == handsOver,
            "S17",
            $"chat {chat.Number} is given on by {e.Trigger}");
        if (e.Agent is null && e.Queue != chat.WaitsIn)
        {
            _arriving.Add(chat);
        }

        Move(chat, e.Trigger);
        Forget(chat);
        if (handsOver)
        {
            chat.HandedTo = e.Queue;
        }
        else
        {
            chat.Queue = e.Queue;
        }
    }

    /// <summary>It waits as if for the first time, but for the age: others come before whoever had it.</summary>
    private void Forget(ChatRecord chat)
    {
        chat.PassedBy.Clear();
        chat.Widened = 0;
        if (chat.Owner is { } owner)
        {
            chat.PassedBy.Add(owner.Agent);
            (chat.WaitedSince, chat.Passed, chat.Overdue, chat.Waited) =
                (_at, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        }
    }

    private void FoldPart(ChatEvent happened, ChatRecord chat)
    {
        switch (happened)
        {
            case WrapUpStarted e when Find(chat, e.Part, e.Agent) is { IsIn: true } part:
                (part.IsIn, part.WrapUpDueAt) = (false, e.DueAt);
                _agents.GetValueOrDefault(e.Agent)?.Asleep.Remove(e.Part);
                part.Holds = _configuration.WrapUp.HoldsQueue ? part.From : null;
                if (!e.HoldsSlot && _agents.TryGetValue(e.Agent, out var relieved))
                {
                    relieved.Relieved.Add(e.Part);
                }

                PassOwnership(chat);
                break;
            case PartReleased e when Find(chat, e.Part, e.Agent) is { IsIn: true }:
                End(chat, e.Part, e.Agent);
                PassOwnership(chat);
                break;
            case WrapUpHeld e when Find(chat, e.Part, e.Agent) is { IsIn: false, WrapUpDueAt: not null } part:
                part.WrapUpDueAt = null;
                break;
            case WrapUpCompleted e when Find(chat, e.Part, e.Agent) is { IsIn: false } part:
                Require(
                    !e.Automatic || part.WrapUpDueAt <= _at || (part.WrapUpDueAt is null && _givenUp.Contains(e.Agent)),
                    "S22",
                    $"chat {chat.Number} is wrapped up by the alarm at {_at:O}, which stands at {part.WrapUpDueAt:O}");
                Require(
                    e.By.Kind is ActorKind.System or ActorKind.Supervisor || e.By.IsAgent(e.Agent),
                    "S22",
                    $"{e.By} wraps up for {e.Agent}");
                End(chat, e.Part, e.Agent);
                break;
            default:
                Report("S22", $"{happened} is not due");
                break;
        }
    }

    private static PartRecord? Find(ChatRecord chat, long part, AgentId agent) =>
        chat.Parts.TryGetValue(part, out var found) && found.Agent == agent ? found : null;

    /// <summary>S22: a part frees its slot once.</summary>
    private void End(ChatRecord chat, long part, AgentId id)
    {
        chat.Parts.Remove(part);
        if (_agents.TryGetValue(id, out var agent))
        {
            Require(agent.Parts.Remove(part), "S22", $"{id} frees part {part} of chat {chat.Number} twice");
            agent.RestedSince = _at;
            ForgetInterruption(agent, part);
        }
    }

    /// <summary>S19: whoever is left alone with the customer is responsible.</summary>
    private static void PassOwnership(ChatRecord chat)
    {
        if (chat.State == ChatState.Active && chat.In.ToArray() is [var left])
        {
            left.IsOwner = true;
        }
    }

    /// <summary>S1: one agent is responsible at most, two are there at most, and two only in a conference.</summary>
    private void CheckEnd(ChatRecord chat)
    {
        if (_arriving.Remove(chat))
        {
            CheckRoom(chat);
        }

        Require(!_entitled.Remove(chat), "S8", $"chat {chat.Number} has not come to the place that is kept for it");
        var (agents, owners) = (0, 0);
        for (var index = 0; index < chat.Parts.Count; index++)
        {
            var part = chat.Parts.GetValueAtIndex(index);
            agents += part.IsIn ? 1 : 0;
            owners += part is { IsIn: true, IsOwner: true } ? 1 : 0;
        }

        var expected = chat.State switch
        {
            ChatState.Active or ChatState.ConferenceRequested or ChatState.Transferring => 1,
            ChatState.Conference => 2,
            _ => 0,
        };
        Require(
            agents == expected && owners == Math.Min(expected, 1),
            "S1",
            $"chat {chat.Number} is {chat.State} with {agents} agents, of whom {owners} are responsible");
        Require(
            chat.OpenOffers.Count > 0 == (chat.State is ChatState.Offered or ChatState.ConferenceRequested)
                || chat.State == ChatState.Transferring,
            "S16",
            $"chat {chat.Number} is {chat.State} with offer {Join(chat.OpenOffers)}");
        Require(
            chat.State != ChatState.Ended || chat.Observers.Count == 0,
            "S20",
            $"chat {chat.Number} is over and somebody still looks on");
    }

    private void Fold(SessionEvent happened)
    {
        var open = _sessions.TryGetValue(happened.Who, out var sessions) ? sessions : [];
        switch (happened)
        {
            case SessionOpened e:
                Require(e.Session == _lastSession + 1, "S54", $"session {e.Session} follows session {_lastSession}");
                _lastSession = e.Session;
                open.Add(e.Session);
                _givenUp.RemoveWhere(agent => e.Who.IsAgent(agent));
                _sessions[e.Who] = open;
                _lost.Remove(e.Who);
                break;
            case SessionClosed e:
                Require(open.Remove(e.Session), "S12", $"session {e.Session} of {e.Who} is closed and was not open");
                break;
            case PresenceLost e:
                Require(open.Count == 0 && _lost.Add(e.Who), "S12", $"{e.Who} is lost with {open.Count} sessions");
                Require(e.DueAt > _at, "S41", $"{e.Who} is lost at {_at:O} and given up at {e.DueAt:O}");
                break;
            case PresenceEnded e:
                Require(open.Count == 0, "S12", $"{e.Who} is given up with {open.Count} sessions");
                Require(!e.GivenUp || _lost.Contains(e.Who), "S12", $"{e.Who} is given up and was not lost");
                _lost.Remove(e.Who);
                _sessions.Remove(e.Who);
                if (e.GivenUp && e.Who.Kind == ActorKind.Agent)
                {
                    _givenUp.Add(e.Who.Id);
                }

                break;
            default:
                Report("S36", $"{happened} has no rule");
                break;
        }
    }
}

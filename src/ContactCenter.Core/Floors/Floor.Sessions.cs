using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>
/// What connections mean. Which are open is state; whether one is still alive is the shell's to find out, and it says
/// so by command.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>How many chats of a lost customer one batch ends at most; the alarm stands for the others.</summary>
    private const int MaxEndedPerBatch = 32;

    private const string Reconnected = "reconnected";

    private Rejection? Decide(OpenSession c)
    {
        if (c.By.Kind == ActorKind.Agent && !_agents.ContainsKey(c.By.Id))
        {
            return Rejections.AgentUnknown;
        }

        var presence = _presences.GetValueOrDefault(c.By);
        if ((PresenceRules.MayOpen(c.By, presence, Configuration.Sessions) ?? Clean(c.By.Id, "session")) is { } refused)
        {
            return refused;
        }

        var replaced = c.By.Kind == ActorKind.Agent && Configuration.Sessions.Logins == LoginPolicy.Single
            ? presence?.Sessions.ToArray() ?? []
            : [];
        _reply = new Reply(Last.Session + 1, 0);
        var wasLost = presence?.State == PresenceState.Lost;
        Raise(new SessionOpened(Last.Session + 1, c.By));
        foreach (var session in replaced)
        {
            Raise(new SessionClosed(session, c.By, SessionEnd.Replaced));
        }

        Return(c.By, wasLost);
        return null;
    }

    private Rejection? Decide(LoseSession c)
    {
        if (!_presences.TryGetValue(c.By, out var presence) || !presence.Sessions.Contains(c.Session))
        {
            return Rejections.SessionClosed;
        }

        Raise(new SessionClosed(c.Session, presence.Who, SessionEnd.Lost));
        if (presence.Sessions.Count == 0)
        {
            Lose(presence.Who);
        }

        return null;
    }

    private Rejection? Decide(GiveUpOnPresence c)
    {
        if (!_presences.TryGetValue(c.Who, out var presence)
            || presence.GraceDueAt is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        if (c.Who.Kind == ActorKind.Agent)
        {
            Raise(new PresenceEnded(c.Who, GivenUp: true));
            GiveUp(_agents[c.Who.Id]);
            return null;
        }

        var left = ChatsOf(c.Who.Id).Where(IsLostWithCustomer).Take(MaxEndedPerBatch).ToArray();
        foreach (var chat in left)
        {
            Finish(chat, ChatTrigger.Leave, Actor.System);
        }

        if (left.Length < MaxEndedPerBatch)
        {
            Raise(new PresenceEnded(c.Who, GivenUp: true));
        }

        return null;
    }

    private static bool IsLostWithCustomer(ChatSession chat) => chat.State != ChatState.Ended && chat.NeedsCustomer;

    /// <summary>Somebody is back in time: all is as it was.</summary>
    private void Return(Actor who, bool wasLost)
    {
        if (who.Kind == ActorKind.Customer)
        {
            if (wasLost)
            {
                TellAgentsOf(who.Id, Notices.CustomerReturned);
            }
        }
        else if (_agents[who.Id] is { Availability: Availability.Idle, Code: IdleCode.Disconnected } agent)
        {
            Raise(new AvailabilityChanged(
                agent.Id, AvailabilityTrigger.GoAvailable, null, Actor.System, Reconnected));
        }
    }

    /// <summary>The last session of somebody is lost.</summary>
    private void Lose(Actor who)
    {
        if (who.Kind == ActorKind.Customer)
        {
            if (!ChatsOf(who.Id).Any(IsLostWithCustomer))
            {
                Raise(new PresenceEnded(who, GivenUp: false));
                return;
            }

            Raise(new PresenceLost(who, _now + Configuration.Sessions.CustomerGrace));
            TellAgentsOf(who.Id, Notices.CustomerDisconnected);
            return;
        }

        var agent = _agents[who.Id];
        if (agent.Availability == Availability.SignedOut)
        {
            Raise(new PresenceEnded(who, GivenUp: false));
            return;
        }

        Raise(new PresenceLost(who, _now + Configuration.Sessions.AgentGrace));
        if (agent.Availability == Availability.Available)
        {
            TakeOut(agent, AvailabilityTrigger.Suspend, Actor.System, IdleCode.Disconnected, ConnectionLost);
        }
    }

    /// <summary>An agent is lost for good: who waits for them is looked after by others.</summary>
    private void GiveUp(Agent agent)
    {
        WithdrawOffersOf(agent);
        LetGoOfChats(agent);

        // A wrap-up without a countdown would wait for somebody who does not come.
        foreach (var number in agent.Contacts.Distinct().ToArray())
        {
            var chat = _chats[number];
            var waiting = chat.Parts.FindAll(part =>
                part.Agent == agent.Id && part is { State: ParticipationState.WrappingUp, WrapUpDueAt: null });
            foreach (var part in waiting)
            {
                Complete(chat, part, DefaultReasonsOf(agent.Id), Actor.System);
            }
        }

        AfterWork(agent.Id);
    }

    /// <summary>Every chat the agent is in goes to the other agent, or waits again at its old place.</summary>
    private void LetGoOfChats(Agent agent)
    {
        foreach (var number in agent.Contacts.ToArray())
        {
            var chat = _chats[number];
            if (chat.Parts.Find(part => part.IsIn && part.Agent == agent.Id) is not { } part)
            {
                continue;
            }

            if (chat.State == ChatState.Conference)
            {
                Reduce(chat, _coordinator.Lose(GatheringOf(chat), agent.Id));
                continue;
            }

            CallTransferOff(chat);
            Notice(chat, Notices.AgentLeft, agent.Id.Value);
            Raise(new ChatRequeued(number));
            Release(chat, part, owesWrapUp: true);
            Notice(chat, Notices.WaitingForAgent, chat.Queue.Value);
        }
    }

    /// <summary>What a supervisor may do who must have an agent out: nothing of theirs is left open.</summary>
    private void LetGoOfEverything(Agent agent, Actor by)
    {
        WithdrawOffersOf(agent);
        LetGoOfChats(agent);
        foreach (var number in agent.Contacts.ToArray())
        {
            var chat = _chats[number];
            if (chat.Parts.Find(part => part.Agent == agent.Id) is { } due)
            {
                Complete(chat, due, DefaultReasonsOf(due.Agent), by);
            }
        }
    }

    private void CloseSessions(Actor who, SessionEnd cause)
    {
        if (!_presences.TryGetValue(who, out var presence))
        {
            return;
        }

        foreach (var session in presence.Sessions.ToArray())
        {
            Raise(new SessionClosed(session, who, cause));
        }

        Raise(new PresenceEnded(who, GivenUp: false));
    }

    private void TellAgentsOf(CustomerId customer, string notice)
    {
        foreach (var chat in ChatsOf(customer).Where(chat => chat.Owner is not null).Take(MaxEndedPerBatch).ToArray())
        {
            Aside(chat, notice, string.Empty);
        }
    }

    private void Apply(SessionEvent happened)
    {
        if (!_presences.TryGetValue(happened.Who, out var presence))
        {
            _presences.Add(happened.Who, presence = new Presence(happened.Who));
        }

        presence.Apply(happened);
        var agent = happened.Who.Kind == ActorKind.Agent ? _agents.GetValueOrDefault(happened.Who.Id) : null;
        switch (happened)
        {
            case SessionOpened e:
                Last = Last with { Session = e.Session };
                if (agent is not null)
                {
                    agent.IsLost = false;
                }

                break;
            case PresenceLost e:
                Alarms.Set(new Alarm(e.DueAt, AlarmKind.Grace, 0, 0, e.Who));
                break;
            case PresenceEnded e:
                _presences.Remove(e.Who);
                if (agent is not null)
                {
                    agent.IsLost = e.GivenUp;
                }

                break;
            default:
                break;
        }
    }
}

using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;

namespace ContactCenter.Floors;

/// <summary>What supervisors do in chats. Each of it is an event that names them: the log is the audit.</summary>
internal sealed partial class Floor
{
    /// <summary>Whether a supervisor may look at this agent's work; an agent of no team is everybody's.</summary>
    internal bool Supervises(Actor viewer, AgentId? agent)
    {
        if (viewer.Kind == ActorKind.Host || _supervisors.Count == 0)
        {
            return true;
        }

        if (!_supervisors.TryGetValue(viewer.Id, out var profile))
        {
            return false;
        }

        return profile.Teams.IsEmpty || agent is not { } id || !_agents.TryGetValue(id, out var known)
            || known.Profile.Team is null || profile.Supervises(known.Profile.Team);
    }

    /// <summary>Whether this supervisor has the right to what their role may do in this chat.</summary>
    internal bool MaySupervise(Actor by, ChatAction action, ChatSession chat) =>
        (action == ChatAction.StopMonitoring || Supervised(by, RightTo(action), chat) is null)
        && MayDo(by, action, chat.StateOf(by.Id));

    /// <summary>Whether a supervisor who is present like this in a chat of their teams may do it there.</summary>
    internal bool MayDo(Actor by, ChatAction action, ObserverState presence) => action switch
    {
        ChatAction.StopMonitoring => ObserverLifecycle.Table.Allows(presence, ObserverTrigger.Withdraw),
        _ when !HasRight(by, RightTo(action)) => false,
        ChatAction.Monitor => ObserverLifecycle.Table.Allows(presence, ObserverTrigger.Monitor),
        ChatAction.BargeIn => ObserverLifecycle.Table.Allows(presence, ObserverTrigger.BargeIn),
        ChatAction.Whisper => presence != ObserverState.Away,
        ChatAction.Say => presence == ObserverState.BargedIn,
        _ => true,
    };

    private static SupervisorRights RightTo(ChatAction action) => action switch
    {
        ChatAction.Read or ChatAction.Monitor => SupervisorRights.Monitor,
        ChatAction.Whisper => SupervisorRights.Whisper,
        ChatAction.BargeIn => SupervisorRights.BargeIn,
        ChatAction.Transfer or ChatAction.Suspend or ChatAction.Activate or ChatAction.CallBack =>
            SupervisorRights.Reassign,
        ChatAction.Complete or ChatAction.Cancel => SupervisorRights.Complete,
        _ => SupervisorRights.None,
    };

    /// <summary>Whether somebody may do something in a chat: by what they are in it, and by their rights.</summary>
    private Rejection? MayAct(ChatCommand c, ChatAction action, out ChatSession chat) =>
        Open(c.Chat, out chat) ?? Refusal(chat, c.By, action) ?? Supervised(c.By, RightTo(action), chat);

    private Rejection? Decide(MoveObserver c)
    {
        var action = c.Trigger switch
        {
            ObserverTrigger.Monitor => ChatAction.Monitor,
            ObserverTrigger.BargeIn => ChatAction.BargeIn,
            _ => ChatAction.StopMonitoring,
        };
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        // Whoever is there may go, though the chat has gone to a team that is not theirs.
        var refused = Refusal(chat, c.By, action)
            ?? (action == ChatAction.StopMonitoring ? null : Supervised(c.By, RightTo(action), chat));
        if (refused is not null)
        {
            return refused;
        }

        AgentId supervisor = c.By.Id;
        var state = chat.StateOf(supervisor);
        if (!ObserverLifecycle.Table.Allows(state, c.Trigger))
        {
            return Rejections.NotAllowed.About(state, c.Trigger);
        }

        Observe(chat, supervisor, c.Trigger);
        return null;
    }

    private Rejection? Decide(Whisper c)
    {
        var refused = MayAct(c, ChatAction.Whisper, out var chat)
            ?? (chat.Channel == Channel.Chat ? null : Rejections.NoConversation)
            ?? (chat.StateOf(c.By.Id) == ObserverState.Away ? Rejections.NotMonitoring : null)
            ?? (chat.LastAside < Configuration.MaxLines ? null : Rejections.ChatFull);
        if (refused is null)
        {
            PostAside(chat, LineKind.Whisper, c.By, c.Body);
        }

        return refused;
    }

    private Rejection? Decide(CompleteContact c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        var refused = Refusal(chat, c.By, ChatAction.Complete)
            ?? (c.Reasons.Count == 0 ? null : Configuration.WrapUp.MaySubmit(c.Reasons, []));
        if (refused is not null)
        {
            return refused;
        }

        // Of a chat that another team has by now, only what is still due of one's own.
        var whole = Supervised(c.By, SupervisorRights.Complete, chat);
        var due = chat.Parts.FindAll(part =>
            part.State == ParticipationState.WrappingUp
            && Supervised(c.By, SupervisorRights.Complete, _agents[part.Agent]) is null);
        if (whole is not null && due.Count == 0)
        {
            return whole;
        }

        if (whole is null && chat.State != ChatState.Ended)
        {
            Finish(chat, ChatTrigger.End, c.By);
            due = chat.Parts.FindAll(part => Supervised(c.By, SupervisorRights.Complete, _agents[part.Agent]) is null);
        }

        foreach (var part in due)
        {
            Complete(chat, part, c.Reasons.Count == 0 ? DefaultReasonsOf(part.Agent) : [.. c.Reasons], c.By);
        }

        return null;
    }

    private ImmutableArray<string> DefaultReasonsOf(AgentId agent) =>
        Configuration.WrapUp.DefaultReasonOf(_agents[agent].Profile.WrapUpReasons) is { } reason ? [reason] : [];

    private void Observe(ChatSession chat, AgentId supervisor, ObserverTrigger trigger)
    {
        var bargedIn = chat.StateOf(supervisor) == ObserverState.BargedIn;
        if (bargedIn && chat.State != ChatState.Ended)
        {
            Notice(chat, Notices.SupervisorLeft, supervisor.Value);
        }

        Raise(new ObserverMoved(chat.Number, supervisor, trigger));
        if (trigger == ObserverTrigger.BargeIn)
        {
            Notice(chat, Notices.SupervisorJoined, supervisor.Value);
        }
    }

    /// <summary>Whether a supervisor may do this for an agent; for everybody else it is not the question.</summary>
    private Rejection? Supervised(Actor by, SupervisorRights right, Agent agent) =>
        by.Kind != ActorKind.Supervisor ? null
            : HasRight(by, right) && Supervises(by, agent.Id) ? Clean(by.Id, "supervisor")
            : Rejections.NotPermitted;

    /// <summary>Whether a supervisor may do this in a chat: of an agent of their teams, or of nobody yet.</summary>
    private Rejection? Supervised(Actor by, SupervisorRights right, ChatSession chat)
    {
        if (by.Kind != ActorKind.Supervisor)
        {
            return null;
        }

        // Whoever is responsible decides whose it is; once nobody is, whoever has yet to wrap it up.
        var concerned = chat.Owner is { } owner ? Supervises(by, owner.Agent)
            : chat.State != ChatState.Ended || chat.Parts.Exists(part => Supervises(by, part.Agent));
        return HasRight(by, right) && concerned && Supervises(by, agent: null)
            ? Clean(by.Id, "supervisor")
            : Rejections.NotPermitted;
    }

    private bool HasRight(Actor by, SupervisorRights right) =>
        _supervisors.Count == 0
        || (_supervisors.TryGetValue(by.Id, out var profile) && (profile.Rights & right) == right);
}

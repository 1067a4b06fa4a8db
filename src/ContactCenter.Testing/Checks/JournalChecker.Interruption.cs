using ContactCenter.Agents;
using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>What agents have room for, told a second time, and work that gives way.</summary>
internal sealed partial class JournalChecker
{
    private readonly HashSet<AgentRecord> _calledAway = [];

    private bool HasRoom(AgentRecord agent, Channel channel) =>
        Invariants.HasPlainRoom(agent.Media, LoadOf(agent, withWhatGivesWay: true), channel);

    /// <summary>There is room for one more only without the work that may be interrupted.</summary>
    private bool CallsAway(AgentRecord agent, Channel channel)
    {
        if (!Invariants.Has(agent.Media.InterruptedBy, channel) || HasRoom(agent, channel))
        {
            return false;
        }

        var rest = LoadOf(agent, withWhatGivesWay: false);
        return rest != LoadOf(agent, withWhatGivesWay: true) && Invariants.HasPlainRoom(agent.Media, rest, channel);
    }

    /// <summary>Offered, in hand and in wrap-up, interrupted work left out.</summary>
    private ChannelLoad LoadOf(AgentRecord agent, bool withWhatGivesWay)
    {
        Span<byte> has = stackalloc byte[4];
        for (var index = 0; index < agent.Parts.Count; index++)
        {
            var (part, chat) = (agent.Parts.GetKeyAtIndex(index), agent.Parts.GetValueAtIndex(index));
            if (!agent.Relieved.Contains(part) && !agent.Asleep.Contains(part)
                && !agent.Interrupted.Contains(part) && (withWhatGivesWay || !GivesWay(agent, part)))
            {
                has[(int)_chats[chat].Channel]++;
            }
        }

        foreach (var offer in agent.Offers)
        {
            has[(int)_chats[_offers[offer].Chat].Channel]++;
        }

        return new ChannelLoad(has[0], has[1], has[2], has[3]);
    }

    private bool GivesWay(AgentRecord agent, long part) =>
        !agent.Asleep.Contains(part) && _chats[agent.Parts[part]] is var chat && chat.Parts[part].IsIn
        && Invariants.Has(agent.Media.Interruptible, chat.Channel);

    /// <summary>S2: somebody is called away from what gives way, for want of room, to the offer that follows.</summary>
    private void Fold(WorkInterrupted e)
    {
        if (WhoHas(e, e.Part, e.Agent) is not { } agent)
        {
            return;
        }

        Require(
            GivesWay(agent, e.Part) && agent.Interrupted.Add(e.Part) && e.By == _offers.Count + 1
                && (agent.Interrupter == 0 || agent.Interrupter == e.By),
            "S2",
            $"{e.Agent} is called away from {e.Part} to {e.By}");
        agent.Interrupter = e.By;
        _calledAway.Add(agent);
    }

    private void Fold(WorkResumed e)
    {
        if (WhoHas(e, e.Part, e.Agent) is not { } agent)
        {
            return;
        }

        Require(
            agent.Interrupted.Remove(e.Part) && !IsHeldBy(agent, agent.Interrupter),
            "S2",
            $"{e.Agent} is back at {e.Part} and has {agent.Interrupter}");
        ForgetInterrupter(agent);
    }

    private AgentRecord? WhoHas(ChatEvent happened, long part, AgentId id)
    {
        var agent = _agents.GetValueOrDefault(id);
        var has = agent?.Parts.ContainsKey(part) == true;
        Require(has, "S2", $"{happened} is of nobody");
        return has ? agent : null;
    }

    /// <summary>S2: who is in a chat that sleeps has room for another meanwhile, as its queue says.</summary>
    private void Fold(ChatSleeps e, ChatRecord chat)
    {
        foreach (var (number, part) in chat.Parts)
        {
            if (part.IsIn && _agents.TryGetValue(part.Agent, out var agent))
            {
                _ = e.IsAsleep ? agent.Asleep.Add(number) : agent.Asleep.Remove(number);
            }
        }
    }

    private static bool IsHeldBy(AgentRecord agent, long offer) =>
        agent.Offers.Contains(offer) || (agent.Parts.ContainsKey(offer) && !agent.Relieved.Contains(offer));

    /// <summary>Whoever is called away to an offer is chosen while they still are where they were.</summary>
    private static void AsBeforeCall(AgentRecord agent, long offer, Action check)
    {
        if (agent.Interrupter != offer)
        {
            check();
            return;
        }

        long[] interrupted = [.. agent.Interrupted];
        agent.Interrupted.Clear();
        agent.Interrupter = 0;
        check();
        agent.Interrupted.UnionWith(interrupted);
        agent.Interrupter = offer;
    }

    /// <summary>A part is over: it needs nobody to come back to it.</summary>
    private static void ForgetInterruption(AgentRecord agent, long part)
    {
        agent.Asleep.Remove(part);
        agent.Interrupted.Remove(part);
        ForgetInterrupter(agent);
    }

    private static void ForgetInterrupter(AgentRecord agent) =>
        agent.Interrupter = agent.Interrupted.Count == 0 ? 0 : agent.Interrupter;

    /// <summary>S2: nobody stays called away to what holds them no longer.</summary>
    private void CheckInterruptions()
    {
        _calledAway.RemoveWhere(agent => agent.Interrupter == 0);
        foreach (var agent in _calledAway)
        {
            Require(
                IsHeldBy(agent, agent.Interrupter) || _agents.GetValueOrDefault(agent.Id) != agent,
                "S2",
                $"{agent.Id} is called away to {agent.Interrupter}, which is over");
        }
    }
}

using ContactCenter.Agents;
using ContactCenter.Chats;

namespace ContactCenter.Floors;

/// <summary>
/// Work that gives way: its agent is called away to a contact that comes before it, from the offer on, and is back once
/// that holds them no longer. Meanwhile it takes no room, and nothing else is offered to them.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>What an agent has in hand gives way, where a contact has no room beside it.</summary>
    private void Interrupt(Agent agent)
    {
        var by = Last.Offer + 1;
        foreach (var (chat, part) in PartsOf(agent).Where(one => MayBeInterrupted(agent, one)).ToArray())
        {
            Raise(new WorkInterrupted(chat.Number, part.Offer, agent.Id, by));
        }
    }

    /// <summary>Whoever was called away is back, unless what they were called to still holds them.</summary>
    private void GoOn(Agent agent)
    {
        var by = agent.Interrupter;
        var isAway = by == 0 || agent.Offers.Contains(by)
            || PartsOf(agent).Any(one => one.Part.Offer == by && one.Part.HoldsSlot);
        foreach (var (chat, part) in isAway ? [] : PartsOf(agent).Where(one => one.Part.IsInterrupted).ToArray())
        {
            Raise(new WorkResumed(chat.Number, part.Offer, agent.Id));
        }
    }

    private void Apply(WorkInterrupted e, ChatSession chat)
    {
        var agent = _agents[e.Agent];
        agent.Load = agent.Load.Add(chat.Channel, -1);
        agent.Interrupter = e.By;
        SetFree(agent);
    }

    private void Apply(WorkResumed e, ChatSession chat)
    {
        var agent = _agents[e.Agent];
        agent.Load = agent.Load.Add(chat.Channel, chat.Part(e.Part).Counts ? 1 : 0);
        ForgetInterrupter(agent);
        SetFree(agent);
    }

    /// <summary>Who has nothing left that was interrupted was not called away.</summary>
    private void ForgetInterrupter(Agent agent)
    {
        if (agent.Interrupter != 0 && !PartsOf(agent).Any(one => one.Part.IsInterrupted))
        {
            agent.Interrupter = 0;
        }
    }

    /// <summary>What of an agent's load may be interrupted; nothing for most, who are not looked at.</summary>
    private ChannelLoad WorkOf(Agent agent)
    {
        var work = default(ChannelLoad);
        if (agent.Media.InterruptedBy != Channels.None && agent.Contacts.Count > 0)
        {
            foreach (var one in PartsOf(agent))
            {
                work = work.Add(one.Chat.Channel, MayBeInterrupted(agent, one) ? 1 : 0);
            }
        }

        return work;
    }

    private static bool MayBeInterrupted(Agent agent, (ChatSession Chat, Participation Part) one) =>
        one.Part is { IsIn: true, Counts: true } && agent.Media.IsInterruptible(one.Chat.Channel);

    /// <summary>What an agent has in hand or in wrap-up, in the order in which they took it.</summary>
    private IEnumerable<(ChatSession Chat, Participation Part)> PartsOf(Agent agent)
    {
        for (var index = 0; index < agent.Contacts.Count; index++)
        {
            var chat = _chats[agent.Contacts[index]];
            if (agent.Contacts.IndexOf(chat.Number) < index)
            {
                continue;
            }

            foreach (var part in chat.Parts)
            {
                if (part.Agent == agent.Id && part.State != ParticipationState.Offered)
                {
                    yield return (chat, part);
                }
            }
        }
    }
}

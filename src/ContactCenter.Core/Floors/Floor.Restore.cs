using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>
/// Coming back from a snapshot: facts are put where they were; what is derived from them (load, places in line, who
/// is free, alarms) is derived again.
/// </summary>
internal sealed partial class Floor
{
    internal void Restore(long head, DateTimeOffset lastAt, Counters last, FloorConfigured? configured)
    {
        (Head, LastAt, Last) = (head, lastAt, last);
        if (configured is not null)
        {
            Apply(configured);
        }
    }

    internal void Restore(ClosingQueue queue)
    {
        _closing.Add(queue.Was.Name, queue);
        Router.AddQueue(queue.Was.Name, queue.Was.Channel, RulesOf(queue.Was));
        Tallies.Add(queue.Was.Name);
    }

    internal Agent RestoreAgent(AgentId id) => _agents[id];

    internal void Restore(ChatSession chat, ImmutableArray<AgentId> passedBy)
    {
        Add(chat);
        if (chat.Seating?.Place is { } given)
        {
            _givenPlaces.Add(given.Order);
        }

        foreach (var one in chat.Withheld ?? [])
        {
            NoteDeclined(one.Agent, chat.Number);
        }

        if (chat.Bot is { } effect)
        {
            _effects.Add(effect.Number, effect);
        }

        if (chat.Waits)
        {
            Router.Wait(chat.Number, chat.WaitsIn, chat.QueuedAt, NeedsOf(chat), chat.Owner?.Agent);
            Tallies.Of(chat.WaitsIn)!.Waiting++;
            if (!passedBy.IsEmpty)
            {
                Router.PassBy(chat.Number, passedBy);
            }
        }

        foreach (var part in chat.AllOffered.Where(_ => chat.Waits))
        {
            Router.Offer(chat.Number, part.Agent, wanted: 1);
        }
    }

    internal void Restore(Offer offer) => _offers.Add(offer.Number, offer);

    internal void Restore(Presence presence) => _presences.Add(presence.Who, presence);

    internal void FinishRestore()
    {
        foreach (var agent in _agents.Values)
        {
            agent.Load = default;
            foreach (var chat in agent.Contacts.Concat(agent.Offers.Select(offer => _offers[offer].Chat)).Distinct())
            {
                var parts = _chats[chat].Parts.Count(part => part.Agent == agent.Id && part.Counts);
                agent.Load = agent.Load.Add(_chats[chat].Channel, parts);
            }

            TakeTurns(agent);
            TakePauses(agent);
            if (agent.HeldFor is { } queue)
            {
                Router.Queues[queue].Held++;
                _heldAgents.Add(agent.Id.Value);
            }

            SetFree(agent);
        }

        _stirred.Clear();
        Router.HoldsInDoubt = true;
        ReviewAll();
        WatchAnew(LastAt);
        WantAsConfigured();
        MindOverdue();
        Alarms.Rebuild();
    }
}

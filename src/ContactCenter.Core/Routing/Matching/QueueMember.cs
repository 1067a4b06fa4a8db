namespace ContactCenter.Routing;

/// <summary>An agent in one queue: how they serve it, which of its traits they meet, where they stand.</summary>
internal sealed class QueueMember(FreeAgent agent, QueueLine queue, QueueMembership membership)
{
    private TraitSet _traits;

    internal FreeAgent Agent { get; } = agent;

    internal QueueLine Queue { get; } = queue;

    internal QueueMembership Membership
    {
        get;
        set => (field, Tier) = (value, value.Tier);
    } = membership;

    internal int Tier { get; private set; } = membership.Tier;

    internal Standing Standing { get; set; }

    /// <summary>When they were last offered a contact of the queue, as a count of offers: whose turn it is.</summary>
    internal long Turn { get; set; }

    /// <summary>The block of the queue's free agents in which they are; null while they are not free.</summary>
    internal FreeAgents.Block? Block { get; set; }

    /// <summary>They have paused the queue, or a miss or a wrap-up has.</summary>
    internal bool IsPaused { get; set; }

    /// <summary>They have room for a contact of the queue, and take some.</summary>
    internal bool MayBeOffered => !IsPaused && Agent.IsFreeFor(Queue);

    /// <summary>Their place in the block, unless others have been moved aside since.</summary>
    internal int BlockPlace { get; set; }

    internal bool IsFree => Block is not null;

    /// <summary>Which of the queue's traits they meet.</summary>
    internal ref readonly TraitSet Traits => ref _traits;

    internal void SetHas(int trait, bool has) => _traits.Set(trait, has);

    /// <summary>Asks every trait of the queue anew.</summary>
    internal void Ask(Traits traits)
    {
        for (var number = 0; number < traits.Count; number++)
        {
            SetHas(number, traits.Holds(number, this));
        }
    }

    /// <summary>Whether they meet what a line of contacts asks for.</summary>
    internal bool Meets(Need need) =>
        _traits.HasAll(need.TraitSet) && (!need.IsParticular || need.Accepts(this));
}

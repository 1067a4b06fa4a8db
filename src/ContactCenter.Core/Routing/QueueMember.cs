using System.Runtime.CompilerServices;

namespace ContactCenter.Routing;

/// <summary>An agent in one queue: how they serve it, which of its traits they meet, where they stand.</summary>
internal sealed class QueueMember(FreeAgent agent, QueueLine queue, QueueMembership membership)
{
    private ulong[] _traits = [];

    internal FreeAgent Agent { get; } = agent;

    internal QueueLine Queue { get; } = queue;

    internal QueueMembership Membership { get; set; } = membership;

    internal Standing Standing { get; set; }

    /// <summary>When they were last offered a contact of the queue, as a count of offers: whose turn it is.</summary>
    internal long Turn { get; set; }

    /// <summary>The block of the queue's free agents in which they are; null while they are not free.</summary>
    internal FreeAgents.Block? Block { get; set; }

    /// <summary>They have paused the queue, or a miss has.</summary>
    internal bool IsPaused { get; set; }

    /// <summary>They have room for a contact of the queue, and take some.</summary>
    internal bool MayBeOffered => !IsPaused && Agent.IsFreeFor(Queue);

    internal bool IsFree => Block is not null;

    internal ReadOnlySpan<ulong> Traits => _traits;

    internal bool Has(int trait) =>
        trait >> 6 < _traits.Length && (_traits[trait >> 6] & (1UL << trait)) != 0;

    internal void SetHas(int trait, bool has)
    {
        if (trait >> 6 >= _traits.Length)
        {
            if (!has)
            {
                return;
            }

            Array.Resize(ref _traits, (trait >> 6) + 1);
        }

        var bit = 1UL << trait;
        _traits[trait >> 6] = has ? _traits[trait >> 6] | bit : _traits[trait >> 6] & ~bit;
    }

    /// <summary>Asks every trait of the queue anew.</summary>
    internal void Ask(Traits traits)
    {
        for (var number = 0; number < traits.Count; number++)
        {
            SetHas(number, traits.Holds(number, this));
        }
    }

    /// <summary>Whether they meet what a line of contacts asks for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Meets(Need need)
    {
        foreach (var trait in need.Traits)
        {
            if (!Has(trait))
            {
                return false;
            }
        }

        return !need.IsParticular || need.Accepts(this);
    }

    internal static int Compare(QueueMember one, QueueMember other)
    {
        var byStanding = one.Standing.CompareTo(other.Standing);
        return byStanding != 0 ? byStanding : string.CompareOrdinal(one.Agent.Id.Value, other.Agent.Id.Value);
    }
}

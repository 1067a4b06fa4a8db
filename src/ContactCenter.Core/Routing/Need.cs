using System.Runtime.CompilerServices;

namespace ContactCenter.Routing;

/// <summary>
/// What some of a queue's contacts ask of their agent alike, and those contacts, in order. Whether an agent could take
/// one is answered for all of them at once.
/// </summary>
internal sealed class Need(Requirement? requirement, TimeSpan delay)
{
    internal Requirement? Requirement { get; } = requirement;

    /// <summary>How long they have waited, as far as it lets agents in.</summary>
    internal TimeSpan Delay { get; } = delay;

    internal ushort[] Traits { get; set; } = [];

    /// <summary>What could not be given numbers, and is asked of each agent anew.</summary>
    internal Trait? Other { get; set; }

    /// <summary>The one contact that does not want, or must not have, everybody who meets the traits.</summary>
    internal WaitingContact? Particular { get; init; }

    /// <summary>It is the need of one contact.</summary>
    internal bool IsOwn => Particular is not null;

    internal bool IsParticular => Other is not null || Particular is not null;

    internal SortedRuns<Place, WaitingContact> Contacts { get; } = new();

    /// <summary>The head's place as it stands in the queue's order of needs; null while nobody waits.</summary>
    internal Place? Head { get; set; }

    /// <summary>As of which of the queue's changes nobody who is free meets it.</summary>
    internal long HopelessAt { get; set; } = -1;

    internal bool IsUnsettled { get; set; }

    /// <summary>Nobody waited for so long that its traits have lost their numbers.</summary>
    internal bool IsForgotten { get; set; }

    internal bool Accepts(QueueMember member) =>
        (Other?.HoldsFor(member) ?? true) && (Particular?.Accepts(member.Agent.Id) ?? true);
}

/// <summary>A need in the queue's order of needs, with what rules out most agents at hand.</summary>
/// <param name="Need">The need.</param>
internal readonly record struct ListedNeed(Need Need)
{
    // Four traits, 16 bits each, counted from 1.
    private readonly ulong _traits = Packed(Need.Traits);

    /// <summary>Whether an agent meets it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsMetBy(QueueMember member)
    {
        for (var left = _traits; left != 0; left >>= 16)
        {
            if (!member.Has((int)(left & 0xFFFF) - 1))
            {
                return false;
            }
        }

        return (Need.Traits.Length <= 4 && !Need.IsParticular) || member.Meets(Need);
    }

    private static ulong Packed(ushort[] traits)
    {
        var packed = 0UL;
        for (var index = Math.Min(4, traits.Length) - 1; index >= 0; index--)
        {
            packed = (packed << 16) | (ushort)(traits[index] + 1);
        }

        return packed;
    }
}

using System.Runtime.CompilerServices;

namespace ContactCenter.Routing;

/// <summary>Some of a queue's traits, by their numbers: a bit each, the first 128 at hand.</summary>
/// <remarks>A mutable value, for whoever keeps it in a field.</remarks>
internal struct TraitSet
{
    private const int Near = 2;

    private ulong _first;
    private ulong _second;
    private ulong[]? _others;

    /// <summary>How many words of 64 bits there are.</summary>
    internal readonly int Words => Near + (_others?.Length ?? 0);

    /// <summary>A word; 0 for one that is not there.</summary>
    internal readonly ulong Word(int index) =>
        index == 0 ? _first
        : index == 1 ? _second
        : index - Near < (_others?.Length ?? 0) ? _others![index - Near]
        : 0;

    internal readonly bool Has(int trait) => (Word(trait >> 6) & (1UL << trait)) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool HasAll(in TraitSet others) =>
        ((others._first & ~_first) | (others._second & ~_second)) == 0
        && (others._others is null || HasAllFar(others._others));

    internal void Set(int trait, bool has)
    {
        if (trait >> 6 >= Words)
        {
            if (!has)
            {
                return;
            }

            Array.Resize(ref _others, (trait >> 6) + 1 - Near);
        }

        ref var word = ref trait < 64 ? ref _first : ref trait < 128 ? ref _second : ref _others![(trait >> 6) - Near];
        word = has ? word | (1UL << trait) : word & ~(1UL << trait);
    }

    private readonly bool HasAllFar(ulong[] others)
    {
        for (var index = 0; index < others.Length; index++)
        {
            if ((others[index] & ~Word(index + Near)) != 0)
            {
                return false;
            }
        }

        return true;
    }
}

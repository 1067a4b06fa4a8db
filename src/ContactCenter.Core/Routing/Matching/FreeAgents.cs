using System.Numerics;
using System.Runtime.CompilerServices;

namespace ContactCenter.Routing;

/// <summary>
/// The agents who are free in a queue, in the order of their standing, 64 to a block. For each trait a block has a
/// word in which a bit says who meets it, so the first who meets several is found by ANDing words: the cost hardly
/// grows with the number of agents, nor with how different they are.
/// </summary>
internal sealed partial class FreeAgents
{
    private const int Width = 64;

    // Side by side by block, and by trait first: a search reads a few arrays from front to back.
    private ulong[] _present = [];
    private ulong[][] _meeting = [];
    private Block[] _blocks = [];
    private int _traits;
    private int _first;
    private int _end;
    private int _empty;

    internal int Count { get; private set; }

    /// <summary>All of them, in order; read by people.</summary>
    internal IEnumerable<QueueMember> InOrder
    {
        get
        {
            var spot = Before;
            while (Next([], ref spot) is { } member)
            {
                yield return member;
            }
        }
    }

    /// <summary>Where a search begins.</summary>
    internal static Spot Before => new(0, -1);

    /// <summary>The next after a spot who meets all of some traits; null when there is none.</summary>
    internal QueueMember? Next(ReadOnlySpan<ushort> traits, Spot after) => Next(traits, ref after);

    internal QueueMember? Next(ReadOnlySpan<ushort> traits, scoped ref Spot spot)
    {
        foreach (var trait in traits)
        {
            if (trait >= _traits)
            {
                return null;
            }
        }

        var block = _first + spot.Block;
        var left = spot.At == Width - 1 ? 0 : ~0UL << (spot.At + 1);
        for (; block < _end; block++, left = ~0UL)
        {
            var found = _present[block] & left;
            foreach (var trait in traits)
            {
                found &= _meeting[trait][block];
            }

            if (found != 0)
            {
                var at = BitOperations.TrailingZeroCount(found);
                spot = new Spot(block - _first, at);
                return _blocks[block].Members[at];
            }
        }

        return null;
    }

    internal void Add(QueueMember member)
    {
        if (_first == _end)
        {
            NewBlock(_end);
        }

        var block = BlockFor(member);
        if (block.Count == Width)
        {
            block = RoomBeside(block, member);
        }

        Put(block, member);
        Count++;
    }

    internal void Remove(QueueMember member)
    {
        var block = member.Block!;
        Clear(block, member);
        (member.Block, Count) = (null, Count - 1);
        if (block.Count == 0)
        {
            Leave(block);
        }
        else if (block.Index + 1 < _end && _blocks[block.Index + 1] is { Count: > 0 } next
            && block.Count + next.Count <= Width / 4)
        {
            Join(block, next);
        }
    }

    /// <summary>A trait is new, or has become another: who of those that are free meets it.</summary>
    internal void Learn(int trait)
    {
        if (trait >= _traits)
        {
            if (trait >= _meeting.Length)
            {
                Array.Resize(ref _meeting, Math.Max(4, 2 * trait));
            }

            while (_traits <= trait)
            {
                _meeting[_traits++] = new ulong[_present.Length];
            }
        }

        for (var index = _first; index < _end; index++)
        {
            var (block, word) = (_blocks[index], 0UL);
            for (var present = _present[index]; present != 0; present &= present - 1)
            {
                var at = BitOperations.TrailingZeroCount(present);
                word |= block.Members[at]!.Traits.Has(trait) ? 1UL << at : 0;
            }

            _meeting[trait][index] = word;
        }
    }

    /// <summary>A place in the order: which block, and which bit of it.</summary>
    internal readonly record struct Spot(int Block, int At);

    /// <summary>64 places in the order; those that are free again keep their keys, for searches.</summary>
    internal sealed class Block
    {
        internal readonly QueueMember?[] Members = new QueueMember?[Width];
        internal readonly (Standing Standing, string Id)[] Keys = new (Standing, string)[Width];

        internal int Index;

        /// <summary>How many places have ever been given.</summary>
        internal int Used;

        internal int Count;

        /// <summary>How many places come before a member's.</summary>
        internal int PlaceOf(QueueMember member)
        {
            var (low, high) = (0, Used);
            if (Used > 0 && Compare(Keys[Used - 1], member) < 0)
            {
                return Used;
            }

            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (Compare(Keys[middle], member) < 0)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static int Compare((Standing Standing, string Id) key, QueueMember member)
        {
            var byStanding = key.Standing.CompareTo(member.Standing);
            return byStanding != 0 ? byStanding : string.CompareOrdinal(key.Id, member.Agent.Id.Value);
        }
    }
}

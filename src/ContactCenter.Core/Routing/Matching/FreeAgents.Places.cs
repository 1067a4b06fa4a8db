using System.Numerics;

namespace ContactCenter.Routing;

/// <summary>How the 64 places of a block are given and left, and the bits of its words with them.</summary>
internal sealed partial class FreeAgents
{
    private void Put(Block block, QueueMember member)
    {
        if (block.Count == 0 && block.Used > 0)
        {
            block.Used = 0;
            _empty--;
        }

        var place = block.PlaceOf(member);
        if (place == block.Used && block.Used < Width)
        {
            block.Used++;
        }
        else
        {
            place = MoveAside(block, place);
        }

        block.Members[place] = member;
        block.Keys[place] = (member.Standing, member.Agent.Id.Value);
        block.Count++;
        (member.Block, member.BlockPlace) = (block, place);
        var bit = 1UL << place;
        ref readonly var having = ref member.Traits;
        _present[block.Index] |= bit;
        for (var word = 0; word < having.Words; word++)
        {
            for (var traits = having.Word(word); traits != 0; traits &= traits - 1)
            {
                var trait = (word << 6) + BitOperations.TrailingZeroCount(traits);
                if (trait < _traits)
                {
                    _meeting[trait][block.Index] |= bit;
                }
            }
        }
    }

    private void Clear(Block block, QueueMember member) => Clear(
        block, member, block.Members[member.BlockPlace] == member ? member.BlockPlace : block.PlaceOf(member));

    private void Clear(Block block, QueueMember member, int place)
    {
        block.Members[place] = null;
        block.Count--;
        var bit = ~(1UL << place);
        ref readonly var having = ref member.Traits;
        _present[block.Index] &= bit;
        for (var word = 0; word < having.Words; word++)
        {
            for (var traits = having.Word(word); traits != 0; traits &= traits - 1)
            {
                var trait = (word << 6) + BitOperations.TrailingZeroCount(traits);
                if (trait < _traits)
                {
                    _meeting[trait][block.Index] &= bit;
                }
            }
        }
    }

    /// <summary>Moves those between a place and the nearest that is free by one; which place is free then.</summary>
    private int MoveAside(Block block, int place)
    {
        var taken = _present[block.Index];
        var above = place == Width ? 0 : ~taken & (~0UL << place);
        if (above != 0)
        {
            var hole = BitOperations.TrailingZeroCount(above);
            block.Used = Math.Max(block.Used, hole + 1);
            Array.Copy(block.Members, place, block.Members, place + 1, hole - place);
            Array.Copy(block.Keys, place, block.Keys, place + 1, hole - place);
            Shift(block.Index, Bits(place, hole), up: true);
            return place;
        }

        // A full block has been made room beside, so there is one below.
        var below = BitOperations.Log2(~taken & ((place == Width ? 0 : 1UL << place) - 1));
        Array.Copy(block.Members, below + 1, block.Members, below, place - 1 - below);
        Array.Copy(block.Keys, below + 1, block.Keys, below, place - 1 - below);
        Shift(block.Index, Bits(below + 1, place), up: false);
        return place - 1;
    }

    private void Shift(int index, ulong bits, bool up)
    {
        if (bits == 0)
        {
            return;
        }

        Move(ref _present[index]);
        for (var trait = 0; trait < _traits; trait++)
        {
            Move(ref _meeting[trait][index]);
        }

        void Move(ref ulong word)
        {
            var moved = word & bits;
            word = (word & ~bits) | (up ? moved << 1 : moved >> 1);
        }
    }

    /// <summary>The bits from one, to another that is left out.</summary>
    private static ulong Bits(int from, int to) =>
        from == to ? 0 : (to == Width ? ~0UL : (1UL << to) - 1) & ~((1UL << from) - 1);
}

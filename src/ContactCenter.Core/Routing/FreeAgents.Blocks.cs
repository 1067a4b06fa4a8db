using System.Numerics;

namespace ContactCenter.Routing;

/// <summary>How the blocks are kept: in order, not too empty, and split where somebody must come between.</summary>
internal sealed partial class FreeAgents
{
    /// <summary>How many blocks may be empty before anything is done about it.</summary>
    private const int MaxEmpty = 16;

    /// <summary>The last block that begins before a member, else the first.</summary>
    private Block BlockFor(QueueMember member)
    {
        var (low, high) = (_first, _end - 1);
        if (Block.Compare(_blocks[high].Keys[0], member) <= 0)
        {
            return _blocks[high];
        }

        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (Block.Compare(_blocks[middle].Keys[0], member) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _blocks[low];
    }

    /// <summary>A full block: the next one is begun, where that is enough, else it is split.</summary>
    private Block RoomBeside(Block block, QueueMember member)
    {
        if (block.Index == _end - 1 && Block.Compare(block.Keys[Width - 1], member) < 0)
        {
            return NewBlock(_end);
        }

        var next = NewBlock(block.Index + 1);
        for (var at = Width / 2; at < Width; at++)
        {
            var moved = block.Members[at]!;
            Clear(block, moved);
            Put(next, moved);
        }

        block.Used = Width / 2;
        return Block.Compare(next.Keys[0], member) <= 0 ? next : block;
    }

    private Block NewBlock(int index)
    {
        if (_end == _blocks.Length)
        {
            index -= _first;
            MakeRoom();
            index += _first;
        }

        for (var other = _end; other > index; other--)
        {
            _blocks[other] = _blocks[other - 1];
            _blocks[other].Index = other;
        }

        Array.Copy(_present, index, _present, index + 1, _end - index);
        for (var trait = 0; trait < _traits; trait++)
        {
            Array.Copy(_meeting[trait], index, _meeting[trait], index + 1, _end - index);
            _meeting[trait][index] = 0;
        }

        _present[index] = 0;
        _end++;
        return _blocks[index] = new Block { Index = index };
    }

    private void MakeRoom()
    {
        var count = _end - _first;
        var length = _first > _blocks.Length / 2 ? _blocks.Length : Math.Max(4, 2 * count);
        Move(ref _present);
        for (var trait = 0; trait < _traits; trait++)
        {
            Move(ref _meeting[trait]);
        }

        var blocks = new Block[length];
        Array.Copy(_blocks, _first, blocks, 0, count);
        (_blocks, _first, _end) = (blocks, 0, count);
        for (var index = 0; index < count; index++)
        {
            blocks[index].Index = index;
        }

        void Move(ref ulong[] words)
        {
            var moved = length == words.Length ? words : new ulong[length];
            Array.Copy(words, _first, moved, 0, count);
            words = moved;
        }
    }

    /// <summary>
    /// A block is empty. The first is dropped; any other is left as it is, for closing the gap at once would cost more
    /// than passing by it, until many are.
    /// </summary>
    private void Leave(Block block)
    {
        _empty++;
        while (_first < _end && _blocks[_first].Count == 0)
        {
            _blocks[_first++] = null!;
            _empty--;
        }

        if (_first == _end)
        {
            _first = _end = 0;
        }
        else if (_empty > MaxEmpty && 4 * _empty > _end - _first)
        {
            CloseGaps();
        }
    }

    private void CloseGaps()
    {
        var to = _first;
        for (var from = _first; from < _end; from++)
        {
            var block = _blocks[from];
            if (block.Count == 0)
            {
                continue;
            }

            (_blocks[to], block.Index, _present[to]) = (block, to, _present[from]);
            for (var trait = 0; trait < _traits; trait++)
            {
                _meeting[trait][to] = _meeting[trait][from];
            }

            to++;
        }

        Array.Clear(_blocks, to, _end - to);
        (_end, _empty) = (to, 0);
    }

    private void Join(Block block, Block next)
    {
        Pack(block);
        for (var at = 0; at < next.Used; at++)
        {
            if (next.Members[at] is { } moved)
            {
                Clear(next, moved);
                Put(block, moved);
            }
        }

        Leave(next);
    }

    /// <summary>Gives up the places that are free again.</summary>
    private void Pack(Block block)
    {
        var used = block.Used;
        block.Used = 0;
        for (var at = 0; at < used; at++)
        {
            if (block.Members[at] is { } kept)
            {
                Clear(block, kept, at);
                Put(block, kept);
            }
        }
    }

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
        member.Block = block;
        var bit = 1UL << place;
        var having = member.Traits;
        _present[block.Index] |= bit;
        for (var word = 0; word < having.Length; word++)
        {
            for (var traits = having[word]; traits != 0; traits &= traits - 1)
            {
                var trait = (word << 6) + BitOperations.TrailingZeroCount(traits);
                if (trait < _traits)
                {
                    _meeting[trait][block.Index] |= bit;
                }
            }
        }
    }

    private void Clear(Block block, QueueMember member) => Clear(block, member, block.PlaceOf(member));

    private void Clear(Block block, QueueMember member, int place)
    {
        block.Members[place] = null;
        block.Count--;
        var bit = ~(1UL << place);
        var having = member.Traits;
        _present[block.Index] &= bit;
        for (var word = 0; word < having.Length; word++)
        {
            for (var traits = having[word]; traits != 0; traits &= traits - 1)
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

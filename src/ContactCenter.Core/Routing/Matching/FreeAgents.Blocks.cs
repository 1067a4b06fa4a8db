namespace ContactCenter.Routing;

/// <summary>How the blocks are kept: in order, not too empty, and split where somebody must come between.</summary>
internal sealed partial class FreeAgents
{
    /// <summary>How many blocks may be empty before anything is done about it.</summary>
    private const int MaxEmpty = 16;

    /// <summary>How many blocks that are not needed at the moment are kept.</summary>
    private const int MaxSpare = 64;

    private readonly Stack<Block> _spare = new();

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
        var block = _spare.TryPop(out var spare) ? spare : new Block();
        block.Index = index;
        return _blocks[index] = block;
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

        Move(ref _blocks);
        Array.Clear(_blocks, count, length - count);
        (_first, _end) = (0, count);
        for (var index = 0; index < count; index++)
        {
            _blocks[index].Index = index;
        }

        void Move<T>(ref T[] places)
        {
            var moved = length == places.Length ? places : new T[length];
            Array.Copy(places, _first, moved, 0, count);
            places = moved;
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
            Spare(_blocks[_first]);
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
                Spare(block);
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

    private void Spare(Block block)
    {
        block.Used = 0;
        if (_spare.Count < MaxSpare)
        {
            _spare.Push(block);
        }
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

        // Whoever comes between those who have moved stands between them: what stays empty begins after the last.
        next.Keys[0] = block.Keys[block.Used - 1];
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
}

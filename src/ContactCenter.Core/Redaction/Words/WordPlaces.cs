using System.Numerics;

namespace ContactCenter.Redaction;

/// <summary>Walks over the places of a text where a word of a list may begin, 64 of them at a glance.</summary>
internal ref struct WordPlaces
{
    private const int Block = BlockPlaces.Characters;

    // A place is judged by the three behind it, the first place of a block by the one before it.
    private const int Ahead = 3;

    private readonly WordStarts _starts;
    private readonly ReadOnlySpan<char> _text;
    private int _block;
    private int _next;
    private ulong _places;

    public WordPlaces(WordStarts starts, ReadOnlySpan<char> text)
    {
        _starts = starts;
        _text = text;
    }

    /// <summary>The place.</summary>
    public int Current { get; private set; }

    public readonly WordPlaces GetEnumerator() => this;

    public bool MoveNext()
    {
        do
        {
            for (; _places != 0; _places &= _places - 1)
            {
                Current = _block + BitOperations.TrailingZeroCount(_places);
                if (_starts.MayBegin(_text, Current))
                {
                    _places &= _places - 1;
                    return true;
                }
            }
        }
        while (ReadBlock());
        return false;
    }

    private bool ReadBlock()
    {
        if (_next >= _text.Length)
        {
            return false;
        }

        // The last block overlaps the one before it; what has been looked at is left out.
        _block = Math.Min(Math.Max(0, _next - 1), Math.Max(0, _text.Length - Block));
        var block = _text.Slice(_block, Math.Min(Block, _text.Length));
        _places = BlockPlaces.In(block, _starts) & (ulong.MaxValue << (_next - _block));
        if (_block + block.Length == _text.Length)
        {
            _next = _text.Length;
        }
        else
        {
            _places &= ulong.MaxValue >> Ahead;
            _next = _block + Block - Ahead;
        }

        return true;
    }
}

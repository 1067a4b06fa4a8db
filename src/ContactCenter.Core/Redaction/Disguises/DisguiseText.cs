namespace ContactCenter.Redaction;

/// <summary>A text under reading: characters, and for each the stretch of the first text it stands for.</summary>
internal ref struct DisguiseText(Span<char> characters, Span<int> starts, Span<int> ends)
{
    // Kept with the end, which is far below it.
    private const int Disguised = 1 << 30;

    private readonly Span<char> _characters = characters;
    private readonly Span<int> _starts = starts;
    private readonly Span<int> _ends = ends;

    public int Length { get; private set; }

    /// <summary>Whether anything in it is not as it was written.</summary>
    public bool HasChanged { get; private set; }

    public readonly ReadOnlySpan<char> Characters => _characters[..Length];

    public void Clear() => (Length, HasChanged) = (0, false);

    /// <summary>Takes a whole text as it is written.</summary>
    public void Copy(ReadOnlySpan<char> text)
    {
        text.CopyTo(_characters);
        for (var i = 0; i < text.Length; i++)
        {
            _starts[i] = i;
            _ends[i] = i + 1;
        }

        Length = text.Length;
    }

    /// <summary>Takes a character over from another reading.</summary>
    public void Keep(in DisguiseText other, int index)
    {
        _characters[Length] = other._characters[index];
        _starts[Length] = other._starts[index];
        _ends[Length++] = other._ends[index];
    }

    /// <summary>Writes a character for a stretch of another reading.</summary>
    public void Write(char character, in DisguiseText other, int start, int end)
    {
        HasChanged = true;
        _characters[Length] = character;
        _starts[Length] = other._starts[start];
        _ends[Length++] = other._ends[end - 1] | Disguised;
    }

    /// <summary>Leaves out a stretch that nobody sees; it belongs to the character before it.</summary>
    public void Skip(in DisguiseText other, int end)
    {
        HasChanged = true;
        if (Length > 0)
        {
            _ends[Length - 1] = other._ends[end - 1] | Disguised;
        }
    }

    /// <summary>
    /// Where a stretch of this reading stands in the first text, and whether it reads otherwise there: it is disguised,
    /// or what stands right beside it is.
    /// </summary>
    public readonly (int Start, int End, bool IsDisguised) PlaceOf(int start, int end)
    {
        var isDisguised = (start > 0 && (_ends[start - 1] & Disguised) != 0)
            || (end < Length && (_ends[end] & Disguised) != 0);
        var (first, last) = (_starts[start], 0);
        for (var i = start; i < end; i++)
        {
            first = Math.Min(first, _starts[i]);
            last = Math.Max(last, _ends[i] & ~Disguised);
            isDisguised |= (_ends[i] & Disguised) != 0;
        }

        return (first, last, isDisguised);
    }
}

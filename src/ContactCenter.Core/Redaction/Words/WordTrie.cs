namespace ContactCenter.Redaction;

/// <summary>Finds which word of a fixed list begins at a place of a text, in one walk over its letters.</summary>
/// <remarks>
/// A space in a word stands for up to three spaces, hyphens, dots or the like, and may be left out. A star at the end
/// of a word stands for any ending. Immutable and thread safe.
/// </remarks>
internal sealed class WordTrie
{
    public const char Ending = '*';

    private const char Gap = ' ';
    private const int MostGaps = 3;
    private const int Root = 0;

    private readonly List<uint> _values = [0];

    // Of each node the one that any ending leads to, as most have none.
    private readonly List<ushort> _endings = [Root];
    private readonly WordStarts _starts = new();
    private uint[] _edges = new uint[1024];
    private ushort[] _nodes = new ushort[1024];
    private int _edgeCount;

    /// <summary>Adds words; a word that is there already gets the further meaning too.</summary>
    /// <param name="words">Parted by commas or lines; letters before a colon name the language of a line.</param>
    /// <param name="value">What they mean: a bit each, not zero.</param>
    public WordTrie Add(string words, uint value)
    {
        foreach (var line in words.Split('\n'))
        {
            foreach (var word in line[(line.IndexOf(':') + 1)..].Split(','))
            {
                _starts.Add(word.Trim());
                Add(word.Trim(), 0, Root, value);
            }
        }

        return this;
    }

    /// <summary>Where the longest word that begins there ends; -1 when none does.</summary>
    public int EndOf(ReadOnlySpan<char> text, int start, out uint value)
    {
        var best = -1;
        value = 0;
        if (start >= text.Length || !_starts.MayStandAt(text, start))
        {
            return best;
        }

        Walk(text, start, Root, ref best, ref value);
        return best;
    }

    /// <summary>Whether any of the words stands anywhere.</summary>
    public bool OccursIn(ReadOnlySpan<char> text)
    {
        foreach (var place in PlacesIn(text))
        {
            if (EndOf(text, place, out _) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The places where a word may begin, and few others.</summary>
    public WordPlaces PlacesIn(ReadOnlySpan<char> text) => _starts.In(text);

    /// <summary>All that the words say that stand anywhere.</summary>
    public uint ValuesIn(ReadOnlySpan<char> text)
    {
        var values = 0u;
        foreach (var place in PlacesIn(text))
        {
            var (end, value) = (-1, 0u);
            Walk(text, place, Root, ref end, ref value);
            values |= value;
        }

        return values;
    }

    public static bool IsGap(char character) => character
        is ' ' or '-' or '_' or '.' or '/' or '\t' or '\u00A0' or '\u00B7' or '\u3000' or '\u30FB'
        or (>= '\u2010' and <= '\u2015');

    // A word ends where no letter of it follows, and a digit at its end is not the first of a number.
    private static bool IsEdge(ReadOnlySpan<char> text, int place) =>
        !Letters.AreJoined(text, place)
        && !(place > 0 && place < text.Length && char.IsAsciiDigit(text[place - 1]) && char.IsAsciiDigit(text[place]));

    private void Walk(ReadOnlySpan<char> text, int i, int node, ref int best, ref uint value)
    {
        while (true)
        {
            if (_endings[node] is var ending and not Root)
            {
                var end = i;
                while (end < text.Length && Letters.ClassOf(text[end]) == LetterClass.Spaced)
                {
                    end++;
                }

                Walk(text, end, ending, ref best, ref value);
            }

            // Of two words of one length the one without a star is meant.
            if (_values[node] != 0 && i >= best && IsEdge(text, i))
            {
                best = i;
                value = _values[node];
            }

            if (i == text.Length)
            {
                return;
            }

            var character = text[i];
            if (char.IsAsciiLetter(character))
            {
                i++;
                node = Next(node, (char)(character | 0x20));
            }
            else if (node != Root && IsGap(character))
            {
                node = Next(node, Gap);
                for (var gaps = 0; gaps < MostGaps && i < text.Length && IsGap(text[i]); gaps++)
                {
                    i++;
                }
            }
            else
            {
                i++;
                var letter = Letters.Fold(character);
                node = letter == Letters.Silent ? node : Next(node, letter);
            }

            if (node == Root)
            {
                return;
            }
        }
    }

    private void Add(ReadOnlySpan<char> word, int position, int node, uint value)
    {
        for (; position < word.Length; position++)
        {
            var isGap = IsGap(word[position]);
            if (isGap)
            {
                Add(word, position + 1, node, value);
            }

            var letter = isGap ? Gap : Letters.Fold(word[position]);
            if (letter == Letters.Silent)
            {
                continue;
            }

            node = NextOrNew(node, letter);
        }

        if (node != Root)
        {
            _values[node] |= value;
        }
    }

    private int Next(int node, char letter)
    {
        var edge = EdgeOf(node, letter);
        for (var slot = SlotOf(edge); _edges[slot] != 0; slot = (slot + 1) & (_edges.Length - 1))
        {
            if (_edges[slot] == edge)
            {
                return _nodes[slot];
            }
        }

        return Root;
    }

    private int NextOrNew(int node, char letter)
    {
        var next = Next(node, letter);
        if (next != Root)
        {
            return next;
        }

        // The walk stays short while no more than a quarter of the slots is taken.
        if (_edgeCount * 4 >= _edges.Length)
        {
            Grow();
        }

        var added = checked((ushort)_values.Count);
        _values.Add(0);
        _endings.Add(Root);
        Put(EdgeOf(node, letter), added);
        if (letter == Ending)
        {
            _endings[node] = added;
        }

        return added;
    }

    private void Put(uint edge, ushort node)
    {
        var slot = SlotOf(edge);
        while (_edges[slot] != 0)
        {
            slot = (slot + 1) & (_edges.Length - 1);
        }

        _edges[slot] = edge;
        _nodes[slot] = node;
        _edgeCount++;
    }

    private void Grow()
    {
        var (edges, nodes) = (_edges, _nodes);
        _edges = new uint[edges.Length * 2];
        _nodes = new ushort[edges.Length * 2];
        _edgeCount = 0;
        for (var slot = 0; slot < edges.Length; slot++)
        {
            if (edges[slot] != 0)
            {
                Put(edges[slot], nodes[slot]);
            }
        }
    }

    private int SlotOf(uint edge) => (int)((edge * 2654435769) >> 8) & (_edges.Length - 1);

    private static uint EdgeOf(int node, char letter) => ((uint)node << 16) | letter;
}

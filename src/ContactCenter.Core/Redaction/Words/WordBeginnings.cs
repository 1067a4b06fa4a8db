using System.Runtime.CompilerServices;

namespace ContactCenter.Redaction;

/// <summary>With which characters the words of a list begin, in all the ways in which they may be written.</summary>
/// <remarks>Whoever asks gets a yes for every word, and for little else.</remarks>
internal sealed class WordBeginnings
{
    /// <summary>The bits of a key: five of each of four ASCII letters, the first one lowest; 0 is no letter.</summary>
    public const uint Keys = (1 << (BitsEach * Length)) - 1;

    /// <summary>How many bits of a key are one letter.</summary>
    public const int BitsEach = 5;

    private const int Length = 4;
    private const uint FirstThree = (1 << (BitsEach * (Length - 1))) - 1;
    private const uint Pairs = (1 << 15) - 1;
    private const int Ascii = 0x80;
    public const char FirstSyllable = '\uAC00';
    public const char LastSyllable = '\uD7A3';

    // The first three of four stay in the processor's nearest memory; few words get as far as all four.
    private readonly ulong[] _threes = new ulong[(FirstThree + 1) / 64];
    private readonly ulong[] _fours = new ulong[(Keys + 1) / 64];

    // By the first character as it is written, and by the first two where the second is a syllable of Hangul too.
    private readonly ulong[] _firsts = new ulong[(char.MaxValue + 1) / 64];
    // Behind some any may follow.
    private readonly ulong[] _pairs = new ulong[(Pairs + 1) / 64];
    private readonly ulong[] _open = new ulong[(char.MaxValue + 1) / 64];
    private readonly HashSet<(int Count, uint Key)> _filled = [];

    /// <summary>Every key with which a word may begin.</summary>
    public IEnumerable<uint> All => Enumerable.Range(0, _fours.Length * 64).Select(key => (uint)key)
        .Where(key => Has(_fours, key));

    /// <summary>Takes a word into account.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        foreach (var written in Letters.WrittenAs(Letters.Fold(word[0])))
        {
            Set(_firsts, written);
        }

        Add(word, 0, 0);
    }

    /// <summary>Takes a word into account that begins with a syllable of Hangul.</summary>
    /// <param name="first">That one.</param>
    /// <param name="second">The second one; null where any may follow.</param>
    public void AddPair(char first, char? second)
    {
        if (second is { } next)
        {
            Set(_pairs, PairOf(first, next));
        }
        else
        {
            Set(_open, first);
        }
    }

    /// <summary>Whether it is a syllable of Hangul.</summary>
    public static bool IsSyllable(char character) => character is >= FirstSyllable and <= LastSyllable;

    /// <summary>Whether a word may begin with four such ASCII characters, none of them an apostrophe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Have(uint key) => Has(_threes, key & FirstThree) && Has(_fours, key);

    /// <summary>Whether a word may begin with that character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HaveFirst(char first) => Has(_firsts, first);

    /// <summary>Whether a word may begin with two such characters, the first of them not ASCII.</summary>
    public bool Have(char first, char second) =>
        Has(_firsts, first)
        && (!IsSyllable(first) || !IsSyllable(second) || Has(_open, first) || Has(_pairs, PairOf(first, second)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(ulong[] bits, uint key) => (bits[key / 64] & (1UL << (int)(key % 64))) != 0;

    private static void Set(ulong[] bits, uint key) => bits[key / 64] |= 1UL << (int)(key % 64);

    private static uint PairOf(char first, char second) => ((first * 181u) ^ second) & Pairs;

    private static uint Append(uint key, int count, char character) =>
        AppendBits(key, count, character < '@' ? 0 : character & (uint)((1 << BitsEach) - 1));

    private static uint AppendBits(uint key, int count, uint bits) => key | (bits << (count * BitsEach));

    private void Add(ReadOnlySpan<char> word, int count, uint key)
    {
        if (count == Length || word.IsEmpty || word[0] == WordTrie.Ending)
        {
            Fill(count, key);
        }
        else if (WordTrie.IsGap(word[0]))
        {
            AddGap(word[1..], count, key);
        }
        else if (Letters.Fold(word[0]) is var letter && letter == Letters.Silent)
        {
            Add(word[1..], count, key);
        }
        else
        {
            foreach (var written in Letters.WrittenAs(letter))
            {
                if (written < Ascii)
                {
                    Add(word[1..], count + 1, Append(key, count, written));
                }
            }
        }
    }

    // A gap may be left out, and be several characters.
    private void AddGap(ReadOnlySpan<char> word, int count, uint key)
    {
        ReadOnlySpan<char> gaps = [' ', '_'];
        Add(word, count, key);
        foreach (var gap in gaps)
        {
            var one = Append(key, count, gap);
            Add(word, count + 1, one);
            foreach (var more in gaps)
            {
                if (count + 2 <= Length)
                {
                    Fill(count + 2, Append(one, count + 1, more));
                }
            }
        }
    }

    private void Fill(int count, uint key)
    {
        if (count == Length)
        {
            Set(_threes, key & FirstThree);
            Set(_fours, key);
            return;
        }

        if (_filled.Add((count, key)))
        {
            for (var next = 0u; next < 1 << BitsEach; next++)
            {
                Fill(count + 1, AppendBits(key, count, next));
            }
        }
    }
}

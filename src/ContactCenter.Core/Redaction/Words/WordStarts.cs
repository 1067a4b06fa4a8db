using System.Runtime.CompilerServices;

namespace ContactCenter.Redaction;

/// <summary>Tells at a glance that no word of a list can begin at a place, which is so at nearly all places.</summary>
internal sealed class WordStarts
{
    private const int Ascii = 0x80;
    private const ulong BeyondAscii = 0xFF80_FF80_FF80_FF80;
    private const ulong FirstOfFour = 0x1F;
    private const ulong LastOfFour = 0xF_8000;
    private const ulong OneOfEach = 0x0001_0001_0001_0001;

    private readonly WordBeginnings _beginnings = new();
    private LetterSieve? _latin;

    /// <summary>For words that begin with Latin letters; there once it is ready.</summary>
    public LetterSieve Latin => _latin!;

    /// <summary>For words that begin with syllables of Hangul.</summary>
    public SyllableSieve Hangul { get; } = new();

    /// <summary>Whether a word begins with two digits, as most numbers do.</summary>
    public bool HaveNumbers { get; private set; }

    /// <summary>Takes a word into account.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        _latin = null;
        _beginnings.Add(word);
        HaveNumbers |= word.Length > 1 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]);
        if (WordBeginnings.IsSyllable(word[0]))
        {
            // Behind a word, and where it may go on anyhow, any syllable may follow.
            var next = word[1..].TrimStart(' ');
            var isClear = !next.IsEmpty && WordBeginnings.IsSyllable(next[0]);
            Hangul.Add(word[0], isClear ? next[0] : null);
            _beginnings.AddPair(word[0], isClear ? next[0] : null);
        }
    }

    /// <summary>The places where one may begin, and few others.</summary>
    public WordPlaces In(ReadOnlySpan<char> text) => new(Ready(), text);

    /// <summary>Itself, when all words are in it.</summary>
    public WordStarts Ready()
    {
        _latin ??= new LetterSieve(_beginnings.All);
        return this;
    }

    /// <summary>Whether a word may begin there, if what stands before lets any begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayStandAt(ReadOnlySpan<char> text, int place)
    {
        // Four characters, of which the first is the one at the place.
        var four = place + 4 <= text.Length
            ? Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.AsRef(in text[place])))
            : LastOf(text[place..]);
        if ((four & BeyondAscii) != 0 || HoldsApostrophe(four))
        {
            return MayStandBeyondAscii(text, place);
        }

        // Five bits of each letter, none of any other character.
        four &= ((four >> 6) & OneOfEach) * 0x1F;
        return _beginnings.Have(
            (uint)((four & FirstOfFour) | (four >> 11) | (four >> 22) | ((four >> 33) & LastOfFour))
                & WordBeginnings.Keys)
            && _beginnings.HaveFirst(text[place]);
    }

    /// <summary>Whether a word may begin there.</summary>
    public bool MayBegin(ReadOnlySpan<char> text, int place) =>
        _beginnings.HaveFirst(text[place]) && MayStandAt(text, place) && IsOutside(text, place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HoldsApostrophe(ulong four)
    {
        var others = four ^ (OneOfEach * '\'');
        return ((others - OneOfEach) & ~others & (OneOfEach << 15)) != 0;
    }

    private bool MayStandBeyondAscii(ReadOnlySpan<char> text, int place)
    {
        var (first, second) = (text[place], place + 1 < text.Length ? text[place + 1] : ' ');
        return first < Ascii || _beginnings.Have(first, second);
    }

    private static bool IsOutside(ReadOnlySpan<char> text, int place)
    {
        var (character, before) = (text[place], place > 0 ? text[place - 1] : ' ');
        var isOutside = character >= Ascii
            || (char.IsAsciiDigit(character)
                ? !char.IsAsciiDigit(before)
                : char.IsAsciiLetter(character) && !char.IsAsciiLetter(before));
        return isOutside && !Letters.AreJoined(text, place);
    }

    // Behind the end stands what no letter is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong LastOf(ReadOnlySpan<char> text)
    {
        var four = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            four |= (ulong)text[i] << (16 * i);
        }

        return four;
    }
}

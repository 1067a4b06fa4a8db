namespace ContactCenter.Redaction;

/// <summary>Tells at a glance that no word of a list can begin at a place, which is so at nearly all places.</summary>
internal sealed class WordStarts
{
    private const int Ascii = 0x80;

    // By character as it is written: what begins a word. By two ASCII letters: what a word begins with.
    private readonly ulong[] _characters = new ulong[(char.MaxValue + 1) / 64];
    private readonly bool[] _pairs = new bool[Ascii * Ascii];

    /// <summary>Takes a word into account.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        var first = Letters.Fold(word[0]);
        foreach (var written in Letters.WrittenAs(first))
        {
            _characters[written / 64] |= 1UL << (written % 64);
        }

        for (var second = 0; second < Ascii; second++)
        {
            var isNext = !char.IsAsciiLetterOrDigit((char)second)
                || word.Length == 1
                || word[1] == '*'
                || Letters.Fold((char)second) == Letters.Fold(word[1]);
            if (isNext && first < Ascii)
            {
                _pairs[(first * Ascii) + second] = true;
                _pairs[(char.ToUpperInvariant(first) * Ascii) + second] = true;
            }
        }
    }

    /// <summary>The next place from there on where one may begin; -1 when there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var character = text[i];
            if ((_characters[character / 64] & (1UL << (character % 64))) == 0)
            {
                continue;
            }

            if (character < Ascii)
            {
                var isPair = i + 1 >= text.Length
                    || text[i + 1] >= Ascii
                    || _pairs[(character * Ascii) + text[i + 1]];
                var before = i > 0 ? text[i - 1] : ' ';
                var isInside = char.IsAsciiDigit(character) ? char.IsAsciiDigit(before) : char.IsAsciiLetter(before);
                if (!isPair || isInside)
                {
                    continue;
                }
            }

            if (!Letters.AreJoined(text, i))
            {
                return i;
            }
        }

        return -1;
    }
}

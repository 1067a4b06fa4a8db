namespace ContactCenter.Redaction;

/// <summary>Letters as words are compared by: without case, accents, voicing marks and spelling variants.</summary>
internal static class Letters
{
    /// <summary>Folds to nothing: a mark that people leave out.</summary>
    public const char Silent = '\0';

    // The letter without its accent for each of U+00C0 to U+017F, and of U+1E00 to U+1EFF; a dot keeps the character.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiii"
        + "iiii..jjkkkllllll..llnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
        + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
        + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    // U+30A1 to U+30FA without voicing, and the half-width forms U+FF66 to U+FF9D.
    private const string Katakana =
        "ァアィイゥウェエォオカカキキククケケココササシシススセセソソタタチチッツツテテトトナニヌネノハハハヒヒヒフフフヘヘヘ"
        + "ホホホマミムメモャヤュユョヨラリルレロヮワヰヱヲンウヵヶワヰヱヲ";

    private const string HalfWidthKatakana =
        "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    // Only characters below U+2000, kana and their like are written in more than one way.
    private static readonly Dictionary<char, char[]> Spellings = Enumerable.Range(1, 0xFFFF)
        .Select(code => (char)code)
        .Where(character => character is < '\u2000' or (>= '\u3040' and <= '\u30FF') or >= '\uFF00')
        .GroupBy(Fold)
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The letter that a character is compared as; <see cref="Silent"/> when it does not count.</summary>
    public static char Fold(char character) => (int)character switch
    {
        '\'' => Silent,
        < 0x80 => char.ToLowerInvariant(character),

        // Neither Han nor Hangul has cases: no need to look them up.
        (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7FF) => character,
        >= 0xC0 and <= 0x17F => Or(Latin[character - 0xC0], character),
        >= 0x300 and <= 0x36F => Silent,
        >= 0x1E00 and <= 0x1EFF => Or(LatinAdditional[character - 0x1E00], character),
        >= 0x600 and <= 0x6FF => FoldArabic(character),
        'ё' or 'Ё' => 'е',
        0x2018 or 0x2019 or 0x2BC or 0x3099 or 0x309A or 0xFF9E or 0xFF9F => Silent,
        >= 0x3041 and <= 0x3096 => Katakana[character - 0x3041],
        >= 0x30A1 and <= 0x30FA => Katakana[character - 0x30A1],
        >= 0xFF66 and <= 0xFF9D => HalfWidthKatakana[character - 0xFF66],
        _ => char.ToLowerInvariant(character),
    };

    /// <summary>Every character that is compared as that letter.</summary>
    public static IReadOnlyList<char> WrittenAs(char letter) =>
        Spellings.TryGetValue(letter, out var characters) ? characters : [letter];

    /// <summary>What a character is to the words around it.</summary>
    public static LetterClass ClassOf(char character) => (int)character switch
    {
        < 0x80 => char.IsAsciiLetter(character) ? LetterClass.Spaced : LetterClass.None,
        < 0x300 => char.IsLetter(character) ? LetterClass.Spaced : LetterClass.None,
        <= 0x36F => LetterClass.Spaced,
        >= 0x64B and <= 0x652 => LetterClass.Spaced,
        >= 0x900 and <= 0xDFF => IsDanda(character) ? LetterClass.None : LetterClass.Spaced,
        >= 0xE00 and <= 0xEFF => LetterClass.Unspaced,
        >= 0x1100 and <= 0x11FF => LetterClass.Unspaced,
        >= 0x1780 and <= 0x17D3 => LetterClass.Unspaced,
        >= 0x3005 and <= 0x3007 => LetterClass.Unspaced,
        >= 0x3041 and <= 0x30FA or >= 0x30FC and <= 0xA4CF => LetterClass.Unspaced,
        >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFF66 and <= 0xFF9F => LetterClass.Unspaced,
        _ => char.IsLetter(character) ? LetterClass.Spaced : LetterClass.None,
    };

    /// <summary>Whether the characters left and right of a place belong to one word.</summary>
    public static bool AreJoined(ReadOnlySpan<char> text, int place) =>
        place > 0
        && place < text.Length
        && ClassOf(text[place - 1]) == LetterClass.Spaced
        && ClassOf(text[place]) == LetterClass.Spaced;

    /// <summary>Whether a letter of a spaced script or a digit stands there, which makes it part of an id.</summary>
    public static bool IsPartOfId(ReadOnlySpan<char> text, int place) =>
        place >= 0
        && place < text.Length
        && (char.IsAsciiDigit(text[place]) || ClassOf(text[place]) == LetterClass.Spaced);

    private static char Or(char folded, char character) => folded == '.' ? character : folded;

    private static char FoldArabic(char character) => (int)character switch
    {
        0x622 or 0x623 or 0x625 or 0x671 => '\u0627',
        0x649 or 0x6CC => '\u064A',
        0x629 => '\u0647',
        0x6A9 => '\u0643',
        0x640 or (>= 0x64B and <= 0x652) => Silent,
        _ => character,
    };

    private static bool IsDanda(char character) => character is '\u0964' or '\u0965';
}

using System.Collections.Frozen;

namespace ContactCenter.Redaction;

/// <summary>Reads digits that are spelled out: "five one double oh", "오일공오", "五一〇五".</summary>
internal static partial class SpelledDigits
{
    /// <summary>The fewest digits of a code.</summary>
    public const int FewestOfCode = 3;

    private const int LongestWord = 10;
    private const int MostMarks = 3;
    private const int MostDigits = 40;

    private const string Syllables = "공영일이삼사오육륙칠팔구〇零一二三四五六七八九";
    private const string Digits = "00123456678900123456789";

    // After these 이 is no two but the end of the sentence: "…공이요".
    private const string Endings = "요에고라지네야며죠입구거";

    // Behind the name of a number, and before it.
    private const string Particles = "는은가도是は";

    private static readonly string[] EnglishWords =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", " o", " oh"];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Words =
        Build().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reading">Takes the reading.</param>
    /// <param name="fewest">Fewer digits in a row are words; a code has <see cref="FewestOfCode"/>.</param>
    public static void Read(in DisguiseText text, ref DisguiseText reading, int fewest = CardReading.MinDigits)
    {
        var characters = text.Characters;
        for (var i = 0; i < characters.Length;)
        {
            var isStart = i == 0 || !char.IsLetter(characters[i - 1]);
            var end = isStart && char.IsLetter(characters[i]) ? ReadWords(text, i, fewest, ref reading) : 0;
            end = end == 0 && Syllables.Contains(characters[i]) ? ReadSyllables(text, i, fewest, ref reading) : end;
            if (end == 0)
            {
                reading.Keep(text, i++);
            }
            else
            {
                i = end;
            }
        }
    }

    // Where the words for digits that begin there end; 0 when there are too few of them for a number.
    private static int ReadWords(in DisguiseText text, int start, int fewest, ref DisguiseText reading)
    {
        var characters = text.Characters;
        var said = new SaidDigits(stackalloc (char, int, int)[MostDigits], start);
        for (var i = start; i < characters.Length && said.Count + 4 < MostDigits;)
        {
            var word = i;
            i = EndOfWord(characters, word);
            if (fewest < CardReading.MinDigits && IsOr(characters, word, i))
            {
                break;
            }

            if (i == word || !Words.TryGetValue(characters[word..i], out var value) || !said.TryTake(value, word, i))
            {
                break;
            }

            var marks = MarksAt(characters, i);
            if (marks > 1 || (marks == 1 && characters[i] is not (' ' or '-')))
            {
                said.Pause(i, i + marks);
            }

            i += marks;
        }

        if (said.Spoken < fewest)
        {
            return 0;
        }

        foreach (var (digit, from, to) in said.Digits)
        {
            if (to <= said.Last)
            {
                reading.Write(digit, text, from, to);
            }
        }

        return said.Last;
    }

    // "Tres o cuatro" is no code: a mere "o" is a zero in English, behind a word that no other language has.
    private static bool IsOr(ReadOnlySpan<char> characters, int word, int end)
    {
        if (end - word != 1 || characters[word] is not ('o' or 'O'))
        {
            return false;
        }

        var before = characters[..word].TrimEnd(" -");
        foreach (var english in EnglishWords)
        {
            if (before.EndsWith(english, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static int EndOfWord(ReadOnlySpan<char> characters, int start)
    {
        var end = start;
        while (end < characters.Length && char.IsLetter(characters[end]) && end - start <= LongestWord)
        {
            end++;
        }

        return end;
    }

    private static int ReadSyllables(in DisguiseText text, int start, int fewest, ref DisguiseText reading)
    {
        var characters = text.Characters;
        var (count, last) = (0, start);
        for (var i = start; i < characters.Length && count < MostDigits;)
        {
            if (Syllables.Contains(characters[i])
                && !(characters[i] == '이' && i + 1 < characters.Length && Endings.Contains(characters[i + 1])
                    && !IsBetween(characters, i + 1)))
            {
                count++;
                last = ++i;
                continue;
            }

            var marks = IsBetween(characters, i) ? 2 : MarksAt(characters, i);
            if (marks == 0)
            {
                break;
            }

            i += marks;
        }

        if (count < fewest || (count < CardReading.MinDigits && !StandAlone(characters, start, last)))
        {
            return 0;
        }

        for (var i = start; i < last; i++)
        {
            var digit = Syllables.IndexOf(characters[i], StringComparison.Ordinal);
            if (digit >= 0)
            {
                reading.Write(Digits[digit], text, i, i + 1);
            }
            else if (IsBetween(characters, i))
            {
                reading.Write(' ', text, i, i + 2);
                i++;
            }
            else
            {
                reading.Keep(text, i);
            }
        }

        return last;
    }

    // A few syllables are a number only where no word begins or ends with them: "구이" is a dish.
    private static bool StandAlone(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || Letters.ClassOf(text[start - 1]) != LetterClass.Unspaced || Particles.Contains(text[start - 1]))
        && (end == text.Length
            || Letters.ClassOf(text[end]) == LetterClass.None
            || text[end] is '이' or '인'
            || Endings.Contains(text[end]));

    // The particle that people put behind a group: "오일공오에 일공오일에".
    private static bool IsBetween(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length && text[at] == '에' && text[at + 1] == ' ' && Syllables.Contains(text[at + 2]);

    private static int MarksAt(ReadOnlySpan<char> text, int at)
    {
        var marks = 0;
        while (at + marks < text.Length && marks < MostMarks
            && text[at + marks] is ' ' or ',' or '-' or '.' or '\n' or '\r' or '·' or '/')
        {
            marks++;
        }

        return marks;
    }

    private static FrozenDictionary<string, int> Build()
    {
        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        void Add(int first, string list)
        {
            foreach (var word in list.Split(' '))
            {
                words.TryAdd(word, first++);
            }
        }

        Add(0, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            + "seventeen eighteen nineteen");
        Add(0, "null eins zwei drei vier fünf sechs sieben acht neun");
        Add(0, "cero uno dos tres cuatro cinco seis siete ocho nueve");
        Add(0, "zéro un deux trois quatre cinq six sept huit neuf");
        Add(0, "zero um dois três quatro cinco seis sete oito nove");
        Add(0, "zero uno due tre quattro cinque sei sette otto nove");
        Add(0, "oh");
        Add(0, "o");
        Add(0, "nought");
        Add(2, "zwo");
        Add(5, "fuenf");
        foreach (var (index, word) in "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Index())
        {
            words.Add(word, (index + 2) * 10);
        }

        Add(SaidDigits.Times + 2, "double triple quadruple");
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

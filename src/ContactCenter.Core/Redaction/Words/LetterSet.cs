using System.Numerics;

namespace ContactCenter.Redaction;

/// <summary>Beginnings of words, as the letters that occur at each of the first four places: a bit for each.</summary>
internal readonly record struct LetterSet(uint First, uint Second, uint Third, uint Fourth)
{
    private const int Letters = 27;
    private const int Word = 64;

    // Whoever writes of anything writes these, the commonest first.
    private static readonly string[] Common = (
        "the to i you a and is it for in of that have me my on be with can this not your are do at so we "
        + "if was what please would like will there how no just but want from or know need yes thanks any "
        + "get thank okay one about which out up time they when an see all has some more could order help "
        + "find number did sure also then go looking good here am day where been our were money call back "
        + "make account does them other work name still phone only now show who than think because email by "
        + "price check new use first two before address hi hello sorry today tomorrow week people over very "
        + "take into its really try many ticket card send pay tell off great right after place something "
        + "between again around every next book anything left down long ok march date city confirm sounds "
        + "car reservation flight hotel movie table month cost correct nice room booking station details "
        + "should ride events perfect available appointment restaurant search found much such same ago ever "
        + "part item items parcel box shop store buy bought cancel cancelled refund return charge charged "
        + "payment paid invoice bill billing customer service services support team agent issue problem "
        + "problems error broken screen app website page link click log login password user internet "
        + "connection plan device laptop computer setup install update version insurance claim policy "
        + "transfer transferred balance bank transaction amount total credit debit fee fees discount offer "
        + "promo delivery deliver delivered shipping shipped arrive arrived late delay delayed tracking "
        + "status question questions answer information info request requested possible impossible "
        + "different another several since until while during without within however maybe probably "
        + "actually currently recently already yet always never often soon later morning afternoon evening "
        + "night minute minutes hour hours days weeks months year years contact reach speak talk told said "
        + "says ask asked wait waiting hold message messages chat speed slow fast size color model quality "
        + "product products brand returned exchange replace replacement warranty damaged missing wrong lost "
        + "stolen birthday family friend wife husband child house home office apartment street state "
        + "country zip code trip travel train bus airport seat seats passenger baggage luggage visa "
        + "passport appreciate kindly regarding concern confirmed confirmation receipt sale prices cheap "
        + "expensive better best worse worst happy glad unfortunately understand understood explain detail "
        + "example instead though although").Split(' ');

    // For each place and letter the common words that have it there, a bit for each.
    private static readonly ulong[][] WithLetter = [.. Enumerable.Range(0, 4 * Letters).Select(index =>
        Enumerable.Range(0, (Common.Length + Word - 1) / Word).Select(part => Common
            .Skip(part * Word)
            .Take(Word)
            .Select((word, bit) => LetterOf(word, index / Letters) == index % Letters ? 1UL << bit : 0)
            .Aggregate((all, bit) => all | bit)).ToArray())];

    /// <summary>How many of the commonest words begin as one of these or a mixture; commoner ones count more.</summary>
    public int CommonWords
    {
        get
        {
            var count = 0;
            for (var part = 0; part < WithLetter[0].Length; part++)
            {
                count = (count * 2) + BitOperations.PopCount(
                    With(First, 0, part) & With(Second, 1, part) & With(Third, 2, part) & With(Fourth, 3, part));
            }

            return count;
        }
    }

    public static LetterSet operator |(LetterSet left, LetterSet right) => new(
        left.First | right.First, left.Second | right.Second, left.Third | right.Third, left.Fourth | right.Fourth);

    /// <summary>The one beginning that a key of <see cref="WordBeginnings"/> stands for.</summary>
    public static LetterSet Of(uint key) =>
        new(1u << LetterOf(key, 0), 1u << LetterOf(key, 1), 1u << LetterOf(key, 2), 1u << LetterOf(key, 3));

    /// <summary>The first two letters of a key.</summary>
    public static uint PairOf(uint key) => key & ((1u << (2 * WordBeginnings.BitsEach)) - 1);

    /// <summary>Whether a letter occurs at one of the four places.</summary>
    public bool Has(int place, int letter) =>
        ((place switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth } >> letter) & 1) != 0;

    // What is no letter has a bit too, as it follows a short word.
    private static int LetterOf(uint key, int place)
    {
        var letter = (int)(key >> (place * WordBeginnings.BitsEach)) & ((1 << WordBeginnings.BitsEach) - 1);
        return letter < Letters ? letter : 0;
    }

    private static int LetterOf(string word, int place) => place < word.Length ? word[place] - 'a' + 1 : 0;

    private static ulong With(uint letters, int place, int part)
    {
        var words = 0UL;
        for (; letters != 0; letters &= letters - 1)
        {
            words |= WithLetter[(place * Letters) + BitOperations.TrailingZeroCount(letters)][part];
        }

        return words;
    }
}

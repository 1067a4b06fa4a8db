using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ContactCenter.Redaction;

/// <summary>Sieves 64 places at once for those at which a word of a list may begin with Latin letters.</summary>
/// <remarks>
/// The beginnings of the words are dealt out to sixteen sets. Of each it knows which letters occur at the first four
/// places, a bit for each set: what is left of all four bits stands for a beginning, or for a mixture of some of one
/// set. They are dealt so that few of the commonest words are such mixtures.
/// </remarks>
internal sealed class LetterSieve
{
    private const int Sets = 16;
    private const int SetsInByte = 8;
    private const int Letters = 32;

    private readonly Vector512<byte> _first, _second, _third, _fourth;
    private readonly Vector512<byte> _alsoFirst, _alsoSecond, _alsoThird, _alsoFourth;

    /// <summary>Whether the processor looks up in tables of so many at once; elsewhere it is no gain.</summary>
    public static bool IsSupported => Avx512Vbmi.IsSupported;

    /// <summary>Takes the keys of all beginnings, as <see cref="WordBeginnings"/> makes them.</summary>
    public LetterSieve(IEnumerable<uint> keys)
    {
        var sets = new LetterSet[Sets];
        foreach (var pair in keys.GroupBy(LetterSet.PairOf)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key))
        {
            var beginnings = pair.Aggregate(default(LetterSet), (all, key) => all | LetterSet.Of(key));
            var best = 0;
            for (var (set, least) = (0, int.MaxValue); set < Sets; set++)
            {
                if ((sets[set] | beginnings).CommonWords - sets[set].CommonWords is var cost && cost < least)
                {
                    (best, least) = (set, cost);
                }
            }

            sets[best] |= beginnings;
        }

        (_first, _alsoFirst) = TablesOf(sets, 0);
        (_second, _alsoSecond) = TablesOf(sets, 1);
        (_third, _alsoThird) = TablesOf(sets, 2);
        (_fourth, _alsoFourth) = TablesOf(sets, 3);
    }

    /// <summary>A bit for each place at which a beginning, or a mixture of some, stands.</summary>
    /// <param name="letters">1 for an A to 26 for a Z, of either case; 0 for all else.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong PlacesIn(Vector512<byte> letters)
    {
        var second = ByteVectors.Ahead(letters, 1);
        var third = ByteVectors.Ahead(letters, 2);
        var fourth = ByteVectors.Ahead(letters, 3);
        var places = Vector512.ShuffleNative(_first, letters)
            & Vector512.ShuffleNative(_second, second)
            & Vector512.ShuffleNative(_third, third)
            & Vector512.ShuffleNative(_fourth, fourth);
        var more = Vector512.ShuffleNative(_alsoFirst, letters)
            & Vector512.ShuffleNative(_alsoSecond, second)
            & Vector512.ShuffleNative(_alsoThird, third)
            & Vector512.ShuffleNative(_alsoFourth, fourth);
        return ~Vector512.Equals(places | more, Vector512<byte>.Zero).ExtractMostSignificantBits();
    }

    private static Vector512<byte> Twice(byte[] table) =>
        Vector512.Create(Vector256.Create(table), Vector256.Create(table));

    private static (Vector512<byte> First, Vector512<byte> Second) TablesOf(LetterSet[] sets, int place)
    {
        var (first, second) = (new byte[Letters], new byte[Letters]);
        for (var letter = 0; letter < Letters; letter++)
        {
            for (var set = 0; set < Sets; set++)
            {
                if (sets[set].Has(place, letter))
                {
                    (set < SetsInByte ? first : second)[letter] |= (byte)(1 << (set % SetsInByte));
                }
            }
        }

        return (Twice(first), Twice(second));
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ContactCenter.Redaction;

/// <summary>Sieves 32 places at once for those at which a word of a list may begin with Latin letters.</summary>
/// <remarks>
/// The beginnings of the words are dealt out to sixteen sets. Of each it knows which letters occur at the first four
/// places, a bit for each set: what is left of all four bits stands for a beginning, or for a mixture of some of one
/// set. They are dealt so that few of the commonest words are such mixtures.
/// </remarks>
internal sealed class LetterSieve
{
    private const int Sets = 16;
    private const int SetsInByte = 8;
    private const int Table = 16;

    private readonly SetsByLetter _first, _second, _third, _fourth;

    /// <summary>Whether the processor looks up in tables of so many at once; elsewhere it is no gain.</summary>
    public static bool IsSupported => Avx2.IsSupported;

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

        (_first, _second, _third, _fourth) = (SetsAt(sets, 0), SetsAt(sets, 1), SetsAt(sets, 2), SetsAt(sets, 3));
    }

    /// <summary>A bit for each place at which a beginning, or a mixture of some, stands.</summary>
    /// <param name="letters">1 for an A to 26 for a Z, of either case; 0 for all else.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint PlacesIn(Vector256<byte> letters)
    {
        // A table has sixteen entries and none for a byte with the highest bit: of two one answers, for its letters.
        var low = letters + Vector256.Create((byte)(0x80 - Table));
        var high = letters - Vector256.Create((byte)Table);
        var (places, more) = _first.Of(low, high);
        Narrow(ref places, ref more, _second, ByteVectors.Ahead(low, 1), ByteVectors.Ahead(high, 1));
        Narrow(ref places, ref more, _third, ByteVectors.Ahead(low, 2), ByteVectors.Ahead(high, 2));
        Narrow(ref places, ref more, _fourth, ByteVectors.Ahead(low, 3), ByteVectors.Ahead(high, 3));
        return ~Vector256.Equals(places | more, Vector256<byte>.Zero).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Narrow(
        ref Vector256<byte> places,
        ref Vector256<byte> more,
        in SetsByLetter sets,
        Vector256<byte> low,
        Vector256<byte> high)
    {
        var (some, others) = sets.Of(low, high);
        places &= some;
        more &= others;
    }

    private static SetsByLetter SetsAt(LetterSet[] sets, int place)
    {
        var (first, second) = (new byte[Table * 2], new byte[Table * 2]);
        for (var letter = 0; letter < Table * 2; letter++)
        {
            for (var set = 0; set < Sets; set++)
            {
                if (sets[set].Has(place, letter))
                {
                    (set < SetsInByte ? first : second)[letter] |= (byte)(1 << (set % SetsInByte));
                }
            }
        }

        return new SetsByLetter(Twice(first, 0), Twice(first, Table), Twice(second, 0), Twice(second, Table));
    }

    private static Vector256<byte> Twice(byte[] table, int start) =>
        Vector256.Create(Vector128.Create(table, start), Vector128.Create(table, start));

    /// <summary>Which sets have a letter at one of the places: the first eight, and the others.</summary>
    private readonly struct SetsByLetter(
        Vector256<byte> low, Vector256<byte> high, Vector256<byte> otherLow, Vector256<byte> otherHigh)
    {
        private readonly Vector256<byte> _low = low;
        private readonly Vector256<byte> _high = high;
        private readonly Vector256<byte> _otherLow = otherLow;
        private readonly Vector256<byte> _otherHigh = otherHigh;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (Vector256<byte> First, Vector256<byte> Others) Of(Vector256<byte> low, Vector256<byte> high) => (
            Avx2.Shuffle(_low, low) | Avx2.Shuffle(_high, high),
            Avx2.Shuffle(_otherLow, low) | Avx2.Shuffle(_otherHigh, high));
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>Sieves 32 places at once for those at which a word of a list may begin with syllables of Hangul.</summary>
/// <remarks>
/// The words are dealt out to eight sets by their first syllable. Of each it knows which quarters of the characters
/// occur at the first two places, a bit for each set.
/// </remarks>
internal sealed class SyllableSieve
{
    private const int Sets = 8;

    private readonly List<char> _firsts = [];
    private Vector128<byte> _first0, _first1, _first2, _first3;
    private Vector128<byte> _second0, _second1, _second2, _second3;
    private Vector256<byte> _open;

    /// <summary>Takes a word into account.</summary>
    /// <param name="first">Its first syllable.</param>
    /// <param name="second">Its second one; null where anything may follow.</param>
    public void Add(char first, char? second)
    {
        if (!_firsts.Contains(first))
        {
            _firsts.Add(first);
        }

        var set = (byte)(1 << (_firsts.IndexOf(first) % Sets));
        _first0 = With(_first0, first, set);
        _first1 = With(_first1, first >> 4, set);
        _first2 = With(_first2, first >> 8, set);
        _first3 = With(_first3, first >> 12, set);
        if (second is not { } next)
        {
            _open |= Vector256.Create(set);
            return;
        }

        _second0 = With(_second0, next, set);
        _second1 = With(_second1, next >> 4, set);
        _second2 = With(_second2, next >> 8, set);
        _second3 = With(_second3, next >> 12, set);
    }

    /// <summary>A bit for each place at which a word may begin.</summary>
    /// <param name="low">The low halves of the characters.</param>
    /// <param name="high">Their high halves.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint PlacesIn(Vector256<byte> low, Vector256<byte> high)
    {
        var quarter = Vector256.Create((byte)0x0F);
        var (q0, q1) = (low & quarter, (low.AsUInt16() >> 4).AsByte() & quarter);
        var (q2, q3) = (high & quarter, (high.AsUInt16() >> 4).AsByte() & quarter);
        var first = ByteVectors.LookUp(_first0, q0) & ByteVectors.LookUp(_first1, q1)
            & ByteVectors.LookUp(_first2, q2) & ByteVectors.LookUp(_first3, q3);
        var second = ByteVectors.LookUp(_second0, q0) & ByteVectors.LookUp(_second1, q1)
            & ByteVectors.LookUp(_second2, q2) & ByteVectors.LookUp(_second3, q3);

        // Behind a gap, or at the end, any word may go on.
        var isOther = ~ByteVectors.Within(high, WordBeginnings.FirstSyllable >> 8, WordBeginnings.LastSyllable >> 8);
        var others = ByteVectors.Ahead(~(second | isOther | _open), 1);
        return ~Vector256.Equals(first & ~others, Vector256<byte>.Zero).ExtractMostSignificantBits();
    }

    private static Vector128<byte> With(Vector128<byte> table, int quarter, byte set) =>
        table.WithElement(quarter & 0x0F, (byte)(table[quarter & 0x0F] | set));
}

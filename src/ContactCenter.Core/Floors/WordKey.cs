using System.Numerics;
using System.Runtime.InteropServices;

namespace ContactCenter.Floors;

/// <summary>
/// What words are hashed under, so that nobody without it can try which ones they were: after SipHash-2-4 (Aumasson
/// and Bernstein, 2012), which is made for short texts and secret keys.
/// </summary>
/// <param name="Bits">Drawn by lot, and kept in memory alone.</param>
internal readonly record struct WordKey(UInt128 Bits)
{
    /// <summary>The hash of words that follow others.</summary>
    /// <param name="words">The words; null is other than none.</param>
    /// <param name="before">The hash of those before, or 0.</param>
    internal ulong Hash(string? words, ulong before)
    {
        var state = new State(this);
        state.Add(before);
        state.Add(words is null ? 0 : (ulong)words.Length + 1);
        var characters = words.AsSpan();
        var whole = MemoryMarshal.Cast<char, ulong>(characters);
        foreach (var four in whole)
        {
            state.Add(four);
        }

        var rest = 0UL;
        foreach (var character in characters[(whole.Length * 4)..])
        {
            rest = (rest << 16) | character;
        }

        state.Add(rest);
        return state.End();
    }

    private struct State(WordKey key)
    {
        private ulong _a = (ulong)key.Bits ^ 0x736F_6D65_7073_6575;
        private ulong _b = (ulong)(key.Bits >> 64) ^ 0x646F_7261_6E64_6F6D;
        private ulong _c = (ulong)key.Bits ^ 0x6C79_6765_6E65_7261;
        private ulong _d = (ulong)(key.Bits >> 64) ^ 0x7465_6462_7974_6573;

        internal void Add(ulong part)
        {
            _d ^= part;
            Mix();
            Mix();
            _a ^= part;
        }

        internal ulong End()
        {
            _c ^= 0xFF;
            Mix();
            Mix();
            Mix();
            Mix();
            return _a ^ _b ^ _c ^ _d;
        }

        private void Mix()
        {
            _a += _b;
            _c += _d;
            _b = BitOperations.RotateLeft(_b, 13) ^ _a;
            _d = BitOperations.RotateLeft(_d, 16) ^ _c;
            _a = BitOperations.RotateLeft(_a, 32);
            _c += _b;
            _a += _d;
            _b = BitOperations.RotateLeft(_b, 17) ^ _c;
            _d = BitOperations.RotateLeft(_d, 21) ^ _a;
            _c = BitOperations.RotateLeft(_c, 32);
        }
    }
}

using System.Buffers.Binary;

namespace ContactCenter.Testing;

/// <summary>Draws that follow from a seed alone, on every machine and in every version: SplitMix64.</summary>
internal sealed class Draw(ulong seed)
{
    private ulong _state = seed;

    internal ulong Next()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>
    /// 0 or more, and below the bound. The bias of the remainder is far below what a simulation could see.
    /// </summary>
    internal int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>Both ends included.</summary>
    internal int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True so many times of a hundred.</summary>
    internal bool Percent(int chance) => Below(100) < chance;

    internal T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    internal T From<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A UUID of version 7, made at that time.</summary>
    internal CommandId CommandId(DateTimeOffset madeAt)
    {
        Span<byte> bytes = stackalloc byte[16];
        var instant = (ulong)madeAt.ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (instant << 16) | 0x7000 | (Next() & 0xFFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (Next() >> 2));
        return new CommandId(new Guid(bytes, bigEndian: true));
    }

    internal void Fill(Span<byte> bytes)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = (byte)Next();
        }
    }
}

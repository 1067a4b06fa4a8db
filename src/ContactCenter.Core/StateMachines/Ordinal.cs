using System.Runtime.CompilerServices;

namespace ContactCenter.StateMachines;

/// <summary>Enum constants as array indexes: 0, 1, 2 … without a gap or a second name for a number.</summary>
internal static class Ordinal
{
    /// <summary>The constants in order, each at its own index.</summary>
    public static TEnum[] All<TEnum>() where TEnum : unmanaged, Enum
    {
        var constants = Enum.GetValues<TEnum>();
        for (var index = 0; index < constants.Length; index++)
        {
            if (Of(constants[index]) != index)
            {
                throw new NotSupportedException(
                    $"{typeof(TEnum).Name} must be numbered 0, 1, 2 … without a gap or a second name for a number.");
            }
        }

        return constants;
    }

    /// <summary>The index of a constant. A value that is none gives an index beyond the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of<TEnum>(TEnum value) where TEnum : unmanaged, Enum => Unsafe.SizeOf<TEnum>() switch
    {
        sizeof(byte) => Unsafe.BitCast<TEnum, byte>(value),
        sizeof(ushort) => Unsafe.BitCast<TEnum, ushort>(value),
        sizeof(uint) => Unsafe.BitCast<TEnum, uint>(value),
        _ => (uint)Math.Min(Unsafe.BitCast<TEnum, ulong>(value), uint.MaxValue),
    };

    /// <summary>The constant at an index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TEnum At<TEnum>(byte index) where TEnum : unmanaged, Enum => Unsafe.SizeOf<TEnum>() switch
    {
        sizeof(byte) => Unsafe.BitCast<byte, TEnum>(index),
        sizeof(ushort) => Unsafe.BitCast<ushort, TEnum>(index),
        sizeof(uint) => Unsafe.BitCast<uint, TEnum>(index),
        _ => Unsafe.BitCast<ulong, TEnum>(index),
    };
}

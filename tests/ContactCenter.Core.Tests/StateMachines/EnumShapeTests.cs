using ContactCenter.StateMachines;

namespace ContactCenter.Tests.StateMachines;

public sealed class EnumShapeTests
{
    private enum AsSByte : sbyte { A, B, C }

    private enum AsByte : byte { A, B, C }

    private enum AsShort : short { A, B, C }

    private enum AsUShort : ushort { A, B, C }

    private enum AsInt { A, B, C }

    private enum AsUInt : uint { A, B, C }

    private enum AsLong : long { A, B, C }

    private enum AsULong : ulong { A, B, C }

    private enum OutOfOrder { C = 2, A = 0, B = 1 }

    private enum Gap { A, B, D = 3 }

    private enum FromOne { A = 1, B, C }

    private enum Negative { A = -1, B, C }

#pragma warning disable CA1069 // A second name for a number is the point.
    private enum Alias { A, B, C = 1 }
#pragma warning restore CA1069

    private enum Empty;

    [Fact]
    public void Any_underlying_type_will_do()
    {
        Works<AsSByte>();
        Works<AsByte>();
        Works<AsShort>();
        Works<AsUShort>();
        Works<AsInt>();
        Works<AsUInt>();
        Works<AsLong>();
        Works<AsULong>();
        Works<OutOfOrder>();
    }

    [Fact]
    public void Gaps_offsets_and_second_names_are_refused()
    {
        Refused<Gap>();
        Refused<FromOne>();
        Refused<Negative>();
        Refused<Alias>();
    }

    [Fact]
    public void An_enum_without_constants_has_no_lifecycle()
    {
        Assert.Throws<ArgumentException>(() => new TransitionTable<Empty, AsByte>(default, []));
        Assert.Throws<ArgumentException>(() => new TransitionTable<AsByte, Empty>(default, []));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(0x7f)]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(0x100)]
    [InlineData(0x5555_5556)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_value_that_is_no_constant_is_refused_in_either_place(int value)
    {
        var table = Path<AsInt>();
        var undefined = (AsInt)value;

        Assert.False(table.Allows(undefined, AsInt.A));
        Assert.False(table.Allows(AsInt.A, undefined));
        Assert.False(table.Allows(undefined, undefined));
        Assert.False(table.TryNext(AsInt.A, undefined, out _));
        Assert.Throws<InvalidOperationException>(() => table.Next(undefined, AsInt.A));
        Assert.Throws<InvalidOperationException>(() => table.Next(AsInt.A, undefined));
        Assert.Empty(table.Permitted(undefined));
        Assert.False(table.IsFinal(undefined));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(0x1_0000_0000)]
    [InlineData(0x5555_5555_5555_5556)]
    [InlineData(long.MinValue)]
    public void A_wide_value_does_not_wrap_into_the_table(long value)
    {
        var table = Path<AsLong>();

        Assert.False(table.Allows((AsLong)value, AsLong.A));
        Assert.False(table.Allows(AsLong.A, (AsLong)value));
        Assert.Throws<InvalidOperationException>(() => table.Next((AsLong)value, AsLong.B));
        Assert.Empty(table.Permitted((AsLong)value));
    }

    private static void Works<TEnum>() where TEnum : unmanaged, Enum
    {
        var table = Path<TEnum>();
        var constants = Enum.GetValues<TEnum>();

        Assert.Equal(constants[1], table.Next(constants[0], constants[0]));
        Assert.Equal(constants[2], table.Next(constants[1], constants[1]));
        Assert.False(table.Allows(constants[0], constants[1]));
        Assert.True(table.IsFinal(constants[2]));
        Assert.Equal([constants[1]], table.Permitted(constants[1]));
    }

    private static void Refused<TEnum>() where TEnum : unmanaged, Enum
    {
        Assert.Throws<NotSupportedException>(() => new TransitionTable<TEnum, AsByte>(default, []));
        Assert.Throws<NotSupportedException>(() => new TransitionTable<AsByte, TEnum>(default, []));
    }

    // A -- A --> B -- B --> C, which is the end.
    private static TransitionTable<TEnum, TEnum> Path<TEnum>() where TEnum : unmanaged, Enum =>
        Enum.GetValues<TEnum>() is [var a, var b, var c]
            ? new(initial: a, final: [c], (a, a, b), (b, b, c))
            : throw new ArgumentException("Three constants are needed.");
}

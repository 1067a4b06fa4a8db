using ContactCenter.Tests.Redaction;

namespace ContactCenter.Tests;

public sealed class NumberedTableTests
{
    private static readonly object Something = new();

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 300)]
    [InlineData(3, 5_000)]
    public void Whatever_comes_and_goes_each_is_found_by_its_number(ulong seed, int crowd)
    {
        var (dice, table, plain) = (new Dice(seed), new NumberedTable<object>(), new Dictionary<long, object>());
        for (var step = 0; step < 20_000; step++)
        {
            if (plain.Count < crowd && dice.Roll(3) > 0)
            {
                plain.Add(step, new object());
                table.Add(step, plain[step]);
            }
            else if (plain.Count > 0)
            {
                // Most go soon after they came; some stay for long.
                var near = step - dice.Roll(crowd);
                var gone = dice.Roll(8) > 0 && plain.ContainsKey(near) ? near : plain.Keys.First();
                Assert.True(table.Remove(gone, out var value));
                Assert.Same(plain[gone], value);
                Assert.False(table.Remove(gone, out _));
                plain.Remove(gone);
            }

            Assert.Equal(plain.ContainsKey(step / 2), table.ContainsKey(step / 2));
            Assert.Same(plain.GetValueOrDefault(step / 2), table.GetValueOrDefault(step / 2));
        }

        Assert.Equal(plain.Count, table.Count);
        Assert.Equal(plain.OrderBy(numbered => numbered.Key), table);
    }

    [Fact]
    public void Numbers_may_lie_as_far_apart_as_they_like_and_come_in_any_order()
    {
        long[] numbers = [7, long.MaxValue, -1, 1L << 40, 0, long.MinValue, -32, 31, 32];
        var table = new NumberedTable<object>();
        Array.ForEach(numbers, number => table.Add(number, number));

        Assert.All(numbers, number => Assert.Equal(number, table[number]));
        Assert.Equal(numbers.Order(), table.Keys);
        Assert.Equal(numbers.Order(), table.Values.Cast<long>());
    }

    [Fact]
    public void Steps_of_a_power_of_two_stay_found()
    {
        var table = new NumberedTable<object>();
        for (var number = 0L; number < 2_000; number++)
        {
            table.Add(number << 40, number);
        }

        Assert.All(Enumerable.Range(0, 2_000), number => Assert.Equal((long)number, table[(long)number << 40]));
    }

    [Fact]
    public void A_number_in_use_cannot_be_given_to_something_else()
    {
        var table = new NumberedTable<object> { { 5, Something } };

        Assert.Throws<ArgumentException>(() => table.Add(5, new object()));
        Assert.Same(Something, table[5]);
        Assert.Single(table);
    }

    [Fact]
    public void Another_may_take_the_place_of_what_has_a_number()
    {
        var (table, other) = (new NumberedTable<object> { { 5, Something } }, new object());

        table[5] = other;

        Assert.Same(other, table[5]);
        Assert.Single(table);
    }

    [Fact]
    public void Asking_for_a_number_that_nothing_has_is_a_mistake()
    {
        var table = new NumberedTable<object> { { 5, Something } };

        Assert.Throws<KeyNotFoundException>(() => table[6]);
        Assert.Throws<KeyNotFoundException>(() => table[6] = Something);
        Assert.False(table.TryGetValue(6, out _));
        Assert.False(table.Remove(6, out _));
        Assert.False(table.Remove(600, out _));
    }

    [Fact]
    public void Going_through_it_while_it_changes_is_a_mistake()
    {
        var table = new NumberedTable<object> { { 5, Something }, { 6, Something } };

        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var number in table.Keys)
            {
                table.Remove(number, out _);
            }
        });
    }

    [Fact, Pain(90)]
    public void While_as_many_go_as_come_nothing_is_allocated()
    {
        var table = new NumberedTable<object>();
        Pass(table, from: 0, 10_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Pass(table, from: 10_000, 10_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Pass(NumberedTable<object> table, int from, int count)
    {
        for (var number = from; number < from + count; number++)
        {
            table.Add(number, Something);
            table.Remove(number - 100, out _);
        }
    }
}

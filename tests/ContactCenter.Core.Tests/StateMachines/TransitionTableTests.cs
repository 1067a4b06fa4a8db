using ContactCenter.StateMachines;
using static ContactCenter.Tests.StateMachines.DoorState;
using static ContactCenter.Tests.StateMachines.DoorTrigger;

namespace ContactCenter.Tests.StateMachines;

public sealed class TransitionTableTests
{
    private static readonly TransitionTable<DoorState, DoorTrigger> Table = Door.Table;

    [Fact]
    public void A_row_moves_its_state()
    {
        Assert.True(Table.Allows(Closed, Push));
        Assert.Equal(Open, Table.Next(Closed, Push));
        Assert.True(Table.TryNext(Closed, Push, out var next));
        Assert.Equal(Open, next);
    }

    [Fact]
    public void A_row_may_keep_its_state() => Assert.Equal(Open, Table.Next(Open, Push));

    [Fact]
    public void A_move_without_a_row_is_refused_and_leaves_the_state_alone()
    {
        Assert.False(Table.Allows(Locked, Push));
        Assert.False(Table.TryNext(Locked, Push, out var next));
        Assert.Equal(Locked, next);
    }

    [Fact]
    public void A_refused_move_that_is_made_all_the_same_says_which()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Table.Next(Locked, Push));

        Assert.Equal("Locked does not answer Push.", refused.Message);
    }

    [Fact]
    public void Every_cell_says_what_the_rows_say()
    {
        var rows = Table.Transitions.ToDictionary(row => (row.From, row.On), row => row.To);
        foreach (var state in Enum.GetValues<DoorState>())
        {
            foreach (var trigger in Enum.GetValues<DoorTrigger>())
            {
                var allowed = rows.TryGetValue((state, trigger), out var expected);

                Assert.Equal(allowed, Table.Allows(state, trigger));
                Assert.Equal(allowed, Table.TryNext(state, trigger, out var next));
                Assert.Equal(allowed ? expected : state, next);
            }
        }
    }

    [Fact]
    public void Permitted_triggers_come_in_the_order_of_the_enum_not_of_the_rows()
    {
        Assert.Equal([Push, Pull], Table.Permitted(Open));
        Assert.Equal([Push, Turn], Table.Permitted(Closed));
        Assert.Empty(Table.Permitted(Walled));
        Assert.Same(Table.Permitted(Open), Table.Permitted(Open));
    }

    [Fact]
    public void Only_a_declared_end_is_final() =>
        Assert.Equal([Walled], Enum.GetValues<DoorState>().Where(Table.IsFinal));

    [Fact]
    public void The_rows_are_kept_in_the_order_in_which_they_were_written()
    {
        Assert.Equal(Closed, Table.Initial);
        Assert.Equal(6, Table.Transitions.Count);
        Assert.Equal((Closed, Push, Open), Table.Transitions[0]);
        Assert.Equal((Locked, Brick, Walled), Table.Transitions[^1]);
    }

    [Fact]
    public void Nobody_can_write_into_a_table()
    {
        Assert.Throws<NotSupportedException>(() => ((IList<DoorTrigger>)Table.Permitted(Open))[0] = Brick);
        Assert.Throws<NotSupportedException>(
            () => ((IList<Transition<DoorState, DoorTrigger>>)Table.Transitions).Clear());
    }

    [Fact]
    public void A_row_reads_as_a_sentence() =>
        Assert.Equal("Closed -- Push --> Open", Table.Transitions[0].ToString());

    [Fact]
    public void A_thousand_moves_allocate_nothing()
    {
        Assert.Equal(Open, Walk(1));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var state = Walk(1_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(Closed, state);

        static DoorState Walk(int moves)
        {
            var state = Closed;
            for (var move = 0; move < moves; move++)
            {
                var trigger = state == Closed ? Push : Pull;
                state = Table.Allows(state, trigger) && !Table.IsFinal(state) && Table.Permitted(state).Count > 0
                    ? Table.Next(state, trigger)
                    : throw new InvalidOperationException("The door is stuck.");
                _ = Table.TryNext(state, Brick, out _);
            }

            return state;
        }
    }
}

using ContactCenter.StateMachines;
using static ContactCenter.Tests.StateMachines.DoorState;
using static ContactCenter.Tests.StateMachines.DoorTrigger;
using Row = ContactCenter.StateMachines.Transition<ContactCenter.Tests.StateMachines.DoorState,
    ContactCenter.Tests.StateMachines.DoorTrigger>;

namespace ContactCenter.Tests.StateMachines;

public sealed class RefusedTableTests
{
    private static readonly Row[] Sound = [.. Door.Table.Transitions];

    [Fact]
    public void A_row_that_contradicts_another_is_refused() =>
        Refused("Closed answers Push twice.", [Walled], [.. Sound, (Closed, Push, Locked)]);

    [Fact]
    public void A_row_that_is_written_twice_is_refused() =>
        Refused("Closed answers Push twice.", [Walled], [.. Sound, Sound[0]]);

    [Fact]
    public void A_state_that_nothing_reaches_is_refused() =>
        Refused("No row leads from Closed to Locked.", [Walled], [.. Sound.Where(row => row.To != Locked)]);

    [Fact]
    public void A_final_state_that_nothing_reaches_is_refused() =>
        Refused("No row leads from Closed to Walled.", [Walled], [.. Sound.Where(row => row.To != Walled)]);

    [Fact, Pain(25)]
    public void A_sink_that_is_not_declared_final_is_refused() =>
        Refused("Nothing leaves Walled, yet it is not final.", [], Sound);

    [Fact]
    public void A_final_state_that_something_leaves_is_refused() =>
        Refused("Walled is final, yet it answers Pull.", [Walled], [.. Sound, (Walled, Pull, Open)]);

    [Fact]
    public void A_final_state_that_leads_back_to_itself_is_refused() =>
        Refused("Walled is final, yet it answers Push.", [Walled], [.. Sound, (Walled, Push, Walled)]);

    [Fact, Pain(25)]
    public void A_state_that_can_never_reach_an_end_is_refused() =>
        Refused(
            "No final state can be reached from Open.",
            [Walled],
            [(Closed, Push, Open), (Open, Push, Open), (Closed, Turn, Locked), (Locked, Brick, Walled)]);

    [Fact]
    public void States_that_only_lead_to_each_other_are_refused() =>
        Refused(
            "No final state can be reached from Open.",
            [Walled],
            [(Closed, Brick, Walled), (Closed, Push, Open), (Open, Turn, Locked), (Locked, Turn, Open)]);

    [Fact]
    public void Rows_and_ends_outside_the_enums_are_refused()
    {
        Refused("9 is not a DoorState.", [Walled], [.. Sound, (Closed, Pull, (DoorState)9)]);
        Refused("9 is not a DoorState.", [Walled], [.. Sound, ((DoorState)9, Pull, Closed)]);
        Refused("9 is not a DoorTrigger.", [Walled], [.. Sound, (Closed, (DoorTrigger)9, Open)]);
        Refused("9 is not a DoorState.", [Walled, (DoorState)9], Sound);
        Assert.Throws<ArgumentException>(
            () => new TransitionTable<DoorState, DoorTrigger>((DoorState)9, [Walled], Sound));
    }

    [Fact]
    public void All_flaws_are_told_at_once() =>
        Refused(
            "No row leads from Closed to Locked. No row leads from Closed to Walled. " +
            "Nothing leaves Locked, yet it is not final. " +
            "No final state can be reached from Closed. No final state can be reached from Open.",
            [Walled],
            [(Closed, Push, Open), (Open, Pull, Closed)]);

    [Fact]
    public void A_table_without_rows_is_refused() => Refused("No row leads from Closed to Open.", [], []);

    [Fact]
    public void A_lifecycle_that_never_ends_needs_no_end()
    {
        var table = new TransitionTable<Lamp, Switch>(
            initial: Lamp.Off,
            final: [],
            (Lamp.Off, Switch.Flip, Lamp.On),
            (Lamp.On, Switch.Flip, Lamp.Off));

        Assert.DoesNotContain(Enum.GetValues<Lamp>(), table.IsFinal);
    }

    private static void Refused(string message, DoorState[] final, Row[] rows)
    {
        var refused = Assert.Throws<ArgumentException>(
            () => new TransitionTable<DoorState, DoorTrigger>(Closed, final, rows));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    private enum Lamp { Off, On }

    private enum Switch { Flip }
}

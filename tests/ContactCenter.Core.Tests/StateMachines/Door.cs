using ContactCenter.StateMachines;
using static ContactCenter.Tests.StateMachines.DoorState;
using static ContactCenter.Tests.StateMachines.DoorTrigger;

namespace ContactCenter.Tests.StateMachines;

internal enum DoorState : byte { Closed, Open, Locked, Walled }

internal enum DoorTrigger : byte { Push, Pull, Turn, Brick }

/// <summary>A small lifecycle with every shape of row: there and back, to itself, and to an end.</summary>
internal static class Door
{
    public static TransitionTable<DoorState, DoorTrigger> Table { get; } = new(
        initial: Closed,
        final: [Walled],
        (Closed, Push, Open),
        (Closed, Turn, Locked),
        (Open, Pull, Closed),
        (Open, Push, Open),
        (Locked, Turn, Closed),
        (Locked, Brick, Walled));
}

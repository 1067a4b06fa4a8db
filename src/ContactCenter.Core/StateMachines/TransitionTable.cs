using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ContactCenter.StateMachines;

/// <summary>
/// Every move that a lifecycle allows: one row for each move, looked up in one array read.
/// </summary>
/// <remarks>
/// <para>
/// A table holds no current state: one instance serves every chat. It is immutable, so any number of threads may
/// use it at once. A lookup allocates nothing.
/// </para>
/// <para>
/// The constructor refuses a table that contradicts itself: two moves for one state and trigger, a state that nothing
/// reaches, a state that nothing leaves and that is not declared final, a final state that something leaves, a
/// state from which no final one can be reached. A lifecycle that never ends declares no final states.
/// </para>
/// <para>
/// The constants of both enums must be numbered 0, 1, 2 … without gaps or second names. A value that is no
/// constant is refused like any other move that is not in the table.
/// </para>
/// </remarks>
/// <typeparam name="TState">The states of the lifecycle.</typeparam>
/// <typeparam name="TTrigger">The triggers that move it.</typeparam>
public sealed partial class TransitionTable<TState, TTrigger>
    where TState : unmanaged, Enum
    where TTrigger : unmanaged, Enum
{
    private const byte Refused = byte.MaxValue;

    private readonly byte[] _next;
    private readonly uint _rows;
    private readonly uint _columns;
    private readonly int _shift;
    private readonly IReadOnlyList<TTrigger>[] _permitted;

    /// <summary>Builds the table of a lifecycle.</summary>
    /// <param name="initial">The initial state.</param>
    /// <param name="final">The final states; none if the lifecycle never ends.</param>
    /// <param name="rows">The moves, usually as tuples: from, on, to.</param>
    /// <exception cref="ArgumentException">The rows contradict each other or cannot be a lifecycle.</exception>
    /// <exception cref="NotSupportedException">
    /// An enum is not numbered 0, 1, 2 … or has more than 255 states.
    /// </exception>
    public TransitionTable(
        TState initial,
        ReadOnlySpan<TState> final,
        params ReadOnlySpan<Transition<TState, TTrigger>> rows)
    {
        var states = Ordinal.All<TState>();
        var triggers = Ordinal.All<TTrigger>();
        if (states.Length > Refused)
        {
            throw new NotSupportedException($"{typeof(TState).Name} has more than {Refused} states.");
        }

        RefuseUndefined(initial, final, rows);

        Initial = initial;
        Transitions = Array.AsReadOnly(rows.ToArray());
        _rows = (uint)states.Length;
        _columns = (uint)triggers.Length;
        _shift = BitOperations.Log2(BitOperations.RoundUpToPowerOf2(_columns));
        _next = new byte[states.Length << _shift];
        Array.Fill(_next, Refused);
        foreach (var row in rows)
        {
            ref var cell = ref _next[(Ordinal.Of(row.From) << _shift) + Ordinal.Of(row.On)];
            if (cell != Refused)
            {
                throw new ArgumentException($"{row.From} answers {row.On} twice.", nameof(rows));
            }

            cell = (byte)Ordinal.Of(row.To);
        }

        _permitted = Array.ConvertAll(states, IReadOnlyList<TTrigger> (state) =>
            Array.AsReadOnly(Array.FindAll(triggers, trigger => Allows(state, trigger))));

        RefuseUnsound(states, final);
    }

    /// <summary>The initial state.</summary>
    public TState Initial { get; }

    /// <summary>The rows, in the order in which they were written.</summary>
    public IReadOnlyList<Transition<TState, TTrigger>> Transitions { get; }

    /// <summary>Whether a state allows a trigger.</summary>
    /// <param name="from">The current state.</param>
    /// <param name="on">The trigger.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Allows(TState from, TTrigger on) => LookUp(from, on) != Refused;

    /// <summary>The next state; throws if the move is not allowed.</summary>
    /// <param name="from">The current state.</param>
    /// <param name="on">The trigger.</param>
    /// <exception cref="InvalidOperationException">The table has no such move.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TState Next(TState from, TTrigger on)
    {
        var next = LookUp(from, on);
        if (next == Refused)
        {
            ThrowRefused(from, on);
        }

        return Ordinal.At<TState>(next);
    }

    /// <summary>The next state, if the move is allowed.</summary>
    /// <param name="from">The current state.</param>
    /// <param name="on">The trigger.</param>
    /// <param name="to">The next state; <paramref name="from"/> itself if the move is not allowed.</param>
    /// <returns>Whether the move is allowed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext(TState from, TTrigger on, out TState to)
    {
        var next = LookUp(from, on);
        to = next == Refused ? from : Ordinal.At<TState>(next);
        return next != Refused;
    }

    /// <summary>Whether a state is final: nothing leaves it.</summary>
    /// <param name="state">The state in question.</param>
    public bool IsFinal(TState state) => Ordinal.Of(state) < _rows && Permitted(state) is [];

    /// <summary>The triggers that a state allows, in the order of the enum: the buttons a desktop enables.</summary>
    /// <param name="state">The state in question.</param>
    public IReadOnlyList<TTrigger> Permitted(TState state) =>
        Ordinal.Of(state) is var row && row < _rows ? _permitted[row] : [];

    // Rows are padded to a power of two: a shift is quicker than a product. Both bounds are checked, because an
    // undefined trigger would land in the padding or in the next row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte LookUp(TState from, TTrigger on)
    {
        var row = Ordinal.Of(from);
        var column = Ordinal.Of(on);
        return row < _rows && column < _columns ? _next[(row << _shift) + column] : Refused;
    }

    [DoesNotReturn]
    private static void ThrowRefused(TState from, TTrigger on) =>
        throw new InvalidOperationException($"{from} does not answer {on}.");
}

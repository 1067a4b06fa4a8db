namespace ContactCenter.StateMachines;

/// <summary>One move of a lifecycle: in this state, on this trigger, to that state.</summary>
/// <remarks>Written as a tuple, so that a table reads as a table. An immutable value; safe to share.</remarks>
/// <typeparam name="TState">The states of the lifecycle.</typeparam>
/// <typeparam name="TTrigger">What can move it.</typeparam>
/// <param name="From">The state that is left, or kept.</param>
/// <param name="On">What moves it.</param>
/// <param name="To">The state that holds afterwards.</param>
public readonly record struct Transition<TState, TTrigger>(TState From, TTrigger On, TState To)
    where TState : unmanaged, Enum
    where TTrigger : unmanaged, Enum
{
    /// <summary>A row of a table.</summary>
    /// <param name="row">The state, the trigger and the state that follows.</param>
    public static implicit operator Transition<TState, TTrigger>((TState From, TTrigger On, TState To) row) =>
        new(row.From, row.On, row.To);

    /// <summary>The move as a reader would say it: <c>Queued -- Present --&gt; Offered</c>.</summary>
    public override string ToString() => $"{From} -- {On} --> {To}";
}
